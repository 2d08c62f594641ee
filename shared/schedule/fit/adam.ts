const beta1 = 0.9
const beta2 = 0.999
const epsilon = 1e-8

/** Takes one step down a gradient, changing `weights` where they lie. */
export type Descent = (weights: Float64Array, gradient: Float64Array, rate: number) => void

/** A descent that remembers its steps (Adam, Kingma and Ba 2015, with their usual constants). */
export function newAdam(size: number): Descent {
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  let steps = 0
  return (weights, gradient, rate) => {
    steps++
    const meanBias = 1 - beta1 ** steps
    const squareBias = 1 - beta2 ** steps
    for (let i = 0; i < size; i++) {
      const slope = gradient[i] as number
      const newMean = beta1 * (mean[i] as number) + (1 - beta1) * slope
      const newSquare = beta2 * (square[i] as number) + (1 - beta2) * slope * slope
      mean[i] = newMean
      square[i] = newSquare
      weights[i] =
        (weights[i] as number) - (rate * newMean) / meanBias / (Math.sqrt(newSquare / squareBias) + epsilon)
    }
  }
}
