import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type HttpLine, openLine } from '../http-line.ts'
import { type BenchOptions, type Finding, compare, quantile } from '../measure.ts'
import { showNumber } from '../report.ts'
import {
  answerEvent,
  ended,
  firstQueue,
  freePort,
  readingState,
  serverEnvironment,
} from '../started-server.ts'
import { freshFolder, root } from '../work-folder.ts'

interface Beside {
  readonly idle: number[]
  readonly reading: number[]
  readonly readingMs: number
  readonly peakMegabytes: number | null
}

/** How long an answer takes on the real server while it reads `notes` for the first time, against the same server idle. */
export async function measureBeside(
  { dist, quick }: BenchOptions,
  notes: string,
): Promise<{ findings: Finding[]; notes: string[] }> {
  const entry = join(dist, 'server', 'main.js')
  if (!existsSync(entry))
    return {
      findings: [],
      notes: [`answers beside a reading were not measured: ${entry} is not built (npm run build)`],
    }
  const runs: Beside[] = []
  for (let run = 0; run < (quick ? 1 : 3); run++) runs.push(await readBeside(entry, notes))
  const p99 = (waits: readonly number[]) => quantile(waits, 0.99)
  return {
    findings: [
      compare(
        'answer while reading, p99',
        'ms',
        runs.map((run) => p99(run.reading)),
        { name: 'idle, p99', figures: runs.map((run) => p99(run.idle)) },
        { of: 'ratio', is: 'at most', value: 3 },
      ),
    ],
    notes: runs.map(
      ({ idle, reading, readingMs, peakMegabytes }) =>
        `reading beside answers took ${showNumber(readingMs)} ms; ${reading.length} answers meanwhile, p50 / max ms ` +
        `${showNumber(quantile(reading, 0.5))} / ${showNumber(Math.max(...reading))}; idle ${showNumber(quantile(idle, 0.5))} / ` +
        `${showNumber(Math.max(...idle))}; server peak ${peakMegabytes === null ? 'not known' : `${showNumber(peakMegabytes)} MB`}`,
    ),
  }
}

async function readBeside(entry: string, notes: string): Promise<Beside> {
  const data = freshFolder('beside-data')
  const learnings = freshFolder('beside-notes')
  for (const name of readdirSync(join(root, 'learnings')))
    copyFileSync(join(root, 'learnings', name), join(learnings, name))
  const port = await freePort()
  const server = `await (await import(${JSON.stringify(entry)})).run(process.env, [])`
  const child = spawn(process.execPath, ['--input-type=module', '-e', server], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: serverEnvironment(learnings, data, port),
  })
  try {
    const { cards, today } = await firstQueue(child, port)
    const [card] = cards
    if (card === undefined) throw new Error('Inconsistent: a queue without cards')
    const line = await openLine(port)
    const answer = () => timeAnswer(line, card, today)
    for (let i = 0; i < 500; i++) await answer()
    const idle: number[] = []
    for (let i = 0; i < 1500; i++) idle.push(await answer())
    addNotes(notes, learnings)
    const start = performance.now()
    const whole = fetch(`http://127.0.0.1:${port}/api/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"files":[]}',
    })
    const progress = { isRead: false }
    void whole.then(() => (progress.isRead = true))
    await begun(port)
    const reading: number[] = []
    while (!progress.isRead) reading.push(await answer())
    const readingMs = performance.now() - start
    line.close()
    return { idle, reading, readingMs, peakMegabytes: peakOf(child.pid) }
  } finally {
    child.kill('SIGKILL')
    await ended(child)
  }
}

async function timeAnswer(
  line: HttpLine,
  card: { readonly id: string; readonly kind: string },
  today: string,
): Promise<number> {
  const body = JSON.stringify({ events: [answerEvent(card, today)] })
  const sent = performance.now()
  const { status, text } = await line.post('/api/v1/reviews', body)
  const waited = performance.now() - sent
  if (status !== 200 || !text.includes('recorded'))
    throw new Error(`An answer was not recorded: ${status} ${text}`)
  return waited
}

/** The watcher or our own request may be the one that reads; either way it has begun. */
async function begun(port: number): Promise<void> {
  for (let looks = 0; looks < 2000; looks++) {
    if ((await readingState(port)) !== 'idle') return
  }
}

function addNotes(notes: string, learnings: string): void {
  const target = join(learnings, 'many')
  mkdirSync(target)
  for (const name of readdirSync(notes)) copyFileSync(join(notes, name), join(target, name))
}

/** The most memory that a process ever held; only Linux says. */
function peakOf(pid: number | undefined): number | null {
  const file = `/proc/${String(pid)}/status`
  if (!existsSync(file)) return null
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}
