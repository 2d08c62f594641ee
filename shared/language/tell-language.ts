import { isAscii, remembering } from '../basics/text.ts'
import { type Tongue, languages } from './language.ts'
import { type Held, smallWords, tellingLetters } from './small-words.ts'

/** What a text tells of its language: `foreign` is surely not English, and which language it is stays open. */
export type Told = Tongue | 'foreign'

/**
 * What a text is written in, by its script and by the small words that hold it together; undefined where too few of them
 * tell, as in a name, a formula or two words.
 */
export const tellLanguage = remembering((text): Told | undefined => {
  const bare = /[`$\\]|https?:/.test(text)
    ? text.replace(/`[^`]*`|\$\$[^$]*\$\$|\$[^$]*\$|\\\w+|https?:\S+/g, ' ')
    : text
  if (isAscii(bare)) {
    const told = plainSmallWords(bare)
    const isEnglish = told.every(({ english }) => english)
    return isEnglish ? (told.length >= fewest ? 'en' : undefined) : heldBy(weighed(told))
  }
  if (isOfOtherScript(bare)) return 'other'
  return heldBy(gatherEvidence(bare.toLowerCase()))
}, 1024)

/** True for a text that is surely not English. */
export const isForeign = (text: string): boolean => (tellLanguage(text) ?? 'en') !== 'en'

/** True where half of the letters are none of ours. */
function isOfOtherScript(text: string): boolean {
  if (!/[^\0-\u024F\u1E00-\u1EFF\u2000-\u2BFF]/.test(text)) return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return letters > 0 && latin * 2 < letters
}

/** What tells for some languages: one that several of them have counts for each in part. */
interface Telling {
  readonly languages: readonly Held[]
  readonly weight: number
}

interface SmallWord extends Telling {
  readonly english: boolean
}

const known: ReadonlyMap<string, SmallWord> = weighWords()

function weighWords(): Map<string, SmallWord> {
  const owners = new Map<string, Held[]>()
  for (const held of Object.keys(smallWords) as Held[])
    for (const word of smallWords[held]) owners.set(word, [...(owners.get(word) ?? []), held])
  return new Map(
    [...owners].map(([word, held]) => [
      word,
      { english: held.includes('en'), weight: 1 / held.length, languages: held },
    ]),
  )
}

/** So many words or letters must tell for a language … */
const fewest = 2
/** … with so much weight together … */
const enough = 0.9
/** … and so many times as much as for the next one; in a text of many such words less does. */
const margin = (count: number): number => (count < 20 ? 1.4 : 1.15)

interface Evidence {
  readonly weight: number
  readonly count: number
}

function heldBy(told: ReadonlyMap<Held, Evidence>): Told | undefined {
  const [best, next] = [...told].sort((a, b) => b[1].weight - a[1].weight)
  if (best === undefined || best[1].count < fewest) return undefined
  const [held, { weight, count }] = best
  if (weight >= enough && weight >= margin(count) * (next?.[1].weight ?? 0))
    return languages.find((language) => language === held) ?? 'other'
  const english = told.get('en')?.weight ?? 0
  return english * 2 < weight && weight > fewestForeign ? 'foreign' : undefined
}

/** Two words that several languages share tell that a text is not English. */
const fewestForeign = 0.45

/** What words and letters tell together. */
function weighed(telling: readonly Telling[]): Map<Held, Evidence> {
  const told = new Map<Held, Evidence>()
  for (const { languages: owners, weight: more } of telling)
    for (const held of owners) {
      const { weight, count } = told.get(held) ?? nothing
      told.set(held, { weight: weight + more, count: count + 1 })
    }
  return told
}

const nothing: Evidence = { weight: 0, count: 0 }

function gatherEvidence(text: string): Map<Held, Evidence> {
  const words = (text.match(/\p{L}+/gu) ?? []).flatMap((word) => known.get(word) ?? [])
  const letters = tellingLetters.flatMap(([sign, held]): Telling[] =>
    (text.match(sign) ?? []).slice(0, mostLetters).map(() => ({ languages: held, weight: 1 / held.length })),
  )
  return weighed([...words, ...letters])
}

/** A letter counts no more often in one text. */
const mostLetters = 3

/** No small word is longer. */
const longestSmall = 12

/** The small words of a text in plain letters: most lines of most notes are English, so they are read without patterns. */
function plainSmallWords(text: string): SmallWord[] {
  const told: SmallWord[] = []
  let from = 0
  const level = text.toLowerCase()
  const { length } = level
  for (let i = 0; i <= length; i++) {
    const unit = i < length ? level.charCodeAt(i) : 0
    if (unit >= 97 && unit <= 122) continue
    const word = i > from && i - from <= longestSmall ? known.get(level.slice(from, i)) : undefined
    if (word !== undefined) told.push(word)
    from = i + 1
  }
  return told
}
