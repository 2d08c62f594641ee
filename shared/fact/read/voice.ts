import { atSpaces, isFunctionWord, remembering, singular } from '../../basics/text.ts'
import type { Block, Note } from '../../note/note.ts'
import { thirdPersonBase } from '../../english/verbs.ts'
import type { Usage } from '../../english/say-term.ts'

/** How a note itself uses its words. */
export type Voice = Usage

const longestTerm = 4

/** The voice of a note. It is listened to when a rule first asks for it: most notes are read without. */
export function readVoice(note: Note): Voice {
  let heard: Voice | undefined
  const voice = (): Voice => (heard ??= listenTo(note))
  return {
    get small() {
      return voice().small
    },
    get counted() {
      return voice().counted
    },
    get definite() {
      return voice().definite
    },
    get names() {
      return voice().names
    },
    get subjects() {
      return voice().subjects
    },
  }
}

/** Listens to a note's text, code left out. */
function listenTo(note: Note): Voice {
  const small = new Set<string>()
  const counted = new Set<string>()
  const definite = new Set<string>()
  const names = new Set<string>()
  const subjects = new Set<string>()
  const listen = (text: string): void => {
    const plain = text.includes('`') ? text.replace(/`[^`]*`/g, ' ` ') : text
    const tokens = atSpaces(plain).map(hearWord)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]
      if (token === undefined) break
      if (token.small) small.add(token.key)
      else if (i > 0 && token.capital && tokens[i - 1]?.goesOn === true) names.add(token.key)
      const opens = i === 0 || tokens[i - 1]?.stops === true
      if (opens && token.capital && !token.ends && /^(?:is|was|has|can)$/.test(tokens[i + 1]?.bare ?? ''))
        subjects.add(token.bare.toLowerCase())
      if (token.article === 'a') addPhrase(tokens, i + 1, counted, isOne)
      if (token.article === 'the') addPhrase(tokens, i + 1, definite, isInitials)
    }
  }
  const visit = (block: Block): void => {
    if (block.kind === 'paragraph') for (const line of block.lines) listen(line.text)
    if (block.kind === 'list') {
      for (const item of block.items) {
        for (const line of item.lines) listen(line.text)
        item.children.forEach(visit)
      }
    }
    if (block.kind === 'table') for (const row of block.rows) row.cells.forEach(listen)
    if (block.kind === 'quote') block.blocks.forEach(visit)
  }
  note.blocks.forEach(visit)
  return { small, counted, definite, names, subjects }
}

/** Adds the words after an article up to the end of their phrase; a verb ends what is one in form. */
function addPhrase(
  tokens: readonly Heard[],
  from: number,
  phrases: Set<string>,
  isOneInForm: (word: string) => boolean,
): void {
  for (let i = from; i < from + longestTerm && i < tokens.length; i++) {
    const token = tokens[i]
    const next = tokens[i + 1]
    const acts = next !== undefined && isOneInForm(token?.bare ?? '') && isThird(next.bare)
    if (token?.ends !== true && next !== undefined && !next.functional && !acts) continue
    phrases.add(
      tokens
        .slice(from, i + 1)
        .map((one) => one.bare)
        .join(' '),
    )
    return
  }
}

/** "A template renders …": no plural stands behind "a". */
const isOne = (word: string): boolean => word !== ''

/** "The GIL slows …": initials are no part of another name. */
const isInitials = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word)

const isThird = (word: string): boolean => /[^s]s$/.test(word) && thirdPersonBase(word) !== undefined

/** A word of running text as far as the voice is concerned. */
interface Heard {
  readonly bare: string
  /** Its singular in lower case. */
  readonly key: string
  readonly small: boolean
  readonly capital: boolean
  readonly article: 'a' | 'the' | undefined
  /** A word in lower case after which the sentence goes on. */
  readonly goesOn: boolean
  /** A sign after it ends its phrase. */
  readonly ends: boolean
  /** A sign after it ends its sentence. */
  readonly stops: boolean
  readonly functional: boolean
}

const hearWord = remembering((token): Heard => {
  const plain = /^[a-z]+$/.test(token)
  const bare = plain ? token : token.replace(/^[("'“‘]+|[)"'”’.,;:!?]+$/g, '')
  const small = plain || /^\p{Ll}/u.test(bare)
  return {
    bare,
    key: singular(small ? bare : bare.toLowerCase()),
    small,
    capital: !small && /^\p{Lu}/u.test(bare),
    article: articleOf(bare),
    goesOn: plain || /^\p{Ll}[^.:;!?]*$/u.test(token),
    ends: !plain && /[).,;:!?]$/.test(token),
    stops: !plain && /[.!?]$/.test(token),
    functional: isFunctionWord(plain ? token : token.replace(/\W+$/, '')),
  }
}, 8192)

function articleOf(word: string): Heard['article'] {
  if (word.length > 3) return undefined
  const lower = word.toLowerCase()
  if (lower === 'the') return 'the'
  return lower === 'a' || lower === 'an' ? 'a' : undefined
}
