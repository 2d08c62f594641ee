import type { CardFlag } from './card-flags.ts'

/** A flag in a word or two, as people say it. */
export function flagWords(flag: CardFlag): string {
  return flag === 'unsaid' ? 'flagged' : flag.replace('_', ' ')
}

/** The same inside a sentence: "flagged as too long", or only "flagged". */
export function flaggedWords(flag: CardFlag): string {
  return flag === 'unsaid' ? 'flagged' : `flagged as ${flagWords(flag)}`
}
