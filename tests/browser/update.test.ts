import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { someNotes } from '../support/build-test-app.ts'
import { type LiveApp, gradeByKey, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { type TwoVersions, twoVersions } from '../support/second-version.ts'
import { showAnswer } from '../support/sitting.ts'

let notes: string
let browser: Browser
let live: LiveApp
let door: TwoVersions
beforeAll(async () => {
  notes = await mkdtemp(join(tmpdir(), 'recollect-update-'))
  await writeFile(join(notes, 'caching.md'), someNotes)
  browser = await launchBrowser()
  live = await startLiveApp(browser, notes, noon)
  door = await twoVersions(live.url)
})
afterAll(async () => {
  await browser.close()
  await door.close()
  await live.close()
  await rm(notes, { recursive: true, force: true })
})

const version = (page: Page) =>
  page.evaluate(() => document.querySelector('meta[name=version]')?.getAttribute('content') ?? 'first')

test('a newer version is offered between sessions, never put in force in the midst of one, and comes when asked for', async () => {
  const { page, context } = await live.newPage({ installs: true })
  await page.goto(door.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const review = await context.newPage()
  await review.goto(`${door.url}/review`)
  await gradeByKey(review, '3')
  await showAnswer(review).waitFor()

  door.release()
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  const offer = page.getByText('Update ready.')
  await offer.waitFor()
  expect(await review.getByText('Update ready.').count()).toBe(0)

  await page.getByRole('button', { name: 'Use it now' }).click()
  await page.locator('.strip').getByText('is open in another tab').waitFor()
  await gradeByKey(review, '3')
  expect([await version(page), await version(review)]).toEqual(['first', 'first'])

  await review.close()
  await page.getByRole('button', { name: 'Use it now' }).click()
  await expect.poll(() => version(page).catch(() => 'loading')).toBe('second')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await offer.count()).toBe(0)
  await context.close()
})
