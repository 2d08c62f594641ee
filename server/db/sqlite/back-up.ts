import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteFile } from './sqlite-driver.ts'

/**
 * A copy of the database as it is now, opened and checked before it counts. `VACUUM INTO` gives a consistent copy while
 * others write. Returns where it lies; throws when the copy is not whole.
 */
export function backUp(file: string, dataDir: string, now: number): string {
  const folder = join(dataDir, 'backups')
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, `${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}.db`)
  const source = openSqliteFile(file, { readonly: true, timeout: 5000 })
  const events = countEvents(source)
  source.prepare('vacuum into ?').run(copy)
  source.close()
  verify(copy, events)
  return copy
}

function verify(copy: string, events: number): void {
  const opened = openSqliteFile(copy, { readonly: true })
  try {
    const [verdict] = opened.pragma('integrity_check') as { integrity_check: string }[]
    const found = countEvents(opened)
    if (verdict?.integrity_check !== 'ok' || found < events)
      throw new Error(
        `The copy ${copy} is not whole: ${verdict?.integrity_check ?? 'not readable'}, ${found} of ${events} events.`,
      )
  } finally {
    opened.close()
  }
}

function countEvents(file: ReturnType<typeof openSqliteFile>): number {
  return (file.prepare('select count(*) as count from events').get() as { count: number }).count
}
