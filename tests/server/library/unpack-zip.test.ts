import { type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { unpackZip } from '../../../server/library/unpack-zip.ts'

const text = (words: string) => new TextEncoder().encode(words)
const zip = (files: Zippable) => Buffer.from(zipSync(files, { level: 9 }))
const refusal = async (bytes: Uint8Array) => {
  const outcome = await unpackZip('notes.zip', bytes)
  return 'refused' in outcome ? outcome.refused : null
}

test('the notes of a .zip are taken by their paths; pictures, hidden folders and system files are not', async () => {
  const outcome = await unpackZip(
    'notes.zip',
    zip({
      'vault/a.md': text('# A'),
      'vault/deep/b.txt': text('B'),
      'vault/picture.png': text('png'),
      'vault/.obsidian/c.md': text('# C'),
      '__MACOSX/vault/a.md': text('x'),
    }),
  )
  expect(
    'files' in outcome && outcome.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]),
  ).toEqual([
    ['vault/a.md', '# A'],
    ['vault/deep/b.txt', 'B'],
  ])
})

test('a .zip with too many files is refused by its own count, before anything is unpacked', async () => {
  const many = Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`${i}.md`, text('x')]))
  expect(await refusal(zip(many))).toMatchObject({ code: 'zip_too_many' })
})

test('a .zip that would unpack to a flood is refused by the sizes it names', async () => {
  expect(await refusal(zip({ 'flood.md': new Uint8Array(11_000_000) }))).toMatchObject({
    code: 'zip_too_large',
  })
  const parts = Object.fromEntries(
    Array.from({ length: 6 }, (_, i) => [`${i}.md`, new Uint8Array(9_000_000)]),
  )
  expect(await refusal(zip(parts))).toMatchObject({ code: 'zip_too_large' })
})

test.each(['../../evil.md', '/etc/evil.md', 'C:\\evil.md', 'a\\..\\evil.md'])(
  'a .zip with the path %s is refused as a whole',
  async (path) => {
    const refused = await refusal(zip({ 'good.md': text('# Good'), [path]: text('x') }))
    expect(refused).toMatchObject({ code: 'not_a_zip' })
    expect(refused?.sentence).toContain('Nothing was taken')
  },
)

test('a .zip whose header lies about a size is refused', async () => {
  const bytes = zip({ 'a.md': text('x'.repeat(5000)) })
  // The uncompressed size stands at offset 24 of the central entry.
  const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE(10, central + 24)
  expect(await refusal(bytes)).toMatchObject({ code: 'not_a_zip' })
})

test('what is no .zip is refused with a sentence', async () => {
  expect(await refusal(Buffer.from('no zip at all'))).toMatchObject({ path: 'notes.zip', code: 'not_a_zip' })
})
