import type { SkippedLine } from '../note/note.ts'
import type { GeneratedCard } from './card.ts'

/** Of each line that cards begin on, the one that its owner would most likely keep: what the line would be asked. */
function bestByLine(cards: readonly GeneratedCard[]): ReadonlyMap<number, GeneratedCard> {
  const best = new Map<number, GeneratedCard>()
  for (const card of [...cards].sort((a, b) => b.worth.chance - a.worth.chance)) {
    const line = card.sources[0]?.lines[0]
    if (line !== undefined && !best.has(line)) best.set(line, card)
  }
  return best
}

/** A line that gives no card, why, and the card that was left out for its worth. */
export interface SilentLine extends SkippedLine {
  readonly wouldBe: { readonly cardKey: string; readonly front: string; readonly back: string } | null
}

/** The lines of a note that give no card, from its top: those that state nothing, and those whose cards were left out. */
export function withOffers(
  skipped: readonly SkippedLine[],
  silent: readonly SkippedLine[],
  possible: readonly GeneratedCard[],
): SilentLine[] {
  const offered = bestByLine(possible)
  const offers = silent.map(({ line, reason }): SilentLine => {
    const card = offered.get(line)
    return {
      line,
      reason,
      wouldBe: card === undefined ? null : { cardKey: card.key, front: card.front, back: card.back },
    }
  })
  return [...skipped.map((one) => ({ ...one, wouldBe: null })), ...offers].sort((a, b) => a.line - b.line)
}
