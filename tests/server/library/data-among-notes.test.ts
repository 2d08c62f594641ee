import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseDataAmongNotes } from '../../../server/library/library.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'recollect-among-'))
  for (const folder of ['notes/data', 'notes-data', 'data'])
    await mkdir(join(home, folder), { recursive: true })
  await symlink(join(home, 'notes', 'data'), join(home, 'linked'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

test.each(['notes/data', 'linked', 'notes'])(
  'with accounts, notes with the data folder %s in them are refused',
  async (data) => {
    await expect(refuseDataAmongNotes(join(home, 'notes'), join(home, data))).rejects.toThrow(
      'would be read as yours',
    )
  },
)

test.each(['data', 'notes-data'])('a data folder %s beside the notes is taken', async (data) => {
  await expect(refuseDataAmongNotes(join(home, 'notes'), join(home, data))).resolves.toBeUndefined()
})
