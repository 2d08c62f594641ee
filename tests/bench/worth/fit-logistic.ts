/** One judged example: its features by the number of their column, and how far it is a yes, between 0 and 1. */
export interface Example {
  readonly columns: readonly number[]
  readonly sizes: readonly number[]
  readonly yes: number
}

/**
 * The coefficients of a logistic regression, the intercept last. Each coefficient costs `penalty` times its square halved,
 * the intercept nothing. Newton's steps from zero: the same examples give the same numbers.
 */
export function fitLogistic(examples: readonly Example[], columns: number, penalty: number): number[] {
  const size = columns + 1
  let weights = Array.from({ length: size }, () => 0)
  for (let step = 0; step < 30; step++) {
    const slope = weights.map((weight, i) => (i === columns ? 0 : -penalty * weight))
    const bend = weights.map((_, i) => {
      const row = new Float64Array(size)
      row[i] = i === columns ? 1e-9 : penalty
      return row
    })
    for (const example of examples) addExample(example, { weights, slope, bend, columns })
    const move = solve(bend, slope)
    weights = weights.map((weight, i) => weight + (move[i] ?? 0))
    if (Math.max(...move.map(Math.abs)) < 1e-9) break
  }
  return weights
}

/** What the coefficients say of an example, as the logarithm of its odds. */
export function logOddsBy(weights: readonly number[], { columns, sizes }: Example): number {
  return columns.reduce(
    (sum, column, i) => sum + (weights[column] ?? 0) * (sizes[i] ?? 0),
    weights.at(-1) ?? 0,
  )
}

interface Sums {
  readonly weights: readonly number[]
  readonly slope: number[]
  readonly bend: readonly Float64Array[]
  readonly columns: number
}

function addExample(example: Example, { weights, slope, bend, columns }: Sums): void {
  const chance = 1 / (1 + Math.exp(-logOddsBy(weights, example)))
  const at = [...example.columns, columns]
  const sizes = [...example.sizes, 1]
  const spread = chance * (1 - chance)
  at.forEach((row, i) => {
    const own = sizes[i] ?? 0
    slope[row] = (slope[row] ?? 0) + (example.yes - chance) * own
    const bends = bend[row]
    if (bends === undefined) return
    at.forEach((column, j) => {
      bends[column] = (bends[column] ?? 0) + spread * own * (sizes[j] ?? 0)
    })
  })
}

/** Solves a symmetric positive system by elimination. */
function solve(matrix: readonly Float64Array[], right: readonly number[]): number[] {
  const rows = matrix.map((row) => Float64Array.from(row))
  const values = [...right]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let pivot = 0; pivot < rows.length; pivot++) {
    for (let below = pivot + 1; below < rows.length; below++) {
      const factor = at(below, pivot) / at(pivot, pivot)
      const row = rows[below]
      if (factor === 0 || row === undefined) continue
      for (let column = pivot; column < rows.length; column++)
        row[column] = at(below, column) - factor * at(pivot, column)
      values[below] = (values[below] ?? 0) - factor * (values[pivot] ?? 0)
    }
  }
  const found = rows.map(() => 0)
  for (let row = rows.length - 1; row >= 0; row--) {
    let rest = values[row] ?? 0
    for (let column = row + 1; column < rows.length; column++) rest -= at(row, column) * (found[column] ?? 0)
    found[row] = rest / at(row, row)
  }
  return found
}
