import type { Fact, QuestionSides } from '../fact/fact.ts'
import { isFramed, languages } from '../language/language.ts'
import {
  type LanguageTag,
  languageTag,
  tagOfName,
  tagOfTongue,
  unknownTag,
} from '../language/language-tag.ts'

/** What each side of a card is written in; null where it is English, as the page is. What reads a card aloud asks for it. */
export interface SideLanguages {
  readonly front: LanguageTag | null
  readonly back: LanguageTag | null
}

export const inEnglish: SideLanguages = { front: null, back: null }

/** The languages of a card's sides: by their own words, else by the place in the notes where they stand. */
export function sideLanguages(
  fact: Fact,
  { kind, front, back }: { readonly kind: string; readonly front: string; readonly back: string },
): SideLanguages {
  if (fact.kind === 'question' && fact.sides.kind === 'languages') return ofWords(fact.sides, kind)
  // What our own rules read in English lines is English.
  const isOwn = fact.kind === 'question' || (fact.kind === 'cloze' && fact.by === 'author')
  const tongue = fact.abroad?.tongue ?? fact.writtenIn
  if (tongue === undefined && !isOwn) return inEnglish
  const place = tongue === undefined ? null : tagOfTongue(tongue)
  return { front: sideLanguage(front, place), back: sideLanguage(back, place) }
}

/** What a text is written in that stands at a place of this language. Languages near to each other are not told apart by one line. */
export function sideLanguage(text: string, place: LanguageTag | null): LanguageTag | null {
  if (isCode.test(text)) return null
  const told = languageTag(text)
  const own = told === undefined || (told === unknownTag && place !== null) ? place : told
  const isNear = own !== null && place !== null && framedTags.has(own) && framedTags.has(place)
  return notEnglish(isNear ? place : own)
}

const isCode = /^\s*(`[^`]+`|```[\s\S]*```|\$[^$]+\$)\s*$/

const framedTags: ReadonlySet<LanguageTag> = new Set(languages.filter(isFramed))

/** A word is asked for in an English sentence that names its language. */
function ofWords(
  { from, to }: Extract<QuestionSides, { readonly kind: 'languages' }>,
  kind: string,
): SideLanguages {
  return { front: null, back: notEnglish(tagOfName(kind === 'reverse' ? from : to) ?? null) }
}

const notEnglish = (tag: LanguageTag | null): LanguageTag | null => (tag === 'en' ? null : tag)
