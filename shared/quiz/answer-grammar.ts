import { isWholeCode } from '../answer/is-typeable.ts'
import { singular, words } from '../basics/text.ts'
import { type AnswerCategory, nameCategories } from './answer-category.ts'
import { isPlural } from '../english/nouns.ts'
import { shapeOf } from '../english/shape.ts'

/** Categories whose members all look alike: an acronym is an acronym. */
const uniform: ReadonlySet<AnswerCategory> = new Set(['http_verb', 'http_status', 'acronym', 'expansion'])
/** Categories in which singular and plural are told apart by the question. */
const counted: ReadonlySet<AnswerCategory> = new Set(['term', 'definition'])

/** How an answer is built: a noun phrase in singular or plural, a gerund, a verb … Options of one question share it. */
export function answerForm(back: string, category: AnswerCategory): string {
  if (uniform.has(category)) return category
  if (isWholeCode(back)) return codeForm(back.trim().slice(1, -1))
  if (nameCategories.has(category) && back.includes('`')) return 'name with code'
  const text = withoutArticle(back)
  if (/^(?:because|since|so that|by|when|if|as)\s/i.test(text)) return firstOf(text)
  // "Sorting" and "Redirection" are names of the same form.
  if (category === 'term' && !/\s/.test(text)) return isPlural(text) ? 'nouns' : 'noun'
  // "Lists of paths" is no verb.
  const shape = /^\p{L}+s of\s/iu.test(text) ? 'noun' : shapeOf(text)
  // After "used for" or "ensures", "automated testing" is a noun phrase too.
  if (shape === 'past' && (category === 'purpose' || category === 'phrase')) return 'noun'
  if (shape !== 'noun' || !counted.has(category)) return shape
  return isPlural(headOf(text)) ? 'nouns' : 'noun'
}

/** The noun a term or definition is about: "pool" in "connection pool", "framework" in "a web framework for …". */
export function headNoun(text: string): string {
  const head = words(headOf(withoutArticle(text)))
  return singular(head.at(-1) ?? '')
}

/** The noun phrase a definition opens with: "in-memory store" of "An in-memory store that …". */
export const nounPhraseOf = (text: string): string => headOf(withoutArticle(text)).trim()

/** What the ending of a noun says of it: an action, a person or tool that acts, a quality, or just a thing. */
export type NounClass = 'action' | 'actor' | 'quality' | 'thing'

/** The class of a noun by its ending alone. */
export function nounClass(noun: string): NounClass {
  if (/(?:tion|sion|ment|ing|ance|ence|ery|al|ure|ysis)s?$/i.test(noun) && noun.length > 5) return 'action'
  if (/(?:ity|ness|ship|ism|cy)$/i.test(noun)) return 'quality'
  return /(?:er|or|ist)s?$/i.test(noun) && noun.length > 4 ? 'actor' : 'thing'
}

function codeForm(code: string): string {
  if (/\(.*\)/.test(code)) return 'code call'
  if (code.startsWith('-')) return 'code option'
  return /\s/.test(code) ? 'code words' : 'code word'
}

function withoutArticle(text: string): string {
  return text.trim().replace(/^(?:a|an|the)\s+/i, '')
}

/** The noun phrase up to the first word that begins an addition; "kind of request" speaks of the request. */
function headOf(text: string): string {
  const bare = text.replace(
    /^(?:kind|type|form|sort|set|group|piece|part|collection|family)s? of (?:an? |the )?/i,
    '',
  )
  return (
    bare.split(
      /[,;:(–—]|\s(?:that|which|who|whose|where|when|for|of|in|with|without|to|from|on|by|at|as|into|used|under|between|after|before|so)\s/i,
    )[0] ?? ''
  )
}

function firstOf(text: string): string {
  return words(text)[0] ?? ''
}
