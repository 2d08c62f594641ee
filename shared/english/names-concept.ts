import { atSpaces, isFunctionWord, wordSet } from '../basics/text.ts'
import { hasFinite } from './clause.ts'
import { isForeign } from '../language/tell-language.ts'
import { isGeneralNoun, namesSection } from './general-nouns.ts'
import { isNounToo } from './imperative.ts'
import { labelKind } from './labels.ts'
import { isPresentClause } from './present-clause.ts'
import { shapeOf } from './shape.ts'

/**
 * True for a term that a person would look up: a short noun phrase, or a piece of code. No sentence, order or question, no
 * letter alone, no noun that could mean anything.
 */
export function namesConcept(term: string): boolean {
  return hasNameForm(term) && (isCode(term) || readsAsName(bareOf(term)))
}

/** The same for a term that a note defines: then its words need not tell that it is a name. */
export function namesDefined(term: string): boolean {
  return hasNameForm(term) && !saysSentence(bareOf(term))
}

/** True for a folder, title or heading that what stands below it can be known by. */
export function namesTopic(heading: string): boolean {
  return namesConcept(heading) && (isCode(heading) || !namesSection(heading))
}

const mostWords = 5
const longestName = 60

/** Without what stands in brackets. */
const bareOf = (term: string): string => term.replace(/\s*\([^)]*\)/g, '').trim()

const isCode = (term: string): boolean => /^`[^`]+`$/.test(term.trim())

/** Signs and length alone: a formula, a cut quotation and a long line are no names. */
function hasNameForm(term: string): boolean {
  const bare = bareOf(term)
  if (bare === '' || bare.length > longestName || !/\p{L}/u.test(bare)) return false
  if (isCode(term)) return atSpaces(bare).length <= mostWords
  if (/[$=<>|{}\\]|:\s|[.?!]\s|[?!;,:–—-]$|\.\.\.|^[^\p{L}\p{N}`.#@("“'‘]|https?:/u.test(bare)) return false
  if (bare.split('"').length % 2 === 0) return false
  const words = atSpaces(bare)
  if (words.filter((word) => !isFunctionWord(word)).length > mostWords || words.length > mostWords + 2)
    return false
  return /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(bare)
    ? true
    : bare.replace(/[^\p{L}\p{N}]/gu, '').length > 1
}

/** English grammar speaks only of English words. */
function readsAsName(text: string): boolean {
  if (isForeign(text)) return true
  if (saysSentence(text)) return false
  const words = atSpaces(text)
  const [first = '', second = ''] = words
  if (words.length === 1) return !isGeneralNoun(text) && !isLabel(text) && !isFunctionWord(text)
  if (isLabel(text) || namesSection(text)) return false
  const last = words.at(-1) ?? ''
  if (isFunctionWord(last) || isTold(last)) return false
  const shape = shapeOf(asWritten(text, words))
  if (shape === 'noun') return !/^\p{Ll}{3,}ly$/u.test(last) || nounsInLy.has(last)
  if (shape === 'gerund') return words.length <= 3 && !isFunctionWord(second)
  // "Search warrant", "reserve currency".
  const isCompound = words.length === 2 && isNounToo(first) && !isFunctionWord(second)
  return shape === 'imperative' && isCompound && !pronouns.has(second.toLowerCase())
}

/** "Test Before Planting" is an order in capitals. */
function asWritten(text: string, words: readonly string[]): string {
  const isTitle =
    words.length >= 3 && words.every((word) => isFunctionWord(word) || /^\p{Lu}\p{Ll}/u.test(word))
  return isTitle ? text.charAt(0) + text.slice(1).toLowerCase() : text
}

/** "Companies lobbied": a deed and its doer. */
const isTold = (last: string): boolean => /^\p{Ll}{3,}[^e]ed$/u.test(last) && !endsInEd.has(last)
const endsInEd = wordSet(
  'hundred sacred infrared naked wicked crooked kindred hatred watershed newlywed biped moped',
)

/** Labels of a respect ("Benefits") and of a section ("Example") name what stands above them. */
const isLabel = (text: string): boolean => !['term', 'outcome'].includes(labelKind(text))

/** "Suppose a process …", "Learn the …": no noun stands before an article. */
const ordersObject = (first: string, second: string): boolean =>
  !isFunctionWord(first) && /^(?:a|an|the|your|its|their|this|these)$/.test(second)

function saysSentence(text: string): boolean {
  const words = atSpaces(text.toLowerCase())
  if (questionWords.has(words[0] ?? '') || words.some((word) => pronouns.has(word))) return true
  if (words.slice(1).some((word) => subordinates.has(word)) || ordersObject(words[0] ?? '', words[1] ?? ''))
    return true
  if (adverbs.has(words[0] ?? '') || /^\d+(?:[.,]\d+)?\s+\p{Ll}/u.test(text)) return true
  const told = text.replace(/\b(?:May|Will|Might|Can|Must|Do)\b/g, '')
  return (hasFinite(told) && words.length > 1) || isPresentClause(text)
}

const questionWords = wordSet(
  'what how why when where which who whose whom is are was were does do did can could should would will has have',
)
const subordinates = wordSet(
  'that which who whose when where while because if unless until whether than although though',
)
const pronouns = wordSet(
  'i me my mine we us our you your yours he him his she her it its they them their this these those everything something nothing anything everyone someone nobody',
)
const nounsInLy = wordSet(
  'anomaly assembly family monopoly oligopoly supply reply ally fly jelly belly bully',
)
const adverbs = wordSet(
  'perhaps maybe also very always never often usually mostly mainly only just other more another various several many',
)
