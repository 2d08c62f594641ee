import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AnswerStore } from '../../../server/db/answer-store.ts'
import { findLogDigest, insertLearner, saveLogDigest } from '../../../server/db/learners.ts'
import { type Database, openDatabase, writing } from '../../../server/db/open-database.ts'
import { AnswerTurn } from '../../../server/study/answer-turn.ts'
import { defaultSettings } from '../../../shared/queue/settings.ts'
import { aLearner, noon } from '../../support/factories.ts'

let folder: string
let db: Database
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recollect-store-'))
  db = await openDatabase(folder, noon)
  await writing(db, (trx) => insertLearner(trx, aLearner, 'Learner', defaultSettings, noon))
})
afterEach(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

const digest = (count: number) => ({ count, digest: `digest ${count}` })
const countSeen = async () => (await findLogDigest(db.reader, aLearner)).count

test('a commit that waits lets no other writer in, and nobody reads what is not committed', async () => {
  const order: string[] = []
  const slow = db.answers.inOneCommit(async (commit) => {
    order.push('slow begins')
    await commit.saveDigest(aLearner, digest(1))
    await delay(40)
    order.push(`slow sees ${(await commit.readLearner(aLearner)).log.count}, a reader ${await countSeen()}`)
    await commit.saveDigest(aLearner, digest(2))
    await delay(40)
    order.push('slow ends')
  })
  const change = writing(db, async (trx) => {
    order.push(`change sees ${(await findLogDigest(trx, aLearner)).count}`)
    await saveLogDigest(trx, aLearner, digest(3))
  })
  const quick = db.answers.inOneCommit(async (commit) => {
    order.push(`quick sees ${(await commit.readLearner(aLearner)).log.count}`)
    await commit.saveDigest(aLearner, digest(4))
  })
  await Promise.all([slow, change, quick])
  expect(order).toEqual([
    'slow begins',
    'slow sees 1, a reader 0',
    'slow ends',
    'change sees 2',
    'quick sees 3',
  ])
  expect(await countSeen()).toBe(4)
})

test('a commit that fails after it waited leaves nothing behind, and the next one goes on', async () => {
  const failed = db.answers.inOneCommit(async (commit) => {
    await commit.saveDigest(aLearner, digest(7))
    await delay(10)
    throw new Error('the plug was pulled')
  })
  const next = db.answers.inOneCommit(async (commit) => (await commit.readLearner(aLearner)).log.count)
  await expect(failed).rejects.toThrow('the plug was pulled')
  expect(await next).toBe(0)
  expect(await countSeen()).toBe(0)
})

test('what comes in one turn of the event loop shares a commit, and so does what came while it waited', async () => {
  const { store, commits } = counted(db.answers)
  const turn = new AnswerTurn(store)
  const long = writing(db, async () => delay(30))
  const together = [1, 2, 3].map((count) => turn.take((commit) => addOne(commit, count)))
  await delay(10)
  const later = turn.take((commit) => addOne(commit, 4))
  expect(await Promise.all([...together, later])).toEqual([1, 2, 3, 4])
  await long
  expect(commits()).toBe(1)
  expect(await countSeen()).toBe(4)
})

test('one piece of work that fails takes nothing of the others with it', async () => {
  const turn = new AnswerTurn(db.answers)
  const all = await Promise.allSettled([
    turn.take((commit) => addOne(commit, 1)),
    turn.take(async (commit) => {
      await addOne(commit, 2)
      throw new Error('not this one')
    }),
    turn.take((commit) => addOne(commit, 3)),
  ])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await countSeen()).toBe(2)
})

type Commit = Parameters<Parameters<AnswerStore['inOneCommit']>[0]>[0]

async function addOne(commit: Commit, name: number): Promise<number> {
  const { count } = (await commit.readLearner(aLearner)).log
  await delay(1)
  await commit.saveDigest(aLearner, digest(count + 1))
  return name
}

/** The same store, with the commits that succeeded counted. */
function counted(store: AnswerStore): { store: AnswerStore; commits: () => number } {
  let count = 0
  return {
    store: {
      inOneCommit: async (work) => {
        const result = await store.inOneCommit(work)
        count++
        return result
      },
    },
    commits: () => count,
  }
}
