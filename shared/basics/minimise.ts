/**
 * Where a function with a single valley between `low` and `high` is least, to about a ten-thousandth of the range
 * (golden-section search: each step asks once and keeps 0.618 of the range).
 */
export function minimise(low: number, high: number, valueAt: (x: number) => number, steps = 20): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [from, to] = [low, high]
  let [left, right] = [to - golden * (to - from), from + golden * (to - from)]
  let [atLeft, atRight] = [valueAt(left), valueAt(right)]
  for (let step = 0; step < steps; step++) {
    if (atLeft < atRight) {
      ;[to, right, atRight] = [right, left, atLeft]
      left = to - golden * (to - from)
      atLeft = valueAt(left)
    } else {
      ;[from, left, atLeft] = [left, right, atRight]
      right = from + golden * (to - from)
      atRight = valueAt(right)
    }
  }
  return (from + to) / 2
}
