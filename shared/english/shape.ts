import { remembering, upTo } from '../basics/text.ts'
import { activityActs, hasFinite, hasFiniteHead, isClause } from './clause.ts'
import { isImperative } from './imperative.ts'
import { firstWord } from './phrase.ts'
import { isPresentClause } from './present-clause.ts'
import { baseVerb, gerundBase, pastBase, thirdPersonBase } from './verbs.ts'

/** What a piece of text is, by its first words: this decides which question it can answer. */
export type Shape =
  'noun' | 'gerund' | 'used' | 'past' | 'third' | 'imperative' | 'infinitive' | 'for' | 'clause' | 'other'

const adverb =
  /^(?:always|never|regularly|often|usually|mainly|mostly|primarily|also|only|simply|just|consistently|carefully|directly|automatically|easily|quickly|efficiently|effectively|typically|commonly|widely|significantly|first|then|do not|don't|(?!(?:apply|supply|reply|comply|multiply|imply|assembly|family|anomaly|monopoly)\s)\p{L}{3,}ly)\s+/iu

/** A leading adverb ("Always", "Regularly") and the rest. */
export function splitAdverb(text: string): { adverb: string; rest: string } {
  const found = adverb.exec(text)?.[0] ?? ''
  return { adverb: found.trim(), rest: text.slice(found.length) }
}

/** Tells a noun phrase from a gerund, an imperative, a diary entry and a full sentence. */
export const shapeOf = remembering((text): Shape => {
  const { adverb: lead, rest } = splitAdverb(text.trim())
  const first = firstWord(rest)
  const second = firstWord(rest.slice(first.length).trim())
  const lower = first.toLowerCase()
  if (/^to\s+\p{Ll}/iu.test(rest) && baseVerb(second) !== undefined) return 'infinitive'
  if (lower === 'for') return 'for'
  if (
    /^(?:used|utilized|utilised|employed|leveraged|useful|ideal|great|perfect|suited|suitable|good|best|designed|intended|essential|helpful)\s+(?:mainly |primarily |often |mostly |commonly |extensively )?(?:for|to|as)\b/i.test(
      rest,
    )
  )
    return 'used'
  if (
    gerundBase(first) !== undefined &&
    !/^(?:of|point|block|blocks|time|order|state|key|copy|set|part|parts|rule|rules|value|version)$/i.test(
      second,
    ) &&
    (!/^(?:starting|running|existing|missing|working|floating|remaining|following|leading)$/i.test(first) ||
      /^(?:working (?:with|on|around)|starting with)$/i.test(`${first} ${second}`)) &&
    !/^(?:is|are|was|helps?|makes?|ensures?|reduces?|improves?)$/i.test(second)
  ) {
    return hasFiniteHead(upTo(rest, /\s(?:that|which|who|how|what|when|where|if)\s/)) || activityActs(rest)
      ? 'clause'
      : 'gerund'
  }
  if (
    /^(?:the|an?|this|these|each|every|any|all|some|no|your|it|they|you|we|he|she|i|one|two|three)$/i.test(
      first,
    )
  ) {
    return isClause(rest) ? 'clause' : 'noun'
  }
  const past = pastBase(first)
  if (past !== undefined && baseVerb(first) === undefined && startsObject(rest.slice(first.length)))
    return 'past'
  if (
    thirdPersonBase(first) !== undefined &&
    startsObject(rest.slice(first.length)) &&
    !hasFinite(upTo(rest, /[,;]/))
  )
    return 'third'
  const base = baseVerb(first)
  if (base !== undefined && isImperative(rest, first, lead)) return 'imperative'
  return isClause(rest) || isPresentClause(rest) || activityActs(rest) ? 'clause' : 'noun'
})

/** True for the shape 'past'. Its first word rules it out for most texts, before their whole shape is read. */
export function isPast(text: string): boolean {
  return pastBase(headWord(text)) !== undefined && shapeOf(text) === 'past'
}

/** True for the shape 'imperative', in the same way. */
export function isOrdering(text: string): boolean {
  return baseVerb(headWord(text)) !== undefined && shapeOf(text) === 'imperative'
}

const headWord = (text: string): string => firstWord(splitAdverb(text.trim()).rest)

/** True when a word that follows can be the object of a verb (so the word before is one). */
function startsObject(rest: string): boolean {
  const next = firstWord(rest.trimStart())
  return rest.trim() === '' || next !== '' || rest.trimStart().startsWith('`')
}
