import { hash64Lanes } from '../basics/hash.ts'
import type { PlainWords } from './find-quote.ts'

/**
 * The mark of quoted words: how many they are, and a hash of them in their order. It stands in the remark of a drafted card,
 * so that its source is found again by the notes alone: the same notes give the same cards in every database.
 */
export function quoteMark(words: string): string {
  const tokens = tokensOf(words)
  const { high, low } = windows(sumsOf(tokens), tokens.length)
  return `${tokens.length}-${hexOf(high(0))}${hexOf(low(0))}`
}

/** Where marked words stand in a note: its lines, counted from 1, at the place nearest to `near`; undefined where they do not. */
export function findMarked(
  { lines, sums }: MarkedNote,
  mark: string,
  near: number,
): readonly number[] | undefined {
  const [digits = '', hash = ''] = mark.split('-')
  const size = Number(digits)
  const [wantedHigh, wantedLow] = [parseInt(hash.slice(0, 8), 16), parseInt(hash.slice(8), 16)]
  if (size === 0) return undefined
  const { high, low } = windows(sums, size)
  const awayOf = (at: number): number => Math.abs((lines[at] ?? 0) - near)
  let best: number | undefined
  for (let at = 0; at <= lines.length - size; at++) {
    if (best !== undefined && awayOf(at) >= awayOf(best)) continue
    if (high(at) === wantedHigh && low(at) === wantedLow) best = at
  }
  return best === undefined ? undefined : [...new Set(lines.slice(best, best + size))]
}

/** A note as marks are looked for in it. */
export interface MarkedNote {
  /** The line of each of its words and signs. */
  readonly lines: readonly number[]
  readonly sums: Sums
}

/** A note's words, one by one with their lines. */
export function markedNote({ text, starts }: PlainWords): MarkedNote {
  const own = starts.map((start, i) => tokensOf(text.slice(start, starts[i + 1] ?? text.length)))
  return {
    lines: own.flatMap((tokens, i) => tokens.map(() => i + 1)),
    sums: sumsOf(own.flat()),
  }
}

/** Words and signs. Stops and quotation marks at the end of words are form: correcting them changes no quote. */
function tokensOf(text: string): string[] {
  const bare = text.replaceAll(/[.,;:?"'“”‘’…]+(?=\s|$)/g, '').replaceAll(/(^|\s)["'“”‘’]+/g, '$1')
  return bare.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? []
}

/** The hash of every beginning of a row of words, so that the hash of any part of it is one step (Rabin and Karp). */
type Sums = readonly [high: Int32Array, low: Int32Array]

const bases = [0x01000193, 0x2c1b3c6d] as const

function sumsOf(tokens: readonly string[]): Sums {
  const [high, low] = [new Int32Array(tokens.length + 1), new Int32Array(tokens.length + 1)]
  for (const [i, token] of tokens.entries()) {
    const [a, b] = hash64Lanes(token)
    high[i + 1] = Math.imul(high[i] ?? 0, bases[0]) + a
    low[i + 1] = Math.imul(low[i] ?? 0, bases[1]) + b
  }
  return [high, low]
}

/** The hash of so many words from a place on, as its two halves. */
function windows([high, low]: Sums, size: number): Record<'high' | 'low', (at: number) => number> {
  const [first, second] = [powerOf(bases[0], size), powerOf(bases[1], size)]
  return {
    high: (at) => ((high[at + size] ?? 0) - Math.imul(high[at] ?? 0, first)) >>> 0,
    low: (at) => ((low[at + size] ?? 0) - Math.imul(low[at] ?? 0, second)) >>> 0,
  }
}

function powerOf(base: number, exponent: number): number {
  let power = 1
  for (let i = 0; i < exponent; i++) power = Math.imul(power, base)
  return power
}

const hexOf = (half: number): string => half.toString(16).padStart(8, '0')
