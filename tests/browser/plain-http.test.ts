import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { someNotes } from '../support/build-test-app.ts'
import { type LiveApp, gradeByKey, launchOwnBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { showAnswer } from '../support/sitting.ts'

const password = 'nine green herons'

let notes: string
let browser: Browser
let live: LiveApp
/** The server under a name that is not this machine's own: a browser then trusts the line no more than a home network. */
let home: string
beforeAll(async () => {
  notes = await mkdtemp(join(tmpdir(), 'recollect-home-'))
  await writeFile(join(notes, 'caching.md'), someNotes)
  browser = await launchOwnBrowser('--host-resolver-rules=MAP recollect.home 127.0.0.1')
  live = await startLiveApp(browser, notes, noon, '0.0.0.0', null, {
    AUTH_HASH: 'light',
    CREATE_ADMIN: '1',
    ADMIN_USERNAME: 'Ada',
    ADMIN_PASSWORD: password,
  })
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
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await gradeByKey(page, '3')
  await showAnswer(page).waitFor()
  const counted = () =>
    page.evaluate(
      async () => ((await (await fetch('/api/v1/stats')).json()) as { log: { count: number } }).log.count,
    )
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
  const expected = /ERR_INTERNET_DISCONNECTED|Failed to fetch|Cross-Origin-Opener-Policy|status of 401/
  expect(faults.filter((fault) => !expected.test(fault))).toEqual([])
  await context.close()
})
