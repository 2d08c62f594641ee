import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of a test's own with these notes in it. */
export async function aNotesFolder(notes: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-notes-'))
  for (const [path, text] of Object.entries(notes)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

/** Where the real program lives in a test: its notes, and a data folder that it makes itself. */
export interface Home {
  readonly folder: string
  readonly notes: string
  readonly data: string
  remove(): Promise<void>
}

export async function aHome(written: Readonly<Record<string, string>>): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-home-'))
  const notes = join(folder, 'notes')
  await mkdir(notes)
  for (const [path, text] of Object.entries(written)) await writeFile(join(notes, path), text)
  return {
    folder,
    notes,
    data: join(folder, 'data'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A note of `count` questions and answers about sums, each a card of its own. */
export function sums(count: number): string {
  const asked = Array.from(
    { length: count },
    (_, i) => `Q: What is the sum of ${i} and ${count}?\nA: ${i + count}\n`,
  )
  return `# Sums\n\n${asked.join('\n')}`
}
