import { now } from '../../state/clock.ts'
import { readLocal, writeLocal } from '../../state/device.ts'

/** An unsaved text, and what it was begun from: enough to tell later what happened to the file meanwhile. */
export interface Draft {
  readonly text: string
  /** The text as it was when editing began. */
  readonly base: string
  readonly version: string
  readonly at: number
}

const prefix = 'recollect.draft.'

/** Notes that are not there yet have a draft too. */
export const newNoteKey = 'new'

export function readDraft(noteId: string): Draft | null {
  const held = readLocal(prefix + noteId)
  if (held === null) return null
  try {
    const value: unknown = JSON.parse(held)
    return isDraft(value) ? value : null
  } catch {
    return null
  }
}

/** Keeps a draft in this browser; false when there is no room for it. */
export function keepDraft(noteId: string, draft: Omit<Draft, 'at'>): boolean {
  const held = JSON.stringify({ ...draft, at: now() })
  writeLocal(prefix + noteId, held)
  return readLocal(prefix + noteId) === held
}

export function dropDraft(noteId: string): void {
  writeLocal(prefix + noteId, null)
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const { text, base, version, at } = value as Record<string, unknown>
  const areTexts = [text, base, version].every((part) => typeof part === 'string')
  return areTexts && typeof at === 'number'
}
