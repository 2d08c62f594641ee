import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { someNotes } from '../support/build-test-app.ts'
import { type LiveApp, gradeByKey, launchOwnBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { cardOnTable, showAnswer } from '../support/sitting.ts'

const password = 'nine green herons'
const shots = process.env.SHOTS

let notes: string
let browser: Browser
let live: LiveApp
beforeAll(async () => {
  notes = await mkdtemp(join(tmpdir(), 'recollect-sign-in-'))
  await writeFile(join(notes, 'caching.md'), someNotes)
  browser = await launchOwnBrowser()
  live = await startLiveApp(browser, notes, noon, '127.0.0.1', null, {
    AUTH_HASH: 'light',
    CREATE_ADMIN: '1',
    ADMIN_USERNAME: 'Ada',
    ADMIN_PASSWORD: password,
  })
})
afterAll(async () => {
  await browser.close()
  await live.close()
  await rm(notes, { recursive: true, force: true })
})

async function signIn(page: Page, name: string, word: string): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(word)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const logOf = (page: Page) =>
  page.evaluate(
    async () => ((await (await fetch('/api/v1/stats')).json()) as { log: { count: number } }).log.count,
  )

test('a session that ends in mid-review loses nothing: sign in over the page, and go on where it was', async () => {
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/review`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  if (shots !== undefined) await page.screenshot({ path: join(shots, 'sign-in-1280.png') })
  await signIn(page, 'Ada', 'not the password')
  await page.getByRole('alert').getByText('Name or password is wrong.').waitFor()
  await signIn(page, 'ada', password)
  await gradeByKey(page, '3')
  await showAnswer(page).waitFor()
  await expect.poll(() => logOf(page)).toBe(1)

  await context.clearCookies()
  await gradeByKey(page, '3')
  const heading = page.getByRole('heading', { name: 'Sign in' })
  await heading.waitFor()
  await page.getByText('1 answer kept on this device').waitFor()
  const table = await cardOnTable(page)
  await signIn(page, 'Ada', password)
  await heading.waitFor({ state: 'detached' })
  expect(await cardOnTable(page)).toBe(table)
  await expect.poll(() => logOf(page)).toBe(2)
  await context.close()
})

test('an invitation opens the page on which its learner makes their account, with nothing of anybody else’s', async () => {
  const admin = await live.newPage()
  await admin.page.goto(`${live.url}/settings`)
  await signIn(admin.page, 'Ada', password)
  await admin.page.getByRole('button', { name: 'Make an invitation' }).click()
  const words = await admin.page.getByText('Send them this:').textContent()
  const address = /http\S+/.exec(words ?? '')?.[0] ?? ''
  if (shots !== undefined)
    await admin.page.screenshot({ path: join(shots, 'account-1280.png'), fullPage: true })
  await admin.context.close()

  const { page, context } = await live.newPage({ width: 390, dark: true })
  await page.goto(address)
  await page.getByRole('heading', { name: 'Make your account' }).waitFor()
  await page.getByLabel('Name').fill('Grace')
  await page.getByLabel('Password', { exact: true }).fill('seven brown otters')
  if (shots !== undefined) await page.screenshot({ path: join(shots, 'join-390-dark.png') })
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.waitForURL(`${live.url}/`)
  await page.goto(`${live.url}/notes`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByText('caching.md').count()).toBe(0)
  await page.goto(`${live.url}/settings`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await context.close()
})
