import { singular, words } from '../basics/text.ts'
import { nounPhraseOf } from './answer-grammar.ts'
import type { QuizCard, QuizMaterial } from './quiz-card.ts'

/** What is a kind of what, as far as the library itself says so. */
export interface KindsOfThings {
  /** Everything that something of this name is said to be, through several steps: names and noun phrases, levelled. */
  kindsOf(name: string): ReadonlySet<string>
  /** Whether one of the names is said to be a kind of the other. */
  areKin(one: string, other: string): boolean
}

/** "A mutex is a lock", "a lock is an object": longer chains say little. */
const longestChain = 3

/** Reads definitions ("in-memory key-value store") and lists ("NoSQL databases: …") for what is a kind of what. */
export function kindsOfThings(cards: QuizMaterial): KindsOfThings {
  const said = new Map<string, Set<string>>()
  const say = (name: string, kind: string) => {
    const key = levelled(name)
    if (key === '' || kind === '' || key === kind) return
    const own = said.get(key)
    if (own === undefined) said.set(key, new Set([kind]))
    else own.add(kind)
  }
  for (const card of cards) {
    for (const { name, kind } of saidIn(card)) for (const end of endsOf(levelled(kind))) say(name, end)
  }
  const known = new Map<string, ReadonlySet<string>>()
  const kindsOf = (name: string): ReadonlySet<string> => {
    const key = levelled(name)
    const found = known.get(key) ?? closure(key, said)
    known.set(key, found)
    return found
  }
  return {
    kindsOf,
    areKin: (one, other) => isAmong(other, kindsOf(one)) || isAmong(one, kindsOf(other)),
  }
}

interface Said {
  readonly name: string
  readonly kind: string
}

/** What one card says of kinds: the head of a definition is one, what a list names is one of its items. */
function saidIn(card: QuizCard): Said[] {
  if (card.content.kind === 'list_recall') {
    const kind = /^Name (?:the )?(?:\p{L}+|\d+) (.+?)\.?$/u.exec(card.front)?.[1]
    return kind === undefined ? [] : card.content.items.map((name) => ({ name, kind }))
  }
  if (card.category !== 'definition') return []
  const kind = nounPhraseOf(card.back)
  return [card.concept, ...card.conceptAliases].map((name) => ({ name, kind }))
}

function closure(name: string, said: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const kinds = new Set<string>()
  let edge = [name, ...endsOf(name)]
  for (let step = 0; step < longestChain && edge.length > 0; step++) {
    const next: string[] = []
    for (const from of edge) {
      for (const kind of [...(said.get(from) ?? []), ...(from === name ? [] : [from])]) {
        if (kinds.has(kind) || kind === name) continue
        kinds.add(kind)
        next.push(kind)
      }
    }
    edge = next
  }
  return kinds
}

const isAmong = (name: string, kinds: ReadonlySet<string>): boolean => kinds.has(levelled(name))

/** "in-memory key-value store" is a "key-value store" and a "store". */
function endsOf(phrase: string): string[] {
  const parts = phrase.split(' ')
  return parts.map((_, i) => parts.slice(i).join(' ')).filter((end) => end !== '')
}

/** A name as others are compared with it: its words in the singular. */
const levelled = (name: string): string =>
  words(name.replace(/\([^)]*\)/g, ' ').replace(/[-/]/g, ' '))
    .map(singular)
    .join(' ')
