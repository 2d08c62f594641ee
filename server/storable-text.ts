// In Unicode mode a whole pair is one character of another class, so only a lone half matches.
const loneSurrogate = /\p{Surrogate}/u

/**
 * Whether every string inside `value` can be stored by both databases: U+0000 is refused by PostgreSQL, and half a
 * surrogate pair is silently altered by both. Walks without recursion: nesting comes from outside.
 */
export function isStorableText(value: unknown): boolean {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string') {
      if (next.includes('\u0000') || loneSurrogate.test(next)) return false
    } else if (Array.isArray(next)) {
      for (const item of next) waiting.push(item)
    } else if (typeof next === 'object' && next !== null) {
      for (const [key, item] of Object.entries(next)) waiting.push(key, item)
    }
  }
  return true
}
