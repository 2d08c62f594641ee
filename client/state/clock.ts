import type { EpochMs } from '../../shared/basics/time.ts'

/** The only place of the client that reads the clock. */
export function now(): EpochMs {
  return Date.now() as EpochMs
}
