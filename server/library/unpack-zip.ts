import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl'
import { maxNoteBytes } from './decode-note.ts'
import { isNoteName } from './read-notes.ts'
import type { RefusedFile, UploadedFile } from './uploaded-file.ts'

const maxEntries = 5000
const maxUnpackedBytes = 50_000_000

/** The notes of a .zip file, or why nothing of it is taken. Its sizes are checked before anything is unpacked. */
export async function unpackZip(
  path: string,
  bytes: Uint8Array,
): Promise<{ files: UploadedFile[] } | { refused: RefusedFile }> {
  try {
    const entries = await listEntries(path, bytes)
    if ('refused' in entries) return entries
    return { files: await unpack(bytes, new Set(entries.names)) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse(
      path,
      'not_a_zip',
      `${path} could not be unpacked (${why}). Nothing was taken from it. Pack it again, or send the notes themselves.`,
    )
  }
}

async function listEntries(
  path: string,
  bytes: Uint8Array,
): Promise<{ names: string[] } | { refused: RefusedFile }> {
  const zip = await open(bytes)
  if (zip.entryCount > maxEntries) {
    return refuse(
      path,
      'zip_too_many',
      `${path} holds ${zip.entryCount} files; a .zip may hold ${maxEntries}. Nothing was taken from it. Send it in parts.`,
    )
  }
  const names: string[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    if (!isNoteEntry(entry)) continue
    if (entry.isEncrypted()) {
      return refuse(
        path,
        'zip_encrypted',
        `${path} is locked with a password. Unlock it, then send it again.`,
      )
    }
    total += entry.uncompressedSize
    if (entry.uncompressedSize > maxNoteBytes || total > maxUnpackedBytes) {
      return refuse(
        path,
        'zip_too_large',
        `${path} would unpack to more than ${maxUnpackedBytes / 1_000_000} MB of notes, or to a note of more than ` +
          `${maxNoteBytes / 1_000_000} MB. Nothing was taken from it. Send it in parts.`,
      )
    }
    names.push(entry.fileName)
  }
  return { names }
}

async function unpack(bytes: Uint8Array, names: ReadonlySet<string>): Promise<UploadedFile[]> {
  const zip = await open(bytes)
  const files: UploadedFile[] = []
  for await (const entry of zip.eachEntry()) {
    if (!names.has(entry.fileName)) continue
    const parts: Uint8Array[] = []
    // The library stops a stream that is longer than the size it promised.
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Uint8Array)
    files.push({ path: entry.fileName, bytes: Buffer.concat(parts) })
  }
  return files
}

/** Names that would leave the folder, or are no names at all, end the reading here: the library refuses them. */
function open(bytes: Uint8Array): Promise<ZipFile> {
  return fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
  })
}

function isNoteEntry(entry: Entry): boolean {
  const names = entry.fileName.split('/')
  return isNoteName(entry.fileName) && !names.some((name) => name.startsWith('.') || name === '__MACOSX')
}

function refuse(path: string, code: string, sentence: string): { refused: RefusedFile } {
  return { refused: { path, code, sentence } }
}
