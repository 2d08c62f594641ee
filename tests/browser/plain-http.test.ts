import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { someNotes } from '../support/build-test-app.ts'
import { type LiveApp, gradeByKey, launchOwnBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { showAnswer, talkTo } from '../support/sitting.ts'

let notes: string
let browser: Browser
let live: LiveApp
/** The server under a name that is not this machine's own: a browser then trusts the line no more than a home network. */
let home: string
beforeAll(async () => {
  notes = await mkdtemp(join(tmpdir(), 'recollect-home-'))
  await writeFile(join(notes, 'caching.md'), someNotes)
  browser = await launchOwnBrowser('--host-resolver-rules=MAP recollect.home 127.0.0.1')
  live = await startLiveApp(browser, notes, noon, '0.0.0.0')
  home = live.url.replace('localhost', 'recollect.home')
})
afterAll(async () => {
  await browser.close()
  await live.close()
  await rm(notes, { recursive: true, force: true })
})

test('over plain HTTP at home answers are kept and sent all the same, and Settings says what needs more', async () => {
  const { page, context, faults } = await live.newPage()
  await page.goto(`${home}/review`)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await gradeByKey(page, '3')
  await showAnswer(page).waitFor()
  const counted = async () => (await talkTo(live.url).log()).count
  await expect.poll(counted).toBe(1)
  await context.setOffline(true)
  await gradeByKey(page, '3')
  await gradeByKey(page, '4')
  await page.getByText('Offline. 2 answers saved on this device').last().waitFor()
  await context.setOffline(false)
  await expect.poll(counted, { timeout: 120_000 }).toBe(3)

  await page.goto(`${home}/settings`)
  await page.getByText('Offline start and install need HTTPS or localhost.').waitFor()
  await page.goto(home)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByText('need HTTPS').count()).toBe(0)
  // The browser's own words on such a line are expected.
  const expected = /ERR_INTERNET_DISCONNECTED|Failed to fetch|Cross-Origin-Opener-Policy/
  expect(faults.filter((fault) => !expected.test(fault))).toEqual([])
  await context.close()
})
