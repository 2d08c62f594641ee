import { holdsAny } from '../basics/first-answer.ts'
import { atSpaces, isFunctionWord } from '../basics/text.ts'
import { isNounToo } from './imperative.ts'
import { isPlural } from './nouns.ts'
import { trimEnd } from './phrase.ts'
import { baseVerb, gerundBase, isVerbForm, pastBase, thirdPersonBase } from './verbs.ts'

/** The noun phrase that ends a text: "Use multiple security layers" gives "security layers". */
export function kindBefore(before: string): string {
  const parts = atSpaces(trimEnd(before))
  const words = lastPhrase(parts)
  const kind = words.join(' ')
  const modifier = parts[parts.length - words.length - 1] ?? ''
  if (words.length === 1 && vague.test(modifier)) return ''
  return isPluralKind(kind) && !subjective.test(kind) && !anyKind.test(kind) ? kind : ''
}

/** "popular tools" are whichever the author finds popular. */
const vague = /^(?:modern|popular|common|certain|key|related|other)$/i

const isPluralKind = (kind: string): boolean =>
  isPlural((kind.split(/\sof\s/)[0] ?? kind).split(' ').at(-1) ?? '') || /\b(?:and|&)\b/.test(kind)

/** Kinds of which anything may be a member. */
const anyKind =
  /^(?:things|examples|cases|topics|basics|others|ones|fields|items|ways|forms|basics|apps|applications|projects|tables|areas|tasks|services|operations)$/i

/** A word that may belong to the phrase behind it. */
interface Place {
  /** With its marks. */
  readonly word: string
  readonly bare: string
  /** The word before it. */
  readonly before: string
  readonly opens: boolean
  /** The phrase so far, as far as it is read. */
  readonly phrase: readonly string[]
}

function lastPhrase(parts: readonly string[]): string[] {
  const phrase: string[] = []
  for (let i = parts.length - 1; i >= 0 && phrase.length < longestKind; i--) {
    const word = parts[i] ?? ''
    const bare = word.replace(/^["'“”*`]+|["'“”*`]+$/g, '')
    const place = { word, bare, before: parts[i - 1] ?? '', opens: i === 0, phrase }
    if (holdsAny(ends, place) || (phrase.length > 0 && holdsAny(endsPhrase, place))) break
    phrase.unshift(bare)
  }
  while (/^(?:and|of|or|&)$/i.test(phrase[0] ?? '')) phrase.shift()
  return phrase
}

const longestKind = 5

type Condition = (place: Place) => boolean

/** "two databases". */
const isNumber: Condition = ({ bare }) => /^(?:two|three|four|five|six|seven|its|both)$/i.test(bare)

/** "Caching: databases". */
const hasMark: Condition = ({ word }) => /[,;:–—()→]$/.test(word) || /^[–—→-]$/.test(word)

/** "the databases"; "of" and "and" may join. */
const isFunctional: Condition = ({ bare, before, phrase }) =>
  isFunctionWord(bare) && !(phrase.length > 0 && /^(?:and|of|as)$/i.test(bare) && joins(bare, before, phrase))

/** Words that stand before a phrase and are no part of it. */
const ends: readonly Condition[] = [isNumber, hasMark, isFunctional]

const isAdverb: Condition = ({ bare }) => /ly$/i.test(bare)

/** "various databases". */
const isModifier: Condition = ({ bare }) =>
  /^(?:applied|used|multiple|various|different|several|many|numerous|common|popular|modern|other|some|certain|key|learned|related|respective)$/i.test(
    bare,
  )

/** "Use databases". */
const isVerb: Condition = ({ bare, before, opens, phrase }) =>
  stopsAt(bare, phrase[0] ?? '') || ((opens || /[–—:;]$/.test(before)) && startsAsVerb(bare))

/** "by using databases". */
const isGerund: Condition = ({ bare, before }) =>
  gerundBase(bare) !== undefined && /^(?:by|for|of|to|when|while)$/i.test(before)

/** "that needs databases". */
const isThird: Condition = ({ bare, before }) =>
  thirdPersonBase(bare) !== undefined && /^(?:that|which|it|and|who)$/i.test(before)

/** "we added databases". */
const isPast: Condition = ({ bare, before }) =>
  pastBase(bare) !== undefined && /(?:ly|^I|^[Ww]e)$/.test(before)

/** Words that end a phrase once it has a noun. */
const endsPhrase: readonly Condition[] = [isAdverb, isModifier, isVerb, isGerund, isThird, isPast]

/** Kinds that only a judgement marks off: nobody could name their members. */
const subjective =
  /^(?:(?:testing|handling|managing)\s+)?(?:bigger|complex|complicated|critical|difficult|familiar|full|helpful|heavy|important|interesting|large|larger|little|minimal|new|real|real-world|reusable|simple|simpler|small|smaller|specific|time-consuming|tricky|unfamiliar|useful)\s/i

const joins = (word: string, before: string, out: readonly string[]): boolean =>
  word === 'as'
    ? /^\p{Lu}/u.test(out[0] ?? '') && /^\p{Lu}/u.test(before)
    : word.toLowerCase() === 'of'
      ? out.length >= 1 && before !== ''
      : out.length === 1 && isPlural(before) && !/[,;]$/.test(before)

const startsAsVerb = (word: string): boolean =>
  thirdPersonBase(word) !== undefined ||
  (gerundBase(word) !== undefined && /^\p{Lu}/u.test(word) && !beforeNouns.test(word)) ||
  (baseVerb(word) !== undefined &&
    !isNounToo(word) &&
    !/^(?:test|design|cache|model|query|data|form|process|code|access|control|load|index|network|support|state|sort|search|log|message|function|release|process|build|view|type|file|image|key)$/i.test(
      word,
    ))

/** Activities that name a kind: "testing frameworks", "caching strategies". */
const beforeNouns =
  /^(?:building|bundling|caching|coding|computing|debugging|hosting|indexing|learning|linting|logging|mapping|messaging|monitoring|operating|processing|programming|rendering|routing|scaling|scheduling|searching|sorting|styling|testing|tracing|training)$/i

/** A verb before the noun phrase ends it; a participle used as an adjective does not. */
function stopsAt(word: string, next: string): boolean {
  const lower = word.toLowerCase()
  if (pastBase(lower) !== undefined && /^\p{Lu}/u.test(word)) return true
  if (!isVerbForm(lower)) return false
  if (gerundBase(lower) !== undefined)
    return (
      /^(?:using|including|following|applying|implementing|exploring|understanding|learning|handling|writing|creating|managing|building|developing|leveraging|integrating|employing|adding)$/.test(
        lower,
      ) || next === ''
    )
  return thirdPersonBase(lower) !== undefined
    ? /^(?:uses|provides|includes|supports|offers|covers|requires|enables|allows|represents|applies)$/.test(
        lower,
      )
    : baseVerb(lower) !== undefined &&
        /^(?:use|apply|implement|write|create|follow|leverage|learn|explore|adopt|add|integrate|understand|manage|build|define|represent|avoid|embrace|handle|enforce|know)$/.test(
          lower,
        )
}
