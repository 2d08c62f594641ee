import type { DraftingPlan, DraftingReply } from '../../shared/api/drafting.ts'
import { counted } from './words.ts'

/** `line 9`, `lines 9–13`. */
export function linesWords(lines: readonly number[]): string {
  const [first, last] = [lines[0], lines.at(-1)]
  return first === last ? `line ${first}` : `lines ${first}–${last}`
}

/** `3 sections, about 2,400 tokens`. */
export function sizeWords({ sections, tokens }: Pick<DraftingPlan, 'sections' | 'tokens'>): string {
  return `${counted(sections.length, 'section')}, about ${roundly(tokens).toLocaleString('en')} tokens`
}

/** An estimate is not told to the last token. */
export function roundly(tokens: number): number {
  const step = tokens < 1000 ? 10 : 100
  return Math.round(tokens / step) * step
}

/** `184 of 200 drafts are left of today’s limit`. */
export function limitWords({ leftToday, perDay }: Pick<DraftingPlan, 'leftToday' | 'perDay'>): string {
  return `${leftToday.toLocaleString('en')} of ${counted(perDay, 'draft')} left of the day’s limit`
}

type Going = Pick<DraftingReply, 'state' | 'done' | 'of' | 'section' | 'waitMs'>

/** `Section 2 of 3: lines 9–13`. */
export function progressWords({ state, done, of, section, waitMs }: Going): string {
  const place = `section ${Math.min(done + 1, of).toLocaleString('en')} of ${of.toLocaleString('en')}`
  const lines = section === null ? '' : `: ${linesWords(section.lines)}`
  if (state === 'paused')
    return section === null
      ? `Paused before ${place}.`
      : `Paused after ${place}, which is on its way: what comes back is still taken in.`
  if (state === 'waiting')
    return `Waiting at ${place}: the model’s server wants to be left alone for ${restWords(waitMs)}. It goes on by itself.`
  return `S${place.slice(1)}${lines}`
}

function restWords(waitMs: number | null): string {
  const seconds = Math.ceil((waitMs ?? 0) / 1000)
  return seconds < 90 ? counted(seconds, 'second') : counted(Math.ceil(seconds / 60), 'minute')
}

type Outcome = Pick<DraftingReply, 'state' | 'accepted' | 'refused'>

/** `It stopped: 5 proposed, 2 refused.` */
export function endWords(outcome: Outcome): string {
  const { state, accepted, refused } = outcome
  const came = accepted + refused.length === 0 ? 'nothing was drafted' : outcomeWords(outcome)
  if (state === 'stopped') return `It stopped: ${came}.`
  return state === 'cancelled' ? `Cancelled: ${came}.` : `${came.charAt(0).toUpperCase()}${came.slice(1)}.`
}

/** `5 proposed, 2 refused`. */
export function outcomeWords({ accepted, refused }: Pick<Outcome, 'accepted' | 'refused'>): string {
  return `${accepted.toLocaleString('en')} proposed, ${refused.length.toLocaleString('en')} refused`
}
