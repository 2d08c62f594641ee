import { hash64Lanes } from './hash.ts'

/** A source of numbers in [0, 1) that is the same for the same seed on every machine (mulberry32). */
export function randomFrom(seed: string): () => number {
  const [high, low] = hash64Lanes(seed)
  let state = (high ^ low) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The items in a uniformly random order (Fisher–Yates); the argument stays as it is. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const held = result[last] as Item
    result[last] = result[other] as Item
    result[other] = held
  }
  return result
}
