/**
 * A synchronous, pure 64-bit hash (two FNV-1a-like lanes over UTF-16 units with a final avalanche), as 16 hex digits.
 * Good for identity and digests of our own data; it is no defence against someone who looks for collisions.
 */
export function hash64(text: string): string {
  const [high, low] = hash64Lanes(text)
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

/** The same hash as two unsigned 32-bit numbers, for callers that fold many of them (XOR digests, seeds). */
export function hash64Lanes(text: string): readonly [high: number, low: number] {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return [b >>> 0, a >>> 0]
}

/** The hash of an ordered list of fields. JSON keeps `["ab","c"]` and `["a","bc"]` apart. */
export function hashFields(fields: readonly unknown[]): string {
  return hash64(JSON.stringify(fields))
}
