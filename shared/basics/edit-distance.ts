/**
 * Damerau–Levenshtein distance (insert, delete, replace, swap neighbours), as long as it is at most `most`; otherwise
 * `most + 1`. A distance: symmetric, and 0 only for equal texts.
 */
export function editDistance(left: string, right: string, most: number): number {
  const a = [...left]
  const b = [...right]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let twoBack: number[] = []
  let previous = b.map((_, j) => j).concat(b.length)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (twoBack[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    if (Math.min(...row) > most && Math.min(...previous) > most) return most + 1
    twoBack = previous
    previous = row
  }
  return Math.min(previous[b.length] ?? 0, most + 1)
}
