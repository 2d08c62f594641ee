import type { ReadingReply } from '../../shared/api/reading.ts'
import { counted } from './words.ts'

/** `File 312 of 2,000 · 1,204 facts`. */
export function readingWords({ state, done, of, facts }: ReadingReply): string {
  if (of === 0) return state === 'paused' ? 'Paused.' : 'Looking for notes…'
  if (state === 'storing') return `Storing ${counted(facts, 'fact')} of ${counted(of, 'file')}…`
  const place = `file ${Math.min(done + 1, of).toLocaleString('en')} of ${of.toLocaleString('en')}`
  if (state === 'paused') return `Paused at ${place} · ${counted(facts, 'fact')}`
  if (done >= of) return `${counted(of, 'file')} read. Comparing ${counted(facts, 'fact')} with your cards…`
  return `F${place.slice(1)} · ${counted(facts, 'fact')}`
}
