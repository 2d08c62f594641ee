import { type ReadonlySignal, signal } from '@preact/signals'
import type { QuizAnswerBody, QuizAnswersReply } from '../../shared/api/quizzes.ts'
import type { QuizDevice, QuizWord, WaitingWord } from './quiz-device.ts'

/** What was said of quizzes, on its way to the server. The law: a word leaves only when the server took it or refused it. */
export interface QuizOutbox {
  /** How many answers and other words the server has not heard yet. */
  readonly waiting: ReadonlySignal<number>
  /** Whether the last sending got an answer; `troubled` when the server is there and does not manage. */
  readonly link: ReadonlySignal<'up' | 'offline' | 'troubled'>
  /** When the server stopped to answer; null while all is well. */
  readonly troubledSince: ReadonlySignal<number | null>
  /** Looks at what waits, and sends it soon. */
  readonly lookAgain: () => Promise<void>
  /** Sends what waits, and resolves when it was tried. Never throws. */
  readonly flush: (keepalive?: boolean) => Promise<void>
}

export interface QuizOutboxDeps {
  readonly device: () => Promise<QuizDevice>
  readonly send: {
    readonly answers: (
      quizId: string,
      answers: readonly QuizAnswerBody[],
      keepalive: boolean,
    ) => Promise<QuizAnswersReply>
    readonly other: (word: Exclude<QuizWord, { kind: 'answer' }>, keepalive: boolean) => Promise<unknown>
  }
  readonly later: (run: () => void, delayMs: number) => () => void
  readonly now: () => number
  /** Lets one tab at a time send. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  /** Something was refused for good: why, in a sentence. */
  readonly onRefused: (word: QuizWord, sentence: string) => void
  /** The server heard this of a quiz. */
  readonly onTaken: (quizId: string) => void
}

/** A batch of a request that outlives its page may carry 64 KB. */
const mostAtOnce = 50

export function createQuizOutbox(deps: QuizOutboxDeps): QuizOutbox {
  const waiting = signal(0)
  const link = signal<'up' | 'offline' | 'troubled'>('up')
  const troubledSince = signal<number | null>(null)
  let stopTimer = () => {}
  let failures = 0
  let sending: Promise<void> | null = null

  async function lookAgain(): Promise<void> {
    waiting.value = (await (await deps.device()).waiting()).length
    if (waiting.value > 0 && failures === 0) schedule(0)
  }

  function schedule(delayMs: number): void {
    stopTimer()
    stopTimer = deps.later(() => void flush(), delayMs)
  }

  async function flush(keepalive = false): Promise<void> {
    stopTimer()
    sending ??= deps
      .alone(() => sendAll(keepalive))
      .finally(() => {
        sending = null
      })
    await sending
  }

  async function sendAll(keepalive: boolean): Promise<void> {
    const device = await deps.device()
    for (;;) {
      const line = await device.waiting()
      waiting.value = line.length
      const next = firstTogether(line)
      if (next.length === 0) return succeed()
      try {
        await sendTogether(next, keepalive)
      } catch (error) {
        if (!isFinal(error)) return fail(error)
        // It will never be taken: it must not hold what comes after it.
        for (const { word } of next) deps.onRefused(word, sentenceOf(error))
      }
      await device.settle(next.map(({ seq }) => seq))
      for (const quizId of new Set(next.map(({ word }) => word.quizId))) deps.onTaken(quizId)
    }
  }

  function succeed(): void {
    failures = 0
    link.value = 'up'
    troubledSince.value = null
  }

  function fail(error: unknown): void {
    link.value =
      error instanceof Error && 'code' in error && error.code === 'offline' ? 'offline' : 'troubled'
    troubledSince.value ??= deps.now()
    schedule(Math.min(60_000, 1000 * 2 ** failures))
    failures++
  }

  async function sendTogether(words: readonly WaitingWord[], keepalive: boolean): Promise<void> {
    const [first] = words
    if (first === undefined) return
    if (first.word.kind !== 'answer') return void (await deps.send.other(first.word, keepalive))
    const bodies = words.flatMap(({ word }) => (word.kind === 'answer' ? [word.body] : []))
    const { verdicts } = await deps.send.answers(first.word.quizId, bodies, keepalive)
    for (const [i, { verdict, sentence }] of verdicts.entries()) {
      const refused = words[i]
      if (verdict === 'rejected' && refused !== undefined) deps.onRefused(refused.word, sentence ?? '')
    }
  }

  return { waiting, link, troubledSince, lookAgain, flush }
}

/** Answers of one quiz that stand one after the other go in one request, everything else by itself. */
function firstTogether(line: readonly WaitingWord[]): readonly WaitingWord[] {
  const [first] = line
  if (first === undefined) return []
  if (first.word.kind !== 'answer') return [first]
  const { quizId } = first.word
  const end = line.findIndex(({ word }) => word.kind !== 'answer' || word.quizId !== quizId)
  return line.slice(0, Math.min(end < 0 ? line.length : end, mostAtOnce))
}

/** The server read it and said no. Anything else (no answer, a fault, a sign-in) may go well the next time. */
function isFinal(error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0
  return status >= 400 && status < 500 && ![401, 403, 408, 413, 425, 429].includes(status)
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The server refused it.'
}
