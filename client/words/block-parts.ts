/** A piece of a text of several lines: code and formulas that stand by themselves, and the lines between them. */
export type BlockPart =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string; readonly info: string }
  | { readonly kind: 'formula'; readonly text: string }

/** Cuts a text at its code fences and formulas of their own lines; blank lines only part the others. */
export function blockParts(text: string): BlockPart[] {
  const lines = text.split(/\r\n|\r|\n/)
  const parts: BlockPart[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const fence = /^\s*(`{3,}|~{3,})\s*([^`]*)$/.exec(line)
    const close = fence === null ? endOfFormula(lines, at) : closeOfFence(lines, at, fence[1] ?? '')
    const inside = lines.slice(at + 1, close)
    if (fence !== null) {
      parts.push({ kind: 'code', text: dedent(inside, line), info: (fence[2] ?? '').trim() })
      at = close
    } else if (close > at) {
      const first = line.trim().slice(2)
      const last = (lines[close] ?? '').trim().slice(0, -2)
      parts.push({ kind: 'formula', text: [first, ...inside, last].join('\n').trim() })
      at = close
    } else if (line.trim() !== '') {
      parts.push(wholeFormula(line) ?? { kind: 'line', text: line })
    }
  }
  return parts
}

/** A fence that is never closed holds all that follows, as a reader of Markdown has it. */
function closeOfFence(lines: readonly string[], from: number, sign: string): number {
  const at = lines.findIndex(
    (line, i) => i > from && line.trim().startsWith(sign) && /^[`~]+$/.test(line.trim()),
  )
  return at < 0 ? lines.length : at
}

/** The line that ends a formula which begins on this one; this line itself where none does. */
export function endOfFormula(lines: readonly string[], from: number): number {
  const text = (lines[from] ?? '').trim()
  const close = text.startsWith('$$') ? '$$' : text.startsWith('\\[') ? '\\]' : null
  if (close === null || text.indexOf(close, 2) >= 0) return from
  const at = lines.findIndex((line, i) => i > from && line.trim().endsWith(close))
  return at < 0 || at > from + 60 ? from : at
}

function wholeFormula(line: string): BlockPart | undefined {
  const found = /^\s*\$\$(?!\$)((?:(?!\$\$).)+)\$\$\s*$/.exec(line)
  return found === null ? undefined : { kind: 'formula', text: (found[1] ?? '').trim() }
}

/** Code in a list stands as far in as its fence. */
function dedent(lines: readonly string[], fence: string): string {
  const indent = /^\s*/.exec(fence)?.[0].length ?? 0
  return lines.map((line) => line.slice(Math.min(indent, /^\s*/.exec(line)?.[0].length ?? 0))).join('\n')
}
