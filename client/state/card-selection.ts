/** Which cards of a search are selected: some by their ids, or all that it finds. */
export type CardSelection =
  { readonly kind: 'some'; readonly ids: ReadonlySet<string> } | { readonly kind: 'all' }

export const nothingSelected: CardSelection = { kind: 'some', ids: new Set() }

/** The most cards that can be picked one by one; more than that is what a search is for. */
export const mostPicked = 1000

export function isSelected(selection: CardSelection, id: string): boolean {
  return selection.kind === 'all' || selection.ids.has(id)
}

export function countSelected(selection: CardSelection, total: number): number {
  return selection.kind === 'all' ? total : selection.ids.size
}

/** Picks a card or lets it go. Out of all, the one picked is the only one left. */
export function toggled(selection: CardSelection, id: string): CardSelection {
  const ids = new Set(selection.kind === 'all' ? [] : selection.ids)
  if (ids.has(id)) ids.delete(id)
  else if (ids.size < mostPicked) ids.add(id)
  return { kind: 'some', ids }
}

/** Picks these cards too. */
export function extended(selection: CardSelection, more: readonly string[]): CardSelection {
  if (selection.kind === 'all') return selection
  return { kind: 'some', ids: new Set([...selection.ids, ...more].slice(0, mostPicked)) }
}
