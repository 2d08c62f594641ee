import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CardSearchReply } from '../../shared/api/cards.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { violationsOf } from '../support/accessibility.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'

let browser: Browser
let live: LiveApp
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-cards-'))
  for (const name of ['caching.md', 'docker.md'])
    await copyFile(fileURLToPath(new URL(`../../learnings/${name}`, import.meta.url)), join(folder, name))
  browser = await launchBrowser()
  live = await startLiveApp(browser, folder, noon)
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const search = async (q: string) =>
  (await (
    await fetch(`${live.url}/api/v1/cards/search?q=${encodeURIComponent(q)}`)
  ).json()) as CardSearchReply
const total = async (q: string) => (await search(q)).total
const openCards = async (q: string): Promise<Page> => {
  const { page } = await live.newPage()
  await page.goto(`${live.url}/cards?q=${encodeURIComponent(q)}`)
  await page.locator('.cards-rows .cards-front').first().waitFor()
  return page
}

test('cards are found by a query that stands in the address; a bad term is underlined and the old result stays', async () => {
  const page = await openCards('note:docker')
  const before = await page.getByRole('status').filter({ hasText: 'card' }).innerText()
  await page.keyboard.press('/')
  expect(await page.getByLabel('Search cards').evaluate((field) => field === document.activeElement)).toBe(
    true,
  )
  await page.getByLabel('Search cards').fill('note:docker is:sooon')
  await page.getByText('takes one of').waitFor()
  expect(await page.locator('.cards-query-mirror u').innerText()).toBe('is:sooon')
  expect(await page.getByRole('status').filter({ hasText: 'card' }).innerText()).toBe(before)
  await page.getByLabel('Search cards').fill('note:docker xylophone')
  await page.getByText('No card fits xylophone.').waitFor()
  await page.getByRole('button', { name: /^Search note:docker/ }).click()
  await page.locator('.cards-rows .cards-front').first().waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('note:docker')
  await page.context().close()
})

test('a pattern finds; one that cannot be read is underlined, one that goes astray is refused, and others are answered meanwhile', async () => {
  const page = await openCards('note:docker')
  const shown = page.getByRole('status').filter({ hasText: 'card' })
  const before = await shown.innerText()
  await page.getByLabel('Search cards').fill('note:docker re:(image')
  await page.getByText('This is not a regular expression').waitFor()
  expect(await page.locator('.cards-query-mirror u').innerText()).toBe('re:(image')
  expect(await shown.innerText()).toBe(before)
  await page.getByLabel('Search cards').fill('re:"^(what|which) .*image"')
  await expect.poll(async () => shown.innerText()).not.toMatch(before)
  expect(await total('re:"^(what|which) .*image"')).toBeGreaterThan(0)
  let isRefused = false
  const astray = fetch(`${live.url}/api/v1/cards/search?q=${encodeURIComponent('re:(.*.*)*(.*.*)*=')}`)
  void astray.then(() => (isRefused = true))
  expect(await total('note:docker')).toBeGreaterThan(0)
  expect(isRefused).toBe(false)
  const { status, code } = (await (await astray).json()) as { status: number; code: string }
  expect([status, code]).toEqual([422, 'pattern_too_slow'])
  await page.getByLabel('Search cards').fill('re:(.*.*)*(.*.*)*=')
  await page.getByText('make it simpler').waitFor()
  expect(await page.locator('.cards-rows .cards-front').count()).toBeGreaterThan(0)
  await page.context().close()
})

test('keys select, suspend, flag, retire and undo; a found card is suspended in two steps', async () => {
  const page = await openCards('note:docker')
  await page.locator('.cards-grid').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await page.getByText('2 cards selected').waitFor()
  await page.keyboard.press('@')
  await page.getByText('2 cards suspended.').first().waitFor()
  expect(await total('is:suspended')).toBe(2)
  await page.keyboard.press('z')
  await page.getByText('Undone.').first().waitFor()
  expect(await total('is:suspended')).toBe(0)
  await page.keyboard.press('f')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('1')
  await page.getByText('1 card flagged as wrong.').first().waitFor()
  expect(await total('flag:wrong')).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => total('is:flagged')).toBe(0)
  const all = await total('')
  await page.keyboard.press('Delete')
  await page.getByText('never asked again').first().waitFor()
  expect(await total('')).toBeLessThan(all)
  await page.keyboard.press('z')
  await expect.poll(() => total('')).toBe(all)
  await page.context().close()
})

test('a card opens beside the table, is edited in place, and leads to its line', async () => {
  const page = await openCards('note:docker')
  await page.locator('.cards-grid').focus()
  await page.keyboard.press('Enter')
  await page.getByText('When it returns').waitFor()
  await page.keyboard.press('e')
  await page.getByLabel('Question').fill('What do you say yourself?')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Saved in your words.').first().waitFor()
  expect(await total('"say yourself"')).toBe(1)
  await page.locator('.cards-panel').getByRole('link', { name: 'docker.md', exact: true }).first().click()
  await page.waitForURL(/\/notes\/[^/]+\?line=\d+/)
  await page.context().close()
})

test('a search is kept under a name and comes back by it', async () => {
  const page = await openCards('is:new note:docker')
  await page.getByRole('button', { name: /^Saved searches/ }).click()
  await page.getByLabel(/^Keep/).fill('Docker to learn')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByRole('button', { name: 'Docker to learn', exact: true }).waitFor()
  await page.goto(`${live.url}/cards`)
  await page.getByRole('button', { name: 'Saved searches (1)' }).click()
  await page.getByRole('button', { name: 'Docker to learn', exact: true }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('is:new note:docker')
  await page.context().close()
})

test('Ctrl K finds places, actions, concepts, notes and cards; ? lists the keys of the page', async () => {
  const { page } = await live.newPage()
  await page.goto(`${live.url}/concepts`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('All keys of this page').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Search everything').fill('docker')
  for (const group of ['Concept', 'Note', 'Card'])
    await page.getByRole('option').filter({ hasText: group }).first().waitFor()
  await page.getByLabel('Search everything').fill('settings')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${live.url}/settings`)
  await page.context().close()
})

test('single keys are remapped and switched off in Settings', async () => {
  const { page } = await live.newPage()
  await page.goto(`${live.url}/settings`)
  await page.getByLabel('Filter settings').fill('keys: cards')
  await page.locator('.setting-key-choices summary').click()
  await page.getByRole('button', { name: 'Change the key for: Select the card, or not' }).click()
  await page.keyboard.press('e')
  await page.getByText('That key is taken').waitFor()
  await page.keyboard.press('q')
  await page.goto(`${live.url}/cards`)
  await page.locator('.cards-rows .cards-front').first().waitFor()
  await page.keyboard.press('q')
  await page.getByText('1 card selected').waitFor()
  await page.goto(`${live.url}/settings`)
  await page.getByLabel('Single-key shortcuts').uncheck()
  await page.goto(`${live.url}/cards`)
  await page.locator('.cards-rows .cards-front').first().waitFor()
  await page.keyboard.press('q')
  expect(await page.getByText('1 card selected').count()).toBe(0)
  await page.context().close()
})

test('a setting saves itself, says so, and is taken back; a number out of range is told beside its field', async () => {
  const { page } = await live.newPage()
  const newPerDay = async () =>
    ((await (await fetch(`${live.url}/api/v1/settings`)).json()) as { newPerDay: number }).newPerDay
  await page.goto(`${live.url}/settings`)
  await page.getByLabel('New cards a day').fill('7')
  await page.getByText('Saved.').first().waitFor()
  expect(await newPerDay()).toBe(7)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(newPerDay).toBe(20)
  expect(await page.getByLabel('New cards a day').inputValue()).toBe('20')
  await page.getByLabel('New cards a day').fill('5000')
  await page.getByText('From 0 to 1,000; 20 stays.').waitFor()
  await page.getByRole('combobox', { name: 'Scheduler' }).selectOption('fsrs')
  await page.getByText('FSRS decides from now on').first().waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => page.getByRole('combobox', { name: 'Scheduler' }).inputValue()).toBe('sm2')
  await page.context().close()
})

test('the workload is played forward with a sentence, a band and a table, and can be applied', async () => {
  const { page } = await live.newPage()
  await page.goto(`${live.url}/stats`)
  await page.getByLabel('New cards a day').fill('11')
  await page.locator('.simulator-weekday', { hasText: 'Sat' }).locator('select').selectOption('half')
  await page.getByRole('button', { name: 'Play it forward' }).click()
  await page.getByText(/^About \d+ reviews a day/).waitFor()
  expect(await page.locator('.simulator path.band-area').count()).toBe(1)
  expect(await page.locator('.simulator tbody tr').count()).toBeGreaterThan(20)
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByText('Applied').first().waitFor()
  const settings = (await (await fetch(`${live.url}/api/v1/settings`)).json()) as Settings
  expect(settings).toMatchObject({ newPerDay: 11, easyDays: [6], restDays: [] })
  await page.context().close()
})

test.each([
  { width: 1280, dark: false },
  { width: 390, dark: true },
  { width: 320, dark: false },
])('at $width px, dark: $dark, nothing here bars anyone or scrolls sideways', async ({ width, dark }) => {
  const { page, faults } = await live.newPage({ width, dark })
  const check = async (name: string) => {
    expect({ name, violations: await violationsOf(page) }).toEqual({ name, violations: [] })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect([name, overflow]).toEqual([name, 0])
  }
  await page.goto(`${live.url}/cards?q=note:docker`)
  await page.locator('.cards-rows .cards-front').first().waitFor()
  await page.keyboard.press('x')
  await check('selected')
  await page.locator('.cards-grid').focus()
  await page.keyboard.press('Enter')
  await page.getByText('When it returns').waitFor()
  await check('open')
  await page.goto(`${live.url}/cards?q=xylophone`)
  await page.getByText('No card fits').waitFor()
  await check('nothing')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Search everything').fill('cache')
  await page.getByRole('option').first().waitFor()
  await check('palette')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await check('keys')
  await page.goto(`${live.url}/settings`)
  await page.getByText('Fit to my answers').first().waitFor()
  for (const summary of await page.locator('.setting-key-choices summary').all()) await summary.click()
  await check('settings')
  expect(faults).toEqual([])
  await page.context().close()
})
