/** How two concepts of a map have to do with each other. */
export type MapEdgeKind = 'prerequisite' | 'suggested' | 'confusable' | 'related'

/** What joins two concepts. Of the first two kinds `from` comes first, and `to` builds on it. */
export interface MapEdge<Id extends string = string> {
  readonly kind: MapEdgeKind
  readonly from: Id
  readonly to: Id
  readonly weight: number
}

/** A concept with its place: what it builds on stands left of it, what builds on it right, the rest in its own column. */
export interface MapPlace<Id extends string = string> {
  readonly id: Id
  /** Steps from the concept in the middle, which is 0. */
  readonly steps: number
  readonly column: number
  /** May be a half, so that columns of unlike length are centred. */
  readonly row: number
}

/** A drawing of more than a few dozen concepts tells nobody anything. */
export const mostOnMap = 40
const mostSteps = 2

/**
 * The concepts around one, two steps at the most, each with its place, in the order in which one comes to them. The said and
 * the strong come first where there is no room for all.
 */
export function layOutMap<Id extends string>(centre: Id, edges: readonly MapEdge<Id>[]): MapPlace<Id>[] {
  const columns = new Map<Id, number>([[centre, 0]])
  const steps = new Map<Id, number>([[centre, 0]])
  for (const [id, step] of steps) {
    if (step === mostSteps) break
    for (const { other, aside } of neighboursOf(id, edges)) {
      if (steps.has(other) || steps.size === mostOnMap) continue
      steps.set(other, step + 1)
      columns.set(other, (columns.get(id) ?? 0) + aside)
    }
  }
  return inRows(centre, columns).map((place) => ({ ...place, steps: steps.get(place.id) ?? 0 }))
}

interface Neighbour<Id extends string> {
  readonly other: Id
  /** −1 for what it builds on, 1 for what builds on it. */
  readonly aside: -1 | 0 | 1
}

const rankOf: Readonly<Record<MapEdgeKind, number>> = {
  prerequisite: 0,
  confusable: 1,
  suggested: 2,
  related: 3,
}

function neighboursOf<Id extends string>(id: Id, edges: readonly MapEdge<Id>[]): Neighbour<Id>[] {
  return edges
    .filter(({ from, to }) => from === id || to === id)
    .sort((a, b) => rankOf[a.kind] - rankOf[b.kind] || b.weight - a.weight)
    .map(({ kind, from, to }): Neighbour<Id> => {
      const other = from === id ? to : from
      if (kind === 'related' || kind === 'confusable') return { other, aside: 0 }
      return { other, aside: from === id ? 1 : -1 }
    })
}

/** The columns one below the other, the longest from the top, the others in its middle; the centre in the middle of its own. */
function inRows<Id extends string>(
  centre: Id,
  columns: ReadonlyMap<Id, number>,
): Omit<MapPlace<Id>, 'steps'>[] {
  const lists = new Map<number, Id[]>()
  for (const [id, column] of columns) lists.set(column, [...(lists.get(column) ?? []), id])
  const own = (lists.get(0) ?? []).filter((id) => id !== centre)
  lists.set(0, own.toSpliced(Math.ceil(own.length / 2), 0, centre))
  const rows = Math.max(...[...lists.values()].map(({ length }) => length))
  const placeOf = new Map(
    [...lists].flatMap(([column, ids]) =>
      ids.map((id, i) => [id, { id, column, row: i + (rows - ids.length) / 2 }] as const),
    ),
  )
  return [...columns.keys()].flatMap((id) => placeOf.get(id) ?? [])
}
