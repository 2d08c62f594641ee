import type { NoteReply } from '../../shared/api/notes.ts'

export interface NoteLine {
  readonly number: number
  readonly text: string
  readonly kind: 'heading' | 'item' | 'code' | 'text'
  /** Why the line makes no card, where it was passed over. */
  readonly skipped: string | null
}

/** Lines that stand together, and the cards they make. */
export interface Passage {
  readonly lines: readonly NoteLine[]
  readonly cards: readonly NoteReply['cardsByLine'][number][]
}

/** A note cut at its blank lines, each card beside the passage its first line stands in. */
export function readPassages(note: Pick<NoteReply, 'text' | 'cardsByLine' | 'skippedLines'>): Passage[] {
  const reasons = new Map(note.skippedLines.map((skipped) => [skipped.line, skipped.reason]))
  return cutAtBlanks(toLines(note.text, reasons)).map((lines) => {
    const numbers = new Set(lines.map((line) => line.number))
    const cards = note.cardsByLine.filter((card) => numbers.has(card.lines[0] ?? -1))
    return { lines, cards: cards.sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0)) }
  })
}

function toLines(text: string, reasons: ReadonlyMap<number, string>): NoteLine[] {
  let isFenced = false
  return text.split(/\r\n|\r|\n/).map((line, i) => {
    const isFence = /^\s*(?:```|~~~)/.test(line)
    const kind = isFence || isFenced ? 'code' : kindOf(line)
    if (isFence) isFenced = !isFenced
    return { number: i + 1, text: line, kind, skipped: reasons.get(i + 1) ?? null }
  })
}

function kindOf(line: string): NoteLine['kind'] {
  if (/^#{1,6}\s/.test(line)) return 'heading'
  return /^\s*(?:[-*+]|\d+[.)])\s/.test(line) ? 'item' : 'text'
}

function cutAtBlanks(lines: readonly NoteLine[]): NoteLine[][] {
  const passages: NoteLine[][] = []
  let current: NoteLine[] = []
  for (const line of lines) {
    const isBlank = line.text.trim() === '' && line.kind !== 'code'
    if (!isBlank) current.push(line)
    if ((isBlank || line.kind === 'heading') && current.length > 0) {
      passages.push(current)
      current = []
    }
  }
  return current.length > 0 ? [...passages, current] : passages
}
