import { smallWords } from './small-words.ts'

/** An abbreviation with the words that it stands for. */
export interface SpelledOut {
  readonly short: string
  readonly long: string
}

/** "ONU (Organización de las Naciones Unidas)" and the other way round, in any script with capitals. */
export function spelledOutIn(text: string): SpelledOut[] {
  if (!text.includes('(')) return []
  return [...text.matchAll(/([^()]{2,120}?)\s*\(([^()]{2,90})\)/gu)].flatMap(
    ([, before = '', inside = '']) => {
      const words = before.trim().split(/\s+/)
      const last = (words.at(-1) ?? '').replace(/^["“„«»]+|["“”«»*]+$/gu, '')
      if (isShort(last) && spells(last, inside)) return [{ short: last, long: inside }]
      if (!isShort(inside)) return []
      for (let take = 2; take <= Math.min(mostWords, words.length); take++) {
        const long = words.slice(-take).join(' ')
        if (!isSmall(words.at(-take) ?? '') && spells(inside, long))
          return [{ short: inside, long: long.replace(/^[ld]['’]/i, '') }]
      }
      return []
    },
  )
}

/** No abbreviation stands for more words. */
const mostWords = 9

const isShort = (text: string): boolean => /^\p{Lu}{2,7}$/u.test(text)

/** Every letter begins a word, in order; the small words of any language need none. */
function spells(short: string, long: string): boolean {
  const words = long.split(/[\s’'-]+/).filter((word) => /\p{L}/u.test(word) && !isSmall(word))
  return words.length > 1 && bare(words.map((word) => word.charAt(0)).join('')) === bare(short)
}

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const isSmall = (word: string): boolean =>
  /^\p{Ll}$/u.test(word) ||
  Object.values(smallWords).some((words) => words.has(word.toLowerCase()) && /^\p{Ll}/u.test(word))
