import type { EpochMs } from '../shared/basics/time.ts'

/** The one place the server learns the time from; tests hand in their own. */
export type Clock = () => EpochMs

export const systemClock: Clock = () => Date.now() as EpochMs
