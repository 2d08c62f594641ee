import { beforeEach, describe, expect, test } from 'vitest'
import type { QuizReply } from '../../../shared/api/quizzes.ts'
import type { QuizQuestion } from '../../../shared/quiz/question.ts'
import type { QuizPaper } from '../../../shared/quiz/quiz-paper.ts'
import { type QuizDevice, type QuizWord, inMemory } from '../../../client/state/quiz-device.ts'
import { emptyDraft } from '../../../client/state/quiz-draft.ts'
import { answersOf, judgedOf, stepsOf, turnOf } from '../../../client/state/quiz-run.ts'
import { createQuizSitting, settleLeft } from '../../../client/state/quiz-sitting.ts'
import { aChoice, aPaper, aTyped, anOrder, rightAnswer } from '../../shared/quiz/a-question.ts'

function aQuiz(questions: readonly QuizQuestion[], more: Partial<QuizPaper> = {}): QuizReply {
  const { questions: all, ...paper } = aPaper(questions, more)
  const { length, mode, asksConfidence } = paper
  return {
    id: 'quiz',
    name: 'All notes',
    createdAt: 0,
    closesAt: 7,
    setup: {
      scope: { kind: 'library' },
      focus: 'mixed',
      length,
      kinds: ['typed'],
      mode,
      asksConfidence,
      effect: 'balanced',
    },
    paper,
    questions: all.map((question) => ({
      question,
      prompt: { kind: 'text', text: 'Prompt', html: 'Prompt' },
      texts: {},
      otherTerms: [],
    })),
    noteIds: {},
    answers: [],
    reports: [],
    end: null,
    finished: false,
  }
}

const three = [aTyped('a'), aChoice('b', 1), aTyped('c')]

/** A device, a server that may be away, and a watch that only moves when told. */
function aWorld(quiz: QuizReply, device: QuizDevice = inMemory()) {
  const world = { device, quiz: quiz as QuizReply | null, ticks: 0, ids: 0 }
  const open = () =>
    createQuizSitting({
      id: 'quiz',
      device: async () => device,
      fetchQuiz: async () => {
        if (world.quiz === null) throw new Error('The server does not answer.')
        return world.quiz
      },
      lookAgain: async () => {},
      flush: async () => {},
      now: () => 1000,
      ticks: () => world.ticks,
      zone: () => 'UTC',
      newId: () => `event ${world.ids++}`,
      deviceId: () => 'device',
    })
  const words = async (): Promise<QuizWord[]> => (await device.waiting()).map(({ word }) => word)
  return { world, open, words }
}

/** What was written is on the device a few turns later. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

let play: ReturnType<typeof aWorld>
beforeEach(() => {
  play = aWorld(aQuiz(three))
})

async function begun() {
  const sitting = play.open()
  await sitting.load()
  return sitting
}

test('an answer is sent when the next question comes, and can be taken back until then', async () => {
  const sitting = await begun()
  expect(sitting.held.value?.run.questionId).toBe('a')
  sitting.draft('a', { ...emptyDraft(aTyped('a')), text: 'lightr' })
  sitting.check('a', { kind: 'text', text: 'lightr' }, 'sure', 4000)
  await settled()
  expect(await play.words()).toEqual([])
  sitting.takeBack()
  expect(sitting.held.value?.run).toMatchObject({
    pending: null,
    questionId: 'a',
    drafts: { a: { text: 'lightr' } },
  })
  sitting.check('a', { kind: 'text', text: 'lighter' }, 'likely', 5000)
  sitting.next()
  await settled()
  expect(await play.words()).toMatchObject([
    {
      kind: 'answer',
      body: { questionId: 'a', given: { text: 'lighter' }, confidence: 'likely', durationMs: 5000 },
    },
  ])
  expect(sitting.held.value?.run.questionId).toBe('b')
})

test('a page that is loaded again shows the same question, what was typed, and an answer that was checked', async () => {
  const sitting = await begun()
  sitting.draft('a', { ...emptyDraft(aTyped('a')), text: 'half a w' })
  await settled()
  const again = await begun()
  expect(again.held.value?.run).toMatchObject({ questionId: 'a', drafts: { a: { text: 'half a w' } } })
  again.check('a', { kind: 'unknown' }, null, 1000)
  await settled()
  expect((await begun()).held.value?.run.pending).toMatchObject({
    questionId: 'a',
    given: { kind: 'unknown' },
  })
})

test('without the server a quiz goes on to its end', async () => {
  await (await begun()).load()
  play.world.quiz = null
  const sitting = await begun()
  expect(sitting.error.value).toBeNull()
  for (const question of three) {
    sitting.check(question.id, rightAnswer(question), 'sure', 1000)
    sitting.next()
  }
  await settled()
  const held = sitting.held.value
  if (held === null) throw new Error('nothing is held')
  expect(turnOf(held.quiz, held.run)).toMatchObject({ kind: 'stop', reason: { kind: 'all_asked' } })
  expect(stepsOf(held.quiz, answersOf(held.quiz, held.run)).map(({ judged }) => judged.verdict)).toEqual([
    'right',
    'right',
    'right',
  ])
  expect(await play.words()).toHaveLength(3)
})

test('a quiz that neither the device nor the server knows says why', async () => {
  play.world.quiz = null
  expect((await begun()).error.value).not.toBeNull()
})

test('what another device answered first stays, and the next question is asked', async () => {
  const sitting = await begun()
  sitting.check('a', { kind: 'unknown' }, null, 1000)
  await settled()
  play.world.quiz = {
    ...aQuiz(three),
    answers: [
      {
        questionId: 'a',
        eventId: 'elsewhere',
        at: 5,
        given: { kind: 'text', text: 'lighter' },
        judged: judgedOf(aQuiz(three), {
          questionId: 'a',
          given: { kind: 'text', text: 'lighter' },
          appealed: false,
        })!,
        confidence: null,
        durationMs: 1,
        appealed: false,
        effects: [],
      },
    ],
  }
  const again = await begun()
  expect(again.held.value?.run).toMatchObject({ pending: null, questionId: 'b' })
})

describe('“I was right”', () => {
  test('said before the answer is sent, goes right behind it', async () => {
    const sitting = await begun()
    sitting.check('a', { kind: 'text', text: 'my own words' }, null, 1000)
    sitting.appeal('a', true)
    sitting.next()
    await settled()
    expect((await play.words()).map(({ kind }) => kind)).toEqual(['answer', 'appeal'])
  })

  test('said in the result, is told by itself, and counts at once', async () => {
    const sitting = await begun()
    sitting.check('a', { kind: 'text', text: 'my own words' }, null, 1000)
    sitting.next()
    sitting.appeal('a', true)
    await settled()
    expect(await play.words()).toMatchObject([{ kind: 'answer' }, { kind: 'appeal', wasRight: true }])
    const held = sitting.held.value
    if (held === null) throw new Error('nothing is held')
    expect(stepsOf(held.quiz, answersOf(held.quiz, held.run))[0]?.judged.verdict).toBe('right')
  })
})

test('a quiz that is ended early sends what was answered, then the end, and asks nothing more', async () => {
  const sitting = await begun()
  sitting.check('a', rightAnswer(aTyped('a')), null, 1000)
  sitting.end('left')
  await settled()
  expect((await play.words()).map(({ kind }) => kind)).toEqual(['answer', 'end'])
  const held = sitting.held.value
  if (held === null) throw new Error('nothing is held')
  expect(turnOf(held.quiz, held.run)).toMatchObject({ kind: 'stop', reason: { kind: 'left' } })
})

test('an answer that a page left unsent is sent by the next one, but not from under the page that shows it', async () => {
  const sitting = await begun()
  sitting.check('a', rightAnswer(aTyped('a')), null, 1000)
  await settled()
  const said = { deviceId: 'device', zone: 'UTC' }
  await settleLeft(play.world.device, 'quiz', said)
  expect(await play.words()).toEqual([])
  await settleLeft(play.world.device, null, said)
  await settleLeft(play.world.device, null, said)
  expect(await play.words()).toMatchObject([{ kind: 'answer', body: { questionId: 'a' } }])
})

describe('an exam', () => {
  beforeEach(() => {
    play = aWorld(aQuiz([...three, anOrder('d')], { mode: { kind: 'exam', minutes: 5 } }))
  })

  test('may be changed until it is handed in; what was left open is no answer', async () => {
    const sitting = await begun()
    sitting.draft('a', { ...emptyDraft(aTyped('a')), text: 'ferry' })
    sitting.turnTo('b', 2000)
    sitting.draft('b', { ...emptyDraft(aChoice('b')), chosen: [1] })
    sitting.feelSure('b', 'likely')
    sitting.turnTo('a', 3000)
    sitting.draft('a', { ...emptyDraft(aTyped('a')), text: 'lighter' })
    sitting.handIn('left', 500)
    await settled()
    expect(await play.words()).toMatchObject([
      { kind: 'answer', body: { questionId: 'a', given: { text: 'lighter' }, durationMs: 2500 } },
      { kind: 'answer', body: { questionId: 'b', given: { index: 1 }, confidence: 'likely' } },
      { kind: 'end', reason: 'left' },
    ])
  })

  test('keeps its place and its clock over a reload', async () => {
    const sitting = await begun()
    play.world.ticks = 60_000
    sitting.turnTo('c', 60_000)
    await settled()
    sitting.leave()
    await settled()
    play.world.ticks = 0
    const again = await begun()
    expect(again.held.value?.run.questionId).toBe('c')
    expect(again.elapsedMs()).toBe(60_000)
    play.world.ticks = 1000
    expect(again.elapsedMs()).toBe(61_000)
  })
})
