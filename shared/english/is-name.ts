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
