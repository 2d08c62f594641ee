import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { field, readJson } from '../shared/basics/read-json.ts'

/** What a data folder says of the server that uses it, for programs of the same person on this machine. */
export interface ServedLibrary {
  /** Where the server answers, and which life of the database it has; null while none does. */
  readonly server: { readonly url: string; readonly epoch: string } | null
  /** The folder of notes that the library was last read from. */
  readonly notes: string
}

const fileIn = (dataDir: string): string => join(dataDir, 'recollect.served')

/** What was noted last; null in a folder that no server has used. */
export function readServed(dataDir: string): ServedLibrary | null {
  const noted = readJson(textOf(fileIn(dataDir)))
  const [notes, server] = [field(noted, 'notes'), field(noted, 'server')]
  if (typeof notes !== 'string') return null
  const [url, epoch] = [field(server, 'url'), field(server, 'epoch')]
  return { notes, server: typeof url === 'string' && typeof epoch === 'string' ? { url, epoch } : null }
}

/** Notes it in one step: a reader finds the old words or the new ones, whole. */
export function noteServed(dataDir: string, served: ServedLibrary): void {
  const file = fileIn(dataDir)
  writeFileSync(`${file}.new`, JSON.stringify(served))
  renameSync(`${file}.new`, file)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
