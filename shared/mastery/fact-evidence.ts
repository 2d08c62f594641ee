import { readForm } from '../schedule/answer-form.ts'
import type { Reviewed } from '../schedule/review-event.ts'
import { evidenceOf, isFailure } from './answer-evidence.ts'

/** What the log shows of one fact, over all the cards that ask for it. Days are counted as `dayNumber` counts them. */
export interface FactEvidence {
  /** The last day on which any of its cards was answered, in any way: its answer was seen then. */
  readonly seenOn: number | null
  /** The last day on which one of its cards failed at the first try. */
  readonly failedOn: number | null
  /** The last day on which it was recalled at the first try, a day or more after it was seen. */
  readonly recalledOn: number | null
  /** The longest gap in days bridged so since the last failure of any of its cards. */
  readonly gapDays: number
  /** The form in which it was recalled first; null before. */
  readonly form: string | null
  /** It was recalled in another form: one that is proof by itself, or another one than the first. */
  readonly hasOtherForm: boolean
  /** First answers of a card's day that came a day or more after the one before, and were not chosen among options. */
  readonly scored: number
}

export const noEvidence: FactEvidence = {
  seenOn: null,
  failedOn: null,
  recalledOn: null,
  gapDays: 0,
  form: null,
  hasOtherForm: false,
  scored: 0,
}

/**
 * The evidence after one more answer to a card of the fact; `cardOn` is the day of that card's answer before. Only the first
 * answer of a card's day can prove or fail, and a gap counts from when the fact was last seen on any of its cards.
 */
export function nextEvidence(
  before: FactEvidence,
  answer: Reviewed,
  day: number,
  cardOn: number | null,
): FactEvidence {
  const seenOn = before.seenOn === null || day > before.seenOn ? day : before.seenOn
  const isFirstTry = cardOn === null || day > cardOn
  if (!isFirstTry) return { ...before, seenOn }
  const shows = evidenceOf(answer)
  const isScored = cardOn !== null && shows !== 'recognition'
  const seen = { ...before, seenOn, scored: before.scored + (isScored ? 1 : 0) }
  if (isFailure(answer)) return { ...seen, failedOn: laterOf(before.failedOn, day), gapDays: 0 }
  const gapDays = before.seenOn === null ? 0 : day - before.seenOn
  if (answer.grade < 3 || shows === 'recognition' || gapDays < 1) return seen
  const form = readForm(answer.kindShown).kind
  return {
    ...seen,
    recalledOn: day,
    gapDays: Math.max(before.gapDays, gapDays),
    form: before.form ?? form,
    hasOtherForm:
      before.hasOtherForm || shows === 'other_form' || (before.form !== null && before.form !== form),
  }
}

function laterOf(known: number | null, day: number): number {
  return Math.max(known ?? day, day)
}
