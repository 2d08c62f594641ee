import { gunzipSync } from 'node:zlib'
import type { PackedFile } from './packed-file.ts'
import { isTar, readTar } from './read-tar.ts'
import type { UploadedFile } from './uploaded-file.ts'

/** What is in an archive, or why that is not looked at. */
export type ListedArchive =
  | { readonly kind: 'files'; readonly files: readonly PackedFile[] }
  /** It is of a kind that is not opened here. */
  | { readonly kind: 'foreign'; readonly name: string }
  | { readonly kind: 'too_large' }

export const archiveEndings = /\.(?:zip|tar|t?gz|7z|rar|t?bz2?|t?xz|zst|lzh|lha|cab|arj|ace)$/i

/** Whether a name is that of an archive, whichever can be opened. */
export function isArchiveName(name: string): boolean {
  return archiveEndings.test(name)
}

/** What is in an archive, by what its bytes say it is: its name may say something else. Throws where it is damaged. */
export async function listArchive({ path, bytes }: UploadedFile, maxBytes: number): Promise<ListedArchive> {
  const foreign = foreignKinds.find(({ sign, at = 0 }) => startsWith(bytes, sign, at))
  if (foreign !== undefined) return { kind: 'foreign', name: foreign.name }
  if (startsWith(bytes, gzipSign, 0)) return listGzip(path, bytes, maxBytes)
  if (isTar(bytes)) return { kind: 'files', files: tarFiles(bytes) }
  const { listZip } = await import('./list-zip.ts')
  return { kind: 'files', files: await listZip(bytes) }
}

interface ForeignKind {
  readonly name: string
  /** The bytes that it begins with, or has at a place near its beginning. */
  readonly sign: readonly number[]
  readonly at?: number
}

const foreignKinds: readonly ForeignKind[] = [
  { name: '7-Zip', sign: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'RAR', sign: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { name: 'bzip2', sign: [0x42, 0x5a, 0x68] },
  { name: 'xz', sign: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { name: 'Zstandard', sign: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: 'LHA', sign: [0x2d, 0x6c, 0x68], at: 2 },
  { name: 'Cabinet', sign: [0x4d, 0x53, 0x43, 0x46] },
  { name: 'ARJ', sign: [0x60, 0xea] },
  { name: 'ACE', sign: [0x2a, 0x2a, 0x41, 0x43, 0x45, 0x2a, 0x2a], at: 7 },
]
const gzipSign = [0x1f, 0x8b]

function startsWith(bytes: Uint8Array, sign: readonly number[], at: number): boolean {
  return sign.every((byte, i) => bytes[at + i] === byte)
}

/** A packed .tar, or one packed file that is called like its packing without the ending. */
function listGzip(path: string, bytes: Uint8Array, maxBytes: number): ListedArchive {
  let inner: Uint8Array
  try {
    inner = gunzipSync(bytes, { maxOutputLength: Math.max(1, maxBytes) })
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'too_large' }
    throw error
  }
  if (isTar(inner)) return { kind: 'files', files: tarFiles(inner) }
  const name = (path.split('/').at(-1) ?? path).replace(/\.gz$/i, '')
  const file = {
    name,
    rawName: null,
    size: inner.length,
    isLocked: false,
    read: () => Promise.resolve(inner),
  }
  return { kind: 'files', files: [file] }
}

function tarFiles(bytes: Uint8Array): PackedFile[] {
  return [...readTar(bytes)].map(({ name, bytes: content }) => ({
    name: Buffer.from(name).toString('latin1'),
    rawName: name,
    size: content.length,
    isLocked: false,
    read: () => Promise.resolve(content),
  }))
}
