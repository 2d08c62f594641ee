import { type Entry, type ZipFile, fromBufferPromise, getFileNameLowLevel } from 'yauzl'
import type { PackedFile } from './packed-file.ts'

/** The files of a .zip, none of them unpacked yet. Throws where it is damaged. */
export async function listZip(bytes: Uint8Array): Promise<PackedFile[]> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: true,
  })
  const files: PackedFile[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.fileNameRaw.at(-1) !== slash) files.push(toPacked(zip, entry))
  }
  return files
}

const slash = '/'.charCodeAt(0)
/** In the flags of an entry: its name is UTF-8. */
const utf8Flag = 0x800
/** A field beside the name that holds it in UTF-8. */
const unicodePath = 0x7075

function toPacked(zip: ZipFile, entry: Entry): PackedFile {
  const { fileNameRaw, extraFields, generalPurposeBitFlag: flags } = entry
  const saysHow = (flags & utf8Flag) !== 0 || extraFields.some(({ id }) => id === unicodePath)
  return {
    name: getFileNameLowLevel(flags, fileNameRaw, extraFields, true),
    rawName: saysHow ? null : fileNameRaw,
    size: entry.uncompressedSize,
    isLocked: entry.isEncrypted(),
    read: async () => {
      const parts: Uint8Array[] = []
      // The library stops a stream that is longer than the size it promised.
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Uint8Array)
      return Buffer.concat(parts)
    },
  }
}
