/** Which rows of a long list are to be drawn. */
export interface VisibleRows {
  readonly from: number
  /** Up to, not with. */
  readonly to: number
}

const spare = 8

/** The rows in sight with a few more on both sides, so that scrolling meets no gap. */
export function visibleRows(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
): VisibleRows {
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - spare)
  const to = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare)
  return { from: Math.min(from, to), to }
}

/** Where to scroll so that a row is in sight; null when it is. */
export function scrollToShow(
  row: number,
  scrollTop: number,
  height: number,
  rowHeight: number,
): number | null {
  const top = row * rowHeight
  if (top < scrollTop) return top
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : null
}
