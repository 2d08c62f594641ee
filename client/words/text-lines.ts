/** The 1-based line that `offset` lies in. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Where `line` begins; the end of the text when it has fewer lines. */
export function offsetOfLine(text: string, line: number): number {
  let at = 0
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', at)
    if (end < 0) return text.length
    at = end + 1
  }
  return at
}

/** What replaces a selection to hide it on a card: `==words==`, without the blanks at its ends, and back again. */
export function asCloze(selected: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(selected) ?? []
  if (words === '' || words.includes('\n')) return selected
  const bare = /^==(.+)==$/.exec(words)?.[1]
  return bare === undefined ? `${before}==${words}==${after}` : `${before}${bare}${after}`
}
