import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { maxNoteBytes } from '../../../server/library/decode-note.ts'
import { readNotes } from '../../../server/library/read-notes.ts'

let outside: string
let folder: string
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'recollect-notes-'))
  folder = join(outside, 'notes')
  mkdirSync(join(folder, 'deep', 'er'), { recursive: true })
})
afterEach(() => rm(outside, { recursive: true, force: true }))

const put = (path: string, content: string | Buffer) => writeFileSync(join(folder, path), content)

test('notes are read from every folder below, in the order of their paths, and nothing else', async () => {
  put('b.md', '# B')
  put('deep/er/a.markdown', '# A')
  put('c.txt', 'C')
  put('picture.png', 'x')
  mkdirSync(join(folder, '.git'))
  put('.git/hidden.md', '# Hidden')
  const { sources, unreadable } = await readNotes(folder)
  expect(sources.map((source) => source.path)).toEqual(['b.md', 'c.txt', 'deep/er/a.markdown'])
  expect(unreadable).toEqual([])
})

test('what is no note is reported with a sentence, and the others are read', async () => {
  put('good.md', '# Good')
  put('binary.md', Buffer.from([0, 1, 2, 3]))
  put('empty.md', '')
  put('large.md', Buffer.alloc(maxNoteBytes + 1, 'a'))
  const { sources, unreadable } = await readNotes(folder)
  expect(sources.map((source) => source.path)).toEqual(['good.md'])
  expect(unreadable.map(({ path, code }) => [path, code])).toEqual([
    ['binary.md', 'not_text'],
    ['empty.md', 'empty'],
    ['large.md', 'too_large'],
  ])
  expect(unreadable.every(({ path, sentence }) => sentence.startsWith(path) && sentence.endsWith('.'))).toBe(
    true,
  )
})

test.each([
  [
    'windows-1252',
    Buffer.from([...Buffer.from('# Caf'), 0xe9, ...Buffer.from('\n\nThe caf'), 0xe9]),
    '# Café',
  ],
  ['utf-16le', Buffer.from('\uFEFF# Café\n\nThe café is open all day.', 'utf16le'), '# Café'],
])('a note in %s is read by a guess that says so', async (_encoding, bytes, title) => {
  put('other.md', bytes)
  const { sources, unreadable } = await readNotes(folder)
  expect(unreadable).toEqual([])
  expect(sources[0]?.text.replace('\uFEFF', '')).toContain(title)
  expect(sources[0]?.guessed).toBeDefined()
})

test('two names that differ only in case are read, and said', async () => {
  put('Cache.md', '# A')
  put('cache.md', '# B')
  const { sources, unreadable } = await readNotes(folder)
  expect(sources).toHaveLength(2)
  expect(unreadable).toMatchObject([{ path: 'cache.md', code: 'same_name' }])
})

test('a link out of the folder is not followed, one inside it is, and a circle ends', async () => {
  writeFileSync(join(outside, 'secret.md'), '# Secret')
  put('own.md', '# Own')
  symlinkSync(join(outside, 'secret.md'), join(folder, 'out.md'))
  symlinkSync(outside, join(folder, 'deep', 'up'))
  symlinkSync(join(folder, 'own.md'), join(folder, 'again.md'))
  symlinkSync(join(folder, 'nothing.md'), join(folder, 'broken.md'))
  const { sources, unreadable } = await readNotes(folder)
  expect(sources.some((source) => source.text.includes('Secret'))).toBe(false)
  expect(sources.map((source) => source.text)).toContain('# Own')
  expect(unreadable.map(({ path, code }) => [path, code])).toEqual([
    ['broken.md', 'unreadable'],
    ['out.md', 'outside'],
  ])
})

test.skipIf(process.getuid?.() === 0)('a file that may not be read is reported', async () => {
  put('locked.md', '# Locked')
  chmodSync(join(folder, 'locked.md'), 0)
  expect((await readNotes(folder)).unreadable).toMatchObject([{ path: 'locked.md', code: 'unreadable' }])
})
