import { diffArrays } from 'diff'

/** Lines `from` to `to` (not included) of the base, and what stands there instead. */
interface Hunk {
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/** Two edits of one text as one, where they touch different lines; null where they do not. */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  const lines = base.split('\n')
  const all = [...hunksOf(lines, mine.split('\n')), ...hunksOf(lines, theirs.split('\n'))].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  )
  const merged: string[] = []
  let at = 0
  let last: Hunk | null = null
  for (const hunk of all) {
    if (last !== null && isSame(last, hunk)) continue
    // Edits that only touch are not joined either: which of the two comes first would be a guess.
    if (last !== null && hunk.from <= last.to) return null
    merged.push(...lines.slice(at, hunk.from), ...hunk.lines)
    at = hunk.to
    last = hunk
  }
  return [...merged, ...lines.slice(at)].join('\n')
}

function hunksOf(base: string[], edited: string[]): Hunk[] {
  const hunks: { from: number; to: number; lines: string[] }[] = []
  let at = 0
  let open: { from: number; to: number; lines: string[] } | null = null
  for (const part of diffArrays(base, edited)) {
    if (!part.added && !part.removed) {
      at += part.value.length
      open = null
      continue
    }
    if (open === null) {
      open = { from: at, to: at, lines: [] }
      hunks.push(open)
    }
    if (part.added) open.lines.push(...part.value)
    else {
      at += part.value.length
      open.to = at
    }
  }
  return hunks
}

function isSame(a: Hunk, b: Hunk): boolean {
  return a.from === b.from && a.to === b.to && a.lines.join('\n') === b.lines.join('\n')
}
