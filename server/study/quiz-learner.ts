import { countBy, groupBy } from '../../shared/basics/group-by.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { countMixUps } from '../../shared/quiz/mix-ups.ts'
import type { QuestionKind } from '../../shared/quiz/question.ts'
import type { PastQuestion, QuizLearner, QuizStanding } from '../../shared/quiz/quiz-request.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { predictedRecall } from '../../shared/schedule/predicted-recall.ts'
import { listSaidPrerequisites } from '../db/concept-words.ts'
import { listConcepts, listStandings } from '../db/concepts.ts'
import { typedText } from '../db/quiz-rows.ts'
import type { StoredAnswer } from '../db/stored-quiz.ts'
import { listOptionRecords, listPastAnswers, listReports, mostRemembered } from '../db/quizzes.ts'
import type { Reader } from '../db/tables.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import type { PreparedLibrary } from './quiz-libraries.ts'
import { readRecallFit } from './read-recall-fit.ts'

/** How long an answer takes is told by the last ones. */
const timedAnswers = 300

/** Who wants a quiz, and when: plain data, so that a thread can take it. */
export interface QuizAsker {
  readonly learnerId: LearnerId
  readonly now: EpochMs
  readonly zone: string | undefined
}

/** What a quiz must know of its learner: how each card stands, what was asked before, and what was said of it. */
export async function gatherQuizLearner(
  db: Reader,
  { learnerId: id, now, zone }: QuizAsker,
  { library, createdAt }: PreparedLibrary,
): Promise<QuizLearner> {
  const { today } = todayFor(await readSettings(db, id), zone, now)
  const fit = await readRecallFit(db, id)
  const past = await listPastAnswers(db, id, mostRemembered)
  const lastInQuiz = new Map<CardId, EpochMs>()
  for (const answer of past)
    for (const { cardId } of answer.judged.cards)
      if (!lastInQuiz.has(cardId)) lastInQuiz.set(cardId, answer.answeredAt)
  const standings = new Map<CardId, QuizStanding>()
  for (const { id: cardId, state } of await listStandings(db, id)) {
    const last = Math.max(state.lastAnswer?.at ?? 0, lastInQuiz.get(cardId) ?? 0)
    standings.set(cardId, {
      recall: predictedRecall(state, today, fit),
      answers: state.answers,
      lastAnsweredAt: last === 0 ? null : (last as EpochMs),
      createdAt: createdAt.get(cardId) ?? now,
    })
  }
  return {
    now,
    standings,
    history: past.flatMap(toPastQuestions),
    options: await listOptionRecords(db, id),
    reported: (await listReports(db, id)).filter(({ option }) => option === null),
    dependants: await countDependants(db, id),
    confusions: countMixUps(
      past,
      (cardId) => library.cardOf(cardId)?.conceptId,
      (name) => library.cardsNaming(name)[0]?.conceptId,
    ),
    secondsPer: secondsPerKind(past),
  }
}

/** How many concepts build on each, as the learner said. */
async function countDependants(db: Reader, learnerId: LearnerId): Promise<QuizLearner['dependants']> {
  const said = (await listSaidPrerequisites(db, learnerId)).filter(({ holds }) => holds)
  if (said.length === 0) return new Map()
  const times = countBy(said, ({ needs }) => needs)
  const concepts = await listConcepts(db, learnerId)
  return new Map(
    concepts.flatMap(({ id, key }) => {
      const count = times.get(key)
      return count === undefined ? [] : [[id, count] as const]
    }),
  )
}

/** The median seconds that the last answers of each kind took, where there were any. */
export function secondsPerKind(past: readonly StoredAnswer[]): Partial<Record<QuestionKind, number>> {
  const timed = past.slice(0, timedAnswers).filter(({ durationMs }) => durationMs > 0)
  const byKind = [...groupBy(timed, ({ kind }) => kind)].map(([kind, answers]) => {
    const sorted = answers.map(({ durationMs }) => durationMs / 1000).sort((a, b) => a - b)
    return [kind, sorted[Math.floor(sorted.length / 2)] ?? 0] as const
  })
  return Object.fromEntries(byKind)
}

function toPastQuestions({ kind, answeredAt, given, confidence, judged }: StoredAnswer): PastQuestion[] {
  return judged.cards.map(({ cardId, factKey, verdict }) => ({
    cardId,
    factKey,
    kind,
    answeredAt,
    verdict,
    confidence,
    given: typedText(given),
  }))
}
