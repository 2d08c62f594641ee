/** How many lines at the beginning of a note are its front matter, with both of its rules; 0 when there is none. */
export function frontMatterLines(lines: readonly string[]): number {
  if (!/^---\s*$/.test(lines[0] ?? '')) return 0
  const end = lines.findIndex((line, i) => i > 0 && i < 200 && /^(?:---|\.\.\.)\s*$/.test(line))
  const looksLikeData = lines
    .slice(1, end)
    .every((line) => /^\s*(?:$|#|- |[\p{L}\d_"'][\p{L}\d_"' -]*:|[\w ]+$)/u.test(line) || /^\s/.test(line))
  return end > 0 && looksLikeData ? end + 1 : 0
}

/** The title that a note's front matter gives it, or ''. */
export function frontMatterTitle(lines: readonly string[]): string {
  const found = lines
    .slice(0, frontMatterLines(lines))
    .map((line) => /^title\s*:\s*(.+)$/i.exec(line.slice(0, 400))?.[1])
    .find((title) => title !== undefined)
  return (found ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')
}
