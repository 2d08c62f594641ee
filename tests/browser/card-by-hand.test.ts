import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOf } from '../support/accessibility.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { noon } from '../support/factories.ts'
import { askLibrary } from '../support/library-state.ts'

const trees = `# Trees

- **Oak**: a tree with acorns that can grow for a thousand years.
- **Elm**: a tall tree that grows along rivers and lanes.

That was a fine day, and all of us were there for it.
`

let browser: Browser
let live: LiveApp
let library: ReturnType<typeof askLibrary>
beforeAll(async () => {
  browser = await launchBrowser()
  const folder = await mkdtemp(join(tmpdir(), 'recollect-by-hand-'))
  await writeFile(join(folder, 'trees.md'), trees)
  live = await startLiveApp(browser, folder, noon)
  library = askLibrary(live.url)
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const active = async () => (await library.cards()).filter(({ status }) => status !== 'retired')
const asked = async (front: string) => (await active()).filter((card) => card.front === front)

async function open(path: string): Promise<Page> {
  const { page } = await live.newPage()
  await page.goto(live.url + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Stats' }).waitFor()
  return page
}

test.each(['/', '/concepts', '/cards', '/inbox', '/skim', '/notes', '/stats', '/settings'])(
  'A opens the sheet for a card on %s, and Esc closes it',
  async (path) => {
    const page = await open(path)
    await page.keyboard.press('a')
    await page.getByRole('dialog', { name: 'Write a card' }).waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('dialog').count()).toBe(0)
    await page.context().close()
  },
)

test('question, Tab, answer, Enter: the card is there, and can be taken back', async () => {
  const page = await open('/stats')
  await page.keyboard.press('a')
  await page.getByLabel('Question').waitFor()
  await page.keyboard.type('What is the capital of Peru?')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('The answer is empty').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.type('Lima')
  await page.keyboard.press('Enter')
  await page.getByText('Saved: What is the capital of Peru?').last().waitFor()
  expect(await asked('What is the capital of Peru?')).toMatchObject([{ back: 'Lima', status: 'ready' }])
  expect(await violationsOf(page)).toEqual([])
  await page.locator('.new-card-saved').getByRole('button', { name: 'Undo' }).click()
  await eventually(() => asked('What is the capital of Peru?')).toEqual([])
  await page.context().close()
})

test('a line that gave nothing has “Make a card” and what can be written beside it, and the card links to it', async () => {
  const note = await library.note('trees.md')
  const page = await open(`/notes/${note.id}`)
  await page
    .getByRole('button', { name: /^What can be written/ })
    .first()
    .click()
  await page.locator('.syntax-help').getByText('::').first().waitFor()
  await page.getByRole('button', { name: 'Make a card from line 6' }).click()
  await eventually(() => page.getByLabel('Answer').inputValue()).toContain('That was a fine day')
  await page.getByLabel('Question').fill('Who was there that day?')
  await page.getByLabel('Answer').fill('All of us')
  await page.keyboard.press('Enter')
  await page.locator('.new-card-saved').getByRole('link', { name: 'Open it' }).click()
  await page.getByRole('link', { name: 'from trees.md, line 6' }).waitFor()
  await page.context().close()
})

test('what is selected is the answer of a new card, on a page and in the editor', async () => {
  const note = await library.note('trees.md')
  const page = await open(`/notes/${note.id}`)
  await page.locator('[data-line="4"] .note-line-text').selectText()
  await page.keyboard.press('a')
  await eventually(() => page.getByLabel('Answer').inputValue()).toContain('tall tree')
  await page.getByText('with a link to its line').waitFor()
  await page.goto(`${live.url}/notes/${note.id}/edit?line=3`)
  await page.locator('#note-text').waitFor()
  await page.keyboard.press('Control+Shift+L')
  await eventually(() => page.getByLabel('Answer', { exact: true }).inputValue()).toContain('acorns')
  await page.context().close()
})

test('a card is deleted in the menu of a review, and comes back by one press', async () => {
  const { page } = await live.newPage()
  await page.goto(`${live.url}/review`)
  await page.getByRole('button', { name: 'Show answer' }).waitFor()
  const before = (await active()).length
  await page.keyboard.press('m')
  await page.getByRole('button', { name: /^Delete it/ }).click()
  await page.locator('.quiet-strip').getByText('Deleted.').waitFor()
  await eventually(async () => (await active()).length).toBeLessThan(before)
  await page.locator('.quiet-strip').getByRole('button', { name: 'Undo' }).click()
  await eventually(async () => (await active()).length).toBe(before)
  await page.context().close()
})
