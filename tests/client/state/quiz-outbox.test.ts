import { beforeEach, describe, expect, test } from 'vitest'
import type { QuizAnswerBody, QuizAnswersReply } from '../../../shared/api/quizzes.ts'
import { ApiError } from '../../../client/api/request.ts'
import { type QuizWord, inMemory } from '../../../client/state/quiz-device.ts'
import { createQuizOutbox } from '../../../client/state/quiz-outbox.ts'

const anAnswer = (number: number, quizId = 'quiz'): QuizWord => ({
  quizId,
  kind: 'answer',
  body: {
    questionId: `question ${number}`,
    eventId: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    deviceId: 'device',
    at: 1_800_000_000_000 + number,
    zone: 'UTC',
    durationMs: 1000,
    given: { kind: 'unknown' },
  },
})
const anAppeal: QuizWord = { quizId: 'quiz', kind: 'appeal', questionId: 'question 1', wasRight: true }
const theEnd: QuizWord = { quizId: 'quiz', kind: 'end', reason: 'left' }

/** The network's edge, played: what was sent in which request, and a clock that only moves when told. */
function aWorld() {
  const device = inMemory()
  const sent: string[] = []
  const timers: { run: () => void; delayMs: number }[] = []
  const world = {
    device,
    sent,
    timers,
    refused: [] as string[],
    fault: null as ApiError | null,
    reject: null as string | null,
    say: async (...words: QuizWord[]) => {
      await device.say(words)
      await outbox.flush()
    },
    outbox: null as unknown as ReturnType<typeof createQuizOutbox>,
  }
  const trouble = () => {
    if (world.fault !== null) throw world.fault
  }
  const outbox = createQuizOutbox({
    device: async () => device,
    send: {
      answers: async (_quizId, answers: readonly QuizAnswerBody[]): Promise<QuizAnswersReply> => {
        sent.push(answers.map(({ questionId }) => questionId).join(', '))
        trouble()
        return {
          finished: false,
          verdicts: answers.map(({ questionId, eventId }) => ({
            questionId,
            eventId,
            verdict: world.reject === questionId ? 'rejected' : 'recorded',
            ...(world.reject === questionId ? { sentence: 'Answered before.' } : {}),
            answer: null,
          })),
        }
      },
      other: async (word) => {
        sent.push(word.kind)
        trouble()
      },
    },
    later: (run, delayMs) => {
      const timer = { run, delayMs }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
    now: () => 7,
    alone: (work) => work(),
    onRefused: (_word, sentence) => world.refused.push(sentence),
    onTaken: () => {},
  })
  world.outbox = outbox
  return world
}

let world = aWorld()
beforeEach(() => {
  world = aWorld()
})
const offline = new ApiError('offline', 0, 'The server does not answer.')

test('answers of one quiz go together, and everything is told in the order in which it was said', async () => {
  await world.say(anAnswer(1), anAnswer(2), anAppeal, anAnswer(3), theEnd, anAnswer(4, 'another quiz'))
  expect(world.sent).toEqual(['question 1, question 2', 'appeal', 'question 3', 'end', 'question 4'])
  expect(world.outbox.waiting.value).toBe(0)
})

describe('while the server does not answer', () => {
  test('nothing leaves, later words wait behind, and all of it is sent when it is back', async () => {
    world.fault = offline
    await world.say(anAnswer(1), anAppeal)
    expect([world.outbox.waiting.value, world.outbox.link.value]).toEqual([2, 'offline'])
    expect(world.outbox.troubledSince.value).toBe(7)
    world.fault = null
    await world.say(anAnswer(2))
    expect(world.sent).toEqual(['question 1', 'question 1', 'appeal', 'question 2'])
    expect([world.outbox.waiting.value, world.outbox.troubledSince.value]).toEqual([0, null])
  })

  test.each([401, 403, 429, 500, 503])('status %s is no answer either', async (status) => {
    world.fault = new ApiError('x', status, 'Not now.')
    await world.say(anAnswer(1))
    expect([world.outbox.waiting.value, world.outbox.link.value]).toEqual([1, 'troubled'])
  })

  test('it is asked again after 1, 2, 4 … seconds', async () => {
    world.fault = offline
    await world.say(anAnswer(1))
    const delays = []
    for (let i = 0; i < 4; i++) {
      delays.push(world.timers.at(-1)?.delayMs)
      await world.outbox.flush()
    }
    expect(delays).toEqual([1000, 2000, 4000, 8000])
  })
})

test('what is refused for good is told, and does not hold what comes after it', async () => {
  world.reject = 'question 1'
  await world.say(anAnswer(1), anAnswer(2))
  expect(world.refused).toEqual(['Answered before.'])
  world.fault = new ApiError('not_found', 404, 'There is no quiz.')
  await world.say(anAppeal)
  expect(world.refused).toEqual(['Answered before.', 'There is no quiz.'])
  expect(world.outbox.waiting.value).toBe(0)
})
