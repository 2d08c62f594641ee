import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportReply } from '../../shared/api/imports.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import { openSqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import { get, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'

let app: TestApp
let uploads: string
beforeEach(async () => {
  app = await buildTestApp()
  uploads = join(app.folder, 'data', 'notes')
})
afterEach(() => app.close())

const note = '# Locks\n\n- **Mutex**: a lock that one thread holds at a time.\n'
const bringIn = (...paths: string[]) =>
  send<ImportReply & { code: string }>(app, 'POST', '/imports', {
    files: paths.map((path) => ({ path, text: note.replaceAll('Mutex', `Mutex ${path}`) })),
  })
const uploaded = async () =>
  (await get<NotesReply>(app, '/notes')).notes
    .filter(({ path, missing }) => path.startsWith('uploads/') && !missing)
    .map(({ path }) => path)
const onDisk = () => readdir(uploads, { recursive: true })

test('files that wait for rows that never came are swept away at the next start', async () => {
  await bringIn('kept.md')
  await mkdir(join(uploads, '.incoming', 'deep'), { recursive: true })
  await writeFile(join(uploads, '.incoming', 'deep', 'never.md'), note)
  await writeFile(join(uploads, '.incoming', 'kept.md'), '# Another text\n')
  await app.restart()
  expect(await uploaded()).toEqual(['uploads/kept.md'])
  expect(await onDisk()).toEqual(['kept.md'])
  expect(await readFile(join(uploads, 'kept.md'), 'utf8')).toContain('Mutex kept.md')
})

test('files whose rows were stored are put in place at the next start, and their cards never miss them', async () => {
  await bringIn('deep/a.md', 'b.md')
  const cards = (await get<NotesReply>(app, '/notes')).notes
  // As it lies when the program dies right after the commit.
  await mkdir(join(uploads, '.incoming', 'deep'), { recursive: true })
  for (const path of ['deep/a.md', 'b.md']) {
    await rename(join(uploads, path), join(uploads, '.incoming', path))
  }
  await app.restart()
  expect(await uploaded()).toEqual(['uploads/b.md', 'uploads/deep/a.md'])
  expect((await onDisk()).sort()).toEqual(['b.md', 'deep', 'deep/a.md'])
  expect((await get<NotesReply>(app, '/notes')).notes).toEqual(cards)
})

test('an import whose rows cannot be stored leaves no file behind', async () => {
  const file = openSqliteFile(app.deps.db.file)
  file.exec("create trigger no_room before insert on notes begin select raise(abort, 'no room'); end")
  expect((await bringIn('a.md', 'b.md')).status).toBe(500)
  expect(await onDisk()).toEqual([])
  file.exec('drop trigger no_room')
  file.close()
  expect((await bringIn('a.md', 'b.md')).status).toBe(200)
  expect(await uploaded()).toEqual(['uploads/a.md', 'uploads/b.md'])
})

test('an import that would put a file where a folder is, or a folder where a file is, is refused whole', async () => {
  await bringIn('deep.md/a.md')
  for (const paths of [
    ['good.md', 'deep.md'],
    ['good.md', 'deep.md/a.md/b.md'],
    ['new.md', 'new.md/b.md'],
  ])
    expect(await bringIn(...paths)).toMatchObject({ status: 409, body: { code: 'name_taken' } })
  expect(await uploaded()).toEqual(['uploads/deep.md/a.md'])
  expect((await onDisk()).sort()).toEqual(['deep.md', 'deep.md/a.md'])
})
