import { isWholeCode } from '../answer/is-typeable.ts'
import { singular, upTo, words } from '../basics/text.ts'
import { type AnswerCategory, nameCategories } from './answer-category.ts'
import { isNounToo } from '../english/imperative.ts'
import { isIrregularParticiple, isPastOrParticiple } from '../english/irregular-pasts.ts'
import { isPlural } from '../english/nouns.ts'
import { shapeOf } from '../english/shape.ts'
import { gerundBase } from '../english/verbs.ts'
import { isAdverb, isDeterminer, isPreposition, opensClause } from '../english/word-classes.ts'

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
  const shape = /^\p{L}+s of\s/iu.test(text)
    ? 'noun'
    : shapeOf(counted.has(category) ? withoutClauses(text) : text)
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

/** The phrase without the clauses that say more of it: the verbs in there are not its own. */
export function withoutClauses(text: string): string {
  const all = text.split(/\s+/)
  const end = all.findIndex((word, i) => i > 0 && opensClause(word.toLowerCase()))
  return upTo(
    end < 0 ? text : all.slice(0, end).join(' '),
    /,?\s(?:in|by|for|of|from|through|after|on) which\s/,
  )
}

/** The noun phrase up to the first word that begins an addition; "kind of request" speaks of the request. */
function headOf(text: string): string {
  const bare = text.replace(
    /^(?:kind|type|form|sort|set|group|piece|part|collection|family)s? of (?:an? |the )?/i,
    '',
  )
  return withoutParticiple(bare.split(addition)[0] ?? '')
}

const addition =
  /[,;:(–—]|\s(?:that|which|who|whose|where|when|for|of|in|with|without|to|from|on|by|at|as|into|used|under|between|after|before|so|about|against|among|around|behind|below|beside|beyond|during|inside|near|outside|over|per|than|through|toward|towards|upon|via|within|because|while|if|whether|how)\s/i

/** "value passed along", "copy kept": a participle behind a noun says more of it; before one it belongs to its name. */
function withoutParticiple(phrase: string): string {
  const all = phrase.trim().split(/\s+/)
  const at = all.findIndex((word, i) => i > 0 && describes(word.toLowerCase(), all[i + 1]?.toLowerCase()))
  return at < 0 ? phrase : all.slice(0, at).join(' ')
}

function describes(word: string, next: string | undefined): boolean {
  const opensMore = next === undefined || isPreposition(next) || isAdverb(next) || isDeterminer(next)
  if (word.endsWith('ing')) return next !== undefined && opensMore && gerundBase(word) !== undefined
  if (!opensMore || !(isPastOrParticiple(word) || isIrregularParticiple(word))) return false
  // At the end of a phrase "set" and "cut" are nouns.
  return next !== undefined || /[^e]ed$/.test(word) || !isNounToo(word)
}

function firstOf(text: string): string {
  return words(text)[0] ?? ''
}
