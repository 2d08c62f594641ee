import { atSpaces, isFunctionWord } from '../basics/text.ts'
import { isNounToo } from './imperative.ts'
import { isPlural } from './nouns.ts'
import { trimEnd } from './phrase.ts'
import { baseVerb, gerundBase, isVerbForm, pastBase, thirdPersonBase } from './verbs.ts'

/** The noun phrase that ends a text: "Use multiple security layers" gives "security layers". */
export function kindBefore(before: string): string {
  const parts = atSpaces(trimEnd(before))
  const out: string[] = []
  for (let i = parts.length - 1; i >= 0 && out.length < 5; i--) {
    const word = parts[i] ?? ''
    const bare = word.replace(/^["'“”*`]+|["'“”*`]+$/g, '')
    if (/^(?:two|three|four|five|six|seven|its|both)$/i.test(bare)) break
    if (/[,;:–—()→]$/.test(word) || /^[–—→-]$/.test(word)) break
    if (
      isFunctionWord(bare) &&
      !(out.length > 0 && /^(?:and|of|as)$/i.test(bare) && joins(bare, parts[i - 1] ?? '', out))
    )
      break
    if (out.length > 0 && /ly$/i.test(bare)) break
    if (
      out.length > 0 &&
      /^(?:applied|used|multiple|various|different|several|many|numerous|common|popular|modern|other|some|certain|key|learned|related|respective)$/i.test(
        bare,
      )
    )
      break
    if (
      out.length > 0 &&
      (stopsAt(bare, out[0] ?? '') || ((i === 0 || /[–—:;]$/.test(parts[i - 1] ?? '')) && startsAsVerb(bare)))
    )
      break
    if (
      out.length > 0 &&
      gerundBase(bare) !== undefined &&
      /^(?:by|for|of|to|when|while)$/i.test(parts[i - 1] ?? '')
    )
      break
    if (
      out.length > 0 &&
      thirdPersonBase(bare) !== undefined &&
      /^(?:that|which|it|and|who)$/i.test(parts[i - 1] ?? '')
    )
      break
    if (out.length > 0 && pastBase(bare) !== undefined && /(?:ly|^I|^[Ww]e)$/.test(parts[i - 1] ?? '')) break
    out.unshift(bare)
  }
  while (out.length > 0 && /^(?:and|of|or|&)$/i.test(out[0] ?? '')) out.shift()
  const kind = out.join(' ')
  const head = (kind.split(/\sof\s/)[0] ?? kind).split(' ').at(-1) ?? ''
  const modifier = (parts[parts.length - out.length - 1] ?? '').toLowerCase()
  if (out.length === 1 && /^(?:modern|popular|common|certain|key|related|other)$/.test(modifier)) return ''
  if (!isPlural(head) && !/\b(?:and|&)\b/.test(kind)) return ''
  if (subjective.test(kind)) return ''
  return /^(?:things|examples|cases|topics|basics|others|ones|fields|items|ways|forms|basics|apps|applications|projects|tables|areas|tasks|services|operations)$/i.test(
    kind,
  )
    ? ''
    : kind
}

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
