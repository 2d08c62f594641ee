import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The middle of several measurements and how far they lie apart. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** What a figure is counted in. What is per second or a share of 1 is better high, everything else better low. */
export type Unit = '/s' | 'ms' | 'MB' | 'B' | 'd' | 'of 1'

/** What performance promises: of the ratio to the floor, or of our own figure. */
export interface Bar {
  readonly of: 'ratio' | 'figure'
  readonly is: 'at least' | 'at most'
  readonly value: number
}

/** One line of the report: our figure, the floor or peer of the same run, and the bar. */
export interface Finding {
  readonly what: string
  readonly unit: Unit
  readonly ours: Spread
  readonly floor: { readonly name: string; readonly figure: Spread } | null
  readonly ratio: Spread | null
  readonly bar: Bar | null
}

export interface WorkloadReport {
  readonly findings: readonly Finding[]
  /** What explains the figures: parts, calibrations, what was left out. */
  readonly notes: readonly string[]
}

export interface BenchOptions {
  readonly quick: boolean
  /** A folder of notes for `ingest` in place of our learnings. */
  readonly notes: string | null
  /** Where the built page and server lie. */
  readonly dist: string
}

export const rounds = 5

/**
 * Runs every contender once a round, after one round that warms up and is thrown away. They take turns in going first,
 * so that neither a slow minute of the machine nor the place in the round favours one.
 */
export async function interleaved<Name extends string, Sample>(
  contenders: Readonly<Record<Name, () => Promise<Sample> | Sample>>,
  times = rounds,
): Promise<Record<Name, Sample[]>> {
  const names = Object.keys(contenders) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<Name, Sample[]>
  for (let round = 0; round <= times; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      globalThis.gc?.()
      const sample = await contenders[name]()
      if (round > 0) samples[name].push(sample)
    }
  }
  return samples
}

/** Our figures against the floor's, round by round: a slow round slows both. */
export function compare(
  what: string,
  unit: Unit,
  ours: readonly number[],
  floor: { readonly name: string; readonly figures: readonly number[] },
  bar: Bar | null,
): Finding {
  return {
    what,
    unit,
    ours: spreadOf(ours),
    floor: { name: floor.name, figure: spreadOf(floor.figures) },
    ratio: spreadOf(ours.map((figure, round) => figure / (floor.figures[round] ?? Number.NaN))),
    bar,
  }
}

/** A figure that stands for itself. */
export function figure(what: string, unit: Unit, ours: readonly number[], bar: Bar | null): Finding {
  return { what, unit, ours: spreadOf(ours), floor: null, ratio: null, bar }
}

/** Whether the median keeps the promise; null where nothing is promised. */
export function isMet({ ours, ratio, bar }: Finding): boolean | null {
  if (bar === null) return null
  const value = bar.of === 'figure' ? ours.median : (ratio?.median ?? Number.NaN)
  return bar.is === 'at least' ? value >= bar.value : value <= bar.value
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), low: Math.min(...values), high: Math.max(...values) }
}

/** The value below which a share of the sorted values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Milliseconds of single waits for the disk, without which no answer is durable: what any durable figure stands on. */
export function timeDiskSyncs(folder: string, count = 200): number[] {
  const path = join(folder, 'sync-probe')
  const file = openSync(path, 'w')
  const page = Buffer.alloc(4096, 1)
  const waits: number[] = []
  for (let i = 0; i < count; i++) {
    const start = performance.now()
    writeSync(file, page)
    fdatasyncSync(file)
    waits.push(performance.now() - start)
  }
  closeSync(file)
  rmSync(path)
  return waits
}
