import { useEffect, useRef, useState } from 'preact/hooks'
import type { ImportReply } from '../../../shared/api/imports.ts'
import type { NoteReply } from '../../../shared/api/notes.ts'
import { type ApiError, api } from '../../api-client.ts'
import { announce } from '../../state/announcer.ts'
import { type Draft, dropDraft, keepDraft, newNoteKey, readDraft } from './draft-store.ts'
import { countInbox } from '../../state/inbox-count.ts'
import { toApiError } from '../../state/use-resource.ts'

/** Where a note lies on the desk: what is saved, what is written, and what came between the two. */
export interface NoteDesk {
  /** The note as the server last told it; null while it was never saved. */
  readonly note: NoteReply | null
  /** The saved text with plain line ends; what an edit is measured against. */
  readonly base: string
  readonly text: string
  readonly isDirty: boolean
  readonly isSaving: boolean
  /** A text left unsaved by an earlier visit. */
  readonly found: Draft | null
  /** False where this browser has no room for drafts. */
  readonly keepsDrafts: boolean
  readonly outcome: SaveOutcome | null
  readonly conflict: SaveConflict | null
  readonly type: (text: string) => void
  readonly save: (path: string) => Promise<NoteReply | null>
  readonly takeFound: () => void
  readonly dropFound: () => void
  readonly resolve: (choice: Resolution) => void
  /** Asks again which cards the saved note has; the text stays as it is. */
  readonly lookAgain: () => Promise<void>
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly changes: ImportReply }
  | { readonly kind: 'failed'; readonly error: ApiError }

/** The file was changed elsewhere since editing began: three texts, and none of them may be lost silently. */
export interface SaveConflict {
  readonly base: string
  readonly mine: string
  readonly theirs: NoteReply
}
export type Resolution = 'theirs' | 'mine' | 'edit' | { readonly joined: string }

const draftEveryMs = 2000

export function useNoteDesk(start: { note: NoteReply | null; text: string }): NoteDesk {
  const [note, setNote] = useState(start.note)
  const draftKey = note?.id ?? newNoteKey
  const [version, setVersion] = useState(start.note?.version ?? '')
  const [base, setBase] = useState(() => plainLines(start.note?.text ?? start.text))
  const [text, setText] = useState(base)
  const [found, setFound] = useState(() => unsavedDraft(draftKey, base))
  const [keepsDrafts, setKeepsDrafts] = useState(true)
  const [isSaving, setSaving] = useState(false)
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null)
  const [conflict, setConflict] = useState<SaveConflict | null>(null)
  const latest = useRef({ text, base, version })
  latest.current = { text, base, version }
  useDrafts(draftKey, latest, found !== null, setKeepsDrafts)

  const begin = (saved: NoteReply) => {
    setNote(saved)
    setVersion(saved.version)
    setBase(plainLines(saved.text))
  }
  const send = async (path: string, against: string): Promise<NoteReply | null> => {
    const written = latest.current.text
    setSaving(true)
    setOutcome(null)
    try {
      const body = withLineEnds(written, note?.text ?? '')
      const reply =
        note === null
          ? await api.createNote({ path, text: body })
          : await api.saveNote(note.id, { text: body, version: against })
      dropDraft(draftKey)
      begin(reply.note)
      setOutcome({ kind: 'saved', changes: reply.changes })
      announce('Saved.')
      void countInbox()
      return reply.note
    } catch (reason) {
      const error = toApiError(reason)
      if (error.code === 'note_changed' && note !== null) await openConflict(note.id, written)
      else setOutcome({ kind: 'failed', error })
      return null
    } finally {
      setSaving(false)
    }
  }
  const openConflict = async (id: string, mine: string) => {
    try {
      setConflict({ base: latest.current.base, mine, theirs: await api.note(id) })
      announce('Not saved: the file was changed elsewhere. Both texts are shown.')
    } catch (reason) {
      setOutcome({ kind: 'failed', error: toApiError(reason) })
    }
  }
  const resolve = (choice: Resolution) => {
    const theirs = conflict?.theirs
    setConflict(null)
    if (theirs === undefined || choice === 'edit') return
    begin(theirs)
    if (choice === 'theirs') {
      setText(plainLines(theirs.text))
      dropDraft(draftKey)
    } else if (choice === 'mine') void send(theirs.path, theirs.version)
    else setText(choice.joined)
  }

  return {
    note,
    base,
    text,
    isDirty: text !== base,
    isSaving,
    found,
    keepsDrafts,
    outcome,
    conflict,
    type: (typed) => {
      setText(typed)
      if (outcome?.kind === 'saved') setOutcome(null)
    },
    save: (path) => send(path, version),
    takeFound: () => {
      if (found === null) return
      // The draft belongs to the text it was begun from: if the file changed since, saving will say so.
      setText(found.text)
      setBase(found.base)
      setVersion(found.version)
      setFound(null)
    },
    dropFound: () => {
      dropDraft(draftKey)
      setFound(null)
    },
    resolve,
    lookAgain: async () => {
      if (note === null) return
      const told = await api.note(note.id).catch(() => null)
      // Another text than the one that is edited would be taken for a change of it.
      if (told !== null && told.version === latest.current.version) setNote(told)
    },
  }
}

/** Keeps the text every two seconds, and whenever the page may be about to go. */
function useDrafts(
  key: string,
  latest: { readonly current: { text: string; base: string; version: string } },
  isAsking: boolean,
  onKept: (kept: boolean) => void,
): void {
  useEffect(() => {
    // Until the learner said what becomes of the earlier draft, it must not be written over.
    if (isAsking) return
    let kept: string | null = null
    const keep = () => {
      const { text, base, version } = latest.current
      if (text === kept) return
      if (text === base && kept === null) return
      if (text === base) dropDraft(key)
      else onKept(keepDraft(key, { text, base, version }))
      kept = text
    }
    const timer = setInterval(keep, draftEveryMs)
    addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', keep)
    return () => {
      clearInterval(timer)
      removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', keep)
      keep()
    }
  }, [key, isAsking])
}

function unsavedDraft(key: string, base: string): Draft | null {
  const draft = readDraft(key)
  return draft === null || draft.text === base ? null : draft
}

/** A text field knows only one kind of line end. */
function plainLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

/** The text with the line ends that the file had. */
function withLineEnds(text: string, saved: string): string {
  return saved.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
}
