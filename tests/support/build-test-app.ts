import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { BlockList } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { defaultSettings } from '../../shared/queue/settings.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { buildApp } from '../../server/app.ts'
import { findLocalLearner, insertLearner } from '../../server/db/learners.ts'
import { openDatabase, writing } from '../../server/db/open-database.ts'
import type { App, Deps } from '../../server/deps.ts'
import { type Model } from '../../server/draft/ask-model.ts'
import { Drafting } from '../../server/draft/drafting.ts'
import type { Learner } from '../../server/learner.ts'
import { readFolder } from '../../server/library/change-library.ts'
import { openLibraries } from '../../server/library/library.ts'
import { planHere } from '../../server/library/planner.ts'
import { AnswerTurn } from '../../server/study/answer-turn.ts'
import { followProfile, followScopes } from '../../server/study/refold.ts'
import { runHere } from '../../server/study/memory-runner.ts'
import { matchHere } from '../../server/study/pattern-matcher.ts'
import { runQuizHere } from '../../server/study/quiz-runner.ts'
import { Schedulers } from '../../server/study/schedulers.ts'
import { Backups } from '../../server/upkeep/backups.ts'
import { doHere } from '../../server/upkeep/upkeep-runner.ts'
import { layEmptyDatabase } from './empty-database.ts'
import { aLearner, noon } from './factories.ts'

/** A whole server without a port: real SQLite in a folder of its own, real notes, a clock that the test turns. */
export interface TestApp {
  readonly app: App
  readonly deps: Deps
  /** Who asks, unless a request names another learner in the header `learner`. */
  readonly learner: Learner
  readonly folder: string
  /** Milliseconds UTC; a test moves it. */
  now: number
  /** Writes a note into the learnings folder and reads the folder again. */
  writeNote(path: string, text: string): Promise<void>
  /** Closes everything and opens it again on the same files. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** A library that lies there before the first start: it is opened as it is and not read until a test asks for it. */
export interface KeptLibrary {
  readonly now: number
  /** Puts the database and what was brought in into the data folder. */
  lay(dataDir: string): Promise<void>
}

/** Every card that the rules find, so that a refitted table of worth changes no story. */
const testSettings = { ...defaultSettings, fuzz: false, zone: 'UTC', cardDensity: 'all' } as const

export async function buildTestApp(
  notes: Readonly<Record<string, string>> = { 'caching.md': someNotes },
  kept: KeptLibrary | null = null,
  model: Model | null = null,
): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-app-'))
  const learnings = join(folder, 'learnings')
  await mkdir(learnings)
  for (const [path, text] of Object.entries(notes)) await write(join(learnings, path), text)
  const dataDir = join(folder, 'data')
  await (kept === null ? layEmptyDatabase(dataDir) : kept.lay(dataDir))
  const test = { now: kept?.now ?? noon, folder } as {
    -readonly [Key in keyof TestApp]: TestApp[Key]
  }
  const open = async () => {
    const clock = () => test.now as EpochMs
    const db = await openDatabase(join(folder, 'data'), test.now)
    const learnerId = (await findLocalLearner(db.reader)) ?? aLearner
    if ((await findLocalLearner(db.reader)) === null) {
      await writing(db, (trx) => insertLearner(trx, learnerId, 'Learner', testSettings, test.now))
    }
    // Everyone but the first learner keeps their notes in a folder named for them.
    const schedulers = new Schedulers()
    const { libraryOf } = openLibraries(
      planHere(db),
      (id) =>
        id === learnerId
          ? { folder: learnings, uploadFolder: join(folder, 'data', 'notes') }
          : { folder: join(folder, id), uploadFolder: join(folder, id, 'uploads') },
      (id) => followScopes({ id, db }, schedulers),
    )
    test.learner = { id: learnerId, db, clock, zone: undefined, library: libraryOf(learnerId) }
    if (kept === null) await readFolder(test.learner)
    await followProfile(test.learner, schedulers)
    test.deps = {
      db,
      clock,
      accounts: null,
      whoAsks: ({ headers }) => ({ kind: 'local', learnerId: (headers.learner ?? learnerId) as LearnerId }),
      libraryOf,
      answers: new AnswerTurn(db.answers, schedulers),
      schedulers,
      runMemory: runHere(db),
      matchPattern: matchHere(db),
      drafting: new Drafting(model),
      runQuiz: runQuizHere(db),
      backups: new Backups({ dataDir: join(folder, 'data'), file: db.file, clock, run: doHere }),
      beginAnew: null,
    }
    test.app = await buildApp(test.deps, {
      logLevel: 'silent',
      doors: { onLoopback: true, baseUrl: null },
      trustedNetworks: new BlockList(),
      clientDir: null,
    })
  }
  const shut = async () => {
    await test.deps.drafting.stop()
    await test.app.close()
    await test.deps.db.close()
  }
  test.restart = async () => {
    await shut()
    await open()
  }
  test.writeNote = async (path, text) => {
    await write(join(learnings, path), text)
    await readFolder(test.learner)
  }
  test.close = async () => {
    await shut()
    await rm(folder, { recursive: true, force: true })
  }
  await open()
  return test
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** A note with a handful of plain facts, enough for a day and a quiz. */
export const someNotes = `# Caching

- **Cache**: a fast store that keeps copies of data near the code that needs them.
- **Eviction**: the removal of old entries when a store is full.
- **Cache hit**: a read that finds its data in the fast store.
- **Cold start**: the slow time after a restart, while the store is still empty.
- **Stampede**: many requests that recompute the same expired entry at once.
- **Write-through**: a policy that writes to the store and the database together.
- **Write-back**: a policy that writes to the database later, in batches.
- **TTL** (Time to Live): the seconds after which an entry expires by itself.
- **LRU** (Least Recently Used): a policy that removes the entry that was unused the longest.
- **Memoisation**: keeping the results of a function by its arguments.
- **CDN** (Content Delivery Network): a ring of servers that keep files close to their readers.
- **Invalidation**: the removal of entries whose source has changed.
`
