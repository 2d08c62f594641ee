import { signal } from '@preact/signals'
import { shownPath } from '../api/base-path.ts'
import { api } from '../api-client.ts'
import { now } from './clock.ts'
import { deviceId } from './device.ts'
import { quizDevice } from './quiz-device.ts'
import { createQuizOutbox } from './quiz-outbox.ts'
import { sayQuietly } from './quiet-line.ts'
import { settleLeft } from './quiz-sitting.ts'
import { zoneInForce } from './settings-state.ts'
import { aloneAmongTabs } from './tabs.ts'

/** Which quiz the server heard of last, and how often it heard of any: who shows one asks for it anew. */
export const heardOfQuiz = signal<{ readonly id: string; readonly times: number }>({ id: '', times: 0 })

/** This page's line of words about quizzes; all tabs share what waits. */
export const quizOutbox = createQuizOutbox({
  device: quizDevice,
  send: {
    answers: (quizId, answers, keepalive) => api.answerQuiz(quizId, answers, keepalive),
    other: (word, keepalive) => {
      switch (word.kind) {
        case 'appeal':
          return api.appealQuizAnswer(word.quizId, word.questionId, word.wasRight, keepalive)
        case 'report':
          return api.reportQuestion(word.quizId, word.questionId, word.body, keepalive)
        case 'end':
          return api.endQuiz(word.quizId, word.reason, keepalive)
      }
    },
  },
  later: (run, delayMs) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
  now,
  alone: (work) => aloneAmongTabs('recollect.quiz-outbox', work),
  onRefused: (_word, sentence) => sayQuietly(sentence),
  onTaken: (id) => {
    heardOfQuiz.value = { id, times: heardOfQuiz.value.times + 1 }
  },
})

/** Sends what an earlier visit left behind, and what waits when the network is back or the page is left. */
export function keepQuizzesInSync(): void {
  if (isKept) return
  isKept = true
  void begin()
  addEventListener('online', () => void quizOutbox.flush())
  addEventListener('pagehide', () => void quizOutbox.flush(true))
}

let isKept = false

async function begin(): Promise<void> {
  const device = await quizDevice()
  const open = /^\/quiz\/([^/]+)$/.exec(shownPath())?.[1] ?? null
  await settleLeft(device, open, { deviceId: deviceId(), zone: zoneInForce() })
  await device.prune(now() - keptMs)
  await quizOutbox.lookAgain()
}

/** A quiz can be gone on with for a week; its result is read here a while longer. */
const keptMs = 30 * 86_400_000
