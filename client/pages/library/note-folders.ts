import type { NoteRow } from '../../../shared/api/notes.ts'
import { asTyped } from '../../state/typed-names.ts'

/** Notes that lie in one folder. */
export interface NoteFolder {
  /** As in a path, without a slash at the end; empty for notes that lie in no folder. */
  readonly name: string
  readonly notes: readonly NoteRow[]
}

/** The notes that a search finds, by folder and name; those whose file is gone come last. */
export function noteFolders(notes: readonly NoteRow[], search: string): NoteFolder[] {
  const words = asTyped(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = notes.filter((note) => {
    const names = asTyped(`${note.title} ${note.path}`)
    return words.every((word) => names.includes(word))
  })
  const folders = new Map<string, NoteRow[]>()
  for (const note of found) {
    const name = folderOf(note.path)
    const held = folders.get(name)
    if (held === undefined) folders.set(name, [note])
    else held.push(note)
  }
  return [...folders]
    .map(([name, held]) => ({ name, notes: held.sort(byName) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}

/** `docker.md` of `devops/docker.md`. */
export function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/')
  return end < 0 ? '' : path.slice(0, end)
}

function byName(a: NoteRow, b: NoteRow): number {
  return Number(a.missing) - Number(b.missing) || a.path.localeCompare(b.path, 'en', { numeric: true })
}
