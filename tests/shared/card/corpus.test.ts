import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'

const shared = join(import.meta.dirname, '../../../../shared')
const sourcesOf = (folder: string) =>
  readdirSync(join(shared, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: name, text: readFileSync(join(shared, folder, name), 'utf8') }))

test.skipIf(!existsSync(join(shared, 'corpus/readmes')))(
  'at least 18 of the 25 readmes of the corpus give ready cards (skipped without ../shared)',
  () => {
    const giving = sourcesOf('corpus/readmes').filter((source) =>
      readLibrary([source]).cards.some((card) => card.status === 'ready'),
    )
    expect(giving.length).toBeGreaterThanOrEqual(18)
  },
)

test.skipIf(!existsSync(join(shared, 'learnings')))(
  'every card of the learnings quotes lines that exist with that text (skipped without ../shared)',
  () => {
    const sources = sourcesOf('learnings')
    const lines = new Map(sources.map((source) => [source.path, source.text.split(/\r?\n/)]))
    for (const card of readLibrary(sources).cards) {
      for (const source of card.sources) {
        expect(source.lines.length).toBeGreaterThan(0)
        expect(source.lines.map((line) => lines.get(source.file)?.[line - 1])).toEqual(source.text)
      }
    }
  },
)
