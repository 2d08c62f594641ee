import { parentPort, workerData } from 'node:worker_threads'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { WordColumn } from '../db/card-words.ts'
import { openReader } from '../db/sqlite/connections.ts'
import { matchCards } from './match-pattern.ts'
import type { PatternMessage } from './pattern-matcher.ts'

/** The thread for one pattern: answers never wait for it. */
const { file, learnerId, pattern, columns } = workerData as {
  readonly file: string
  readonly learnerId: LearnerId
  readonly pattern: string
  readonly columns: readonly WordColumn[]
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
const say = (message: PatternMessage): void => parentPort?.postMessage(message)
const db = openReader(file)
try {
  say({ kind: 'found', ids: await matchCards(db.reader, learnerId, pattern, columns) })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  say({ kind: 'refused', code: error.code, sentence: error.message })
} finally {
  await db.close()
}
