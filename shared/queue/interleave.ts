/** More than this many cards of one concept in a row tell the answer by their neighbourhood. */
export const longestRun = 2

/**
 * The same cards, moved as little as needed so that no group stands more than twice in a row while another one waits.
 * A card moves later only when its group has had its two; then the next waiting card of another group goes first.
 */
export function interleave<Item>(items: readonly Item[], groupOf: (item: Item) => string): Item[] {
  const result: Item[] = []
  const held: Item[] = []
  let next = 0
  while (result.length < items.length) {
    const heldIndex = held.findIndex((item) => !wouldOverrun(result, item, groupOf))
    if (heldIndex >= 0) {
      result.push(...held.splice(heldIndex, 1))
      continue
    }
    const item = items[next]
    if (item === undefined) {
      // Only one group is left: there is nothing to put between.
      result.push(...held.splice(0))
      continue
    }
    next++
    if (wouldOverrun(result, item, groupOf)) held.push(item)
    else result.push(item)
  }
  return result
}

function wouldOverrun<Item>(result: readonly Item[], item: Item, groupOf: (item: Item) => string): boolean {
  if (result.length < longestRun) return false
  const group = groupOf(item)
  return result.slice(-longestRun).every((placed) => groupOf(placed) === group)
}
