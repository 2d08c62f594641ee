import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { uploadPrefix } from './library.ts'
import { type UnreadableNote, decodeNote } from './read-notes.ts'
import type { LibrarySource } from './library-source.ts'

/** A file as it was sent. */
export interface UploadedFile {
  readonly path: string
  readonly bytes: Uint8Array
}
export interface TakenUploads {
  readonly sources: readonly LibrarySource[]
  readonly refused: readonly { readonly path: string; readonly code: string; readonly sentence: string }[]
}

/** The uploads that are notes, and why the others are not. Nothing is written yet. */
export function takeUploads(files: readonly UploadedFile[]): TakenUploads {
  const sources: LibrarySource[] = []
  const refused: { path: string; code: string; sentence: string }[] = []
  const taken = new Set<string>()
  for (const file of files) {
    const outcome = takeUpload(file, taken)
    if ('text' in outcome) {
      taken.add(outcome.path.toLowerCase())
      sources.push(outcome)
    } else refused.push(outcome)
  }
  return { sources, refused }
}

/** Writes the notes below `folder`, each by a temporary file and a rename, so that none is ever half there. */
export async function storeUploads(folder: string, sources: readonly LibrarySource[]): Promise<void> {
  for (const source of sources) {
    const target = join(folder, source.path.slice(uploadPrefix.length))
    if (!target.startsWith(folder + sep))
      throw new Error(`Inconsistent: upload ${source.path} would leave its folder`)
    await mkdir(dirname(target), { recursive: true })
    const temporary = `${target}.${randomUUID()}.tmp`
    await writeFile(temporary, source.text, { flush: true })
    await rename(temporary, target)
  }
}

/** Takes an uploaded note out of the library. The file is kept below `.removed`, which is never read. */
export async function removeUpload(folder: string, path: string): Promise<void> {
  const name = path.slice(uploadPrefix.length)
  const from = join(folder, name)
  if (!from.startsWith(folder + sep)) throw new Error(`Inconsistent: upload ${path} lies outside its folder`)
  const to = join(folder, '.removed', `${randomUUID()}-${basename(name)}`)
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to).catch((error: unknown) => {
    // Gone already: what was asked for is the case.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  })
}

function takeUpload(
  file: UploadedFile,
  taken: ReadonlySet<string>,
): LibrarySource | { path: string; code: string; sentence: string } {
  const refuse = (code: string, sentence: string) => ({ path: file.path, code, sentence })
  if (!isSafePath(file.path)) {
    return refuse(
      'unsafe_path',
      `“${file.path.slice(0, 100)}” is no plain file name or relative path. Rename the file and send it again.`,
    )
  }
  if (!/\.(?:md|markdown|txt)$/i.test(file.path)) {
    return refuse(
      'not_a_note',
      `${file.path}: not a note. Send Markdown or plain text (.md, .markdown, .txt).`,
    )
  }
  if (taken.has((uploadPrefix + file.path).toLowerCase())) {
    return refuse(
      'same_name',
      `${file.path} was sent twice, or with another case of its letters. Rename one of them.`,
    )
  }
  const decoded: { path: string; text: string } | UnreadableNote = decodeNote(file.path, file.bytes)
  if (!('text' in decoded)) return refuse(decoded.code, decoded.sentence)
  return { path: uploadPrefix + decoded.path, text: decoded.text, origin: 'upload' }
}

/** A relative path of ordinary names: nothing hidden, nothing that leaves the folder, on any system. */
function isSafePath(path: string): boolean {
  const names = path.split('/')
  return names.length <= 20 && names.every(isOrdinaryName)
}

function isOrdinaryName(name: string): boolean {
  const hasStrangeCharacter = /[\\:*?"<>|]|\p{Cc}/u.test(name)
  return (
    name !== '' && name.length <= 200 && !hasStrangeCharacter && !name.startsWith('.') && !/[. ]$/.test(name)
  )
}
