import type { NoteSaved } from '../../shared/api/notes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { NoteId } from '../../shared/note/note.ts'
import { findNote, findNoteByPath } from '../db/notes.ts'
import type { Learner } from '../learner.ts'
import { planChange, storeChange } from './change-library.ts'
import { bodyHash, uploadPrefix } from './gather-notes.ts'
import { keepLineEnds } from './keep-line-ends.ts'
import { noteFile, readNow, setAside, stamped, writeNoteFile } from './note-files.ts'
import { openNote } from './open-notes.ts'
import { takeUploads } from './take-uploads.ts'

/** Writes a note as the learner edited it, and takes over what that changes: they saw it before they pressed Save. */
export function saveNote(learner: Learner, id: NoteId, text: string, version: string): Promise<NoteSaved> {
  const { id: learnerId, db, library } = learner
  const { folders } = library
  return library.alone(async () => {
    const note = await findNote(db.reader, learnerId, id)
    if (note === undefined || note.missing) throw noSuchNote(id)
    const file = noteFile(folders, note.path)
    const now = await readNow(file)
    if (now === null || bodyHash(now.note) !== version) {
      // What stands there now is read at once, so that the learner can be shown it.
      await storeChange(learner, await planChange(learner, { kind: 'folder' }))
      throw new Refusal(
        'note_changed',
        `${note.path} was changed by another program since you opened it. Nothing was written. Compare the two texts, then save again.`,
      )
    }
    if (now.note.guessed !== undefined) {
      throw new Refusal(
        'not_utf8',
        `${note.path} is not encoded as UTF-8 (it looks like ${now.note.guessed}). Convert it once with your own editor, then edit it here.`,
      )
    }
    const kept = keepLineEnds(now.note.text, text)
    refuseUnreadable(note.path, kept)
    const source = { path: note.path, text: kept, origin: note.origin }
    const plan = await planChange(learner, { kind: 'save', extra: [source], decided: [note.path] })
    const stamp = await writeNoteFile(file, (now.hasByteOrderMark ? '\uFEFF' : '') + kept, version)
    const changes = await storeChange(learner, stamped(plan, new Map([[note.path, stamp]])))
    return { note: await openNote(learner, id), changes }
  })
}

/** Makes a note that was not there, beside the files that were brought in. */
export function createNote(learner: Learner, path: string, text: string): Promise<NoteSaved> {
  const { id: learnerId, db, library } = learner
  const { folders } = library
  return library.alone(async () => {
    const { sources, refused } = await takeUploads([{ path, bytes: Buffer.from(text) }])
    const [problem] = refused
    if (problem !== undefined)
      throw new Refusal(problem.code === 'unsafe_path' ? 'unsafe_path' : 'not_a_note', problem.sentence)
    const [source] = sources
    if (source === undefined) throw new Error('Inconsistent: a note was neither taken nor refused')
    const file = noteFile(folders, source.path)
    if ((await readNow(file)) !== null) {
      throw new Refusal(
        'name_taken',
        `There is a note called ${path} already. Open it, or choose another name.`,
      )
    }
    const plan = await planChange(learner, { kind: 'save', extra: [source], decided: [source.path] })
    const stamp = await writeNoteFile(file, source.text, null)
    const changes = await storeChange(learner, stamped(plan, new Map([[source.path, stamp]])))
    const note = await findNoteByPath(db.reader, learnerId, source.path)
    if (note === undefined) throw new Error(`Inconsistent: note ${source.path} was saved and not stored`)
    return { note: await openNote(learner, note.id), changes }
  })
}

/** Takes a brought-in note out of the library; its cards are retired and keep their history. */
export function removeNote(learner: Learner, id: NoteId): Promise<NoteSaved['changes']> {
  const { id: learnerId, db, library } = learner
  const { folders } = library
  return library.alone(async () => {
    const note = await findNote(db.reader, learnerId, id)
    if (note === undefined) throw noSuchNote(id)
    if (!note.path.startsWith(uploadPrefix)) {
      throw new Refusal(
        'not_yours',
        `${note.path} lies in your own folder, which is never written to. Remove it there, then read the folder again.`,
      )
    }
    const plan = await planChange(learner, { kind: 'removal', without: [note.path], decided: [note.path] })
    await setAside(folders.uploadFolder, noteFile(folders, note.path))
    return storeChange(learner, plan)
  })
}

function refuseUnreadable(path: string, text: string): void {
  if (text.trim() !== '') return
  throw new Refusal(
    'not_a_note',
    `${path} would be empty. Remove the note instead, or write something into it.`,
  )
}

function noSuchNote(id: string): Refusal {
  return new Refusal('not_found', `There is no note ${id}.`)
}
