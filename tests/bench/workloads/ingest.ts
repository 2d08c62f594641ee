import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import MarkdownIt from 'markdown-it'
import { makeCards, readNote } from '../../../shared/card/read-library.ts'
import { createParser } from '../../../shared/note/markdown-parser.ts'
import { openDatabase, writing } from '../../../server/db/open-database.ts'
import { listNoteStates } from '../../../server/db/notes.ts'
import { isLibraryAsRead, listLibrary } from '../../../server/library/gather-notes.ts'
import { readFolder } from '../../../server/library/change-library.ts'
import { readNotes } from '../../../server/library/read-notes.ts'
import { insertLearner } from '../../../server/db/learners.ts'
import { defaultSettings } from '../../../shared/queue/settings.ts'
import { asLearner } from '../bench-learner.ts'
import { benchLearner, benchNow } from '../collection.ts'
import {
  type BenchOptions,
  type Finding,
  type WorkloadReport,
  compare,
  figure,
  interleaved,
  spreadOf,
  timed,
} from '../measure.ts'
import { longNote } from '../long-note.ts'
import { measureBeside } from './read-beside.ts'
import { showNumber } from '../report.ts'
import { freshFolder, root } from '../work-folder.ts'

const fewestNotes = 1500

/** A folder of notes read, parsed and turned into cards, against a bare Markdown parse of the same text. */
export async function measureIngest(options: BenchOptions): Promise<WorkloadReport> {
  const { quick, notes } = options
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
  const heap = process.memoryUsage().rss / 1_000_000
  const again = await measureAgain(folder)
  const large = await measureLarge(listNotes(origin).map(({ text }) => text))
  const beside = await measureBeside(options, folder)
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
      again,
      large,
      ...beside.findings,
    ],
    notes: [
      `${sources.length} notes, ${showNumber(megabytes)} MB → ${made.facts} facts → ${made.cards} cards`,
      `read the files ${part('reading')} ms, readNote ${part('noting')} ms, makeCards ${part('making')} ms; this process holds ${showNumber(heap)} MB after it`,
      ...beside.notes,
    ],
  }
}

/** Looking through an unchanged folder: dates and sizes are compared with what is stored, and no file is opened. */
async function measureAgain(folder: string): Promise<Finding> {
  const data = freshFolder('unchanged')
  const db = await openDatabase(data, benchNow)
  try {
    await writing(db, (trx) => insertLearner(trx, benchLearner, 'Bench', defaultSettings, benchNow))
    const learner = asLearner(db, folder, data)
    await readFolder(learner)
    let files = 0
    const { ours } = await interleaved({
      ours: () =>
        timed(async () => {
          const listed = await listLibrary(learner.library.folders)
          const known = await listNoteStates(db.reader, benchLearner)
          if (!isLibraryAsRead(listed.files, known))
            throw new Error('Inconsistent: an unchanged folder changed')
          files = listed.files.length
        }),
    })
    return figure(
      'an unchanged folder, files',
      '/s',
      ours.map((ms) => (files * 1000) / ms),
      { of: 'figure', is: 'at least', value: 10_000 },
    )
  } finally {
    await db.close()
  }
}

/** One note of 5 MB, larger than any that a person writes: the notes of the folder, each time about other terms. */
async function measureLarge(texts: readonly string[]): Promise<Finding> {
  const text = longNote(texts, 5_000_000)
  const parser = createParser()
  const { ours, bare } = await interleaved(
    {
      ours: () => timed(() => makeCards(readNote({ path: 'large.md', text }).facts)),
      bare: () => timed(() => parser.parse(text, {})),
    },
    2,
  )
  return compare(
    'one note of 5 MB',
    'ms',
    ours,
    { name: 'its bare parse', figures: bare },
    { of: 'ratio', is: 'at most', value: 4 },
  )
}

/** The notes of a folder, as often as it takes, each copy under a name of its own. */
function repeatNotes(origin: string, fewest: number): string {
  const texts = listNotes(origin)
  const folder = freshFolder('notes')
  const copies = Math.ceil(fewest / texts.length)
  for (let copy = 0; copy < copies; copy++) {
    for (const { name, text } of texts) writeFileSync(join(folder, `${copy}-${name}`), text)
  }
  return folder
}

function listNotes(origin: string): { name: string; text: string }[] {
  const notes = readdirSync(origin, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|markdown|txt)$/i.test(path))
    .sort()
    .map((path) => ({ name: path.replaceAll(/[\\/]/g, '-'), text: readFileSync(join(origin, path), 'utf8') }))
  if (notes.length === 0) throw new Error(`There are no notes in ${origin}.`)
  return notes
}
