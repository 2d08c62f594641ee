import { isPlainWord } from './title-case.ts'

/** A proper name or code: "Swagger/OpenAPI", "`pytest`", "GitHub Actions". */
export function isName(text: string): boolean {
  const parts = text
    .replace(/\s*\([^)]*\)$/, '')
    .trim()
    .split(/\s+/)
  return (
    parts.length <= 3 &&
    /^[`\p{Lu}\d]/u.test(text) &&
    parts.every(
      (word) =>
        /^[`\p{Lu}\d]/u.test(word) ||
        /[\p{Lu}.\d_-]/u.test(word.slice(1)) ||
        /^(?:library|framework|middleware|tool|module)s?$/.test(word),
    )
  )
}

/** True for words that are surely a name: "Redis", "JWT", "Docker Compose", "`asyncio`"; no plain word with a capital. */
export function isOwnName(text: string): boolean {
  const bare = text.replace(/\s*\([^)]*\)$/, '').trim()
  if (/^`[^`]+`$/.test(bare)) return true
  const parts = bare.split(/\s+/)
  return (
    /^[\p{Lu}\d]/u.test(bare) &&
    !/-(?:to|and|or)-/i.test(bare) &&
    parts.every((word) => /^[\p{Lu}\d+/&.-]/u.test(word) || /\d|\p{Lu}/u.test(word)) &&
    parts.some((word) => /^\p{Lu}/u.test(word) && !isPlainWord(word))
  )
}
