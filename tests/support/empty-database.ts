import { copyFile, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../server/db/migrate.ts'
import { openWriter } from '../../server/db/sqlite/connections.ts'

let made: Promise<string> | null = null

/**
 * Puts a database without anything in it into a data folder, as the first start would. It is made once and copied: every
 * step of a migration waits for the disk.
 */
export async function layEmptyDatabase(dataDir: string): Promise<void> {
  made ??= makeEmptyDatabase()
  await mkdir(dataDir, { recursive: true })
  await copyFile(await made, join(dataDir, 'recollect.db'))
}

async function makeEmptyDatabase(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'recollect-empty-')), 'recollect.db')
  const { writer } = openWriter(file)
  await migrate(writer)
  await writer.destroy()
  return file
}
