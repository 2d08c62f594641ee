/** A text with lines in a paragraph of their own below the block that holds a line, counted from 1. */
export function insertBelow(text: string, line: number, lines: readonly string[]): string {
  const all = text.split(/\r\n|\n|\r/)
  let fence: string | null = null
  let end = all.length
  for (const [i, own] of all.entries()) {
    const [, sign] = /^\s*(`{3,}|~{3,})/.exec(own) ?? []
    if (i >= line && fence === null && own.trim() === '') {
      end = i
      break
    }
    if (sign === undefined) continue
    if (fence === null) fence = sign
    else if (sign.startsWith(fence)) fence = null
  }
  const [before, after] = [all.slice(0, end), all.slice(end)]
  const rest = after.every((own) => own.trim() === '') ? [''] : after
  return [...before, '', ...lines, ...rest].join('\n')
}
