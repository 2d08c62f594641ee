import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { type LearnerId, addToDigest, emptyDigest } from '../../shared/schedule/review-event.ts'
import { listConceptWords } from '../db/concept-words.ts'
import { listLogAfter } from '../db/events.ts'
import { type KeptCard, listKeptCards } from '../db/kept-cards.ts'
import { findFittedRecall } from '../db/learners.ts'
import { listProfiles } from '../db/profiles.ts'
import { listRejections } from '../db/rejections.ts'
import type { Reader } from '../db/tables.ts'
import { type NoteFolders, listLibrary } from '../library/gather-notes.ts'
import { readSettings } from '../study/learner-settings.ts'
import { csvHead, toCsvLine } from './card-csv.ts'
import { aboutExport } from './export-words.ts'
import { type ZipEntry, zipStream } from './zip-stream.ts'

/** Whose everything it is, and where it lies. */
export interface ExportWish {
  readonly db: Reader
  readonly learnerId: LearnerId
  readonly folders: NoteFolders
  /** Milliseconds UTC. */
  readonly now: number
}

/** Everything of one learner as one archive, streamed. What each file holds: docs/export.md. */
export function exportAll(wish: ExportWish): AsyncGenerator<Buffer> {
  return zipStream(entriesOf(wish), wish.now)
}

/** The name under which a browser saves it. */
export const exportName = (now: number): string => `recollect-${new Date(now).toISOString().slice(0, 10)}.zip`

async function* entriesOf(wish: ExportWish): AsyncGenerator<ZipEntry> {
  const { db, learnerId, now } = wish
  const counts = { notes: 0, cards: 0, log: emptyDigest }
  yield once('README.txt', () => aboutExport)
  yield* notesOf(wish, counts)
  yield { path: 'cards.csv', content: () => cardsCsv(db, learnerId) }
  yield { path: 'cards.json', content: () => cardsJson(db, learnerId, counts) }
  yield { path: 'events.jsonl', content: () => eventLines(db, learnerId, counts) }
  yield once('settings.json', async () => {
    const fitted = await findFittedRecall(db, learnerId)
    const profiles = await listProfiles(db, learnerId)
    return json({ settings: await readSettings(db, learnerId), profiles, fitted })
  })
  yield once('concepts-by-hand.json', async () =>
    json({
      said: (await listConceptWords(db, learnerId)).map(({ changeId: _, ...word }) => word),
      neverCards: await listRejections(db, learnerId),
    }),
  )
  // Last, because it says what the others hold.
  yield once('manifest.json', () => {
    const { notes, cards, log } = counts
    return json({ format: 'recollect-export', version: 1, madeAt: now, learnerId, notes, cards, events: log })
  })
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

function once(path: string, make: () => string | Promise<string>): ZipEntry {
  return {
    path,
    content: async function* () {
      yield await make()
    },
  }
}

async function* notesOf({ folders }: ExportWish, counts: { notes: number }): AsyncGenerator<ZipEntry> {
  for (const { path, file, origin } of (await listLibrary(folders)).files) {
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (!isThere) continue
    counts.notes += 1
    yield { path: origin === 'upload' ? path : `notes/${path}`, content: () => createReadStream(file) }
  }
}

async function* cardsCsv(db: Reader, learnerId: LearnerId): AsyncGenerator<string> {
  yield csvHead
  for await (const cards of listKeptCards(db, learnerId)) yield cards.map(toCsvLine).join('')
}

async function* cardsJson(
  db: Reader,
  learnerId: LearnerId,
  counts: { cards: number },
): AsyncGenerator<string> {
  yield '['
  for await (const cards of listKeptCards(db, learnerId)) {
    yield cards.map((card, place) => lineOf(card, counts.cards + place)).join('')
    counts.cards += cards.length
  }
  yield '\n]\n'
}

const lineOf = (card: KeptCard, place: number): string => `${place === 0 ? '' : ','}\n${JSON.stringify(card)}`

const eventsAtOnce = 1000

async function* eventLines(
  db: Reader,
  learnerId: LearnerId,
  counts: { log: typeof emptyDigest },
): AsyncGenerator<string> {
  for (let position = 0; ;) {
    const part = await listLogAfter(db, learnerId, position, eventsAtOnce)
    if (part.events.length === 0) return
    position = part.position
    const lines = part.events.map(({ event, receivedAt, countedOn }) => {
      counts.log = addToDigest(counts.log, event)
      return `${JSON.stringify({ ...event, receivedAt, countedOn })}\n`
    })
    yield lines.join('')
  }
}
