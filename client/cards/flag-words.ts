import type { CardFlag } from '../../shared/card/card-flags.ts'

/** A flag as people say it. */
export function flagWords(flag: CardFlag): string {
  return flag === 'unsaid' ? 'flagged' : flag.replace('_', ' ')
}
