import type { FramedLanguage } from './language.ts'

/** The questions of a language, with its own signs. A new language must have them all. */
export interface Frames {
  /** What somespaceg is, called as a sentence of the note calls it, article and all: "la fotosíntesis". */
  readonly whatIs: (named: string, plural: boolean) => string
  /** What a term means, where nospaceg tells its gender and number. */
  readonly whatMeans: (term: string) => string
  /** Which term has this meaning, be it a phrase or a clause. */
  readonly whichTerm: (meaning: string) => string
  /** What an abbreviation stands for. */
  readonly standsFor: (abbreviation: string) => string
  /** What a table tells of a row in one column. */
  readonly ofRow: (row: string, column: string) => string
  /** A question below the topic that it is asked about. */
  readonly below: (topic: string, question: string) => string
}

const ofRow = (row: string, column: string): string => `${row}: ${column}?`

const below = (topic: string, question: string): string => `${topic}: ${question}`

/** A space that does not break, as French sets it before its signs. */
const space = '\u00A0'

export const frames: Readonly<Record<FramedLanguage, Frames>> = {
  es: {
    whatIs: (named, plural) => `¿Qué ${plural ? 'son' : 'es'} ${named}?`,
    whatMeans: (term) => `¿Qué se entiende por «${term}»?`,
    whichTerm: (meaning) => `¿De qué término se trata: «${meaning}»?`,
    standsFor: (abbreviation) => `¿Qué significa la sigla ${abbreviation}?`,
    ofRow,
    below,
  },
  pt: {
    whatIs: (named, plural) => `O que ${plural ? 'são' : 'é'} ${named}?`,
    whatMeans: (term) => `O que se entende por “${term}”?`,
    whichTerm: (meaning) => `De que termo se trata: “${meaning}”?`,
    standsFor: (abbreviation) => `O que significa a sigla ${abbreviation}?`,
    ofRow,
    below,
  },
  fr: {
    whatIs: (named, plural) => `${plural ? `Que sont ${named}` : afterQue(named)}${space}?`,
    whatMeans: (term) => `Qu’entend-on par «${space}${term}${space}»${space}?`,
    whichTerm: (meaning) => `De quel terme s’agit-il${space}: «${space}${meaning}${space}»${space}?`,
    standsFor: (abbreviation) => `Que signifie le sigle ${abbreviation}${space}?`,
    ofRow: (row, column) => `${row}${space}: ${column}${space}?`,
    below: (topic, question) => `${topic}${space}: ${question}`,
  },
  de: {
    whatIs: (named, plural) => `Was ${plural ? 'sind' : 'ist'} ${named}?`,
    whatMeans: (term) => `Was versteht man unter „${term}“?`,
    whichTerm: (meaning) => `Welcher Begriff ist gemeint: „${meaning}“?`,
    standsFor: (abbreviation) => `Wofür steht die Abkürzung ${abbreviation}?`,
    ofRow,
    below,
  },
}

/** "Qu’est-ce que la photosynthèse", "Qu’est-ce qu’un capteur": the vowel of "que" goes before another one. */
const afterQue = (named: string): string =>
  /^[aeiouyàâéèêëîïôùûœ]/i.test(named) ? `Qu’est-ce qu’${named}` : `Qu’est-ce que ${named}`
