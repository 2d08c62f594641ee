import { copyFile, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOf } from '../support/accessibility.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { cardOnTable, said, showAnswer, talkTo } from '../support/sitting.ts'

const questions = (count: number) =>
  Array.from({ length: count }, (_, i) => `Q: What is the sum of ${i} and 1?\nA: ${i + 1}\n`).join('\n')

let browser: Browser
let live: LiveApp
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recollect-keys-'))
  await writeFile(join(folder, 'sums.md'), `# Sums\n\n${questions(12)}`)
  await copyFile(
    fileURLToPath(new URL('../../learnings/docker.md', import.meta.url)),
    join(folder, 'docker.md'),
  )
  browser = await launchBrowser()
  live = await startLiveApp(browser, folder, noon)
  await talkTo(live.url).set({ fuzz: false, burySiblings: false, zone: 'UTC' })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const send = (path: string, body: object) =>
  fetch(`${live.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
async function open(path: string) {
  const { page } = await live.newPage()
  await page.goto(`${live.url}${path}`)
  return page
}

test('six grades and the reasons for a flag have keys of the learner’s own, chosen in the review', async () => {
  await talkTo(live.url).set({ gradeKeys: 6 })
  const page = await open('/review')
  await showAnswer(page).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Easy: recalled at once').waitFor()
  await page.getByRole('button', { name: 'Change the key for: Easy: recalled at once' }).click()
  await page.keyboard.press('f')
  await page.getByText('That key is taken: Flag it').waitFor()
  await page.keyboard.press('q')
  await page.getByText('Q it is.').waitFor()
  await page.getByRole('button', { name: 'Change the key for: It is unclear' }).click()
  await page.keyboard.press('u')
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await expect.poll(() => said(page)).toMatch(/U unclear/)
  await page.keyboard.press('u')
  await expect.poll(() => said(page)).toMatch(/^Flagged: unclear/)
  const first = await cardOnTable(page)
  await page.keyboard.press('Space')
  await page.keyboard.press('6')
  expect(await cardOnTable(page)).toBe(first)
  await page.keyboard.press('q')
  await expect.poll(() => said(page)).toMatch(/^Easy/)
  await talkTo(live.url).set({ gradeKeys: 4 })
  await page.context().close()
})

test('a key that is being chosen does nothing else, and is taken back in its row', async () => {
  const page = await open('/settings')
  await page.getByLabel('Filter settings').fill('keys: a note')
  await page.locator('.setting-key-choices summary').click()
  await page.getByRole('button', { name: 'Change the key for: Edit the note' }).click()
  for (const key of ['/', '?', 'g', 's']) await page.keyboard.press(key)
  await page.getByText('S it is.').waitFor()
  expect(new URL(page.url()).pathname).toBe('/settings')
  expect(await page.getByRole('dialog').count()).toBe(0)
  const row = page.locator('.key-rows li', {
    has: page.getByRole('button', { name: 'Change the key for: Edit the note' }),
  })
  await row.getByRole('button', { name: 'Undo' }).click()
  expect(await row.locator('kbd').innerText()).toBe('E')
  await page.context().close()
})

test('the Inbox decides under another key once it is chosen on its own sheet', async () => {
  const page = await open('/')
  await page.getByRole('link', { name: 'Stats' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.locator('.skim-row').first().waitFor()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.getByRole('button', { name: /^Change the key for: Drop it/ }).click()
  await page.keyboard.press('b')
  await page.keyboard.press('Escape')
  await page.keyboard.press('d')
  const dropped = page.locator('.skim-said').getByText('Dropped.')
  expect(await dropped.count()).toBe(0)
  await page.keyboard.press('b')
  await dropped.waitFor()
  await page.context().close()
})

test('a quiz has a sheet of its own keys, without those of the pages around it', async () => {
  const { id } = (await (await send('/quizzes', {})).json()) as { id: string }
  const page = await open(`/quiz/${id}`)
  await page.getByRole('heading', { level: 2 }).waitFor()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.getByText('Choose the first option').waitFor()
  expect(await sheet.getByText('Go to a place').count()).toBe(0)
  await page.context().close()
})
