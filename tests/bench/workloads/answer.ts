import { join } from 'node:path'
import { type Database, openDatabase } from '../../../server/db/open-database.ts'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import { AnswerTurn } from '../../../server/study/answer-turn.ts'
import { recordReviews } from '../../../server/study/record-reviews.ts'
import type { EpochMs } from '../../../shared/basics/time.ts'
import { benchLearner, benchNow, collection } from '../collection.ts'
import { type HttpLine, openLine } from '../http-line.ts'
import {
  type BenchOptions,
  type WorkloadReport,
  compare,
  interleaved,
  quantile,
  spreadOf,
  timeDiskSyncs,
} from '../measure.ts'
import {
  type PlannedAnswer,
  answeredCards,
  bareWriter,
  foreseeRows,
  planAnswers,
} from '../planned-answers.ts'
import { runServer } from '../programs.ts'
import { showNumber } from '../report.ts'
import { copyCollection, workFolder } from '../work-folder.ts'

interface Answered {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** How many answers arrive together where they are committed together. */
const together = 50

/** Answers that are on the disk before they are acknowledged: in process and over HTTP, one by one and many at once. */
export async function measureAnswers({ quick }: BenchOptions): Promise<WorkloadReport> {
  const folder = await collection({ cards: answeredCards })
  const syncs: number[] = []
  const calibrated =
    <Result>(run: () => Promise<Result>) =>
    () => {
      syncs.push(...timeDiskSyncs(workFolder))
      return run()
    }
  const count = quick ? 400 : 800
  const alone = planAnswers(count)
  const many = planAnswers(count * 4)
  const inProcess = await interleaved<'turn' | 'commit' | 'bare' | 'turns' | 'bareMany', Answered>({
    turn: calibrated(() => answerByTurns(folder, alone, 1)),
    commit: () => answerByCommits(folder, alone),
    bare: () => answerBare(folder, alone, 1),
    turns: () => answerByTurns(folder, many, together),
    bareMany: () => answerBare(folder, many, together),
  })
  await refuseOtherRows(folder, alone)
  const http = await interleaved<'ours' | 'bare', Record<'alone' | 'many', Answered>>({
    ours: calibrated(() => answerOverHttp('ours', folder, count)),
    bare: () => answerOverHttp('bare', folder, count),
  })
  const line = (
    what: string,
    ours: readonly Answered[],
    name: string,
    floor: readonly Answered[],
    atLeast: number | null,
  ) =>
    compare(
      what,
      '/s',
      ours.map((run) => run.perSecond),
      { name, figures: floor.map((run) => run.perSecond) },
      atLeast === null ? null : { of: 'ratio', is: 'at least', value: atLeast },
    )
  const oursAlone = http.ours.map((run) => run.alone)
  const oursMany = http.ours.map((run) => run.many)
  const bareAlone = http.bare.map((run) => run.alone)
  const bareMany = http.bare.map((run) => run.many)
  return {
    findings: [
      line('in process, AnswerTurn', inProcess.turn, 'bare rows', inProcess.bare, 0.6),
      line('in process, inOneCommit', inProcess.commit, 'bare rows', inProcess.bare, 0.6),
      line(
        `in process, ${together} a turn`,
        inProcess.turns,
        `bare rows, ${together} a commit`,
        inProcess.bareMany,
        null,
      ),
      line('HTTP, 1 connection', oursAlone, 'bare Fastify', bareAlone, 0.8),
      line(`HTTP, ${together} connections`, oursMany, 'bare Fastify, grouped', bareMany, 0.6),
    ],
    notes: [
      `in process, p50 / p99 ms: ours ${waits(inProcess.turn)}, bare ${waits(inProcess.bare)}`,
      `HTTP, 1 connection, p50 / p99 ms: ours ${waits(oursAlone)}, bare ${waits(bareAlone)}`,
      `HTTP, ${together} connections, p50 / p99 ms: ours ${waits(oursMany)}, bare ${waits(bareMany)}`,
      `fdatasync of one page, p50 / p99 ms: ${showNumber(quantile(syncs, 0.5))} / ${showNumber(quantile(syncs, 0.99))}, so at ` +
        `most ${showNumber(1000 / quantile(syncs, 0.5))} commits/s whatever the code`,
      'bare: the same rows by prepared statements, known beforehand; nothing is checked, read or computed',
    ],
  }
}

function waits(runs: readonly Answered[]): string {
  return `${showNumber(spreadOf(runs.map((run) => run.p50)).median)} / ${showNumber(spreadOf(runs.map((run) => run.p99)).median)}`
}

/** The way the server goes: each answer waits for its turn of the event loop and the commit in it. */
async function answerByTurns(
  folder: string,
  answers: readonly PlannedAnswer[],
  width: number,
): Promise<Answered> {
  return withCopy(folder, async (db) => {
    const turn = new AnswerTurn(db.answers)
    return timeGroups(answers, width, (group) =>
      Promise.all(group.map((answer) => turn.record(toBatch(answer)))),
    )
  })
}

/** Without the event loop: what checking, folding and writing cost alone. */
async function answerByCommits(folder: string, answers: readonly PlannedAnswer[]): Promise<Answered> {
  return withCopy(folder, (db) =>
    timeGroups(answers, 1, (group) =>
      Promise.all(
        group.map((answer) => db.answers.inOneCommit((commit) => recordReviews(commit, toBatch(answer)))),
      ),
    ),
  )
}

async function answerBare(
  folder: string,
  answers: readonly PlannedAnswer[],
  width: number,
): Promise<Answered> {
  return withCopy(folder, async (db, file) => {
    const rows = new Map(
      (await foreseeRows(db.answers, answers, receivedAt)).map((row, index) => [answers[index]?.id, row]),
    )
    await db.close()
    const bare = openSqliteFile(file)
    bare.pragma('synchronous = FULL')
    const write = bareWriter(bare)
    const commit = bare.transaction((group: readonly PlannedAnswer[]) => {
      for (const answer of group) {
        const row = rows.get(answer.id)
        if (row !== undefined) write(row)
      }
    })
    try {
      return await timeGroups(answers, width, (group) => commit.immediate(group))
    } finally {
      bare.close()
    }
  })
}

/** One connection after the other with fifty, on a server that has just started and answered a few. */
async function answerOverHttp(
  name: 'ours' | 'bare',
  folder: string,
  count: number,
): Promise<Record<'alone' | 'many', Answered>> {
  const warmUp = 600
  const planned = planAnswers(warmUp + count * 5)
  const server = await runServer(
    'answer-server',
    name,
    copyCollection(folder, 'answer-http'),
    String(planned.length),
  )
  const lines = await Promise.all(Array.from({ length: together }, () => openLine(server.port)))
  try {
    await answerLines(lines, planned.slice(0, warmUp))
    const alone = await answerLines(lines.slice(0, 1), planned.slice(warmUp, warmUp + count))
    const many = await answerLines(lines, planned.slice(warmUp + count))
    return { alone, many }
  } finally {
    for (const line of lines) line.close()
    await server.stop()
  }
}

/** Every line sends the next answer as soon as its last one is acknowledged. */
async function answerLines(lines: readonly HttpLine[], answers: readonly PlannedAnswer[]): Promise<Answered> {
  const bodies = answers.map((answer) => JSON.stringify({ events: [answer] }))
  const waited: number[] = []
  let next = 0
  const start = performance.now()
  await Promise.all(
    lines.map(async (line) => {
      for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
        const sent = performance.now()
        const { status, text } = await line.post('/api/v1/reviews', body)
        waited.push(performance.now() - sent)
        if (status !== 200 || !text.includes('recorded'))
          throw new Error(`An answer was not recorded: ${status} ${text}`)
      }
    }),
  )
  return toAnswered(answers.length, performance.now() - start, waited)
}

async function timeGroups(
  answers: readonly PlannedAnswer[],
  width: number,
  record: (group: readonly PlannedAnswer[]) => unknown,
): Promise<Answered> {
  const waited: number[] = []
  const start = performance.now()
  for (let i = 0; i < answers.length; i += width) {
    const sent = performance.now()
    await record(answers.slice(i, i + width))
    waited.push(performance.now() - sent)
  }
  return toAnswered(answers.length, performance.now() - start, waited)
}

function toAnswered(count: number, ms: number, waited: readonly number[]): Answered {
  return { perSecond: (count * 1000) / ms, p50: quantile(waited, 0.5), p99: quantile(waited, 0.99) }
}

async function withCopy<Result>(
  folder: string,
  work: (db: Database, file: string) => Promise<Result>,
): Promise<Result> {
  const copy = copyCollection(folder, 'answer')
  const db = await openDatabase(copy, benchNow)
  try {
    return await work(db, join(copy, 'recollect.db'))
  } finally {
    await db.close()
  }
}

/** Later than every planned answer, so that none counts as ahead of the clock. */
const receivedAt = (benchNow + 60_000) as EpochMs

function toBatch(answer: PlannedAnswer) {
  return { learnerId: benchLearner, events: [answer], receivedAt, rolloverHour: 4 }
}

/** Ours and the bare one leave the same rows, or the ratio says nothing. */
async function refuseOtherRows(folder: string, answers: readonly PlannedAnswer[]): Promise<void> {
  const contents: string[] = []
  for (const answer of [answerByTurns, answerBare]) {
    await answer(folder, answers, 1)
    const file = openSqliteFile(join(workFolder, 'answer', 'recollect.db'))
    const tables = ['events', 'schedules', 'study_days', 'learners', 'concept_standings']
    contents.push(JSON.stringify(tables.map((table) => file.prepare(`select * from ${table}`).raw().all())))
    file.close()
  }
  if (contents[0] !== contents[1]) throw new Error('Inconsistent: ours and the bare one wrote different rows')
}
