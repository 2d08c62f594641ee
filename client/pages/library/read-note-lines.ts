import type { NoteReply, WouldBe } from '../../../shared/api/notes.ts'
import { endOfFormula } from '../../words/block-parts.ts'

export type LineCard = NoteReply['cardsByLine'][number]

/** One line of a note that has something in it, and the cards that begin there. */
export interface NoteLine {
  readonly number: number
  readonly text: string
  readonly kind: 'heading' | 'item' | 'code' | 'formula' | 'text'
  /** Whether a blank line stands before it. */
  readonly opens: boolean
  /** Why the line makes no card, where it was passed over; said once for lines in a row. */
  readonly skipped: string | null
  /** Whether it was passed over, for a reason said here or above. */
  readonly isSilent: boolean
  /** The card that it would give if its owner wants it. */
  readonly wouldBe: WouldBe | null
  readonly cards: readonly LineCard[]
}

/** A note line by line, each card beside the first line it came from. Blank lines and fences only part the others. */
export function readNoteLines(note: Pick<NoteReply, 'text' | 'cardsByLine' | 'skippedLines'>): NoteLine[] {
  const silent = new Map(note.skippedLines.map((skipped) => [skipped.line, skipped]))
  const lines: NoteLine[] = []
  let isFenced = false
  let opens = true
  let lastReason: string | null = null
  const texts = note.text.split(/\r\n|\r|\n/)
  for (let i = 0; i < texts.length; i++) {
    const end = isFenced ? i : endOfFormula(texts, i)
    // A formula over several lines is one thing to read.
    const text = texts.slice(i, end + 1).join('\n')
    const isFence = /^\s*(?:```|~~~)/.test(text)
    if (isFence) isFenced = !isFenced
    const number = i + 1
    const own = note.cardsByLine.filter(({ lines: [first = 0] }) => first >= number && first <= end + 1)
    const isSilent = isFence || isBlank(text)
    if (!isSilent || own.length > 0) {
      const kind = isFenced ? 'code' : end > i ? 'formula' : kindOf(text)
      const { reason = null, wouldBe = null } = silent.get(number) ?? {}
      const skipped = reason === lastReason ? null : reason
      lines.push({
        number,
        text: isFence ? '' : text,
        kind,
        opens,
        skipped,
        isSilent: reason !== null,
        wouldBe,
        cards: own,
      })
      lastReason = reason
    }
    opens = isSilent
    i = end
  }
  return lines
}

function isBlank(text: string): boolean {
  return text.trim() === '' || /^\s*\|[|\s:-]+$/.test(text)
}

function kindOf(text: string): NoteLine['kind'] {
  if (/^\s*#{1,6}\s/.test(text)) return 'heading'
  return /^\s*(?:[-*+]|\d+[.)])\s/.test(text) ? 'item' : 'text'
}
