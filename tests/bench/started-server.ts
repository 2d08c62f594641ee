import { type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { v7 as uuidv7 } from 'uuid'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { ReadingReply } from '../../shared/api/reading.ts'

/** A Good answer to a card, as a client sends it now. */
export function answerEvent(card: { readonly id: string; readonly kind: string }, studyDay: string): object {
  return {
    kind: 'reviewed',
    id: uuidv7(),
    deviceId: 'bench',
    at: Date.now(),
    zone: 'UTC',
    studyDay,
    cardId: card.id,
    grade: 4,
    durationMs: 1000,
    via: 'review',
    effect: 'schedule',
    kindShown: card.kind,
    profile: 'sm2',
  }
}

/** Asks for the queue until it comes. A first reading that takes long goes on beside answers: then its end is waited for. */
export async function firstQueue(child: ChildProcess, port: number): Promise<QueueReply> {
  const queue = await untilListening(child, () => askQueue(port))
  if (queue.cards.length > 0) return queue
  await untilRead(port)
  const whole = await askQueue(port)
  if (whole.cards.length === 0) throw new Error('The notes have been read, and the queue holds no card.')
  return whole
}

async function untilListening<Reply>(child: ChildProcess, ask: () => Promise<Reply>): Promise<Reply> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended (${child.exitCode}) before it answered.`)
    try {
      return await ask()
    } catch (error) {
      // fetch says TypeError when nobody listens yet.
      if (!(error instanceof TypeError)) throw error
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
}

async function askQueue(port: number): Promise<QueueReply> {
  const reply = await fetch(`http://127.0.0.1:${port}/api/v1/queue?limit=1`)
  if (reply.status !== 200) throw new Error(`The queue was answered with ${reply.status}.`)
  return (await reply.json()) as QueueReply
}

async function untilRead(port: number): Promise<void> {
  while ((await readingState(port)) !== 'idle') await new Promise((resolve) => setTimeout(resolve, 50))
}

/** What the server is doing with the notes right now. */
export async function readingState(port: number): Promise<ReadingReply['state']> {
  const reply = await fetch(`http://127.0.0.1:${port}/api/v1/reading`)
  return ((await reply.json()) as ReadingReply).state
}

/** What the server is started with. */
export function serverEnvironment(learnings: string, data: string, port: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: data,
    LEARNINGS_DIR: learnings,
    LOG_LEVEL: 'error',
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** Waits until a program has ended. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
