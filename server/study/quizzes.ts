import { v7 as uuidv7 } from 'uuid'
import type { SideView } from '../../shared/api/common.ts'
import type { QuizQuestionView, QuizReply } from '../../shared/api/quizzes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import { chooseQuestions } from '../../shared/quiz/choose-questions.ts'
import { explainOption } from '../../shared/quiz/explain-option.ts'
import type { OptionsControl, QuizQuestion, TypedControl } from '../../shared/quiz/question.ts'
import type { QuizCard } from '../../shared/quiz/quiz-card.ts'
import { wilsonRange } from '../../shared/quiz/score-quiz.ts'
import { toQuizCard } from '../../shared/quiz/to-quiz-card.ts'
import { predictedRecall } from '../../shared/schedule/predicted-recall.ts'
import type { NamedCard } from '../db/card-rows.ts'
import { findCards } from '../db/cards.ts'
import { findConcept, listStandings } from '../db/concepts.ts'
import { writing } from '../db/open-database.ts'
import {
  type AnsweredQuestion,
  type QuizMaterial,
  type StoredQuiz,
  findQuiz,
  insertQuiz,
  listQuizAnswers,
  listQuizMaterial,
} from '../db/quizzes.ts'
import type { Learner } from '../learner.ts'
import { languageOf, shownContent } from '../view/card-view.ts'
import { inLanguage, renderAnswer, renderPrompt } from '../view/render-side.ts'
import { readRecallFit } from './read-recall-fit.ts'
import { readSettings, todayFor } from './learner-settings.ts'

/** Makes a quiz about one concept or the whole library and stores its questions, so that a reload asks the same. */
export async function createQuiz(
  learner: Learner,
  request: { readonly conceptId: ConceptId | undefined; readonly length: number },
): Promise<QuizReply> {
  const { id: learnerId, db, clock } = learner
  const id = uuidv7()
  const { conceptId } = request
  if (conceptId !== undefined && (await findConcept(db.reader, learnerId, conceptId)) === undefined) {
    throw new Refusal('not_found', `There is no concept ${conceptId}.`)
  }
  const questions = await chooseFor(learner, id, request)
  if (questions.length === 0) {
    throw new Refusal(
      'not_enough_facts',
      conceptId === undefined
        ? 'There are not enough facts for a quiz yet. Bring in more notes first.'
        : 'There are not enough facts about this concept for a quiz yet. Add to its notes, or quiz the whole library.',
    )
  }
  await writing(db, (trx) =>
    insertQuiz(trx, learnerId, { id, conceptId: conceptId ?? null, createdAt: clock(), questions }),
  )
  return openQuiz(learner, id)
}

/** A quiz with what was answered so far. The key of an open question does not leave the server. */
export async function openQuiz(learner: Learner, id: string): Promise<QuizReply> {
  const { id: learnerId } = learner
  const db = learner.db.reader
  const quiz = await findStoredQuiz(learner, id)
  const answers = new Map(
    (await listQuizAnswers(db, learnerId, id)).map((answer) => [answer.questionId, answer]),
  )
  const { questions } = quiz
  const cards = new Map((await findCards(db, learnerId, cardIdsOf(questions))).map((card) => [card.id, card]))
  const right = [...answers.values()].filter((answer) => answer.verdict !== 'wrong').length
  const concept = quiz.conceptId === null ? undefined : await findConcept(db, learnerId, quiz.conceptId)
  return {
    id,
    conceptId: quiz.conceptId,
    concept: concept?.term ?? null,
    createdAt: quiz.createdAt,
    questions: questions.map((question) => toQuestionView(question, answers.get(question.id), cards)),
    answered: answers.size,
    right,
    finished: answers.size === questions.length,
    range: answers.size === 0 ? null : wilsonRange(right, answers.size),
  }
}

async function chooseFor(
  learner: Learner,
  seed: string,
  request: { readonly conceptId: ConceptId | undefined; readonly length: number },
): Promise<QuizQuestion[]> {
  const { id: learnerId, clock } = learner
  const db = learner.db.reader
  const { today } = todayFor(await readSettings(db, learnerId), learner.zone, clock())
  const fit = await readRecallFit(db, learnerId)
  const recalls = new Map(
    (await listStandings(db, learnerId)).map((card) => [card.id, predictedRecall(card.state, today, fit)]),
  )
  const material = (await listQuizMaterial(db, learnerId)).map(toMaterial)
  return chooseQuestions(material, {
    ...(request.conceptId === undefined ? {} : { conceptId: request.conceptId }),
    length: request.length,
    seed,
    recallOf: (cardId) => recalls.get(cardId) ?? null,
  })
}

/** A card with its fact and concept as a quiz sees it. */
export function toMaterial({ card, factKind, conceptAliases, ownTerm }: QuizMaterial): QuizCard {
  return toQuizCard({
    cardId: card.id,
    content: shownContent(card),
    factKind,
    factKey: card.factKey,
    accepted: card.accepted,
    conceptId: card.conceptId,
    ...(ownTerm === null
      ? { concept: card.concept, conceptAliases }
      : { concept: ownTerm, conceptAliases: [], subjectId: card.factKey }),
    notes: card.sources.map((source) => source.file),
    sources: card.sources,
  })
}

/** A quiz with its questions, the key of each included. */
export async function findStoredQuiz({ id: learnerId, db }: Learner, id: string): Promise<StoredQuiz> {
  const quiz = await findQuiz(db.reader, learnerId, id)
  if (quiz === undefined) throw new Refusal('not_found', `There is no quiz ${id}.`)
  return quiz
}

function cardIdsOf(questions: readonly QuizQuestion[]): CardId[] {
  const origins = (question: QuizQuestion) =>
    controlOf(question).options.flatMap(({ origin }) => (origin === null ? [] : [origin]))
  return [...new Set(questions.flatMap((question) => [question.cardId, ...origins(question)]))]
}

/** What the page shows so far: one field, or options of which one is right. */
function controlOf(question: QuizQuestion): Pick<OptionsControl, 'options'> & {
  readonly kind: 'multiple_choice' | 'typed'
  readonly keyIndex: number | null
  readonly answer: string
} {
  if (question.kind !== 'typed' && question.kind !== 'multiple_choice')
    throw new Error(`Inconsistent: no page shows a question of the kind ${question.kind} yet`)
  const control: TypedControl | OptionsControl = question.control
  if (control.kind === 'typed') return { kind: 'typed', options: [], keyIndex: null, answer: control.answer }
  const { options, keyIndex, answer } = control
  return { kind: 'multiple_choice', options, keyIndex, answer }
}

function toQuestionView(
  question: QuizQuestion,
  answer: AnsweredQuestion | undefined,
  cards: ReadonlyMap<CardId, NamedCard>,
): QuizQuestionView {
  const card = cards.get(question.cardId)
  if (card === undefined)
    throw new Error(`Inconsistent: question ${question.id} asks card ${question.cardId}, which is not stored`)
  const spoken = <View extends SideView>(side: View): View => inLanguage(side, languageOf(side.text, card))
  const { kind, options, keyIndex, answer: right } = controlOf(question)
  return {
    id: question.id,
    kind,
    cardId: question.cardId,
    conceptId: card.conceptId,
    concept: card.concept,
    prompt: spoken(renderPrompt(question.prompt)),
    options: options.map(({ text }) => spoken(renderPrompt({ kind: 'text', text }))),
    answer:
      answer === undefined
        ? null
        : {
            given: answer.given,
            optionIndex: answer.optionIndex,
            verdict: answer.verdict,
            correctIndex: keyIndex,
            right: spoken(renderAnswer({ kind: 'text', text: right })),
            explanations: options.map(({ text, origin, whyWrong }) => {
              const other = origin === null ? undefined : cards.get(origin)
              return whyWrong ?? (other === undefined ? null : explainOption(shownContent(other), text))
            }),
            sources: [...card.sources],
          },
  }
}
