import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StatsReply } from '../../shared/api/stats.ts'
import { type LiveApp, gradeByKey, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'

const learnings = fileURLToPath(new URL('../../learnings', import.meta.url))

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

const answers = async () => {
  const { days, log } = (await (await fetch(`${live.url}/api/v1/stats`)).json()) as StatsReply
  return { answers: days.reduce((sum, day) => sum + day.answers, 0), log: log.count }
}

test('answers that could not be sent survive a reload, and are sent once when the server answers again', async () => {
  const { page, context } = await live.newPage()
  await page.route('**/api/v1/reviews', (route) => route.abort())
  await page.goto(`${live.url}/review`)
  for (const key of ['3', '4', '1']) await gradeByKey(page, key)
  await page
    .getByText(/3 answers (?:saved|kept) on this device/)
    .last()
    .waitFor()
  expect(await answers()).toEqual({ answers: 0, log: 0 })

  await page.reload()
  await page
    .getByText(/3 answers (?:saved|kept) on this device/)
    .last()
    .waitFor()
  await page.unroute('**/api/v1/reviews')
  await expect.poll(answers, { timeout: 120_000 }).toEqual({ answers: 3, log: 3 })

  // Nothing is left to send: another visit adds nothing.
  await page.goto(live.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await answers()).toEqual({ answers: 3, log: 3 })
  await context.close()
})
