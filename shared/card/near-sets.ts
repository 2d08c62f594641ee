import { jaccard } from '../basics/text.ts'

/** Sets that can be asked which of them are near another set, without comparing it to all. */
export interface NearSets<Item> {
  readonly add: (stems: ReadonlySet<string>, item: Item) => void
  /** The items whose sets share at least `share` of all stems with this one. */
  readonly near: (stems: ReadonlySet<string>) => Item[]
}

/**
 * Two sets that share most of their stems share one of their rarest: only those are indexed. How rare a stem is comes
 * from all sets that will be added or asked about.
 */
export function nearSets<Item>(all: Iterable<ReadonlySet<string>>, share: number): NearSets<Item> {
  const frequency = new Map<string, number>()
  for (const stems of all) for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  const byStem = new Map<string, { stems: ReadonlySet<string>; item: Item; at: number }[]>()
  const rarest = (stems: ReadonlySet<string>): string[] => {
    const mayDiffer = stems.size - Math.ceil(stems.size * share - 1e-9)
    return [...stems]
      .sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, mayDiffer + 1)
  }
  let count = 0
  return {
    add: (stems, item) => {
      const entry = { stems, item, at: count++ }
      for (const stem of rarest(stems)) {
        const known = byStem.get(stem)
        if (known === undefined) byStem.set(stem, [entry])
        else known.push(entry)
      }
    },
    near: (stems) => {
      const least = stems.size * share - 1e-9
      const most = stems.size / share + 1e-9
      const found = new Map<number, Item>()
      for (const stem of rarest(stems)) {
        for (const { stems: other, item, at } of byStem.get(stem) ?? []) {
          if (other.size < least || other.size > most || found.has(at)) continue
          if (jaccard(stems, other) >= share) found.set(at, item)
        }
      }
      return [...found].sort((a, b) => a[0] - b[0]).map(([, item]) => item)
    },
  }
}
