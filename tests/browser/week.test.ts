import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { MasterySummary } from '../../shared/api/concepts.ts'
import type { WeekReply } from '../../shared/api/week.ts'
import { addDays } from '../../shared/basics/time.ts'
import { weekMarkdown } from '../../shared/insight/week-markdown.ts'
import { doneSentence, weekName } from '../../shared/insight/week-words.ts'
import { weekBeside } from '../../shared/insight/week.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { dayMs, noon } from '../support/factories.ts'
import { studyLive } from '../support/seed-live.ts'

const learnings = fileURLToPath(new URL('../../learnings', import.meta.url))

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const ask = async <Reply>(at: LiveApp, path: string): Promise<Reply> =>
  (await fetch(`${at.url}/api/v1${path}`)).json() as Promise<Reply>

async function startRead(): Promise<LiveApp> {
  const live = await startLiveApp(browser, learnings, noon)
  await vi.waitFor(async () => expect(await ask(live, '/reading')).toMatchObject({ state: 'idle' }), {
    timeout: 120_000,
  })
  return live
}

const heading = (page: Page, week: Pick<WeekReply, 'from' | 'until'>) =>
  page.getByRole('heading', { level: 1, name: `Week of ${weekName(week)}` })

async function faultsOf(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return { violations: violations.map(({ id, nodes }) => [id, nodes[0]?.html]), overflow }
}

describe('after sixty days', () => {
  let live: LiveApp
  let week: WeekReply
  beforeAll(async () => {
    live = await startRead()
    await studyLive(live, 60)
    week = await ask<WeekReply>(live, '/week?zone=UTC')
  })
  afterAll(() => live.close())

  test('Stats leads to the week, and the arrows leaf through those before it', async () => {
    const { page, context, faults } = await live.newPage()
    await page.goto(`${live.url}/stats`)
    await page.getByRole('link', { name: 'Your week' }).click()
    await heading(page, week).waitFor()
    expect(await page.locator('h1 + .sub').innerText()).toBe(doneSentence(week))
    for (const name of ['What you learnt', 'What slipped', 'What to do'])
      expect(await page.getByRole('heading', { level: 2, name }).count()).toBe(1)
    expect(await page.getByRole('link', { name: 'Later week' }).count()).toBe(0)
    const before = weekBeside(week, -1)
    await page.getByRole('link', { name: 'Earlier week' }).click()
    await heading(page, before).waitFor()
    await page.keyboard.press('ArrowLeft')
    await heading(page, weekBeside(before, -1)).waitFor()
    // What comes is of today: a week that is long over says nothing of it.
    expect(await page.getByRole('heading', { name: 'What to do' }).count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await heading(page, before).waitFor()
    await page.goto(`${live.url}/week?day=${week.firstDay}`)
    await page.getByText('This is the first week.').waitFor()
    await page.goto(`${live.url}/week?day=2999-01-01`)
    await page.getByText('That week has not begun yet.').waitFor()
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([])
    await context.close()
  })

  test('a concept that rose, a card that was forgotten and what to do are each a click away', async () => {
    const told = await ask<WeekReply>(live, `/week?zone=UTC&day=${addDays(week.from, -7)}`)
    const [rise, card] = [told.rises[0], told.forgotten[0]]
    const { page, context } = await live.newPage()
    await page.goto(`${live.url}/week?day=${told.from}`)
    expect(await page.locator('.week-moves').first().getByRole('link').first().getAttribute('href')).toBe(
      `/concepts/${rise?.conceptId}`,
    )
    expect(await page.locator('.week-forgotten a').first().getAttribute('href')).toBe(
      `/cards?card=${card?.card}`,
    )
    // A dozen have a row each, the others their names.
    const named = page.locator('.week-moves a, .week-moves-more a')
    expect(await named.count()).toBe(told.rises.length + told.falls.length)
    expect(told.rises.length).toBeGreaterThan(12)
    await page.locator('.week-to-do a').first().click()
    await page.waitForURL((url) => url.pathname !== '/week')
    await context.close()
  })

  test('it is copied and downloaded as the same Markdown', async () => {
    const { page, context } = await live.newPage()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(`${live.url}/week`)
    const { worth } = await ask<MasterySummary>(live, '/mastery?zone=UTC')
    const wanted = weekMarkdown(week, worth)
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await page.getByText('Copied.').first().waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(wanted)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as Markdown' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe(`recollect-week-${week.from}.md`)
    expect(await readFile(await file.path(), 'utf8')).toBe(wanted)
    await context.close()
  })

  test('where a page may not reach the clipboard, the text is there to be copied by hand', async () => {
    const { page, context } = await live.newPage()
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
    })
    await page.goto(`${live.url}/week`)
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    const field = page.getByRole('textbox', { name: 'The week as Markdown' })
    expect(await field.inputValue()).toContain(`# Week of ${weekName(week)}`)
    await context.close()
  })

  test('on paper it is light and holds the week alone', async () => {
    const { page, context } = await live.newPage({ dark: true })
    await page.goto(`${live.url}/week`)
    await heading(page, week).waitFor()
    const ink = () => page.evaluate(() => getComputedStyle(document.body).color)
    expect(await ink()).toBe('rgb(236, 231, 221)')
    await page.emulateMedia({ media: 'print' })
    expect(await ink()).toBe('rgb(28, 33, 38)')
    for (const name of ['Print', 'Copy as Markdown', 'Earlier week', 'Today', 'Settings'])
      expect(await page.getByText(name, { exact: true }).filter({ visible: true }).count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'What slipped' }).isVisible()).toBe(true)
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5000)
    await context.close()
  })

  test('Today offers the week that is over once: looked at or sent away, it is gone until the next', async () => {
    // Whoever leafed through the weeks has seen the last one.
    await fetch(`${live.url}/api/v1/settings`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-recollect': '1' },
      body: JSON.stringify({ notNow: [] }),
    })
    const { page, context } = await live.newPage()
    const offer = page.getByRole('link', { name: 'What you learnt and what slipped' })
    const isGone = async () => {
      await page.goto(live.url)
      await page.getByRole('heading', { name: 'The next seven days' }).waitFor()
      return (await offer.count()) === 0
    }
    const isKept = () =>
      page.waitForResponse((reply) => reply.url().endsWith('/settings') && reply.request().method() === 'PUT')
    await page.goto(live.url)
    const looked = isKept()
    await offer.click()
    await heading(page, weekBeside(week, -1)).waitFor()
    await looked
    expect(await isGone()).toBe(true)
    await live.setTime(live.now + 7 * dayMs)
    await page.goto(live.url)
    const sent = isKept()
    await page.getByRole('button', { name: /^Not now ?: last week$/ }).click()
    await sent
    expect(await isGone()).toBe(true)
    await live.setTime(live.now - 7 * dayMs)
    await context.close()
  })

  test.each([
    { width: 1280, dark: false },
    { width: 1280, dark: true },
    { width: 390, dark: false },
    { width: 390, dark: true },
    { width: 320, dark: false },
  ])('at $width px, dark: $dark, nothing bars anyone or scrolls sideways', async ({ width, dark }) => {
    const { page, context, faults } = await live.newPage({ width, dark })
    await page.goto(`${live.url}/week?day=${addDays(week.from, -7)}`)
    await page.getByRole('heading', { name: 'Day by day' }).waitFor()
    expect(await faultsOf(page)).toEqual({ violations: [], overflow: 0 })
    expect(faults).toEqual([])
    await context.close()
  })
})

test.each([
  [0, 'No card was answered yet: a week has something to tell after your first review.'],
  [1, '1 answer on 1 day in under a minute; 1 to cards you had not met.'],
])('with %d answers the week says so', async (answers, words) => {
  const live = await startRead()
  if (answers > 0) await studyLive(live, 1, answers)
  const { page, context, faults } = await live.newPage({ width: 390 })
  await page.goto(`${live.url}/week?day=2026-03-02`)
  await page.locator('h1 + .sub').getByText(words).waitFor()
  expect(await page.getByRole('heading', { name: 'What slipped' }).count()).toBe(answers)
  expect(await faultsOf(page)).toEqual({ violations: [], overflow: 0 })
  expect(faults).toEqual([])
  await context.close()
  await live.close()
})
