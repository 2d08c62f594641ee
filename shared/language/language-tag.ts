import type { Tongue } from './language.ts'
import { heldBy, tellLanguage } from './tell-language.ts'

/** The name of a language as pages write it (BCP 47); `und` where it is surely not English and more is not known. */
export type LanguageTag = string

export const unknownTag: LanguageTag = 'und'

/** What a text is written in, by its own words or script; undefined where too few of them tell. */
export function languageTag(text: string): LanguageTag | undefined {
  const told = tellLanguage(text)
  if (told === undefined) return undefined
  if (told !== 'other' && told !== 'foreign') return told
  const byScript = scripts.find(([letters]) => letters.test(text))?.[1]
  if (byScript !== undefined) return byScript
  const held = heldBy(text.toLowerCase())
  return held === undefined || isNoLanguage.has(held) ? unknownTag : held
}

/** The tag of what a note is written in, as far as its tongue is known. */
export const tagOfTongue = (tongue: Tongue): LanguageTag => (tongue === 'other' ? unknownTag : tongue)

/** Small words that stand for several languages, or for none by name. */
const isNoLanguage: ReadonlySet<string> = new Set(['foreign', 'sv', 'unnamed'])

/** Scripts in which one language is written. Kana comes first: Japanese has Chinese letters as well. */
const scripts: readonly (readonly [RegExp, LanguageTag])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Armenian}/u, 'hy'],
]

/** The tag of a language by its English name, as a table of words has it above its column. */
export const tagOfName = (name: string): LanguageTag | undefined => names[name.trim().toLowerCase()]

const names: Readonly<Record<string, LanguageTag>> = {
  arabic: 'ar',
  basque: 'eu',
  bengali: 'bn',
  bulgarian: 'bg',
  cantonese: 'yue',
  catalan: 'ca',
  chinese: 'zh',
  croatian: 'hr',
  czech: 'cs',
  danish: 'da',
  dutch: 'nl',
  english: 'en',
  esperanto: 'eo',
  finnish: 'fi',
  french: 'fr',
  german: 'de',
  greek: 'el',
  hebrew: 'he',
  hindi: 'hi',
  hungarian: 'hu',
  icelandic: 'is',
  indonesian: 'id',
  irish: 'ga',
  italian: 'it',
  japanese: 'ja',
  korean: 'ko',
  latin: 'la',
  malay: 'ms',
  mandarin: 'zh',
  norwegian: 'no',
  persian: 'fa',
  polish: 'pl',
  portuguese: 'pt',
  romanian: 'ro',
  russian: 'ru',
  serbian: 'sr',
  slovak: 'sk',
  slovenian: 'sl',
  spanish: 'es',
  swahili: 'sw',
  swedish: 'sv',
  thai: 'th',
  turkish: 'tr',
  ukrainian: 'uk',
  urdu: 'ur',
  vietnamese: 'vi',
  welsh: 'cy',
}
