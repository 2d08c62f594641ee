import type { EpochMs } from '../../shared/basics/time.ts'

/** The only place of the client that reads the clock. */
export function now(): EpochMs {
  return Date.now() as EpochMs
}

/** Milliseconds since the page began, by a watch that nobody sets: for spans, never for dates. */
export function ticks(): number {
  return performance.now()
}
