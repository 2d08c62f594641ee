/** The languages whose grammar the rules know well enough to ask in: English by its rules, the others by `frames`. */
export const languages = ['en', 'es', 'pt', 'fr', 'de'] as const

export type Language = (typeof languages)[number]

/** A language that has question frames of its own. */
export type FramedLanguage = Exclude<Language, 'en'>

/** What a text is written in: a language that the rules know, or `other`, whose grammar they do not. */
export type Tongue = Language | 'other'

/** True for a language whose questions are framed by its table. */
export const isFramed = (tongue: Tongue): tongue is FramedLanguage => tongue !== 'en' && tongue !== 'other'
