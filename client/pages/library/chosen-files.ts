import type { ChosenFile } from '../../api-client.ts'

/** What a learner chose to bring in. Out of a folder only its notes are taken; `others` counts what was left there. */
export interface Chosen {
  readonly files: readonly ChosenFile[]
  readonly others: number
}

/** Files picked one by one are taken as they are: the server says what is wrong with one. */
export function pickedFiles(files: Iterable<File>): Chosen {
  return { files: [...files].map((file) => ({ path: file.name, file })), others: 0 }
}

/** The notes of a folder that was picked, under their paths in it. */
export function pickedFolder(files: Iterable<File>): Chosen {
  const all = [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
  return onlyNotes(all)
}

/** What was dropped: files as they are, folders with the notes in them. */
export async function droppedFiles(transfer: DataTransfer): Promise<Chosen> {
  // The list is emptied when the event is over, so every entry is asked for before the first is read.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return pickedFiles(transfer.files)
  const found = await Promise.all(
    entries.map(async (entry) => {
      const files = await filesOf(entry, entry.name)
      return entry.isDirectory ? onlyNotes(files) : { files, others: 0 }
    }),
  )
  return {
    files: found.flatMap(({ files }) => files),
    others: found.reduce((sum, { others }) => sum + others, 0),
  }
}

/** Text that was pasted, as a file. Without an ending it is Markdown: nobody has to know that notes are files. */
export function pastedFile(name: string, text: string): ChosenFile {
  const given = name.trim() === '' ? 'pasted' : name.trim()
  const path = /\.(?:md|markdown|txt)$/i.test(given) ? given : `${given}.md`
  return { path, file: new File([text], path) }
}

/** The chosen file that gave the note at `path` of the library; a note out of an archive has none. */
export function fileOfNote(files: readonly ChosenFile[], path: string): ChosenFile | undefined {
  return files.find((chosen) => path === chosen.path || path.endsWith(`/${chosen.path}`))
}

function onlyNotes(all: readonly ChosenFile[]): Chosen {
  const files = all.filter(({ path }) => isNotePath(path))
  return { files, others: all.length - files.length }
}

/** Whether a path in a folder is that of a note. Hidden folders hold the tools' own files. */
export function isNotePath(path: string): boolean {
  const parts = path.split('/')
  if (parts.some((part) => part.startsWith('.') || part === 'node_modules')) return false
  return /\.(?:md|markdown|txt|zip|tar|tgz|tar\.gz)$/i.test(path)
}

async function filesOf(entry: FileSystemEntry, path: string): Promise<ChosenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    return [{ path, file }]
  }
  const children = await allEntries((entry as FileSystemDirectoryEntry).createReader())
  const found = await Promise.all(children.map((child) => filesOf(child, `${path}/${child.name}`)))
  return found.flat()
}

/** A reader gives a folder's entries in parts, and an empty part at the end. */
async function allEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
  return part.length === 0 ? [] : [...part, ...(await allEntries(reader))]
}
