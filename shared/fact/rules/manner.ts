import { wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { firstWord } from '../../english/phrase.ts'
import { lower } from './lower-action.ts'

/** The moment or the place that an advice fixes: "Run migrations before deployment", "Keep keys in a vault, never in code". */
export const mannerOf = (term: string, action: string): readonly Draft[] =>
  whereOf(term, action) ?? whenOf(term, action) ?? []

/** "Store secrets in the environment, never in code": a place told from another one. */
function whereOf(term: string, action: string): readonly Draft[] | undefined {
  const [, deed, place] =
    /^(.{6,80}?)\s+((?:in|on|under|inside|at)\s[^,;]{2,60},?\s(?:never|not|instead of|rather than)\s.{2,60})$/i.exec(
      action,
    ) ?? []
  return deed === undefined || place === undefined || wordCount(deed) < 2
    ? undefined
    : [{ kind: 'best_practice', asks: 'where', term, action: lower(deed), statement: place }]
}

/** "Write tests before the implementation", "Merge only after a review". */
function whenOf(term: string, action: string): readonly Draft[] | undefined {
  const [, deed, moment] = /^(.{6,80}?)\s+((?:only\s)?(?:before|after|once)\s.{2,80})$/i.exec(action) ?? []
  if (deed === undefined || moment === undefined || wordCount(moment) > 14) return undefined
  const bare = deed.replace(/^(?:always|never)\s/i, '')
  // "Understand a problem before solving it" orders two halves of one duty.
  const pointsBack =
    /\b(?:it|them|this|that|these|those|they)\b/i.test(moment) ||
    /ing$/i.test(firstWord(moment.replace(/^\S+\s/, '')))
  return wordCount(bare) < 2 || pointsBack
    ? undefined
    : [{ kind: 'best_practice', asks: 'when', term, action: lower(deed), statement: moment }]
}
