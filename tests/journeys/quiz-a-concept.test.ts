import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardReply } from '../../shared/api/cards.ts'
import type {
  QuizAnswerView,
  QuizPlanReply,
  QuizReply,
  QuizResultReply,
  QuizScopesReply,
  QuizSetupReply,
} from '../../shared/api/quizzes.ts'
import type { LogReply } from '../../shared/api/reviews.ts'
import type { QuizQuestion } from '../../shared/quiz/question.ts'
import type { ReviewEvent } from '../../shared/schedule/review-event.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'
import { rightAnswer } from '../shared/quiz/a-question.ts'
import { quizNotes } from '../support/quiz-notes.ts'
import { aQuiz, answerOf, questionsOf, sendAnswer, sendAnswers, wrongFor } from '../support/quiz.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes, ...quizNotes })
})
afterEach(() => app.close())

const quizOf = (id: string) => get<QuizReply>(app, `/quizzes/${id}`)
const resultOf = (id: string) => get<QuizResultReply>(app, `/quizzes/${id}/result`)
const scheduleOf = async (cardId: string) => (await get<CardReply>(app, `/cards/${cardId}`)).state.schedule
const logOf = async () =>
  (await get<LogReply>(app, '/reviews?limit=1000')).events.map(({ event }) => event as ReviewEvent)

test('a quiz asks, judges, explains with the source line, and ends with a result', async () => {
  const quiz = await aQuiz(app, { length: { kind: 'count', count: 6 } })
  const questions = questionsOf(quiz)
  expect(questions.length).toBeGreaterThanOrEqual(4)
  for (const question of questions) {
    expect(question.sources[0]?.text.join('\n')).not.toBe('')
    const { status, body } = await sendAnswer(app, quiz.id, answerOf(app, question, rightAnswer(question)))
    expect(status).toBe(200)
    expect(body.verdicts).toMatchObject([{ verdict: 'recorded', answer: { judged: { verdict: 'right' } } }])
  }
  expect(await quizOf(quiz.id)).toMatchObject({ finished: true })
  expect(await resultOf(quiz.id)).toMatchObject({
    finished: true,
    open: 0,
    score: { asked: questions.length, right: questions.length },
    stop: { sentence: 'All questions were asked.' },
  })
})

test('a page needs nothing but the first reply to ask, judge and explain', async () => {
  const quiz = await aQuiz(app)
  for (const { question, prompt, texts } of quiz.questions) {
    expect(prompt.html).not.toBe('')
    if (question.kind !== 'multiple_choice') continue
    const { options, keyIndex } = question.control
    expect(new Set(options.map(({ text }) => texts[text]?.html)).size).toBe(options.length)
    for (const [i, { whyWrong }] of options.entries())
      if (i === keyIndex) expect(whyWrong).toBeNull()
      else expect(whyWrong).toMatch(/\w/)
  }
  expect(Object.values(quiz.noteIds).length).toBeGreaterThan(0)
})

test('a plan says before the start how much there is to ask, and what is missing', async () => {
  const { body: plan } = await send<QuizPlanReply>(app, 'POST', '/quiz-plans', {})
  expect(plan).toMatchObject({ shortfall: null })
  expect(plan.possible).toBeGreaterThan(5)
  const nothing = { scope: { kind: 'note', path: 'nowhere.md' } }
  const { body: empty } = await send<QuizPlanReply>(app, 'POST', '/quiz-plans', nothing)
  expect(empty.shortfall?.sentence).toMatch(/\.$/)
  expect(await send(app, 'POST', '/quizzes', nothing)).toMatchObject({
    status: 409,
    body: { code: 'not_enough_facts', detail: empty.shortfall?.sentence },
  })
})

test('the setup offers presets, weak concepts and what was begun, and finds what a quiz can be about', async () => {
  const quiz = await aQuiz(app, { length: { kind: 'count', count: 5 } })
  const setup = await get<QuizSetupReply>(app, '/quiz-setup')
  expect(setup.presets.map(({ preset }) => preset)).toEqual([
    'mixed',
    'weakest',
    'sure_but_wrong',
    'just_imported',
    'all_of_one_concept',
  ])
  expect(setup.presets[0]).toMatchObject({ unavailable: null })
  expect(setup.recent).toMatchObject([{ id: quiz.id, finished: false, answered: 0 }])
  const { choices } = await get<QuizScopesReply>(app, '/quiz-scopes?q=cach')
  expect(choices.map(({ scope }) => scope.kind)).toContain('note')
  expect(choices.map(({ scope }) => scope.kind)).toContain('topic')
  // Concepts say how well they are held; a note has no level.
  for (const { scope, level } of choices)
    expect([scope.kind, level?.level]).toEqual([scope.kind, scope.kind === 'concepts' ? 0 : undefined])
})

test('a quiz about a note, or a folder of them, is called as it is', async () => {
  const { choices } = await get<QuizScopesReply>(app, '/quiz-scopes?q=cach')
  const scope = choices.map((choice) => choice.scope).find(({ kind }) => kind === 'note')
  if (scope?.kind !== 'note') throw new Error('no note is offered')
  const name = scope.path.split('/').at(-1)?.slice(0, -'.md'.length)
  expect((await aQuiz(app, { scope })).name).toBe(name)
})

/** A quiz whose questions are all of cards that were recalled once and are due again. */
async function aDueQuiz(body: Parameters<typeof aQuiz>[1] = {}): Promise<QuizReply> {
  const { cards } = await queue(app)
  for (const card of cards) await record(app, reviewOf(app, card, 4))
  app.now += dayMs
  const scope = { kind: 'cards', cardIds: cards.map(({ id }) => id) as never } as const
  return aQuiz(app, { scope, length: { kind: 'count', count: 40 }, ...body })
}
/** Of the typed ones one that is compared by its spelling. */
const byKind = (quiz: QuizReply, kind: QuizQuestion['kind']) => {
  const found = questionsOf(quiz).find(
    (question) =>
      question.kind === kind && (question.kind !== 'typed' || question.control.check.kind === 'spelling'),
  )
  if (found === undefined) throw new Error(`The quiz has no question of the kind ${kind}.`)
  return found
}

test('a right typed answer to a due card counts, and a right choice leaves it due', async () => {
  const quiz = await aDueQuiz({ kinds: ['typed'] })
  const typed = byKind(quiz, 'typed')
  const others = await aQuiz(app, { kinds: ['multiple_choice'] })
  const chosen = byKind(others, 'multiple_choice')
  const before = await scheduleOf(chosen.cardId)
  for (const [{ id }, question] of [
    [quiz, typed],
    [others, chosen],
  ] as const)
    await sendAnswer(app, id, answerOf(app, question, rightAnswer(question), { confidence: 'sure' }))
  expect(await scheduleOf(typed.cardId)).toMatchObject({ repetitions: 2, intervalDays: 6 })
  expect(await scheduleOf(chosen.cardId)).toEqual(before)
  const { changes } = await resultOf(quiz.id)
  expect(changes).toMatchObject([
    { questionId: typed.id, cardId: typed.cardId, change: { kind: 'graded', grade: 4 }, undone: false },
  ])
  const events = (await logOf()).filter((event) => event.kind === 'reviewed' && event.via === 'quiz')
  expect(events).toMatchObject([
    { cardId: typed.cardId, effect: 'schedule', grade: 4, kindShown: 'typed', confidence: 'sure' },
    {
      cardId: chosen.cardId,
      effect: 'none',
      kindShown: expect.stringMatching(/^multiple_choice:[34]$/),
      confidence: 'sure',
    },
  ])
  await expectCacheIsFold(app)
})

test('what an answer moved is undone by one request and counts again by another; the answer stays', async () => {
  const quiz = await aDueQuiz({ kinds: ['typed'] })
  const question = byKind(quiz, 'typed')
  const before = await scheduleOf(question.cardId)
  await sendAnswer(app, quiz.id, answerOf(app, question, wrongFor(question), { confidence: 'sure' }))
  const moved = await scheduleOf(question.cardId)
  expect(moved).not.toEqual(before)
  const effect = `/quizzes/${quiz.id}/answers/${question.id}/effects/${question.cardId}`
  const undone = await send<QuizAnswerView>(app, 'DELETE', effect)
  expect(undone.body.effects).toMatchObject([{ undone: true }])
  expect(await scheduleOf(question.cardId)).toEqual(before)
  expect((await send(app, 'DELETE', effect)).body).toEqual(undone.body)
  await send(app, 'PUT', effect)
  expect(await scheduleOf(question.cardId)).toEqual(moved)
  const all = await send<QuizResultReply>(app, 'DELETE', `/quizzes/${quiz.id}/effects`)
  expect(all.body.changes).toMatchObject([{ undone: true }])
  expect(await scheduleOf(question.cardId)).toEqual(before)
  const { history } = await get<CardReply>(app, `/cards/${question.cardId}`)
  expect(history.some(({ via }) => via === 'quiz')).toBe(true)
  expect(await resultOf(quiz.id)).toMatchObject({ score: { asked: 1, right: 0 } })
  await expectCacheIsFold(app)
})

test('a miss of a card that is not due brings it back tomorrow, and touches nothing else of it', async () => {
  const { cards } = await queue(app)
  for (const card of cards) await record(app, reviewOf(app, card, 4))
  app.now += dayMs
  for (const card of cards) await record(app, reviewOf(app, card, 4))
  app.now += 60 * 60_000
  const quiz = await aQuiz(app, {
    scope: { kind: 'cards', cardIds: cards.map(({ id }) => id) as never },
    kinds: ['typed'],
  })
  const question = byKind(quiz, 'typed')
  const before = await scheduleOf(question.cardId)
  await sendAnswer(app, quiz.id, answerOf(app, question, wrongFor(question)))
  expect(await scheduleOf(question.cardId)).toEqual({ ...before, dueOn: '2026-03-04' })
  await send(app, 'DELETE', `/quizzes/${quiz.id}/effects`)
  expect(await scheduleOf(question.cardId)).toEqual(before)
  await expectCacheIsFold(app)
})

test('a quiz that is set to leave schedules alone does', async () => {
  const quiz = await aDueQuiz({ effect: 'off' })
  const before = await Promise.all(questionsOf(quiz).map(({ cardId }) => scheduleOf(cardId)))
  for (const question of questionsOf(quiz))
    await sendAnswer(app, quiz.id, answerOf(app, question, wrongFor(question), { confidence: 'sure' }))
  expect(await Promise.all(questionsOf(quiz).map(({ cardId }) => scheduleOf(cardId)))).toEqual(before)
  expect((await resultOf(quiz.id)).changes).toEqual([])
})

test('“I was right” mends the verdict and its effect, and what was typed is accepted from then on', async () => {
  const quiz = await aDueQuiz({ kinds: ['typed'] })
  const question = byKind(quiz, 'typed')
  await sendAnswer(app, quiz.id, answerOf(app, question, { kind: 'text', text: 'my own words' }))
  expect(await scheduleOf(question.cardId)).toMatchObject({ repetitions: 0, intervalDays: 1 })
  const appeal = `/quizzes/${quiz.id}/answers/${question.id}/appeal`
  const mended = await send<QuizAnswerView>(app, 'PUT', appeal)
  expect(mended.body).toMatchObject({ appealed: true, judged: { verdict: 'right' } })
  expect((await send(app, 'PUT', appeal)).body).toEqual(mended.body)
  expect(await scheduleOf(question.cardId)).toMatchObject({ repetitions: 2, intervalDays: 6 })
  expect(await resultOf(quiz.id)).toMatchObject({ score: { asked: 1, right: 1 } })
  const scope = { kind: 'cards', cardIds: [question.cardId] } as const
  app.now += dayMs
  const again = byKind(await aQuiz(app, { scope, kinds: ['typed'] }), 'typed')
  expect(JSON.stringify(again)).toContain('my own words')
  await send(app, 'DELETE', appeal)
  expect(await resultOf(quiz.id)).toMatchObject({ score: { asked: 1, right: 0 } })
  expect(JSON.stringify(await aQuiz(app, { scope, kinds: ['typed'] }))).not.toContain('my own words')
  await expectCacheIsFold(app)
})

test('a due card that was told right among options comes later in the review of the day', async () => {
  await send(app, 'PUT', '/settings', { burySiblings: false })
  const kinds = ['multiple_choice'] as const
  const ids = questionsOf(await aQuiz(app, { kinds: [...kinds], length: { kind: 'count', count: 20 } })).map(
    ({ cardId }) => cardId,
  )
  for (const id of ids) await record(app, reviewOf(app, { id }, 4))
  app.now += dayMs
  const quiz = await aQuiz(app, { scope: { kind: 'cards', cardIds: [...new Set(ids)] }, kinds: [...kinds] })
  const dueIds = async () =>
    (await queue(app)).cards.flatMap((card) => (card.reason === 'review' ? card.id : []))
  const before = await dueIds()
  const chosen = questionsOf(quiz).find(({ cardId }) => before.indexOf(cardId) < before.length / 2)
  if (chosen === undefined) throw new Error('The quiz asks nothing that stands early in the queue.')
  await sendAnswer(app, quiz.id, answerOf(app, chosen, rightAnswer(chosen), { confidence: 'sure' }))
  const after = await dueIds()
  expect(after.indexOf(chosen.cardId)).toBe(after.length - 1)
  expect(new Set(after)).toEqual(new Set(before))
  const other = questionsOf(quiz).find(({ cardId }) => cardId !== chosen.cardId && after.includes(cardId))
  if (other === undefined) throw new Error('The quiz asks one due card alone.')
  await sendAnswer(app, quiz.id, answerOf(app, other, wrongFor(other), { confidence: 'guess' }))
  expect((await dueIds()).indexOf(other.cardId)).toBe(after.indexOf(other.cardId))
})

test('a choice has nothing to appeal about', async () => {
  const quiz = await aQuiz(app, { kinds: ['multiple_choice'] })
  const question = byKind(quiz, 'multiple_choice')
  const appeal = `/quizzes/${quiz.id}/answers/${question.id}/appeal`
  expect(await send(app, 'PUT', appeal)).toMatchObject({ status: 404 })
  await sendAnswer(app, quiz.id, answerOf(app, question, wrongFor(question)))
  expect(await send(app, 'PUT', appeal)).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
})

test('an option that is reported never stands under that question again', async () => {
  const quiz = await aQuiz(app, { kinds: ['multiple_choice'] })
  const question = byKind(quiz, 'multiple_choice')
  if (question.kind !== 'multiple_choice') throw new Error('no choice')
  const optionIndex = question.control.keyIndex === 0 ? 1 : 0
  const report = `/quizzes/${quiz.id}/reports/${question.id}`
  const { body } = await send(app, 'PUT', report, { reason: 'also_right', optionIndex })
  expect(body).toEqual({
    questionId: question.id,
    reason: 'also_right',
    option: question.control.options[optionIndex]?.text,
  })
  expect((await quizOf(quiz.id)).reports).toEqual([body])
  expect(
    await send(app, 'PUT', report, { reason: 'also_right', optionIndex: question.control.keyIndex }),
  ).toMatchObject({ status: 400 })
  await app.app.inject({ method: 'DELETE', url: `/api/v1${report}` })
  expect((await quizOf(quiz.id)).reports).toEqual([])
})

test('a question that is reported as wrong flags its card, and taking it back takes the flag away', async () => {
  const quiz = await aQuiz(app)
  const [question] = questionsOf(quiz)
  const report = `/quizzes/${quiz.id}/reports/${question?.id ?? ''}`
  const flagOf = async () => (await get<CardReply>(app, `/cards/${question?.cardId ?? ''}`)).flag
  await send(app, 'PUT', report, { reason: 'wrong' })
  expect(await flagOf()).toBe('wrong')
  await app.app.inject({ method: 'DELETE', url: `/api/v1${report}` })
  expect(await flagOf()).toBeNull()
})

test('answers come in a batch, too, and one that is refused keeps the others from nothing', async () => {
  const quiz = await aQuiz(app)
  const questions = questionsOf(quiz)
  const answers = questions.slice(0, 3).map((question) => answerOf(app, question, rightAnswer(question)))
  const stray = answerOf(app, { id: 'no such question' }, { kind: 'unknown' })
  const [first, ...others] = answers
  if (first === undefined) throw new Error('no question')
  const { body } = await sendAnswers(app, quiz.id, [first, stray, ...others, first])
  expect(body.verdicts.map(({ verdict, code }) => code ?? verdict)).toEqual([
    'recorded',
    'not_found',
    'recorded',
    'recorded',
    'duplicate',
  ])
  expect((await quizOf(quiz.id)).answers).toHaveLength(3)
})

test('what is no answer at all, or of no time, keeps the others of its batch from nothing', async () => {
  const quiz = await aQuiz(app)
  const [question, next] = questionsOf(quiz)
  if (question === undefined || next === undefined) throw new Error('no question')
  const sound = answerOf(app, question, rightAnswer(question))
  const other = answerOf(app, next, rightAnswer(next))
  const bad: [unknown, string][] = [
    [null, 'invalid_request'],
    ['answer', 'invalid_request'],
    [[], 'invalid_request'],
    [{ ...sound, colour: 'red' }, 'invalid_request'],
    [{ ...sound, given: { kind: 'shout' } }, 'invalid_request'],
    [{ ...sound, durationMs: 'long' }, 'invalid_request'],
    [{ ...sound, at: 8_640_000_000_000_001 }, 'invalid_time'],
    [{ ...sound, at: -1 }, 'invalid_time'],
    [{ ...sound, deviceId: 'a\u0000b' }, 'unstorable_text'],
  ]
  const { body } = await sendAnswers(app, quiz.id, [...bad.map(([one]) => one), sound, other] as never)
  expect(body.verdicts.map(({ verdict, code }) => code ?? verdict)).toEqual([
    ...bad.map(([, code]) => code),
    'recorded',
    'recorded',
  ])
  expect((await quizOf(quiz.id)).answers).toHaveLength(2)
  await expectCacheIsFold(app)
})

test.each([
  ['an option that was not shown', { kind: 'option', index: 9 }, 400, 'invalid_request'],
  ['an answer of another form', { kind: 'order', order: [1, 0] }, 400, 'invalid_request'],
  ['an answer of no form', { kind: 'shout' }, 400, 'invalid_request'],
] as const)('%s is refused, and nothing of it is kept', async (_, given, status, code) => {
  const quiz = await aQuiz(app, { kinds: ['multiple_choice'] })
  const body = answerOf(app, byKind(quiz, 'multiple_choice'), given as never)
  expect(await sendAnswer(app, quiz.id, body)).toMatchObject({ status, body: { code } })
  expect((await quizOf(quiz.id)).answers).toEqual([])
  expect(await logOf()).toEqual([])
})

test('an id that stands for another answer already is refused', async () => {
  // Of one card each: pairs answer for several.
  const quiz = await aQuiz(app, { kinds: ['typed'] })
  const [one, other] = questionsOf(quiz)
  if (one === undefined || other === undefined) throw new Error('no questions')
  const first = answerOf(app, one, { kind: 'unknown' })
  await sendAnswer(app, quiz.id, first)
  const logged = await logOf()
  const reused = answerOf(app, other, { kind: 'unknown' }, { eventId: first.eventId })
  expect(await sendAnswer(app, quiz.id, reused)).toMatchObject({ status: 409, body: { code: 'id_conflict' } })
  const changed = { ...first, given: wrongFor(one) }
  expect(await sendAnswer(app, quiz.id, changed)).toMatchObject({
    status: 409,
    body: { code: 'id_conflict' },
  })
  expect((await quizOf(quiz.id)).answers).toHaveLength(1)
  expect(await logOf()).toEqual(logged)
})

test('an answer sent twice is taken once, and a second answer is refused', async () => {
  const quiz = await aQuiz(app)
  const [question] = questionsOf(quiz)
  if (question === undefined) throw new Error('no question')
  const answer = answerOf(app, question, wrongFor(question))
  const first = await sendAnswer(app, quiz.id, answer)
  const again = await sendAnswer(app, quiz.id, answer)
  expect(again.body.verdicts[0]).toEqual({ ...first.body.verdicts[0], verdict: 'duplicate' })
  const other = await sendAnswer(app, quiz.id, answerOf(app, question, rightAnswer(question)))
  expect(other).toMatchObject({ status: 409, body: { code: 'already_answered' } })
})

test('a quiz that was ended takes no more answers, and says so', async () => {
  const quiz = await aQuiz(app)
  const [one, other] = questionsOf(quiz)
  if (one === undefined || other === undefined) throw new Error('no questions')
  await sendAnswer(app, quiz.id, answerOf(app, one, rightAnswer(one)))
  const ended = await send(app, 'PUT', `/quizzes/${quiz.id}/end`, { reason: 'left' })
  expect(ended.body).toMatchObject({
    finished: true,
    stop: { reason: { kind: 'left' } },
    score: { asked: 1 },
  })
  expect(await sendAnswer(app, quiz.id, answerOf(app, other, rightAnswer(other)))).toMatchObject({
    status: 409,
    body: { code: 'quiz_finished' },
  })
  expect((await quizOf(quiz.id)).answers).toHaveLength(1)
})

test('a quiz can be gone on with for seven days, and its result stays after them', async () => {
  const quiz = await aQuiz(app)
  const [one, other] = questionsOf(quiz)
  if (one === undefined || other === undefined) throw new Error('no questions')
  app.now += 7 * dayMs - 1
  expect((await sendAnswer(app, quiz.id, answerOf(app, one, rightAnswer(one)))).status).toBe(200)
  const late = answerOf(app, other, rightAnswer(other))
  app.now += dayMs
  expect(await sendAnswer(app, quiz.id, { ...late, at: app.now })).toMatchObject({
    status: 409,
    body: { code: 'quiz_finished' },
  })
  expect(await resultOf(quiz.id)).toMatchObject({ finished: true, score: { asked: 1, right: 1 } })
  // Answered in time on a device that was offline.
  expect((await sendAnswer(app, quiz.id, late)).status).toBe(200)
})

test('a note that is deleted during its quiz leaves the quiz answerable and its result whole', async () => {
  const quiz = await aDueQuiz({ kinds: ['typed'] })
  const questions = questionsOf(quiz)
  const typed = byKind(quiz, 'typed')
  await app.writeNote('caching.md', '# Nothing\n')
  const opened = await quizOf(quiz.id)
  expect(questionsOf(opened)).toEqual(questions)
  for (const question of questions) {
    const { status, body } = await sendAnswer(app, quiz.id, answerOf(app, question, wrongFor(question)))
    expect([status, body.verdicts[0]?.answer?.judged.verdict]).toEqual([200, 'wrong'])
  }
  expect((await send(app, 'PUT', `/quizzes/${quiz.id}/answers/${typed.id}/appeal`)).status).toBe(200)
  const result = await resultOf(quiz.id)
  expect(result).toMatchObject({ finished: true, score: { asked: questions.length, right: 1 } })
  expect(result.outcomes).toHaveLength(questions.length)
  await expectCacheIsFold(app)
})

test('sure but wrong comes first in the result, then wrong, lucky and right; confidence is held against what was right', async () => {
  const quiz = await aQuiz(app)
  const [a, b, c, d] = questionsOf(quiz)
  if (a === undefined || b === undefined || c === undefined || d === undefined)
    throw new Error('no questions')
  const give = (question: QuizQuestion, isRight: boolean, confidence: 'guess' | 'likely' | 'sure') =>
    sendAnswer(
      app,
      quiz.id,
      answerOf(app, question, isRight ? rightAnswer(question) : wrongFor(question), { confidence }),
    )
  await give(a, true, 'sure')
  await give(b, true, 'guess')
  await give(c, false, 'guess')
  await give(d, false, 'sure')
  const result = await resultOf(quiz.id)
  expect(result.outcomes.map(({ questionId, group }) => [questionId, group])).toEqual([
    [d.id, 'sure_but_wrong'],
    [c.id, 'wrong'],
    [b.id, 'lucky_guess'],
    [a.id, 'right'],
  ])
  expect(result.calibration.map(({ confidence, asked, right }) => [confidence, asked, right])).toEqual([
    ['guess', 2, 1],
    ['likely', 0, 0],
    ['sure', 2, 1],
  ])
  expect(result.score.range?.low).toBeGreaterThan(0.1)
})
