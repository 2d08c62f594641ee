import { normaliseText, wordCount } from '../../basics/text.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { labelKind } from '../../english/labels.ts'
import { trimEnd } from '../../english/phrase.ts'
import { isOrdering, shapeOf } from '../../english/shape.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isProperName } from '../../english/title-case.ts'
import { sayTerm } from '../../english/say-term.ts'
import type { Voice } from '../read/voice.ts'
import type { Draft } from '../fact.ts'

/** The two things that a table compares, as its header names them. */
export interface ComparedColumns {
  readonly one: string
  readonly other: string
}

/** "Feature | REST | GraphQL": the columns are the things compared, the rows are the respects. */
export function comparedColumns(header: readonly string[], heading: string): ComparedColumns | undefined {
  const [first = '', one = '', other = '', ...more] = header
  if (more.length > 0 || one === '' || other === '' || wordCount(one) > 4 || wordCount(other) > 4)
    return undefined
  // "Definition | Example" without a heading of their own before them are columns like any other.
  if (labelKind(one) !== 'term' || labelKind(other) !== 'term') return undefined
  if (!isRespect(first) && !(isName(one) && isName(other)) && !opposes.test(heading)) return undefined
  const noun = sharedNoun(one, other, heading)
  return noun === '' ? { one, other } : { one: `${one} ${noun}`, other: `${other} ${noun}` }
}

/** "immunity" of "Innate vs adaptive immunity", above columns that only describe it. */
function sharedNoun(one: string, other: string, heading: string): string {
  const found = /^(?:.*\s)?(\p{L}+)\s(?:vs\.?|versus|and|or|&)\s(\p{L}+)\s(\p{L}{3,})$/iu.exec(heading)
  const [, left = '', right = '', noun = ''] = found ?? []
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
  const isPlain = /^\p{Lu}?\p{Ll}+$/u.test(one) && /^\p{Lu}?\p{Ll}+$/u.test(other)
  return isPlain && same(left, one) && same(right, other) ? noun.toLowerCase() : ''
}

/** "Arteries vs veins", "Difference between RNA and DNA". */
const opposes = /\b(?:vs?\.?|versus|differences?|compar(?:ed|ing|ison)|contrast)\b/i

/** "REST", "GraphQL". */
const isName = (column: string): boolean => /^\p{Lu}{2,}\b|^\p{Lu}\p{Ll}+\p{Lu}/u.test(column)

/** A first column that names respects. */
export const isRespect = (first: string): boolean =>
  /^(?:|aspects?|areas?|attributes?|basis(?: of comparison)?|categor(?:y|ies)|characteristics?|comparison|criteri(?:on|a)|differences?|dimensions?|factors?|features?|metrics?|parameters?|points?|propert(?:y|ies)|questions?|topics?)$/i.test(
    first,
  )

/** How the two differ in the respect of a row; nothing where they do not, or where one of them stays untold. */
export function comparedRow(
  cells: readonly string[],
  { one, other }: ComparedColumns,
  voice: Voice,
): readonly Draft[] {
  const [name = '', ...told] = cells.map((cell) => trimEnd(cell))
  // "Nom." before forms of one word.
  if (/^\p{L}{1,5}\.$/u.test(cells[0]?.trim() ?? '') || areForms(told)) return []
  const [ofOne = '', ofOther = ''] = told.map(asWords)
  if (normaliseText(ofOne) === normaliseText(ofOther)) return []
  if (isQuality(name)) return whichOfBoth(smallWords(name), [one, ofOne], [other, ofOther], voice)
  // "Rarely" against "yes" compares nothing, and one guess in two is right about "yes" against "no".
  if ([ofOne, ofOther].some((told) => /^(?:yes|no)$/.test(told))) return []
  if (!isNoun(name) || !says(ofOne) || !says(ofOther)) return []
  if (/^(?:definition|what it is)$/i.test(name) && [ofOne, ofOther].every((told) => shapeOf(told) === 'noun'))
    return [
      [one, ofOne],
      [other, ofOther],
    ].map(([term = '', statement = '']) => ({ kind: 'definition', term, statement }))
  if (/^full (?:form|name)$|^stands for$/i.test(name))
    return [
      [one, ofOne],
      [other, ofOther],
    ].map(([term = '', statement = '']) => ({ kind: 'expansion', term, statement }))
  const respect = smallWords(name)
  const second = sayLike(one, other, voice)
  const [small, smallOther] = startAlike(ofOne, ofOther)
  const statement = `${one}: ${small}  \n${other}: ${smallOther}`
  // Whole lists side by side are too much for one answer.
  if ([ofOne, ofOther].some((told) => told.split(/[,;]/).length > 3)) return []
  if (wordCount(statement) <= longestAnswer)
    return [{ kind: 'comparison', term: one, other: `${second} in ${respect}`, statement }]
  return [
    [one, ofOne],
    [other, ofOther],
  ].flatMap(([term = '', told = '']) => oneSide(term, respect, told))
}

/** The second of two as the first is said: what stands beside "a process" is "a thread". */
function sayLike(one: string, other: string, voice: Voice): string {
  const [first, second] = [sayTerm(one, voice), sayTerm(other, voice)]
  if (second !== other || first === one || !/^\p{Lu}\p{Ll}+$/u.test(other) || isProperName(other))
    return second
  const [, article = ''] = /^(an?\s)/.exec(first) ?? []
  const small = other.toLowerCase()
  return article === '' ? small : `${/^[aeiou]/.test(small) ? 'an' : 'a'} ${small}`
}

/** "Ordered | yes | no": which of the two it is. */
function whichOfBoth(
  quality: string,
  [one, ofOne]: readonly [string, string],
  [other, ofOther]: readonly [string, string],
  voice: Voice,
): readonly Draft[] {
  const both = `${ofOne} ${ofOther}`
  if (both !== 'yes no' && both !== 'no yes') return []
  const words = `which is ${quality}, ${sayTerm(one, voice)} or ${sayTerm(other, voice)}`
  return [
    {
      kind: 'aspect',
      term: one,
      respect: { kind: 'asked', words },
      statement: ofOne === 'yes' ? one : other,
    },
  ]
}

/** "Ordered", "Easy to automate", "Reversible": true of something, no respect of it. */
export const isQuality = (name: string): boolean =>
  wordCount(name) <= 4 &&
  /^(?:(?:\p{L}+(?:able|ible|ful|less|ous|ive)|(?!need|seed|feed|speed|bleed|breed|shed|bed|seaweed)\p{L}+ed)(?:\s(?:by|to|with|in|on|for)\s.+)?|(?:able|cheap|easy|fast|hard|likely|safe|simple|slow) to .+|(?:easier|harder|faster|slower|cheaper) to .+)$/iu.test(
    name,
  )

/** A row of a comparison as the name of a property; undefined where it names none. */
export const respectName = (name: string): string | undefined => {
  const bare = trimEnd(name)
  return bare !== '' && !isQuality(bare) && isNoun(bare) ? smallWords(bare) : undefined
}

/** Two cells of one row are alike: where one of them begins with no name, a lone word in the other is none. */
function startAlike(ofOne: string, ofOther: string): readonly [string, string] {
  const [one, other] = [startSmall(ofOne), startSmall(ofOther)]
  const isLone = (text: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(text) && !isProperName(text)
  const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
  if (/^\p{Ll}/u.test(one) && isLone(other)) return [one, lower(other)]
  return /^\p{Ll}/u.test(other) && isLone(one) ? [lower(one), other] : [one, other]
}

/** A capital at the beginning of a cell goes, but for a list of names: "Locke, Hume". */
const startSmall = (text: string): string => (/[\s,]\p{Lu}\p{Ll}/u.test(text) ? text : lowerStart(text))

/** "puella | puellae": two forms of one word differ in their ending only. */
function areForms([one = '', other = '']: readonly string[]): boolean {
  if (!/^\p{L}+$/u.test(one) || !/^\p{L}+$/u.test(other)) return false
  const stem = Math.floor(Math.max(one.length, other.length) * 0.6)
  return one.slice(0, stem).toLowerCase() === other.slice(0, stem).toLowerCase()
}

/** What does not fit one answer is asked of each by itself. */
function oneSide(term: string, name: string, statement: string): readonly Draft[] {
  if (wordCount(statement) > longestAnswer) return []
  return [{ kind: 'aspect', term, respect: { kind: 'compared', name, head: 'aspect' }, statement }]
}

const longestAnswer = 20

/** Respects are common nouns: their capitals only stand for a cell's beginning, or for title case. */
const smallWords = (name: string): string =>
  name
    .replace(/^(?:No|Nr)\.\s(?:of\s)?/i, 'number of ')
    .replace(/(?<![\p{L}\d-])\p{Lu}\p{Ll}+(?![\p{L}\d])/gu, (word) =>
      isProperName(word) ? word : word.toLowerCase(),
    )

const says = (text: string): boolean => text !== '' && !isPersonal(text) && !/https?:|;/.test(text)

/** "Used for" and "Is it ordered?" have no place after "in". */
const isNoun = (name: string): boolean =>
  name !== '' &&
  wordCount(name) <= 4 &&
  shapeOf(name) !== 'third' &&
  !isOrdering(name) &&
  !/[?]|\b(?:for|by|with|to|in|of|on|as|when|it)$|^(?:when|how|where|why|what|who|is|are|can|does|supports?|used|best)\b|^(?:common|shared|similar)\b|^(?:aspects?|conclusion|differences?|distinctions?|examples?|features?|misc|names?|notes?|others?|overview|pictures?|similarit(?:y|ies)|summary|types?)$/i.test(
    name,
  )

/** Ticks are words to recall. */
function asWords(text: string): string {
  if (/^(?:✓|✔|✅|yes|y|true)$/iu.test(text)) return 'yes'
  return /^(?:✗|✘|❌|no|n|false)$/iu.test(text) ? 'no' : text
}
