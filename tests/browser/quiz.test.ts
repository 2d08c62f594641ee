import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CardReply } from '../../shared/api/cards.ts'
import type {
  QuizBody,
  QuizPlanReply,
  QuizReply,
  QuizResultReply,
  QuizScopesReply,
} from '../../shared/api/quizzes.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import { questionKinds } from '../../shared/quiz/question.ts'
import { violationsOf } from '../support/accessibility.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { dayMs, noon } from '../support/factories.ts'
import { checkAs, giveAnswer, goOn, isOver, questionOnPage } from '../support/quiz-page.ts'
import { quizNotes } from '../support/quiz-notes.ts'

let browser: Browser
let live: LiveApp
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-quiz-'))
  for (const [path, text] of Object.entries(quizNotes)) await writeFile(join(folder, path), text)
  browser = await launchBrowser()
  live = await startLiveApp(browser, folder, noon)
  await ask('/settings', { cardDensity: 'all', zone: 'UTC', fuzz: false }, 'PUT')
  await ask('/imports', { files: [] })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})
// What was answered a moment ago is not asked again.
beforeEach(() => live.setTime(live.now + 15 * 60_000))

async function ask<Reply>(path: string, body?: object, method = 'POST'): Promise<Reply> {
  const response = await fetch(
    `${live.url}/api/v1${path}`,
    body && { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  )
  return response.json() as Promise<Reply>
}

/** A quiz begun by the API and opened on a page of its own. */
async function inQuiz(body: QuizBody) {
  const quiz = await ask<QuizReply>('/quizzes', body)
  const made = await live.newPage()
  await made.page.goto(`${live.url}/quiz/${quiz.id}`)
  await made.page.locator('#question-prompt').waitFor()
  return { ...made, quiz }
}

const optionsOnPage = (page: Page) => page.locator('.quiz-option > .face').allTextContents()

test('five kinds of question and more are made from notes, and all are on by default', async () => {
  const plan = await ask<QuizPlanReply>('/quiz-plans', {})
  const possible = questionKinds.filter((kind) => plan.kinds[kind] > 0)
  expect(possible.length).toBeGreaterThanOrEqual(5)
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/quiz`)
  const kinds = page.getByRole('group', { name: 'Kinds of question' })
  await kinds
    .getByText(/[1-9]\d* facts?/)
    .first()
    .waitFor()
  expect(await kinds.getByRole('checkbox', { checked: true }).count()).toBe(questionKinds.length)
  await context.close()
})

test('the setup starts a preset by its digit, the last settings by Enter, and says before that what cannot be', async () => {
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/quiz`)
  const presets = page.locator('.quiz-preset')
  await presets.nth(4).waitFor()
  const refused = presets.filter({ hasText: /No answer in your library was sure but wrong/ })
  expect(await refused.count()).toBeLessThanOrEqual(1)
  for (const preset of await presets.all()) {
    const words = (await preset.textContent()) ?? ''
    expect([words, await preset.isDisabled()]).toEqual([words, !/\d+ questions?, about/.test(words)])
  }
  await page.getByText(/\d+ questions possible/).waitFor()
  const kinds = page.getByRole('group', { name: 'Kinds of question' })
  const boxes = kinds.getByRole('checkbox')
  const order = kinds.getByRole('checkbox', { name: /^Put in order/ })
  for (const box of await boxes.all()) if (!(await order.and(box).count())) await box.uncheck()
  // One kind stays on.
  expect(await order.isDisabled()).toBe(true)
  await page.getByRole('radio', { name: '30', exact: true }).check()
  await page.getByText(/^Only \d+ of 30 questions are possible/).waitFor()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/quiz\/[^/]+$/)
  const own = await ask<QuizReply>(`/quizzes/${page.url().split('/').at(-1) ?? ''}`)
  expect(own.setup.kinds).toHaveLength(1)
  await page.goto(`${live.url}/quiz`)
  await presets.first().waitFor()
  await page.keyboard.press('1')
  await page.waitForURL((url) => /\/quiz\/[^/]+$/.test(url.pathname) && !url.pathname.includes(own.id))
  const mixed = await ask<QuizReply>(`/quizzes/${page.url().split('/').at(-1) ?? ''}`)
  expect(mixed.setup).toMatchObject({ focus: 'mixed', length: { kind: 'count', count: 10 } })
  // The same quiz as before: one key.
  await page.goto(`${live.url}/quiz`)
  await presets.first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => /\/quiz\/[^/]+$/.test(url.pathname) && !url.pathname.includes(mixed.id))
  const again = await ask<QuizReply>(`/quizzes/${page.url().split('/').at(-1) ?? ''}`)
  expect(again.setup.kinds).toEqual(own.setup.kinds)
  await context.close()
})

test('a quiz is answered, checked and left by keys alone', async () => {
  const { page, quiz, context } = await inQuiz({
    kinds: ['multiple_choice', 'true_false'],
    length: { kind: 'count', count: 4 },
  })
  const feedback = page.getByRole('region', { name: 'Answer' })
  for (let asked = 0; !(await isOver(page)); asked++) {
    const question = await questionOnPage(page, quiz)
    if (asked === 1) await page.keyboard.press('0')
    else if (question.kind === 'true_false') await page.keyboard.press('t')
    else await page.keyboard.press('1')
    if (asked !== 1) await page.keyboard.press(['j', 'k', 'l'][asked % 3] ?? 'k')
    await feedback.waitFor()
    await page.keyboard.press('Enter')
    await feedback.waitFor({ state: 'detached' })
  }
  await page.locator('.quiz-concepts').waitFor()
  expect(await page.locator('.quiz-concepts th').allTextContents()).toContain('Known, before → now')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${live.url}/`)
  await context.close()
})

test('options are shuffled, and stand the same after undo and reload', async () => {
  const { page, quiz, context } = await inQuiz({
    kinds: ['multiple_choice'],
    length: { kind: 'count', count: 10 },
  })
  const places = new Set(
    quiz.questions.map(({ question }) =>
      question.kind === 'multiple_choice' ? question.control.keyIndex : 0,
    ),
  )
  expect(places.size).toBeGreaterThan(1)
  const before = await optionsOnPage(page)
  await giveAnswer(page, await questionOnPage(page, quiz), false)
  await checkAs(page, 'Likely')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('z')
  await page.getByRole('button', { name: /^Sure/ }).waitFor()
  expect(await optionsOnPage(page)).toEqual(before)
  await page.reload()
  await page.locator('.quiz-option').first().waitFor()
  expect(await optionsOnPage(page)).toEqual(before)
  await context.close()
})

test.each(['order', 'multiple_choice', 'true_false', 'typed', 'match'] as const)(
  'after each answer stand what is right, why, where the notes say so, and what every wrong option is: %s',
  async (kind) => {
    const { page, quiz, context } = await inQuiz({ kinds: [kind], length: { kind: 'count', count: 2 } })
    for (let asked = 0; !(await isOver(page)); asked++) {
      const question = await questionOnPage(page, quiz)
      await giveAnswer(page, question, asked % 2 === 0)
      await checkAs(page, 'Likely', asked % 2 === 0)
      const feedback = page.getByRole('region', { name: 'Answer' })
      await feedback.getByText(/\.md/).first().waitFor()
      expect(await feedback.locator('.card-src').first().textContent()).toMatch(/\.md › .+ › lines? \d+/)
      if (question.kind === 'multiple_choice') {
        const others = await feedback.locator('.quiz-others li').allTextContents()
        expect(others).toHaveLength(question.control.options.length - 1)
        for (const why of others) expect(why).toMatch(/is the answer to: ./)
      }
      await goOn(page)
    }
    await context.close()
  },
)

test('confidence is asked, sure but wrong heads the result, and what was sure is held against what was right', async () => {
  const { page, quiz, context } = await inQuiz({
    length: { kind: 'count', count: 6 },
    kinds: ['multiple_choice', 'typed'],
  })
  const plan = [
    [true, 'Sure'],
    [false, 'Guess'],
    [false, 'Sure'],
    [true, 'Guess'],
    [true, 'Likely'],
  ] as const
  let misses = 0
  for (let asked = 0; !(await isOver(page)); asked++) {
    const [isRight, sure] = plan[asked] ?? [true, 'Likely']
    if (!isRight && sure === 'Sure') misses++
    await giveAnswer(page, await questionOnPage(page, quiz), isRight)
    await checkAs(page, sure, isRight)
    await goOn(page)
  }
  expect(misses).toBe(1)
  const groups = await page.locator('.quiz-group summary h2').allTextContents()
  expect(groups[0]).toBe('Sure, but not right: 1')
  expect(groups).toContain('Right by a guess: 1')
  await page.locator('.quiz-group[open] h2').filter({ hasText: 'Sure, but not right' }).waitFor()
  const rows = page.getByRole('table').filter({ hasText: 'You said' }).getByRole('row')
  expect((await rows.allTextContents()).join(' ')).toMatch(/Guess1 of 2.*Likely\d of \d.*Sure1 of 2/)
  await page
    .getByText(/\d of \d+ first try/)
    .first()
    .waitFor()
  await page.getByText(/Plausible range \d+–\d+ %/).waitFor()
  await context.close()
})

test('“until sure” stops by its rule, and the result says by which', async () => {
  const { choices } = await ask<QuizScopesReply>('/quiz-scopes?q=boat heels')
  const [concept] = choices
  if (concept === undefined) throw new Error('there is no concept')
  const { page, quiz, context } = await inQuiz({ scope: concept.scope, length: { kind: 'until_sure' } })
  while (!(await isOver(page))) {
    await giveAnswer(page, await questionOnPage(page, quiz), true)
    await checkAs(page, 'Likely')
    await goOn(page)
  }
  const { stop, score } = await ask<QuizResultReply>(`/quizzes/${quiz.id}/result`)
  expect(score.asked).toBeGreaterThanOrEqual(3)
  await page.getByText(stop?.sentence ?? 'no sentence').waitFor()
  await context.close()
})

describe('what a quiz does to schedules', () => {
  /** Cards that were recalled yesterday and are due today. */
  async function dueCards(): Promise<string[]> {
    const { cards } = await ask<QueueReply>('/queue?zone=UTC&limit=10')
    const events = cards.map(({ id }, i) => ({
      kind: 'reviewed',
      id: `0189${live.now.toString(16).slice(-4)}-0000-7000-8000-${String(i).padStart(12, '0')}`,
      deviceId: 'desk',
      at: live.now,
      zone: 'UTC',
      studyDay: new Date(live.now).toISOString().slice(0, 10),
      cardId: id,
      grade: 4,
      durationMs: 4000,
      via: 'review',
      effect: 'schedule',
      kindShown: 'basic',
      profile: 'sm2',
    }))
    await ask('/reviews', { events })
    await live.setTime(live.now + dayMs)
    return cards.map(({ id }) => id)
  }

  test('each change is listed in the result and undone there, and so are all', async () => {
    const cardIds = (await dueCards()) as never
    const { page, quiz, context } = await inQuiz({
      scope: { kind: 'cards', cardIds },
      kinds: ['typed'],
      length: { kind: 'count', count: 3 },
    })
    const asked: string[] = []
    while (!(await isOver(page))) {
      const question = await questionOnPage(page, quiz)
      asked.push(question.cardId)
      await giveAnswer(page, question, true)
      await checkAs(page, 'Likely')
      await goOn(page)
    }
    const dueOn = async (id: string) => {
      const { schedule } = (await ask<CardReply>(`/cards/${id}`)).state
      return schedule.kind === 'new' ? null : schedule.dueOn
    }
    const [first = '', ...others] = asked
    await page.getByRole('heading', { name: `Schedule changes: ${asked.length} cards` }).waitFor()
    const moved = await Promise.all(asked.map(dueOn))
    const ticks = page.locator('.quiz-changes input')
    await ticks.first().uncheck()
    await page.getByText('Taken back.').first().waitFor()
    await expect.poll(() => dueOn(first)).not.toBe(moved[0])
    expect(await Promise.all(others.map(dueOn))).toEqual(moved.slice(1))
    await ticks.first().check()
    await expect.poll(() => dueOn(first)).toBe(moved[0])
    await page.getByRole('button', { name: 'Undo all' }).click()
    await page.getByRole('heading', { name: 'Schedule changes: none' }).waitFor()
    for (const [i, id] of asked.entries()) expect(await dueOn(id)).not.toBe(moved[i])
    await context.close()
  })
})

describe('ordering and matching without dragging', () => {
  test('steps move by Alt and the arrows, and the focus goes with them', async () => {
    const { page, quiz, context } = await inQuiz({ kinds: ['order'], length: { kind: 'count', count: 1 } })
    const question = await questionOnPage(page, quiz)
    if (question.kind !== 'order') throw new Error('no order')
    await page.locator('.quiz-order [data-up]').first().focus()
    const rows = () =>
      page
        .locator('.quiz-order > li')
        .evaluateAll((all) => all.map((row) => Number(row.getAttribute('data-step'))))
    for (const [place, step] of question.rightOrder.entries()) {
      const at = (await rows()).indexOf(step)
      await page.locator(`.quiz-order > li:nth-child(${at + 1}) [data-up]`).focus()
      for (let moves = at; moves > place; moves--) await page.keyboard.press('Alt+ArrowUp')
      expect(
        await page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-step')),
      ).toBe(String(step))
    }
    await page.keyboard.press('l')
    await page.getByRole('region', { name: 'Answer' }).getByText('Right', { exact: true }).waitFor()
    await context.close()
  })

  test('pairs are made with digits and letters alone', async () => {
    const { page, quiz, context } = await inQuiz({ kinds: ['match'], length: { kind: 'count', count: 1 } })
    const question = await questionOnPage(page, quiz)
    if (question.kind !== 'match') throw new Error('no pairs')
    for (const [left, { rightIndex }] of question.pairs.entries()) {
      await page.keyboard.press(String(left + 1))
      await page.keyboard.press('abcde'[rightIndex] ?? '')
    }
    await page.keyboard.press('k')
    await page.getByRole('region', { name: 'Answer' }).getByText('Right', { exact: true }).waitFor()
    await context.close()
  })
})

test('a reload keeps the question and what was typed, and a quiz that was left is resumed where it stood', async () => {
  const { page, quiz, context } = await inQuiz({ kinds: ['typed'], length: { kind: 'count', count: 4 } })
  await giveAnswer(page, await questionOnPage(page, quiz), false)
  await checkAs(page, 'Guess', false)
  await goOn(page)
  await page.locator('#typed-answer').fill('half a w')
  const { id } = await questionOnPage(page, quiz)
  await expect.poll(async () => (await ask<QuizReply>(`/quizzes/${quiz.id}`)).answers.length).toBe(1)
  await page.reload()
  expect((await questionOnPage(page, quiz)).id).toBe(id)
  expect(await page.locator('#typed-answer').inputValue()).toBe('half a w')
  await page.getByRole('button', { name: 'Leave quiz' }).click()
  await page.getByText('Saved. Resume any time for 7 days.').first().waitFor()
  await page
    .getByRole('link', { name: /^Resume question 2 of/ })
    .first()
    .click()
  expect((await questionOnPage(page, quiz)).id).toBe(id)
  await context.close()
})

test('offline a quiz goes on to its result, and everything is told once the server answers', async () => {
  const { page, quiz, context } = await inQuiz({
    length: { kind: 'count', count: 4 },
    kinds: ['multiple_choice', 'typed'],
  })
  // The page of the result comes behind the first question.
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  let answered = 0
  for (; !(await isOver(page)); answered++) {
    await giveAnswer(page, await questionOnPage(page, quiz), true)
    await checkAs(page, 'Likely')
    await goOn(page)
  }
  await page
    .getByText(/\d of \d first try/)
    .first()
    .waitFor()
  await page.getByText('Some answers are still on this device.').waitFor()
  expect((await ask<QuizReply>(`/quizzes/${quiz.id}`)).answers).toEqual([])
  await context.setOffline(false)
  await expect
    .poll(async () => (await ask<QuizReply>(`/quizzes/${quiz.id}`)).answers.length, { timeout: 120_000 })
    .toBe(answered)
  expect(await ask<QuizReply>(`/quizzes/${quiz.id}`)).toMatchObject({ finished: true })
  await page.getByText('Some answers are still on this device.').waitFor({ state: 'detached' })
  await context.close()
})

test('“I was right” mends the verdict on the page and on the server', async () => {
  const { page, quiz, context } = await inQuiz({ kinds: ['typed'], length: { kind: 'count', count: 12 } })
  for (;;) {
    const question = await questionOnPage(page, quiz)
    await giveAnswer(page, question, false)
    await checkAs(page, 'Guess', false)
    if (question.kind === 'typed' && question.control.check.kind === 'spelling') break
    await goOn(page)
  }
  await page.getByRole('button', { name: 'I was right' }).click()
  await page.locator('.quiz-verdict', { hasText: /^\s*Right$/ }).waitFor()
  const { id } = await questionOnPage(page, quiz)
  await goOn(page)
  const told = async () =>
    (await ask<QuizReply>(`/quizzes/${quiz.id}`)).answers.find(({ questionId }) => questionId === id)
  await expect.poll(async () => (await told())?.appealed).toBe(true)
  expect((await told())?.judged.verdict).toBe('right')
  await context.close()
})

test('a question is reported on the spot, and the result lists it', async () => {
  const { page, quiz, context } = await inQuiz({
    kinds: ['multiple_choice'],
    length: { kind: 'count', count: 1 },
  })
  const question = await questionOnPage(page, quiz)
  await giveAnswer(page, question, true)
  await checkAs(page, 'Likely')
  await page.getByRole('button', { name: 'Report this question' }).click()
  const sheet = page.getByRole('dialog', { name: 'What is wrong here?' })
  await sheet.getByText('The question is unclear').click()
  await sheet.getByRole('button', { name: 'Report', exact: true }).click()
  await expect.poll(async () => (await ask<CardReply>(`/cards/${question.cardId}`)).flag).toBe('unclear')
  await goOn(page)
  await page.getByRole('heading', { name: 'Reported' }).waitFor()
  await page.getByText('(the question is unclear)').waitFor()
  await context.close()
})

test('an option that is right, too, stands beside the answer, to decide between them', async () => {
  const { page, quiz, context } = await inQuiz({
    kinds: ['multiple_choice'],
    length: { kind: 'count', count: 1 },
  })
  const question = await questionOnPage(page, quiz)
  if (question.kind !== 'multiple_choice') throw new Error('no choice')
  await giveAnswer(page, question, false)
  await checkAs(page, 'Likely')
  const reports = async () => (await ask<QuizReply>(`/quizzes/${quiz.id}`)).reports
  const panel = page.getByRole('region', { name: 'Two answers are right' })
  const report = async () => {
    await page.getByRole('button', { name: 'Report this question' }).click()
    const sheet = page.getByRole('dialog', { name: 'What is wrong here?' })
    await sheet
      .getByText(/ is right, too/)
      .first()
      .click()
    await sheet.getByRole('button', { name: 'Report', exact: true }).click()
    await panel.waitFor()
  }
  await report()
  const wrong = question.control.options.find((_, i) => i !== question.control.keyIndex)
  expect(await panel.textContent()).toContain(wrong?.whyWrong ?? 'nothing')
  await expect.poll(reports).toMatchObject([{ reason: 'also_right', option: wrong?.text }])
  await panel.getByRole('button', { name: 'Only the first is right' }).click()
  await panel.waitFor({ state: 'detached' })
  await expect.poll(reports).toEqual([])
  await report()
  await goOn(page)
  await page.locator('.quiz-outcome summary').first().click()
  await panel.getByRole('link', { name: 'Edit its card' }).waitFor()
  await context.close()
})

test('an exam shows no verdict before it is handed in, lets answers be changed, and ends with its time', async () => {
  const { page, quiz, context } = await inQuiz({
    mode: { kind: 'exam', minutes: 5 },
    kinds: ['multiple_choice'],
    length: { kind: 'count', count: 4 },
  })
  const first = await questionOnPage(page, quiz)
  await giveAnswer(page, first, false)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  expect(await page.locator('.quiz-feedback').count()).toBe(0)
  await page.getByRole('button', { name: 'Question 1, answered' }).click()
  expect((await questionOnPage(page, quiz)).id).toBe(first.id)
  await giveAnswer(page, first, true)
  await page.reload()
  await page.getByRole('button', { name: 'Question 1, answered' }).waitFor()
  expect((await ask<QuizReply>(`/quizzes/${quiz.id}`)).answers).toEqual([])
  await page.getByRole('button', { name: 'Hand in' }).first().click()
  const sheet = page.getByRole('dialog', { name: 'Hand in?' })
  await sheet.getByText('3 questions of 4 open').waitFor()
  await sheet.getByRole('button', { name: 'Hand in' }).click()
  await page.getByRole('heading', { level: 1, name: '1 of 1 right' }).waitFor()
  await page.getByText('3 questions stayed open.').waitFor()
  await expect
    .poll(async () => await ask<QuizReply>(`/quizzes/${quiz.id}`))
    .toMatchObject({ finished: true, answers: [{ questionId: first.id, judged: { verdict: 'right' } }] })
  await context.close()
})

test('what was missed is asked again at once', async () => {
  const { page, quiz, context } = await inQuiz({
    kinds: ['multiple_choice'],
    length: { kind: 'count', count: 2 },
  })
  const missed = await questionOnPage(page, quiz)
  await giveAnswer(page, missed, false)
  await checkAs(page, 'Guess', false)
  await goOn(page)
  await giveAnswer(page, await questionOnPage(page, quiz), true)
  await checkAs(page, 'Likely')
  await goOn(page)
  await page.getByRole('button', { name: 'Ask the 1 miss again' }).waitFor()
  await page.keyboard.press('r')
  await page.waitForURL((url) => /^\/quiz\/[^/]+$/.test(url.pathname) && !url.pathname.includes(quiz.id))
  const again = await ask<QuizReply>(`/quizzes/${page.url().split('/').at(-1) ?? ''}`)
  expect(new Set(again.questions.map(({ question }) => question.cardId))).toEqual(new Set([missed.cardId]))
  await context.close()
})

test('a miss becomes a card in one click, in the form that no card had, and is taken back by one', async () => {
  const { page, quiz, context } = await inQuiz({ kinds: ['order'], length: { kind: 'count', count: 1 } })
  await giveAnswer(page, await questionOnPage(page, quiz), false)
  await checkAs(page, 'Guess', false)
  await goOn(page)
  await page.locator('.quiz-outcome summary').first().click()
  const make = page.getByRole('button', { name: /^Make a card: “In what order do the .+ come\?”$/ })
  await make.click()
  await page.getByText(/^Card made: “In what order do the .+ come\?”/).waitFor()
  const made = async () =>
    (await ask<{ total: number }>(`/cards/search?q=${encodeURIComponent('"In what order do the"')}`)).total
  expect(await made()).toBe(1)
  await page.getByRole('button', { name: 'Undo the card' }).click()
  await make.waitFor()
  expect(await made()).toBe(0)
  await context.close()
})

test('of any other miss a card in one’s own words can be written, with its answer at hand', async () => {
  const { page, quiz, context } = await inQuiz({
    kinds: ['multiple_choice'],
    length: { kind: 'count', count: 1 },
  })
  const missed = await questionOnPage(page, quiz)
  await giveAnswer(page, missed, false)
  await checkAs(page, 'Guess', false)
  await goOn(page)
  await page.locator('.quiz-outcome summary').first().click()
  await page.getByRole('button', { name: 'Write a card' }).last().click()
  const sheet = page.getByRole('dialog', { name: 'Write a card' })
  if (missed.kind !== 'multiple_choice') throw new Error('no choice')
  expect(await sheet.getByLabel('Answer').inputValue()).toBe(missed.control.answer)
  expect(await sheet.getByLabel(/^Concept/).inputValue()).toBe(missed.concept)
  await context.close()
})

test.each([
  { width: 320, dark: false },
  { width: 1280, dark: true },
])(
  'at $width px every kind, asked and answered, an exam and a result are accessible and scroll only down',
  async ({ width, dark }) => {
    const { page, context, faults } = await live.newPage({ width, height: 780, dark })
    const look = async (name: string) => {
      expect({ name, violations: await violationsOf(page) }).toEqual({
        name,
        violations: [],
      })
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect({ name, overflow }).toEqual({ name, overflow: 0 })
    }
    const length = { kind: 'count', count: 1 }
    for (const kind of questionKinds) {
      const quiz = await ask<QuizReply>('/quizzes', { kinds: [kind], length })
      if (!('id' in quiz)) continue
      await page.goto(`${live.url}/quiz/${quiz.id}`)
      const question = await questionOnPage(page, quiz)
      await look(`${kind} asked`)
      await giveAnswer(page, question, false)
      await checkAs(page, 'Sure', false)
      await look(`${kind} answered`)
    }
    const exam = await ask<QuizReply>('/quizzes', { mode: { kind: 'exam', minutes: 5 } })
    await page.goto(`${live.url}/quiz/${exam.id}`)
    await page.locator('#question-prompt').waitFor()
    await look('exam')
    await giveAnswer(page, await questionOnPage(page, exam), false)
    await page.getByRole('button', { name: 'Hand in' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
    await page.locator('.quiz-outcome summary').first().click()
    await look('result')
    expect(faults).toEqual([])
    await context.close()
  },
)
