import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openLine } from '../http-line.ts'
import { type BenchOptions, type WorkloadReport, compare, figure, interleaved, rounds } from '../measure.ts'
import { programFile } from '../programs.ts'
import { answerEvent, ended, firstQueue, freePort, serverEnvironment } from '../started-server.ts'
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
    env: serverEnvironment(library.learnings, data, port),
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
    env: serverEnvironment(library.learnings, data, port),
    detached: true,
  })
  const { cards, today } = await firstQueue(child, port)
  const [card] = cards
  if (card === undefined) throw new Error('Inconsistent: a queue without cards')
  const line = await openLine(port)
  const { text } = await line.post('/api/v1/reviews', JSON.stringify({ events: [answerEvent(card, today)] }))
  line.close()
  if (!text.includes('recorded')) throw new Error(`The first answer was not recorded: ${text}`)
  const ms = performance.now() - start
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await ended(child)
  return ms
}
