import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import type { CardReply } from '../../shared/api/cards.ts'
import type { ConceptsReply, MasterySummary } from '../../shared/api/concepts.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { QuizReply } from '../../shared/api/quizzes.ts'
import { type LiveApp, gradeByKey, launchBrowser, startLiveApp } from '../support/browser.ts'
import { dayMs, noon } from '../support/factories.ts'
import { checkAs, giveAnswer, goOn, isOver, questionOnPage } from '../support/quiz-page.ts'
import { hasSharedFolder, inSharedFolder } from '../support/shared-folder.ts'

const learnings = hasSharedFolder
  ? inSharedFolder('learnings')
  : fileURLToPath(new URL('../../learnings', import.meta.url))

let browser: Browser
let live: LiveApp
beforeAll(async () => {
  browser = await launchBrowser()
  live = await startLiveApp(browser, learnings, noon)
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const api = async <Reply>(path: string): Promise<Reply> =>
  (await fetch(`${live.url}/api/v1${path}`)).json() as Promise<Reply>
const scheduleOf = async (id: string) => (await api<CardReply>(`/cards/${id}`)).state.schedule
const answersOf = async (ids: readonly string[]) =>
  (await Promise.all(ids.map((id) => api<CardReply>(`/cards/${id}`)))).map((card) => card.state.answers)

test('a day of reviews by keyboard, a quiz, a restart, and the next day', async () => {
  const put = await fetch(`${live.url}/api/v1/settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fuzz: false, zone: 'UTC', cardDensity: 'all' }),
  })
  expect(put.status).toBe(200)
  const { page, faults } = await live.newPage()
  onTestFailed(async () => {
    console.log(page.url(), faults)
    await page.screenshot({ path: join(tmpdir(), 'recollect-journey-failed.png') })
  })

  // Today shows what is to be done.
  await page.goto(live.url)
  await page.getByRole('heading', { name: /^20 cards, about \d+ minutes$/ }).waitFor()
  const dealt = (await api<QueueReply>('/queue?limit=50&zone=UTC')).cards.map((card) => card.id)
  expect(dealt).toHaveLength(20)
  const [good, again, others] = [dealt.slice(0, 5), dealt.slice(5, 10), dealt.slice(10)]

  // Twenty cards by keyboard only: five Good, five Again, ten Easy.
  await page.keyboard.press('Space')
  for (const _ of good) await gradeByKey(page, '3')
  for (const _ of again) await gradeByKey(page, '1')
  for (const _ of others) await gradeByKey(page, '4')

  // Two are taken back and given again.
  await page.getByRole('button', { name: 'Show answer' }).waitFor()
  await page.keyboard.press('z')
  await page.getByRole('button', { name: /^Easy/ }).waitFor()
  await page.keyboard.press('z')
  await expect.poll(() => page.getByRole('status').first().textContent()).toContain('Undid Easy')
  await page.keyboard.press('4')
  await gradeByKey(page, '4')

  // What was forgotten comes back the same day, until it is known.
  for (const _ of again) await gradeByKey(page, '3')
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: /cards?/ })
    .waitFor()
  await page.waitForURL(/\/review\/done/)
  await expect
    .poll(() => answersOf(dealt), { timeout: 120_000 })
    .toEqual([...good.map(() => 1), ...again.map(() => 2), ...others.map(() => 1)])

  // The concepts show mastery that moved.
  const before = await api<MasterySummary>('/mastery?zone=UTC')
  expect(before.overall.answered).toBeGreaterThanOrEqual(20)
  await page.goto(`${live.url}/concepts`)
  await page.locator('details.topic').filter({ hasText: 'facts today' }).locator('> summary').first().click()
  await page.locator('details.topic').getByText('Started').first().waitFor()

  // A quiz of ten questions on one concept.
  const { concepts } = await api<ConceptsReply>('/concepts?limit=200')
  const concept = concepts.toSorted((a, b) => b.cards - a.cards)[0]
  if (concept === undefined) throw new Error('there is no concept')
  await page.goto(`${live.url}/concepts/${concept.id}`)
  await page.getByRole('heading', { level: 1, name: concept.term }).waitFor()
  await page.getByRole('main').getByRole('link', { name: /quiz/i }).click()
  await page.getByRole('radio', { name: 'Off' }).check()
  await page.getByRole('button', { name: 'Start quiz' }).click()
  await page.waitForURL(/\/quiz\/[0-9a-f-]{36}$/)
  const quizId = page.url().split('/').at(-1) ?? ''
  const quiz = await api<QuizReply>(`/quizzes/${quizId}`)
  const conceptOf = await Promise.all(
    quiz.questions.map(async ({ question }) => (await api<CardReply>(`/cards/${question.cardId}`)).conceptId),
  )
  expect(new Set(conceptOf)).toEqual(new Set([concept.id]))
  let answered = 0
  for (; !(await isOver(page)); answered++) {
    await giveAnswer(page, await questionOnPage(page, quiz), false)
    await checkAs(page, 'Guess', false)
    await goOn(page)
  }
  await page
    .getByText(/\d of \d+ first try/)
    .first()
    .waitFor()
  await expect.poll(async () => (await api<QuizReply>(`/quizzes/${quizId}`)).answers.length).toBe(answered)
  const schedulesAfterQuiz = await Promise.all(dealt.map(scheduleOf))

  // After a restart all is there.
  await live.restart()
  expect(await Promise.all(dealt.map(scheduleOf))).toEqual(schedulesAfterQuiz)
  expect(await api<QuizReply>(`/quizzes/${quizId}`)).toMatchObject({ finished: true })

  // Tomorrow all twenty are due; answered Good, they come back after 6 days, or after 1 with the lower ease.
  await live.setTime(noon + dayMs)
  await page.goto(live.url)
  await page.getByText('20 to review').or(page.getByText(/^20$/)).first().waitFor()
  const tomorrow = await api<QueueReply>('/queue?limit=50&zone=UTC')
  expect(tomorrow.counts.review).toBe(20)
  const isReview = new Set(dealt)
  await page.keyboard.press('Space')
  for (let answered = 0; answered < tomorrow.counts.total; answered++) await gradeByKey(page, '3')
  await page.waitForURL(/\/review\/done/)
  await expect
    .poll(async () => (await answersOf([...isReview])).reduce((sum, count) => sum + count, 0), {
      timeout: 120_000,
    })
    .toBe(45)
  for (const id of good)
    expect(await scheduleOf(id)).toMatchObject({ intervalDays: 6, easeHundredths: 250, dueOn: '2026-03-09' })
  for (const id of again)
    expect(await scheduleOf(id)).toMatchObject({ intervalDays: 1, easeHundredths: 218, dueOn: '2026-03-04' })
  expect(faults).toEqual([])
})
