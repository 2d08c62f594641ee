/** ATX headings above a line. A fence may hold a line that looks like one: it only adds words to the ground. */
export function headingsAbove(lines: readonly string[], line: number): string[] {
  const path: { readonly depth: number; readonly words: string }[] = []
  for (const text of lines.slice(0, line)) {
    const [, marks, words] = /^ {0,3}(#{1,6})\s+(.+?)[\s#]*$/.exec(text) ?? []
    if (marks === undefined || words === undefined) continue
    while ((path.at(-1)?.depth ?? 0) >= marks.length) path.pop()
    path.push({ depth: marks.length, words })
  }
  return path.map(({ words }) => words)
}
