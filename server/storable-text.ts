import { Refusal } from '../shared/basics/refusal.ts'

// In Unicode mode a whole pair is one character of another class, so only a lone half matches.
const loneSurrogate = /\p{Surrogate}/u

/** No request of the API is nested half as deep; what is deeper would overflow the stack of whoever walks it. */
const mostLevels = 32

/**
 * Why `value` cannot be stored, or null: U+0000 is refused by PostgreSQL, and half a surrogate pair is silently altered by
 * both databases. Walks without recursion: nesting comes from outside.
 */
export function whyUnstorable(value: unknown): Refusal | null {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return new Refusal('invalid_request', 'The JSON is nested too deeply to be read.')
    const below: unknown[] = []
    for (const one of level) {
      if (typeof one === 'string') {
        if (one.includes('\u0000') || loneSurrogate.test(one)) return unstorableText()
      } else if (Array.isArray(one)) {
        for (const item of one) below.push(item)
      } else if (typeof one === 'object' && one !== null) {
        for (const [key, item] of Object.entries(one)) below.push(key, item)
      }
    }
    level = below
  }
  return null
}

const unstorableText = (): Refusal =>
  new Refusal(
    'unstorable_text',
    'The text holds U+0000 or half a surrogate pair, which cannot be stored. Remove it.',
  )
