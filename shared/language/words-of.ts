/** The words of a text in lower case; an apostrophe parts them, as in "l’osmose". */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** True where two texts share a word, in whatever form, or one holds a word of the other: "Fluss" and "Flussbett". */
export function sharesWord(a: string, b: string): boolean {
  const [left, right] = [heavy(a), heavy(b)]
  return left.some((word) => right.some((other) => alike(word, other)))
}

/** Long words, and abbreviations of any length. */
const heavy = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 3 || /\p{Lu}.*\p{Lu}|\p{Script=Han}{2}/u.test(word))
    .map((word) => word.toLowerCase())

function alike(a: string, b: string): boolean {
  if (a === b || a.includes(b) || b.includes(a)) return true
  const root = Math.max(4, Math.min(a.length, b.length) - 3)
  return a.length > 5 && b.length > 5 && a.slice(0, root) === b.slice(0, root)
}

/** How long a text is in words; scripts without spaces are counted by characters, two to a word. */
export const lengthInWords = (text: string): number =>
  text
    .replace(/[\u3040-\u30FF\u3400-\u9FFF]{1,2}/g, ' x ')
    .split(/\s+/)
    .filter((word) => word !== '').length
