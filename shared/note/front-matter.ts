/** A way to write what a note says about itself above its text: its rules, and how a line of it looks. */
interface Format {
  readonly opens: RegExp
  readonly closes: RegExp
  readonly line: RegExp
  readonly title: RegExp
}

/** YAML between dashes, as most apps write it, and TOML between plus signs. */
const formats: readonly Format[] = [
  {
    opens: /^---\s*$/,
    closes: /^(?:---|\.\.\.)\s*$/,
    line: /^\s*(?:$|#|- |[\p{L}\d_"'][\p{L}\d_"' -]*:|[\w ]+$)|^\s/u,
    title: /^title\s*:\s*(.+)$/i,
  },
  {
    opens: /^\+\+\+\s*$/,
    closes: /^\+\+\+\s*$/,
    line: /^\s*(?:$|#|\[|\]|["'{}]|[\p{L}\d_"'][\p{L}\d_."' -]*=)|^\s/u,
    title: /^title\s*=\s*(.+)$/i,
  },
]

/** Data about a note has no more lines. */
const mostLines = 200

function formatOf(lines: readonly string[]): Format | undefined {
  return formats.find(({ opens }) => opens.test(lines[0] ?? ''))
}

/** How many lines at the beginning of a note are its front matter, with both of its rules; 0 when there is none. */
export function frontMatterLines(lines: readonly string[]): number {
  const format = formatOf(lines)
  if (format === undefined) return 0
  const end = lines.findIndex((line, i) => i > 0 && i < mostLines && format.closes.test(line))
  return end > 0 && lines.slice(1, end).every((line) => format.line.test(line)) ? end + 1 : 0
}

/** The title that a note's front matter gives it, or ''. */
export function frontMatterTitle(lines: readonly string[]): string {
  const format = formatOf(lines)
  const found = lines
    .slice(0, frontMatterLines(lines))
    .map((line) => format?.title.exec(line.slice(0, 400))?.[1])
    .find((title) => title !== undefined)
  return (found ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')
}
