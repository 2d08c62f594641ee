import { AxeBuilder } from '@axe-core/playwright'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ConceptReply, ConceptsReply, MasterySummary } from '../../shared/api/concepts.ts'
import type { QuizSetupReply } from '../../shared/api/quizzes.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import type { WeekReply } from '../../shared/api/week.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import { ruleWords } from '../../shared/mastery/level-words.ts'
import { levelNames, levelRules } from '../../shared/mastery/levels.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { studyLive } from '../support/seed-live.ts'

const learnings = fileURLToPath(new URL('../../learnings', import.meta.url))

let browser: Browser
let live: LiveApp
beforeAll(async () => {
  browser = await launchBrowser()
  live = await startLiveApp(browser, learnings, noon)
  await vi.waitFor(async () => expect(await ask('/reading')).toMatchObject({ state: 'idle' }), {
    timeout: 120_000,
  })
  await studyLive(live, 60)
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const ask = async <Reply>(path: string): Promise<Reply> =>
  (await fetch(`${live.url}/api/v1${path}`)).json() as Promise<Reply>

async function violationsOf(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}

test('a concept has a level, and one page publishes what each level asks for', async () => {
  const { concepts } = await ask<ConceptsReply>('/concepts?limit=200')
  const solid = concepts.find(({ mastery }) => mastery.levelName === 'Solid')
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/concepts/${solid?.id}`)
  await page.locator('.concept-mastery-level').getByText('Solid').waitFor()
  await page.getByRole('link', { name: 'What the levels mean' }).click()
  const rows = page.locator('.help-levels > li')
  await rows.first().waitFor()
  const texts = await rows.allInnerTexts()
  expect(texts).toHaveLength(levelNames.length)
  for (const rule of levelRules)
    for (const words of ruleWords(rule))
      expect(texts[rule.level]?.toLowerCase()).toContain(words.toLowerCase())
  await context.close()
})

test('a level falls, and its page says why and what it was', async () => {
  const { firstDay, today } = await ask<WeekReply>('/week?zone=UTC')
  const falls: WeekReply['falls'][number][] = []
  for (let day = firstDay as Day; day <= today; day = addDays(day, 7))
    falls.push(...(await ask<WeekReply>(`/week?zone=UTC&day=${day}`)).falls)
  const failed = falls.find(({ why }) => why.kind === 'failed')
  expect(failed).toBeDefined()
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/concepts/${failed?.conceptId}`)
  const steps = page.locator('.concept-step')
  await steps.first().waitFor()
  const fall = (await steps.allInnerTexts()).find(
    (text) => text.includes(levelNames[failed?.from ?? 0]) && /\d+ facts? failed\./.test(text),
  )
  expect(fall).toBeDefined()
  await context.close()
})

test('what is predicted and what was shown are two numbers, each by its name', async () => {
  const { concepts } = await ask<ConceptsReply>('/concepts?limit=1')
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/concepts/${concepts[0]?.id}`)
  const { mastery } = await ask<ConceptReply>(`/concepts/${concepts[0]?.id}?zone=UTC`)
  const figures = page.locator('.concept-numbers')
  const of = (name: string) => figures.locator('div').filter({ hasText: name }).locator('dd').innerText()
  expect(await of('Recall now, an estimate')).toContain(
    `${Math.round(mastery.recallNow)} of ${mastery.facts}`,
  )
  expect(await of('Gap bridged, typically')).toMatch(
    new RegExp(`^${Math.round(mastery.durabilityDays)} days?$`),
  )
  await page.goto(`${live.url}/stats`)
  for (const title of ['Recalled at the first try', 'Predicted against actual'])
    await page.getByRole('heading', { name: title, exact: true }).waitFor()
  await context.close()
})

test('what to do next gives its reason and minutes, and a quiz begins with one press', async () => {
  const { page, context } = await live.newPage()
  await page.goto(live.url)
  const { worth } = await ask<MasterySummary>('/mastery?zone=UTC')
  for (const { name, reason, minutes } of worth) {
    const row = page.locator('.worth-row').filter({ hasText: name })
    await row.getByText(reason).waitFor()
    expect(await row.getByRole('link').innerText()).toBe(`${minutes} min`)
  }
  const { presets } = await ask<QuizSetupReply>('/quiz-setup')
  expect(worth.find(({ kind }) => kind === 'quiz')?.minutes).toBe(
    presets.find(({ preset }) => preset === 'mixed')?.minutes,
  )
  await page.locator('.worth-row').filter({ hasText: 'A quiz of ten questions' }).getByRole('link').click()
  await page.locator('#question-prompt').waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/quiz\/[^/]+$/)
  // Back is where one came from: the link that began it is not stepped on again.
  await page.goBack()
  await page.getByRole('heading', { name: 'Worth doing next' }).waitFor()
  await context.close()
})

test('a preset that has nothing to ask says so in its place and begins nothing', async () => {
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/quiz?preset=just_imported`)
  const preset = page.locator('.quiz-preset').filter({ hasText: 'Just imported' })
  await preset.getByText('Nothing in your library was brought in').waitFor()
  expect(new URL(page.url()).pathname).toBe('/quiz')
  await context.close()
})

test('what a quiz can be about says its level, and a quiz on two concepts is about both', async () => {
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/quiz`)
  await page.locator('.quiz-about .quiz-chip .level').first().waitFor()
  const { concepts } = await ask<ConceptsReply>('/concepts?limit=200')
  const [one, other] = concepts.filter(({ cards }) => cards >= 3)
  const names = `${one?.term} and ${other?.term}`
  const query = new URLSearchParams({ concept: one?.id ?? '', with: other?.id ?? '', name: names })
  await page.goto(`${live.url}/quiz?${query}`)
  await page.getByText(`questions about ${names}.`).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Start quiz' }).click()
  await page.locator('#question-prompt').waitFor()
  await context.close()
})

test('the map of a concept and one column of neighbours is whole on a phone', async () => {
  const { concepts } = await ask<ConceptsReply>('/concepts?q=Docker&limit=200')
  const docker = concepts.find(({ term }) => term === 'Docker')
  const { page, context } = await live.newPage({ width: 390 })
  await page.goto(`${live.url}/concepts?view=map&of=${docker?.id}`)
  await page.locator('.map-node.centre').waitFor()
  const [sheet, frame, sideways] = await page.evaluate(() => [
    document.querySelector('.map-sheet')?.clientWidth ?? 0,
    document.querySelector('.map-frame')?.clientWidth ?? 0,
    document.documentElement.scrollWidth - document.documentElement.clientWidth,
  ])
  expect(sheet).toBeGreaterThan(200)
  expect(sheet).toBeLessThanOrEqual(frame)
  expect(sideways).toBe(0)
  await context.close()
})

test('a fact that one does not want is ignored, offline nothing is lost, and it is taken back where it stood', async () => {
  const { concepts } = await ask<ConceptsReply>('/concepts?q=Docker&limit=200')
  const docker = concepts.find(({ term }) => term === 'Docker')
  const facts = async () => (await ask<ConceptReply>(`/concepts/${docker?.id}?zone=UTC`)).mastery.facts
  const all = await facts()
  const { page, context } = await live.newPage({ width: 390, height: 800 })
  await page.goto(`${live.url}/concepts/${docker?.id}`)
  const row = page
    .locator('.concept-fact')
    .filter({ has: page.locator('.concept-fact-cards li') })
    .first()
  const words = await row.locator('.concept-statement').innerText()
  await context.setOffline(true)
  await row.getByRole('button', { name: 'Ignore this fact' }).click()
  await row.getByRole('alert').waitFor()
  expect(await facts()).toBe(all)
  await context.setOffline(false)
  await row.getByRole('button', { name: 'Ignore this fact' }).click()
  const ignored = page.locator('.concept-ignored-lately')
  await ignored.getByText(/Ignored\. \d+ cards? (is|are) not asked any more/).waitFor()
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('concept-ignored-lately')
  expect(await facts()).toBeLessThan(all)
  await page.getByText(/^Ignored \(\d+\)$/).click()
  expect(await violationsOf(page)).toEqual([])
  // It stays ignored after a reload, and is taken back from there.
  await page.reload()
  await page.getByText(/^Ignored \(\d+\)$/).click()
  const folded = page.locator('.concept-ignored li').filter({ hasText: words })
  await folded.getByRole('button', { name: 'Take back' }).click()
  await folded.waitFor({ state: 'detached' })
  await page.locator('.concept-statement').getByText(words, { exact: true }).first().waitFor()
  await vi.waitFor(async () => expect(await facts()).toBe(all))
  await context.close()
})

test('the wanted recall is chosen with what each costs, and taken back', async () => {
  const { page, context } = await live.newPage()
  const wanted = async () => (await ask<SchedulerReply>('/scheduler')).desiredRetention
  await page.goto(`${live.url}/settings`)
  await page.getByRole('combobox', { name: 'Scheduler' }).selectOption('fsrs')
  const row = page.getByRole('radio', { name: '85 %' })
  await row.waitFor()
  await page.getByRole('button', { name: 'Show what each costs me' }).click()
  const costs = page.locator('tr').filter({ has: row }).locator('td')
  await expect.poll(() => costs.first().innerText(), { timeout: 120_000 }).toMatch(/^\d+$/)
  expect(await costs.last().innerText()).toMatch(/^\d+ %$/)
  await row.click()
  await expect.poll(wanted).toBe(0.85)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(wanted).toBe(0.9)
  expect(await violationsOf(page)).toEqual([])
  await context.close()
})
