import { atSpaces, isFunctionWord, remembering, singular } from '../../basics/text.ts'
import type { Block, Note } from '../../note/note.ts'
import { countOf, isCommonNoun } from '../../english/counting.ts'
import { isActivity, isPlural } from '../../english/nouns.ts'
import { isListedWord, isProperName, lowerTitle } from '../../english/title-case.ts'

/** How a note itself uses its words in running text: which it writes small, and which it counts ("a branch"). */
export interface Voice {
  readonly small: ReadonlySet<string>
  readonly counted: ReadonlySet<string>
  /** Words with a capital inside sentences: names. */
  readonly names: ReadonlySet<string>
}

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
    get names() {
      return voice().names
    },
  }
}

/** Listens to a note's text, code left out. */
function listenTo(note: Note): Voice {
  const small = new Set<string>()
  const counted = new Set<string>()
  const names = new Set<string>()
  const listen = (text: string): void => {
    const plain = text.includes('`') ? text.replace(/`[^`]*`/g, ' ` ') : text
    const tokens = atSpaces(plain).map(hearWord)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]
      if (token === undefined) break
      if (token.small) small.add(token.key)
      else if (i > 0 && token.capital && tokens[i - 1]?.goesOn === true) names.add(token.key)
      if (token.article) addCounted(tokens, i + 1, counted)
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
  return { small, counted, names }
}

/** Adds the words after an article up to the end of their phrase. */
function addCounted(tokens: readonly Heard[], from: number, counted: Set<string>): void {
  for (let i = from; i < from + longestTerm && i < tokens.length; i++) {
    const next = tokens[i + 1]
    if (tokens[i]?.ends !== true && next !== undefined && !next.functional) continue
    counted.add(
      tokens
        .slice(from, i + 1)
        .map((token) => token.bare)
        .join(' '),
    )
    return
  }
}

/** A word of running text as far as the voice is concerned. */
interface Heard {
  readonly bare: string
  /** Its singular in lower case. */
  readonly key: string
  readonly small: boolean
  readonly capital: boolean
  readonly article: boolean
  /** A word in lower case after which the sentence goes on. */
  readonly goesOn: boolean
  /** A sign after it ends its phrase. */
  readonly ends: boolean
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
    article: bare.length <= 2 && /^(?:a|an)$/i.test(bare),
    goesOn: plain || /^\p{Ll}[^.:;!?]*$/u.test(token),
    ends: !plain && /[).,;:!?]$/.test(token),
    functional: isFunctionWord(plain ? token : token.replace(/\W+$/, '')),
  }
}, 8192)

/** A term as it stands in a question: "Branch" becomes "a branch" where the note says so, names stay names. */
export function sayTerm(term: string, voice: Voice, definition = ''): string {
  if (term.includes('`') || /[()“"]/.test(term)) return term
  const own = /^(?:An?|The)\s+(?=\p{Ll})/iu.exec(term)?.[0]
  if (own !== undefined) return own.toLowerCase() + term.slice(own.length)
  const parts = term.split(' ')
  const sentenceCase = parts.length > 1 && parts.slice(1).every((word) => /^[\p{Ll}\d(-]/u.test(word))
  if (parts.length > 5 && !sentenceCase) return term
  const isSmall = (word: string): boolean => {
    const key = singular(word.toLowerCase())
    if (voice.small.has(key)) return true
    if (voice.names.has(key) || isProperName(word)) return false
    return sentenceCase || (parts.length === 1 && (isCommonNoun(word, definition) || isListedWord(word)))
  }
  const said = parts.map((word) =>
    /^\p{Lu}[\p{Ll}-]+$/u.test(word) && isSmall(word) ? word.toLowerCase() : word,
  )
  const small = said.join(' ')
  const spoken = small === small.toLowerCase() || sentenceCase ? small : lowerTitle(term)
  if (parts.length > 5) return spoken
  if (isPlural(spoken)) return spoken
  if (/(?:^|\s)(?:principle|theorem|law|effect|paradox|fallacy)$/.test(spoken) && parts.length > 1)
    return `the ${spoken}`
  if (/['’]s?\s|_|\d/.test(spoken)) return spoken
  const bare = !/\s(?:of|in|for|with|on|to|by|from|at|per|and|or|that|which|as)\s/.test(spoken)
  const common = parts.length > 1 && /\s[\p{Ll}-]+$/u.test(spoken) && bare && isCountable(spoken)
  const count = /^\p{Ll}/u.test(spoken) && bare ? countOf(spoken, definition) : undefined
  if (count === 'mass' && !voice.counted.has(spoken)) return spoken
  const one = count === 'one' && (isCountable(spoken) || (parts.length === 1 && !massNoun.test(spoken)))
  return one || voice.counted.has(spoken) || common ? `${article(spoken)} ${spoken}` : spoken
}

const massNoun =
  /^(?:\p{L}+ness|data|code|traffic|memory|access|information|debt|content|time|work|research|control|depth|force|load|trust|privilege|storage|sql|text|output|input|debugging|health|loss|overhead|growth|speed|backpressure|scaling|knowledge|feedback|trees?|notation|energy|water|matter|people|criteria|media|money|law|history|music|art|parallelism|consistency|flow|scope|support|usage|discipline|awareness|functionality)$/u

/** Multi-word common nouns are counted unless their head names an activity, a quality or a mass. */
function isCountable(term: string): boolean {
  const last = term.split(' ').at(-1) ?? ''
  if (
    /^(?:application|argument|closure|collection|component|connection|dependency|document|element|entity|environment|exception|expression|extension|feature|function|identity|image|instance|instruction|language|mapping|message|operation|option|package|page|partition|path|permission|policy|procedure|process|reference|relation|relationship|segment|sequence|session|signature|stage|statement|string|structure|transaction|version|vulnerability)$/.test(
      last,
    )
  )
    return true
  return (
    !isActivity(term) &&
    !/(?:ing|tion|sion|ance|ence|ness|ship|ism|ity|ety|cy|ware|age|th|sis|ure|logy|ment|ics)$/.test(last) &&
    !massNoun.test(last)
  )
}

const article = (term: string): string =>
  /^(?:[aei]|o(?!n(?:e|ce)\b)|u(?!ni|se|ti|s[aeiou]))/i.test(term) ? 'an' : 'a'
