import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readNote } from '../../../shared/card/read-library.ts'
import { readerVersion } from '../../../server/library/gather-notes.ts'

const folders = ['../../fixtures/notes', '../../../learnings'].map((path) => join(import.meta.dirname, path))
const recorded = join(import.meta.dirname, '../../fixtures/reader-version.json')

/** What the rules read in every note that we have, as one short text. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of folders)
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()) {
      const { facts, skipped, problems } = readNote({
        path: file,
        text: readFileSync(join(folder, file), 'utf8'),
      })
      hash.update(JSON.stringify([file, facts, skipped, problems]))
    }
  return hash.digest('hex').slice(0, 16)
}

// When this fails: raise `readerVersion`, so that notes which did not change are read again, and run the test once more
// with RECORD=1 to write the new line down.
test('the rules read notes as they did, or the version of the reader says that they do not', () => {
  const now = { readerVersion, reads: fingerprint() }
  const before = JSON.parse(readFileSync(recorded, 'utf8')) as typeof now
  if (process.env.RECORD === '1' && before.readerVersion !== readerVersion)
    writeFileSync(recorded, `${JSON.stringify(now, null, 2)}\n`)
  else expect(now).toEqual(before)
})
