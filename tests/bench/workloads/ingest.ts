import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import MarkdownIt from 'markdown-it'
import { makeCards, readNote } from '../../../shared/card/read-library.ts'
import { readNotes } from '../../../server/library/read-notes.ts'
import { type BenchOptions, type WorkloadReport, compare, interleaved, spreadOf, timed } from '../measure.ts'
import { showNumber } from '../report.ts'
import { freshFolder, root } from '../work-folder.ts'

const fewestNotes = 1500

/** A folder of notes read, parsed and turned into cards, against a bare Markdown parse of the same text. */
export async function measureIngest({ quick, notes }: BenchOptions): Promise<WorkloadReport> {
  const origin = notes ?? join(root, 'learnings')
  const folder = repeatNotes(origin, quick ? fewestNotes / 5 : fewestNotes)
  const { sources } = await readNotes(folder)
  const parser = new MarkdownIt({ html: true })
  const parts: Record<'reading' | 'noting' | 'making', number>[] = []
  let made = { cards: 0, facts: 0 }
  const { ours, bare } = await interleaved({
    ours: () =>
      timed(async () => {
        const start = performance.now()
        const read = await readNotes(folder)
        const afterReading = performance.now()
        const facts = read.sources.flatMap((source) => readNote(source).facts)
        const afterNoting = performance.now()
        made = { cards: makeCards(facts).cards.length, facts: facts.length }
        parts.push({
          reading: afterReading - start,
          noting: afterNoting - afterReading,
          making: performance.now() - afterNoting,
        })
      }),
    bare: () => timed(() => sources.forEach((source) => parser.parse(source.text, {}))),
  })
  const perSecond = (ms: number) => (sources.length * 1000) / ms
  const part = (name: keyof (typeof parts)[number]) =>
    showNumber(spreadOf(parts.map((run) => run[name])).median)
  const megabytes = sources.reduce((sum, source) => sum + source.text.length, 0) / 1_000_000
  return {
    findings: [
      compare(
        `${basename(origin)}, files`,
        '/s',
        ours.map(perSecond),
        { name: 'markdown-it parse', figures: bare.map(perSecond) },
        { of: 'ratio', is: 'at least', value: 0.25 },
      ),
    ],
    notes: [
      `${sources.length} notes, ${showNumber(megabytes)} MB → ${made.facts} facts → ${made.cards} cards`,
      `read the files ${part('reading')} ms, readNote ${part('noting')} ms, makeCards ${part('making')} ms`,
    ],
  }
}

/** The notes of a folder, as often as it takes, each copy under a name of its own. */
function repeatNotes(origin: string, fewest: number): string {
  const texts = readdirSync(origin, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|markdown|txt)$/i.test(path))
    .sort()
    .map((path) => ({ name: path.replaceAll(/[\\/]/g, '-'), text: readFileSync(join(origin, path)) }))
  if (texts.length === 0) throw new Error(`There are no notes in ${origin}.`)
  const folder = freshFolder('notes')
  const copies = Math.ceil(fewest / texts.length)
  for (let copy = 0; copy < copies; copy++) {
    for (const { name, text } of texts) writeFileSync(join(folder, `${copy}-${name}`), text)
  }
  return folder
}
