import { type AddressInfo, BlockList } from 'node:net'
import { join } from 'node:path'
import Fastify from 'fastify'
import { buildApp } from '../../../server/app.ts'
import { openDatabase } from '../../../server/db/open-database.ts'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import type { EpochMs } from '../../../shared/basics/time.ts'
import { depsOf } from '../bench-deps.ts'
import { asLearner } from '../bench-learner.ts'
import { benchNow } from '../collection.ts'
import { type AnswerRows, bareWriter, foreseeRows, planAnswers } from '../planned-answers.ts'

const receivedAt = (benchNow + 60_000) as EpochMs

const servers: Readonly<Record<string, (folder: string, answers: number) => Promise<number>>> = {
  /** The app as it is, on a clock that stands still. */
  ours: async (folder) => {
    const db = await openDatabase(folder, benchNow)
    const deps = depsOf(asLearner(db, folder, folder, () => receivedAt))
    const app = await buildApp(deps, {
      logLevel: 'warn',
      doors: { onLoopback: true, baseUrl: null },
      trustedNetworks: new BlockList(),
      clientDir: null,
    })
    await app.listen({ host: '127.0.0.1', port: 0 })
    return (app.server.address() as AddressInfo).port
  },
  /** The least that a Fastify server can cost that writes the same rows, those of one turn of the event loop together. */
  bare: async (folder, answers) => {
    const db = await openDatabase(folder, benchNow)
    const planned = planAnswers(answers)
    const foreseen = await foreseeRows(db.answers, planned, receivedAt)
    const rows = new Map(planned.map((answer, index) => [answer.id, foreseen[index]]))
    await db.close()
    const file = openSqliteFile(join(folder, 'recollect.db'))
    file.pragma('synchronous = FULL')
    const write = bareWriter(file)
    const commit = file.transaction((group: readonly AnswerRows[]) => group.forEach(write))
    let waiting: { readonly rows: AnswerRows; readonly done: () => void }[] = []
    const flush = () => {
      const group = waiting
      waiting = []
      commit.immediate(group.map((one) => one.rows))
      for (const { done } of group) done()
    }
    const app = Fastify()
    app.post<{ Body: { events: { id: string }[] } }>('/api/v1/reviews', async ({ body }) => {
      const found = rows.get(body.events[0]?.id ?? '')
      if (found === undefined) throw new Error('Inconsistent: an answer that was not planned')
      await new Promise<void>((done) => {
        waiting.push({ rows: found, done })
        if (waiting.length === 1) setImmediate(flush)
      })
      return { verdict: 'recorded' }
    })
    await app.listen({ host: '127.0.0.1', port: 0 })
    return (app.server.address() as AddressInfo).port
  },
}

const [name = '', folder = '', answers = '0'] = process.argv.slice(2)
const serve = servers[name]
if (serve === undefined) throw new Error(`Inconsistent: no server ${name}`)
console.log(JSON.stringify({ port: await serve(folder, Number(answers)) }))
// Ended in order, so that a profiler started with it writes what it saw.
process.once('SIGTERM', () => process.exit(0))
