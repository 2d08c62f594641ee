import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '../../shared/basics/refusal.ts'
import { accentFreePattern } from '../../shared/card/accent-free.ts'
import type { CardQuery } from '../../shared/card/parse-card-query.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { BrowseRules } from '../db/card-conditions.ts'
import { type WordColumn, isAboutWords, soughtKey, toSought } from '../db/card-words.ts'
import type { Database } from '../db/open-database.ts'
import { readDataVersion } from '../db/read-card-words.ts'
import type { Learner } from '../learner.ts'

/** The numbers of a learner's cards that a pattern fits in one of these columns, wherever it is tried. */
export type PatternMatcher = (
  learnerId: LearnerId,
  pattern: string,
  columns: readonly WordColumn[],
) => Promise<readonly number[]>

/** What the thread says. */
export type PatternMessage =
  | { readonly kind: 'found'; readonly ids: readonly number[] }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly sentence: string }

/** In this thread, which stands still meanwhile: for tests, and for a source tree that runs unbuilt. */
export function matchHere(db: Database): PatternMatcher {
  return inTurn(db, async (learnerId, pattern, columns) => {
    const { matchCards } = await import('./match-pattern.ts')
    return matchCards(db.reader, learnerId, pattern, columns)
  })
}

/** In a thread of its own, with a connection of its own: a pattern that goes astray keeps nobody waiting. */
export function matchInThread(db: Database, program: URL): PatternMatcher {
  return inTurn(
    db,
    (learnerId, pattern, columns) =>
      new Promise((resolve, reject) => {
        const workerData = { file: db.file, learnerId, pattern, columns }
        const thread = new Worker(program, { workerData, execArgv: [] })
        thread.on('message', (message: PatternMessage) => {
          if (message.kind === 'found') resolve(message.ids)
          else reject(new Refusal(message.code, message.sentence))
        })
        thread.on('error', reject)
        thread.on('exit', (code) => reject(new Error(`The thread ended early (${code}).`)))
      }),
  )
}

const sides = ['front', 'back'] as const

/** The rules of a query with what each of its patterns fits, and its words where accents may be left out. */
export async function withPatterns(
  { id }: Learner,
  rules: BrowseRules,
  { terms }: CardQuery,
  match: PatternMatcher,
): Promise<BrowseRules> {
  const fitPattern = new Map<string, readonly number[]>()
  for (const { condition } of terms)
    if (condition.kind === 'pattern')
      fitPattern.set(condition.pattern, await match(id, condition.pattern, sides))
  const fitFreely = new Map<string, readonly number[]>()
  for (const sought of rules.freeAccents ? terms.filter(isAboutWords).map(toSought) : []) {
    const pattern = accentFreePattern(sought.part)
    if (pattern !== null) fitFreely.set(soughtKey(sought), await match(id, pattern, sought.columns))
  }
  return { ...rules, fitPattern, fitFreely }
}

const mostWaiting = 4
const mostRemembered = 8

/**
 * One pattern at a time, and each once as long as nothing is written: the next parts of a long list ask for the same one.
 */
function inTurn(db: Database, match: PatternMatcher): PatternMatcher {
  let known = new Map<string, Promise<readonly number[]>>()
  let version: number | null = null
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (learnerId, pattern, columns) => {
    const now = await readDataVersion(db.reader)
    if (now !== version || known.size > mostRemembered) known = new Map()
    version = now
    const asked = JSON.stringify([learnerId, pattern, columns])
    const before = known.get(asked)
    if (before !== undefined) return before
    if (waiting > mostWaiting)
      throw new Refusal('pattern_too_slow', 'Other patterns are still being tried. Ask again in a moment.')
    waiting++
    const found = last.then(() => match(learnerId, pattern, columns)).finally(() => waiting--)
    known.set(asked, found)
    last = found.catch((error: unknown) => {
      // That it takes too long stays true; everything else may go better the next time.
      if (!(error instanceof Refusal)) known.delete(asked)
    })
    return found
  }
}
