import { useEffect, useMemo } from 'preact/hooks'
import { api } from '../api-client.ts'
import { now, ticks } from './clock.ts'
import { deviceId } from './device.ts'
import { newId } from './new-id.ts'
import { quizDevice } from './quiz-device.ts'
import { type QuizSitting, createQuizSitting } from './quiz-sitting.ts'
import { quizOutbox } from './quiz-sync.ts'
import { zoneInForce } from './settings-state.ts'

const keepTimeMs = 5000

/** The sitting of one quiz, from the device at once, and from the server when it answers. */
export function useQuizSitting(id: string): QuizSitting {
  const sitting = useMemo(() => {
    return createQuizSitting({
      id,
      device: quizDevice,
      fetchQuiz: api.quiz,
      lookAgain: quizOutbox.lookAgain,
      flush: quizOutbox.flush,
      now,
      ticks,
      zone: zoneInForce,
      newId,
      deviceId,
    })
  }, [id])
  useEffect(() => {
    void sitting.load()
    const timer = setInterval(sitting.keepTime, keepTimeMs)
    const keep = () => sitting.keepTime()
    addEventListener('pagehide', keep)
    return () => {
      clearInterval(timer)
      removeEventListener('pagehide', keep)
      // Another page of the app comes: what is on the page is final now.
      sitting.leave()
    }
  }, [sitting])
  return sitting
}
