import { decodeNames } from './archive-names.ts'
import { decodeNote, maxNoteBytes } from './decode-note.ts'
import { archiveEndings, isArchiveName, listArchive } from './list-archive.ts'
import type { PackedFile } from './packed-file.ts'
import { isNoteName } from './read-notes.ts'
import { leavesFolder, tamePath } from './tame-name.ts'
import type { RefusedFile, UploadedFile } from './uploaded-file.ts'

/** The notes of an archive and of those in it, and what in it could not be opened. */
export interface Unpacked {
  readonly files: readonly UploadedFile[]
  readonly refused: readonly RefusedFile[]
}

const maxFiles = 5000
const maxUnpackedBytes = 50_000_000
/** An archive in an archive in an archive is a mistake, or a bomb. */
const deepest = 3

/** What is left to take of one upload: an archive and all that are in it share it. */
interface Room {
  files: number
  bytes: number
}

/** The notes of an archive, or why nothing of it is taken. Sizes are checked before anything is unpacked. */
export async function unpackArchive(
  file: UploadedFile,
  room: Room = { files: maxFiles, bytes: maxUnpackedBytes },
  depth = 1,
): Promise<Unpacked> {
  const { path } = file
  try {
    const listed = await listArchive(file, room.bytes)
    if (listed.kind === 'files') return await takeFiles(path, listed.files, room, depth)
    if (listed.kind === 'too_large') return tooLarge(path)
    return refuse(
      path,
      'foreign_archive',
      `${path} is a ${listed.name} archive; .zip, .tar and .tar.gz are opened here. ` +
        'Unpack it and send its folder, or pack it as .zip.',
    )
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse(
      path,
      'not_a_zip',
      `${path} could not be unpacked (${why}). Nothing was taken from it. Pack it again, or send the notes themselves.`,
    )
  }
}

async function takeFiles(
  path: string,
  files: readonly PackedFile[],
  room: Room,
  depth: number,
): Promise<Unpacked> {
  room.files -= files.length
  if (room.files < 0) {
    return refuse(
      path,
      'zip_too_many',
      `${path} holds ${files.length} files; an archive may hold ${maxFiles}. Nothing was taken from it. Send it in parts.`,
    )
  }
  const wanted = files.filter(({ name }) => isWanted(name.split('/')))
  if (wanted.length === 0) return holdsNoNote(path, files.length)
  if (wanted.some(({ isLocked }) => isLocked))
    return refuse(path, 'zip_encrypted', `${path} is locked with a password. Unlock it, then send it again.`)
  room.bytes -= wanted.reduce((sum, { size }) => sum + size, 0)
  const isFlood = wanted.some(({ name, size }) => isNoteName(name) && size > maxNoteBytes)
  if (room.bytes < 0 || isFlood) return tooLarge(path)
  const read: UploadedFile[] = []
  for (const file of wanted) read.push({ path: file.name, bytes: await file.read() })
  const names = await readNames(wanted, read)
  const astray = names.find(leavesFolder)
  if (astray !== undefined) throw new Error(`the path ${astray} leads out of it`)
  const named = read.map(({ bytes }, i) => ({ path: tamePath(names[i] ?? ''), bytes }))
  const shown = named.filter((one) => isWanted(one.path.split('/')))
  return openInner(path, shown, room, depth)
}

/** Notes as they are, and the notes of archives in it under the folder that those lie in. */
async function openInner(
  outer: string,
  read: readonly UploadedFile[],
  room: Room,
  depth: number,
): Promise<Unpacked> {
  const files: UploadedFile[] = []
  const refused: RefusedFile[] = []
  const taken = new Set<string>()
  const take = (note: UploadedFile) => {
    const path = freeName(note.path, taken)
    taken.add(path.toLowerCase())
    files.push({ path, bytes: note.bytes })
  }
  for (const file of read) {
    if (!isArchiveName(file.path)) {
      take(file)
      continue
    }
    const inner = depth < deepest ? await unpackArchive(file, room, depth + 1) : tooDeep(file.path)
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
    for (const { path, bytes } of inner.files) {
      const isFree = !taken.has((folder + path).toLowerCase())
      take({ path: isFree ? folder + path : `${file.path.replace(archiveEndings, '')}/${path}`, bytes })
    }
    for (const { path, code, sentence } of inner.refused) {
      const place = `${outer} › ${path}`
      refused.push({ path: place, code, sentence: sentence.replace(path, place) })
    }
  }
  return { files, refused }
}

/** The name, or with a number where another file of the archive has it, as two may once they are tamed. */
function freeName(path: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? path : path.replace(/(?=\.[^./]*$)/, ` (${number})`)
    if (!taken.has(name.toLowerCase())) return name
  }
}

/** The paths as text; where the archive does not say how they are written, by what its notes are written in. */
async function readNames(wanted: readonly PackedFile[], read: readonly UploadedFile[]): Promise<string[]> {
  const raw = wanted.map(({ rawName }) => rawName ?? new Uint8Array())
  const isOpen = raw.some((name) => name.some((byte) => byte > 0x7f))
  const told = isOpen ? decodeNames({ names: raw, sample: await sampleOf(read) }) : null
  return wanted.map(({ name, rawName }, i) => {
    const path = rawName === null ? name : (told?.[i] ?? name)
    return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  })
}

const sampledNotes = 5

async function sampleOf(read: readonly UploadedFile[]): Promise<string> {
  const notes = read.filter(({ path }) => isNoteName(path)).slice(0, sampledNotes)
  const texts = await Promise.all(notes.map(({ path, bytes }) => decodeNote(path, bytes)))
  return texts.map((note) => ('text' in note ? note.text.slice(0, 20_000) : '')).join('\n')
}

/** Notes and archives; not what tools keep for themselves, nor what macOS puts beside each file. */
function isWanted(names: readonly string[]): boolean {
  const isHidden = names.some((name) => /^\.[^.]/.test(name) || name === '__MACOSX')
  const last = names.at(-1) ?? ''
  return !isHidden && (isNoteName(last) || isArchiveName(last))
}

function holdsNoNote(path: string, count: number): Unpacked {
  const many = count === 1 ? 'one file, and it is no note' : `${count} files, none of them a note`
  return refuse(
    path,
    'no_notes',
    `${path} holds ${count === 0 ? 'no files' : many}. Notes are Markdown or plain text (.md, .markdown, .txt).`,
  )
}

function tooLarge(path: string): Unpacked {
  return refuse(
    path,
    'zip_too_large',
    `${path} would unpack to more than ${maxUnpackedBytes / 1_000_000} MB of notes, or to a note of more than ` +
      `${maxNoteBytes / 1_000_000} MB. Nothing was taken from it. Send it in parts.`,
  )
}

function tooDeep(path: string): Unpacked {
  return refuse(path, 'too_deep', `${path} lies in too many other archives. Unpack it, then send it.`)
}

function refuse(path: string, code: string, sentence: string): Unpacked {
  return { files: [], refused: [{ path, code, sentence }] }
}
