import type { GeneratedCard } from './card.ts'

/** Of each line that cards begin on, the one that its owner would most likely keep: what the line would be asked. */
export function bestByLine(cards: readonly GeneratedCard[]): ReadonlyMap<number, GeneratedCard> {
  const best = new Map<number, GeneratedCard>()
  for (const card of [...cards].sort((a, b) => b.worth.chance - a.worth.chance)) {
    const line = card.sources[0]?.lines[0]
    if (line !== undefined && !best.has(line)) best.set(line, card)
  }
  return best
}
