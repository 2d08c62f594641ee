import { diffArrays } from 'diff'

/**
 * `next` with the line ends of `old`: a line that stands in both keeps its own, a new one gets the most common. So saving
 * an edited note writes only the lines that were edited.
 */
export function keepLineEnds(old: string, next: string): string {
  const before = toLines(old)
  const after = toLines(next)
  const common = mostCommonEnd(before)
  const ends = after.map(({ end }) => (end === '' ? '' : common))
  if (before.some(({ end }) => end !== '' && end !== common)) {
    for (const [at, end] of sharedEnds(before, after)) if (ends[at] !== '') ends[at] = end
  }
  return after.map(({ text }, i) => text + (ends[i] ?? '')).join('')
}

interface Line {
  readonly text: string
  readonly end: string
}

function toLines(text: string): Line[] {
  const lines = (text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? []).map((line) => {
    const end = /(?:\r\n|\n|\r)$/.exec(line)?.[0] ?? ''
    return { text: line.slice(0, line.length - end.length), end }
  })
  return lines
}

function mostCommonEnd(lines: readonly Line[]): string {
  const counts = new Map<string, number>()
  for (const { end } of lines) if (end !== '') counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '\n'
}

/** For lines of `after` that stand in `before`, too: their place in `after`, and their line end in `before`. */
function sharedEnds(before: readonly Line[], after: readonly Line[]): [number, string][] {
  const shared: [number, string][] = []
  let old = 0
  let now = 0
  const changes = diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    { timeout: 500 },
  )
  for (const { added, removed, count } of changes ?? []) {
    if (removed) old += count
    else if (added) now += count
    else for (let i = 0; i < count; i++) shared.push([now++, before[old++]?.end ?? '\n'])
  }
  return shared.filter(([, end]) => end !== '')
}
