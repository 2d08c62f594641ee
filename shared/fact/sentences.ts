import { remembering } from '../basics/text.ts'

/** The sentences of a text. Dots in code, numbers, names and common abbreviations do not end one. */
export const splitSentences = remembering((text): readonly string[] => {
  const out: string[] = []
  let code = false
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '`') code = !code
    if (code) continue
    if (sign === '。' || sign === '！' || sign === '？') {
      out.push(text.slice(from, i + 1).trim())
      from = i + 1
    } else if (
      (sign === '.' || sign === '!' || sign === '?') &&
      /^["'”’)]?\s+["'“(`]?[\p{Lu}\d`]/u.test(text.slice(i + 1, i + 6))
    ) {
      const before = text.slice(Math.max(from, i - 6), i)
      if (/(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|Mr|Ms|Dr|St|No|Fig|approx|[A-Z])$/i.test(before)) continue
      out.push(text.slice(from, i + 1).trim())
      from = i + 1
    }
  }
  out.push(text.slice(from).trim())
  return out.filter((sentence) => sentence !== '')
})
