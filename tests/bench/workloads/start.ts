import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { v7 as uuidv7 } from 'uuid'
import type { QueueReply } from '../../../shared/api/queue.ts'
import { openLine } from '../http-line.ts'
import { type BenchOptions, type WorkloadReport, compare, figure, interleaved, rounds } from '../measure.ts'
import { programFile } from '../programs.ts'
import { copyCollection, root } from '../work-folder.ts'
import { type WrittenLibrary, writtenLibrary } from '../written-library.ts'

/** From the start of a process to the first card over HTTP, and from `npm start` to the first recorded answer. */
export async function measureStart({ quick, dist }: BenchOptions): Promise<WorkloadReport> {
  const entry = join(dist, 'server', 'main.js')
  if (!existsSync(entry))
    return { findings: [], notes: [`not measured: ${entry} is not built (npm run build)`] }
  const library = await writtenLibrary(10_000)
  const small = await writtenLibrary(500)
  const bareFile = await programFile('bare-start')
  const server = `await (await import(${JSON.stringify(pathToFileURL(entry).href)})).run(process.env, [])`
  const ours = ['--input-type=module', '-e', server]
  const { full, few, bare } = await interleaved({
    full: () => startOnce(library, ours),
    bare: () => startOnce(library, (data, port) => [bareFile, data, port, library.today]),
    few: () => startOnce(small, ours),
  })
  const findings = [
    compare(
      `server, ${library.cards} cards`,
      'ms',
      full,
      { name: 'bare Fastify and driver', figures: bare },
      { of: 'figure', is: 'at most', value: 400 },
    ),
    compare(
      `server, ${library.cards} cards against ${small.cards}`,
      'ms',
      full,
      { name: `${small.cards} cards`, figures: few },
      null,
    ),
  ]
  const notes = [
    'ours and the bare one are bundled; the time includes a look every two milliseconds whether it answers',
  ]
  if (dist !== join(root, 'dist') || !existsSync(join(dist, 'built-from'))) {
    return {
      findings,
      notes: [...notes, 'npm start was not measured: it runs the build in dist, which is not this one'],
    }
  }
  const { starts } = await interleaved({ starts: () => startByNpm(library) }, quick ? 3 : rounds)
  return {
    findings: [
      ...findings,
      figure('npm start to the first recorded answer', 'ms', starts, {
        of: 'figure',
        is: 'at most',
        value: 1000,
      }),
    ],
    notes,
  }
}

type Command = readonly string[] | ((data: string, port: string) => readonly string[])

/** Milliseconds from spawn to the first reply with a card. */
async function startOnce(library: WrittenLibrary, command: Command): Promise<number> {
  const data = copyCollection(library.data, 'start')
  const port = await freePort()
  const start = performance.now()
  const args = typeof command === 'function' ? command(data, String(port)) : command
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment(library, data, port),
  })
  await firstQueue(child, port)
  const ms = performance.now() - start
  // Not asked to stop: it would finish reading the notes first, and its data folder is a copy.
  child.kill('SIGKILL')
  await ended(child)
  return ms
}

/** Milliseconds from `npm start` until the first answer is on the disk. */
async function startByNpm(library: WrittenLibrary): Promise<number> {
  const data = copyCollection(library.data, 'start')
  const port = await freePort()
  const start = performance.now()
  // A group of its own: npm hands a signal on to its script, but not on every system.
  const child = spawn('npm', ['start'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment(library, data, port),
    detached: true,
  })
  const { cards, today } = await firstQueue(child, port)
  await answerFirst(port, cards[0], today)
  const ms = performance.now() - start
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await ended(child)
  return ms
}

async function answerFirst(
  port: number,
  card: QueueReply['cards'][number] | undefined,
  today: string,
): Promise<void> {
  if (card === undefined) throw new Error('Inconsistent: a queue without cards')
  const event = {
    kind: 'reviewed',
    id: uuidv7(),
    deviceId: 'bench',
    at: Date.now(),
    zone: 'UTC',
    studyDay: today,
    cardId: card.id,
    grade: 4,
    durationMs: 1000,
    via: 'review',
    effect: 'schedule',
    kindShown: card.kind,
    profile: 'sm2',
  }
  const line = await openLine(port)
  const { text } = await line.post('/api/v1/reviews', JSON.stringify({ events: [event] }))
  line.close()
  if (!text.includes('recorded')) throw new Error(`The first answer was not recorded: ${text}`)
}

/** Asks for the queue until it comes. */
async function firstQueue(child: ChildProcess, port: number): Promise<QueueReply> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended (${child.exitCode}) before it answered.`)
    try {
      const reply = await fetch(`http://127.0.0.1:${port}/api/v1/queue?limit=1`)
      const queue = (await reply.json()) as QueueReply
      if (reply.status !== 200 || queue.cards.length === 0)
        throw new Error(`The queue came without a card (${reply.status}).`)
      return queue
    } catch (error) {
      // fetch says TypeError when nobody listens yet.
      if (!(error instanceof TypeError)) throw error
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
}

function environment({ learnings }: WrittenLibrary, data: string, port: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: data,
    LEARNINGS_DIR: learnings,
    LOG_LEVEL: 'error',
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
