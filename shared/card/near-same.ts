import {
  atSpaces,
  compareText,
  contentStems,
  levelTerm,
  normaliseTerm,
  normaliseText,
  wordSet,
} from '../basics/text.ts'
import { contradicts } from '../english/exact-signs.ts'
import { areOpposed, bareWords } from '../english/turned-meaning.ts'
import type { GeneratedCard } from './card.ts'
import { reason, withoutPlace } from './lint-rule.ts'

/** A card with the names of what it asks about: its term, the term's other names, and the names in its question. */
export interface AboutCard {
  readonly card: GeneratedCard
  readonly names: readonly string[]
  /** True when the author wrote the question: it is asked beside whatever else. */
  readonly written: boolean
}

/**
 * Cards that ask nearly the same of one thing: the one of the highest worth stays as it is, the others wait. Only cards
 * about the same are compared, of each thing the best few hundred, so the time grows with the number of cards alone.
 */
export function doubtNearSame(
  about: readonly AboutCard[],
  nameOf: (name: string) => string,
): GeneratedCard[] {
  const told = new Map<string, Told[]>()
  const doubted = new Map<string, GeneratedCard>()
  for (const one of [...about].sort(byWorth)) {
    if (one.card.status !== 'ready' || one.written) continue
    const own = tellOf(one, nameOf)
    const known = own.subjects.flatMap((subject) => told.get(subject) ?? [])
    const twin = known.find((other) => asksNearlyTheSame(own, other))
    if (twin !== undefined) {
      doubted.set(one.card.key, doubtfulFor(one.card, twin.card))
      continue
    }
    for (const subject of own.subjects) {
      const cards = told.get(subject)
      if (cards === undefined) told.set(subject, [own])
      else if (cards.length < mostCompared) cards.push(own)
    }
  }
  return about.map(({ card }) => doubted.get(card.key) ?? card)
}

const mostCompared = 200

const byWorth = (a: AboutCard, b: AboutCard): number =>
  b.card.worth.chance - a.card.worth.chance || compareText(a.card.key, b.card.key)

const doubtfulFor = (card: GeneratedCard, twin: GeneratedCard): GeneratedCard => ({
  ...card,
  status: 'doubtful',
  reasons: [...card.reasons, reason('near_same', `It asks nearly the same as “${twin.front}”.`)],
})

/** What a card tells of its subjects. */
interface Told {
  readonly card: GeneratedCard
  readonly subjects: readonly string[]
  /** The stems of question and answer without its subjects and the words of any question. */
  readonly content: ReadonlySet<string>
  readonly answer: ReadonlySet<string>
  /** True where the question asks what something is or does, and nothing more particular. */
  readonly isBroad: boolean
}

function tellOf({ card, names }: AboutCard, nameOf: (name: string) => string): Told {
  const front = withoutPlace(card.front)
  const asked = askedNames(front)
  const subjects = [...new Set([...names, ...asked].map((name) => nameOf(levelName(name))))]
  const own = new Set([...names, ...asked].flatMap(stemsOf))
  const content = (text: string): ReadonlySet<string> =>
    new Set(stemsOf(text).filter((stem) => !own.has(stem) && !ofQuestions.has(stem)))
  return {
    card,
    subjects: subjects.filter((subject) => subject !== ''),
    content: content(`${front} ${card.back}`),
    answer: content(card.back),
    isBroad: broad.test(front),
  }
}

/** A name levelled; the "s" of HTTPS is no plural. */
export const levelName = (name: string): string =>
  /^\p{Lu}{2,}$/u.test(name) ? levelTerm(name) : normaliseTerm(name)

const stemsOf = (text: string): string[] => contentStems(text.replaceAll('-', ' '))

/** The stems of words that questions are made of. */
const ofQuestions = new Set(
  [...wordSet('allow benefit do enable help kind let mean name purpose role stand term used')].flatMap(
    contentStems,
  ),
)

const broad =
  /^What (?:is the (?:purpose|role) of |is a (?:benefit|strength) of |(?:is|are|does|do|can) .+ (?:used for|do|mean|ensure|provide|enable)\?|(?:does|do) .+ (?:allow|let|enable|help) |(?:is|are) (?!the \S+ of )[^,]+\?$)/

/** "Redis" and "Memcached" in "What are Redis and Memcached used for?". */
function askedNames(front: string): string[] {
  const told =
    /^What (?:is|are|can|does|do) (?:the (?:purpose|role) of )?(.{2,60}?)(?: (?:(?:be )?used for|do|mean|stand for)|,? (?:allow|let) .{2,60})?\?$/.exec(
      front,
    )?.[1]
  return told === undefined ? [] : told.split(/,? and |, |\/| with /).filter((name) => name !== '')
}

/** Two texts of which one tells most of what the other does, and nothing against it. */
function asksNearlyTheSame(a: Told, b: Told): boolean {
  if (a.card.factKey === b.card.factKey || areGapsOfOneLine(a.card, b.card)) return false
  const alike = normaliseText(a.card.back) === normaliseText(b.card.back) && a.isBroad && b.isBroad
  const common = shared(a.content, b.content)
  const least = Math.min(a.content.size, b.content.size)
  const near = common >= 2 && common / least >= (a.isBroad && b.isBroad ? 0.5 : 0.6) && answersTouch(a, b)
  return (alike || near) && !denies(a.card, b.card)
}

const areGapsOfOneLine = (a: GeneratedCard, b: GeneratedCard): boolean =>
  a.content.kind === 'cloze' && b.content.kind === 'cloze'

/** The answers have something in common, or one of them is a name that both speak of. */
const answersTouch = (a: Told, b: Told): boolean =>
  a.answer.size === 0 || b.answer.size === 0 || shared(a.answer, b.answer) > 0

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const stem of a) if (b.has(stem)) count++
  return count
}

/** Other numbers, or a word and its opposite. */
function denies(a: GeneratedCard, b: GeneratedCard): boolean {
  const [one, other] = [textOf(a), textOf(b)]
  if (/\p{N}/u.test(one) && /\p{N}/u.test(other) && contradicts(one, other)) return true
  const [mine, theirs] = [new Set(bareWords(one.toLowerCase())), new Set(bareWords(other.toLowerCase()))]
  const only = [...mine].filter((word) => !theirs.has(word) && !joining.has(word))
  const against = [...theirs].filter((word) => !mine.has(word) && !joining.has(word))
  return only.some((word) => against.some((opposite) => areOpposed(word, opposite)))
}

/** Words with an opposite that mostly only join others. */
const joining = wordSet('to from in out on off with up down no every over under left can')

const textOf = ({ front, back }: GeneratedCard): string => atSpaces(`${front} ${back}`, 120).join(' ')
