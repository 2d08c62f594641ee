import { needsMore } from './enough-reviews.ts'
import { counted, percent, whole } from './share-words.ts'

/** Cards in a part of a scale. */
export interface DistributionBin {
  readonly name: string
  readonly cards: number
}

/** How many cards have a value. */
export interface ValueCount {
  readonly value: number
  readonly count: number
}

/** From how many cards on a distribution is drawn. */
const fewestCards = 20

const intervalEdges = [0, 2, 4, 8, 15, 31, 61, 121, 366] as const

/** Cards by the days until they are asked again, as last decided. */
export function intervalBins(counts: readonly ValueCount[]): DistributionBin[] {
  return binned(counts, intervalEdges, (from, next) => {
    if (from === 0) return '1 d'
    return next === undefined ? 'over 1 y' : `${from}–${next - 1} d`
  })
}

const easeEdges = [130, 150, 170, 190, 210, 230, 250, 270, 290] as const

/** Cards by SM-2's ease, in hundredths. */
export function easeBins(counts: readonly ValueCount[]): DistributionBin[] {
  const shown = (hundredths: number) => (hundredths / 100).toFixed(1)
  return binned(counts, easeEdges, (from, next) =>
    next === undefined ? `${shown(from)}+` : `${shown(from)}–${((next - 1) / 100).toFixed(2)}`,
  )
}

const difficultyEdges = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** Cards by FSRS' difficulty, 1 to 10. */
export function difficultyBins(counts: readonly ValueCount[]): DistributionBin[] {
  return binned(counts, difficultyEdges, (from) => `${from}–${from + 1}`)
}

const recallEdges = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const

/** Cards by the chance that they would be recalled today. */
export function recallBins(counts: readonly ValueCount[]): DistributionBin[] {
  return binned(counts, recallEdges, (from) => `${Math.round(from * 100)}–${percent(from + 0.1)}`)
}

function binned(
  counts: readonly ValueCount[],
  edges: readonly number[],
  nameOf: (from: number, next: number | undefined) => string,
): DistributionBin[] {
  const cards = edges.map(() => 0)
  for (const { value, count } of counts) {
    const at = Math.max(
      0,
      edges.findLastIndex((edge) => value >= edge),
    )
    cards[at] = (cards[at] ?? 0) + count
  }
  return edges.map((from, at) => ({ name: nameOf(from, edges[at + 1]), cards: cards[at] ?? 0 }))
}

/** All cards of a distribution. */
export function distributed(bins: readonly DistributionBin[]): number {
  return bins.reduce((sum, { cards }) => sum + cards, 0)
}

/** A distribution in a sentence: where its middle card lies, and where most are. Too few cards say how many more it needs. */
export function distributionSentence(bins: readonly DistributionBin[], what: string): string {
  const all = distributed(bins)
  const missing = needsMore(all, 'answered card', fewestCards)
  if (missing !== null) return missing
  let below = 0
  const middle = bins.find(({ cards }) => (below += cards) * 2 >= all)
  const most = bins.reduce((best, bin) => (bin.cards > best.cards ? bin : best))
  const largest = `${whole(most.cards)} of ${counted(all, 'card')} have ${what} of ${most.name}`
  return middle === most
    ? `${largest}, the middle one among them.`
    : `${largest}; the middle one has ${middle?.name ?? ''}.`
}

/** Whether a distribution is drawn. */
export const isTelling = (bins: readonly DistributionBin[]): boolean => distributed(bins) >= fewestCards
