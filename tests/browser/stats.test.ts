import { AxeBuilder } from '@axe-core/playwright'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ConceptsReply } from '../../shared/api/concepts.ts'
import type { StatsChartsReply } from '../../shared/api/stats-charts.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { dayMs, noon } from '../support/factories.ts'
import { studyLive } from '../support/seed-live.ts'

const learnings = fileURLToPath(new URL('../../learnings', import.meta.url))

let browser: Browser
let live: LiveApp
beforeAll(async () => {
  browser = await launchBrowser()
  live = await startLiveApp(browser, learnings, noon)
  await whenRead(live)
  await studyLive(live, 60)
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const ask = async <Reply>(path: string, at = live): Promise<Reply> =>
  (await fetch(`${at.url}/api/v1${path}`)).json() as Promise<Reply>

async function whenRead(at: LiveApp): Promise<void> {
  await vi.waitFor(async () => expect(await ask('/reading', at)).toMatchObject({ state: 'idle' }), {
    timeout: 120_000,
  })
}

async function open(address: string, options: Parameters<LiveApp['newPage']>[0] = {}, at = live) {
  const opened = await at.newPage(options)
  await opened.page.goto(at.url + address)
  await opened.page.locator('.stats-charts > *').first().waitFor()
  return opened
}

const chart = (page: Page, title: string) =>
  page.locator('figure.chart').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

describe('after sixty days', () => {
  test('whether one recalls what one learnt is answered in words at first sight', async () => {
    const { page, context } = await open('/stats')
    const first = page.locator('.stats-answer').first()
    expect(await first.innerText()).toMatch(
      /^In the last 90 days you recalled [\d,]+ of [\d,]+ \(\d+–\d+ %\) at the first try of a day\.$/,
    )
    expect((await first.boundingBox())?.y).toBeLessThan(500)
    await context.close()
  })

  test('predicted stands against actual with a range and a count for each bin', async () => {
    const { page, context } = await open('/stats')
    const { calibration } = await ask<StatsChartsReply>('/stats/charts?zone=UTC')
    const filled = calibration.filter(({ answers }) => answers > 0)
    const figure = chart(page, 'Predicted against actual')
    const drawing = figure.locator('> svg')
    expect(filled.length).toBeGreaterThan(2)
    expect(await drawing.locator('.calibration-dot').count()).toBe(filled.length)
    expect(await drawing.locator('.calibration-range').count()).toBe(filled.length)
    const drawn = await drawing.locator('.tick').allTextContents()
    for (const { answers } of filled) expect(drawn).toContain(answers.toLocaleString('en'))
    expect(await figure.locator('.sub').innerText()).toMatch(
      /^Predicted \d+ % · actual [\d,]+ of [\d,]+ \(\d+–\d+ %\)\. /,
    )
    await context.close()
  })

  test('retention counts the first answer of a day, young and mature apart', async () => {
    const { page, context } = await open('/stats')
    const { retention } = await ask<StatsChartsReply>('/stats/charts?zone=UTC')
    const table = chart(page, 'Recalled at the first try').locator('table')
    expect(await table.locator('thead th').allTextContents()).toEqual([
      'In the last',
      'Young',
      'Mature',
      'All',
    ])
    const rows = await table.locator('tbody tr').allTextContents()
    expect(rows.map((row) => /^(Today|\d+ days)/.exec(row)?.[0])).toEqual([
      'Today',
      '7 days',
      '30 days',
      '90 days',
    ])
    const last = retention.at(-1)
    expect(rows.at(-1)).toContain(
      `${last?.young.passed.toLocaleString('en')} of ${last?.young.asked.toLocaleString('en')}`,
    )
    expect(last?.mature.asked).toBeGreaterThan(0)
    await context.close()
  })

  test('the calendar is walked with the arrows, and each day leads with its number', async () => {
    const { page, context } = await open('/stats')
    const grid = page.getByRole('grid', { name: 'Answers a day' })
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1)
    await grid.locator('[tabindex="0"]').focus()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-day'))
    expect(await focused()).toBe('2026-05-01')
    for (const [key, day] of [
      ['ArrowLeft', '2026-04-24'],
      ['ArrowUp', '2026-04-23'],
      ['ArrowDown', '2026-04-24'],
      ['Home', '2026-02-01'],
      ['ArrowLeft', '2026-02-01'],
      ['ArrowRight', '2026-02-08'],
      ['End', '2026-05-01'],
    ] as const) {
      await page.keyboard.press(key)
      expect([key, await focused()]).toEqual([key, day])
    }
    expect(page.url()).toBe(`${live.url}/stats`)
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(name).toMatch(/^\d+ answers?, Friday 1 May$/)
    await context.close()
  })

  test('the forecast shows the backlog, and what becomes of it if one stops', async () => {
    const idle = live.now
    await live.setTime(idle + 3 * dayMs)
    const { page, context } = await open('/stats')
    const { forecast } = await ask<StatsChartsReply>('/stats/charts?zone=UTC')
    expect(forecast.backlog).toBeGreaterThan(0)
    const figure = chart(page, 'Due, next 30 days')
    expect(await figure.locator('.sub').innerText()).toContain(
      `${forecast.backlog.toLocaleString('en')} cards from earlier days wait`,
    )
    expect(await figure.locator('> svg .bar-more').count()).toBe(1)
    expect(await chart(page, 'If you stopped now').locator('.sub').innerText()).toMatch(
      /you would recall about [\d,]+ today\. If you stopped now: about [\d,]+ in 30 days, with [\d,]+ cards waiting\.$/,
    )
    await context.close()
    await live.setTime(idle)
  })

  test('no percentage of fewer than twenty stands without its count or range', async () => {
    const { concepts } = await ask<ConceptsReply>('/concepts')
    const small = concepts.filter(({ mastery }) => mastery.answered > 0).at(-1)
    const { page, context } = await open(`/stats?concept=${small?.id}`)
    const text = await page.locator('.stats-charts').innerText()
    expect(text).toContain(`Recalled at the first try`)
    const { retention } = await ask<StatsChartsReply>(`/stats/charts?concept=${small?.id}&zone=UTC`)
    const cells = await page.locator('.stats-retention tbody td').allInnerTexts()
    const tallies = retention.flatMap(({ young, mature }) => [
      young,
      mature,
      { asked: young.asked + mature.asked, passed: young.passed + mature.passed },
    ])
    expect(tallies.some(({ asked }) => asked > 0 && asked < 20)).toBe(true)
    for (const [at, { asked, passed }] of tallies.entries())
      expect(cells[at]).toMatch(asked === 0 ? /^–$/ : new RegExp(`${passed} of ${asked}\\s+\\d+–\\d+ %`))
    await context.close()
  })

  test('every drawing has its sentence and its table', async () => {
    const { page, context } = await open('/stats')
    const figures = await page.locator('.stats-charts figure.chart:has(> svg)').all()
    expect(figures.length).toBeGreaterThanOrEqual(10)
    for (const figure of figures) {
      const title = await figure.getByRole('heading').innerText()
      const sentence = await figure.locator('figcaption .sub').innerText()
      expect([title, sentence]).toEqual([title, expect.stringMatching(/\w.*\.$/)])
      expect(await figure.getByRole('img').getAttribute('aria-label')).toBe(`${title}. ${sentence}`)
      expect(await figure.locator('.chart-about').innerText()).toMatch(/^n = [\d,]+ /)
      await figure.getByText('Table', { exact: true }).click()
      expect([title, await figure.locator('tbody tr').count()]).toEqual([title, expect.any(Number)])
      expect(await figure.locator('tbody tr').first().isVisible()).toBe(true)
    }
    await context.close()
  })

  test('range and scope stand in the address, hold for all charts, and go by the arrows', async () => {
    const { page, context } = await open('/stats')
    await page.getByRole('radio', { name: '30 days' }).check()
    await page.waitForURL('**/stats?range=30')
    await page.getByText(/^You studied on \d+ of 30 days/).waitFor()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL('**/stats')
    await page.keyboard.press('ArrowRight')
    await page.waitForURL('**/stats?range=365')
    await page.getByRole('button', { name: 'Choose a concept, note or tag' }).click()
    await page.getByLabel('Find a concept, note or tag').fill('docker')
    await page.getByRole('listitem').getByRole('button', { name: 'Docker', exact: true }).first().click()
    await page.waitForURL(/\/stats\?(concept|note)=[\w-]+&range=365$/)
    await page.locator('.stats-scope-now').getByText('Docker').waitFor()
    const scoped = await page.locator('.stats-answer').innerText()
    await page.reload()
    await page.locator('.stats-answer').waitFor()
    expect(await page.locator('.stats-answer').innerText()).toBe(scoped)
    await page.getByRole('button', { name: 'All cards' }).click()
    await page.waitForURL('**/stats?range=365')
    await expect.poll(() => page.locator('.stats-answer').innerText()).not.toBe(scoped)
    await context.close()
  })

  test('beside what a concept says of recall stands whether its predictions held, and the way to its charts', async () => {
    const { concepts } = await ask<ConceptsReply>('/concepts')
    const known = concepts.toSorted((a, b) => b.mastery.answered - a.mastery.answered)[0]
    const { page, context } = await live.newPage()
    await page.goto(`${live.url}/concepts/${known?.id}`)
    await page
      .getByText(/^Recall here: predicted \d+ % · actual [\d,]+ of [\d,]+ \(\d+–\d+ %\)\. Its charts$/)
      .waitFor()
    await page.getByRole('link', { name: 'Its charts' }).click()
    await page.waitForURL(`**/stats?concept=${known?.id}`)
    await page
      .locator('.stats-scope-now')
      .getByText(known?.term ?? '', { exact: true })
      .waitFor()
    await context.close()
  })

  test('nothing speaks of a run of days', async () => {
    const { page, context } = await open('/stats?range=all')
    expect(await page.locator('main').innerText()).not.toMatch(/streak|in a row|keep it up|don’t lose/i)
    await context.close()
  })

  test.each([
    { width: 1280, dark: false },
    { width: 1280, dark: true },
    { width: 390, dark: false },
    { width: 390, dark: true },
    { width: 320, dark: false },
    { width: 320, dark: true },
  ])('at $width px, dark: $dark, nothing bars anyone or scrolls sideways', async ({ width, dark }) => {
    const { page, context, faults } = await open('/stats', { width, dark })
    for (const table of await page.getByText('Table', { exact: true }).all()) await table.click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })
})

test.each([
  [0, 'No card was answered yet.', 0],
  // What was done and what comes is drawn of one answer, too; nothing else is.
  [1, 'Needs about 50 more reviews.', 4],
])('with %d answers the page says what is missing and draws no curve', async (answers, words, drawings) => {
  const young = await startLiveApp(browser, learnings, noon)
  await whenRead(young)
  if (answers > 0) await studyLive(young, 1, answers)
  const { page, context, faults } = await open('/stats', {}, young)
  await page.getByText(words).first().waitFor()
  expect(await page.locator('.stats-charts figure.chart:has(> svg)').count()).toBe(drawings)
  expect(await page.locator('.calibration-dot').count()).toBe(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  expect(faults).toEqual([])
  await context.close()
  await young.close()
})
