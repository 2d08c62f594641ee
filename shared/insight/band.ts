/** The middle of several outcomes and the range that holds eight in ten of them. */
export interface Band {
  readonly median: number
  /** A tenth lies below. */
  readonly low: number
  /** A tenth lies above. */
  readonly high: number
}

/** The band of some outcomes; zeros when there are none. */
export function bandOf(values: readonly number[]): Band {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) }
}

/** The value at a share of the way through sorted values, between neighbours in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? 0
  return below + (above - below) * (place - Math.floor(place))
}
