import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findLocalLearner } from '../../../server/db/learners.ts'
import { openDatabase } from '../../../server/db/open-database.ts'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import { sm2Scheduler } from '../../../shared/schedule/memory-model.ts'
import { openQueue } from '../../../server/study/open-queue.ts'
import { matchHere } from '../../../server/study/pattern-matcher.ts'
import { asLearner } from '../bench-learner.ts'
import { benchLearner, benchNow, benchToday } from '../collection.ts'

/** What a run prints: from the start of open to counts and the first question in hand. */
export interface OpenedQueue {
  readonly ms: number
  /** The part of it until the database was open. */
  readonly openMs: number
  readonly peakMb: number
  readonly cards: number
}

/** The most memory this process held. Linux’s own count is taken first: the portable one starts at the parent’s peak. */
function peakMemoryMb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const peakKb = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return (peakKb === undefined ? process.resourceUsage().maxRSS : Number(peakKb)) / 1024
}

const openers: Readonly<Record<string, (folder: string) => Promise<Omit<OpenedQueue, 'peakMb'>>>> = {
  ours: async (folder) => {
    const start = performance.now()
    const db = await openDatabase(folder, benchNow)
    const opened = performance.now()
    const learnerId = (await findLocalLearner(db.reader)) ?? benchLearner
    const learner = { ...asLearner(db, folder, folder), id: learnerId }
    const request = { limit: 1, conceptId: undefined, part: null }
    const { counts, cards } = await openQueue(learner, request, sm2Scheduler, matchHere(db))
    if (cards[0]?.prompt === undefined) throw new Error('Inconsistent: the collection has nothing due')
    return { ms: performance.now() - start, openMs: opened - start, cards: counts.total }
  },
  bare: async (folder) => {
    const start = performance.now()
    const file = openSqliteFile(join(folder, 'recollect.db'))
    const opened = performance.now()
    const due = 'from schedules where learner_id = ? and suspended = 0 and due_on <= ?'
    const row = file.prepare(`select count(*) as cards ${due}`).get(benchLearner, benchToday) as {
      cards: number
    }
    const first = file
      .prepare(
        `select id, front, back from cards where learner_id = ?
         and id = (select card_id ${due} order by due_on, interval_days limit 1)`,
      )
      .get(benchLearner, benchLearner, benchToday)
    if (first === undefined) throw new Error('Inconsistent: the collection has nothing due')
    return { ms: performance.now() - start, openMs: opened - start, cards: row.cards }
  },
}

const [name = '', folder = ''] = process.argv.slice(2)
const opener = openers[name]
if (opener === undefined) throw new Error(`Inconsistent: no opener ${name}`)
// The driver is loaded, as in a process that is about to open: W5 counts the loading.
openSqliteFile(':memory:').close()
const opened = await opener(folder)
console.log(JSON.stringify({ ...opened, peakMb: peakMemoryMb() } satisfies OpenedQueue))
process.exit(0)
