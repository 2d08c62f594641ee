import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChangesReply } from '../../shared/api/changes.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { SkimReply } from '../../shared/api/skim.ts'
import { violationsOf } from '../support/accessibility.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { noon } from '../support/factories.ts'

const towns =
  'Arden Brook Corvin Dale Eston Fenwick Garth Holm Ilmen Jarrow Keld Lorne Marsk Norby Orrin'.split(' ')
const goods = ['salt', 'wool', 'amber', 'grain', 'glass', 'tin', 'hemp']

/** Notes on what is traded where: more than a hundred cards. */
async function aTradeLibrary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-skim-'))
  for (const town of towns) {
    const lines = goods.map(
      (good, i) =>
        `- **${town} ${good} hall**: the market where ${good} of kind ${i + 1} is weighed and sold in ${town}.`,
    )
    await writeFile(
      join(folder, `${town.toLowerCase()}.md`),
      `# ${town}\n\n${lines.join('\n')}\n- **${town} toll**: this is a tax that my uncle likes\n`,
    )
  }
  return folder
}

let browser: Browser
let live: LiveApp
beforeAll(async () => {
  browser = await launchBrowser()
  live = await startLiveApp(browser, await aTradeLibrary(), noon)
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const get = async <Reply>(path: string) => (await fetch(`${live.url}/api/v1${path}`)).json() as Promise<Reply>
const counts = async () => (await get<SkimReply>('/skim?limit=1')).counts
const left = async () => {
  const { ready, proposed } = await counts()
  return ready + proposed
}
const here = (page: Page) => page.locator('.skim-row[aria-current]')

const question = (page: Page) => here(page).locator('.skim-question').innerText()

async function open(): Promise<Page> {
  const { page } = await live.newPage()
  await page.goto(`${live.url}/skim`)
  await here(page).waitFor()
  return page
}

test('a hundred cards are skimmed by keyboard within three minutes, and every word is stored', async () => {
  await eventually(left).toBeGreaterThan(105)
  const before = await counts()
  expect(before.proposed).toBeGreaterThan(0)
  const page = await open()
  const keys = ['Space', 'y', 'd', 'Space', 'n', 'Enter']
  const start = Date.now()
  for (let i = 0; i < 100; i++) {
    // Now and then a card is passed over; it comes again at the end.
    if (i % 20 === 7) await page.keyboard.press(i % 40 === 7 ? 'j' : 'ArrowDown')
    const asked = await question(page)
    await page.keyboard.press(keys[i % keys.length] ?? 'Space')
    // Nobody decides on a row before it stands there.
    await eventually(() => question(page)).not.toBe(asked)
  }
  expect(Date.now() - start).toBeLessThan(180_000)
  await eventually(left).toBeLessThanOrEqual(before.ready + before.proposed - 100)

  // What was dropped is not asked, and what was kept is.
  const texts = async (mark: string) => page.locator(`.skim-row.${mark} .skim-question`).allInnerTexts()
  const dropped = await texts('drop')
  const kept = await texts('keep')
  expect(dropped.length).toBeGreaterThan(5)
  const queue = await get<QueueReply>('/queue?zone=UTC&limit=200')
  expect(queue.cards.length).toBeGreaterThan(0)
  for (const { prompt } of queue.cards) expect(dropped).not.toContain(prompt.text)
  expect(kept.length).toBeGreaterThan(40)

  // Opened again, on this device or another, it goes on with what is left.
  const rest = await left()
  const again = await open()
  await eventually(() => again.locator('.skim-row').count()).toBe(rest)
  for (const words of await again.locator('.skim-question').allInnerTexts())
    expect(dropped).not.toContain(words)
  await again.context().close()
  await page.context().close()
})

test('each word can be taken back, also after it was stored, and another said of a row before', async () => {
  const page = await open()
  const total = await left()
  const first = await here(page).locator('.skim-question').innerText()
  await page.keyboard.press('d')
  await eventually(left).toBe(total - 1)
  await page.getByText('Dropped.', { exact: true }).waitFor()
  await page.keyboard.press('k')
  expect(await here(page).locator('.skim-question').innerText()).toBe(first)
  await page.keyboard.press('y')
  await eventually(() => page.locator('.skim-row').first().locator('.skim-mark').innerText()).toBe('Kept')
  await eventually(
    async () => (await get<ChangesReply>('/changes')).changes.filter(({ undone }) => undone).length,
  ).toBe(1)
  await page.keyboard.press('z')
  await eventually(left).toBe(total)
  expect(await here(page).locator('.skim-question').innerText()).toBe(first)
  await page.context().close()
})

test('a card is put in other words where it stands, and the rest of a note is kept at once', async () => {
  const page = await open()
  const total = await left()
  await page.keyboard.press('e')
  const question = page.getByLabel('Question')
  await question.fill('Where is it weighed?')
  await page.keyboard.press('Control+Enter')
  await eventually(() => page.locator('.skim-row').first().locator('.skim-mark').innerText()).toBe(
    'Kept, edited',
  )
  await eventually(left).toBe(total - 1)
  // The keys act again, on the next row.
  await page.keyboard.press('r')
  await eventually(left).toBeLessThan(total - 1)
  await page.keyboard.press('z')
  await eventually(left).toBe(total - 1)
  await page.context().close()
})

test('without the server nothing is said to be stored, and the row comes back', async () => {
  const page = await open()
  const total = await left()
  await page.route('**/api/v1/skim/decisions', (route) => route.abort())
  await page.keyboard.press('d')
  await page.getByRole('alert').getByText('Not stored').waitFor()
  expect(await page.locator('.skim-row.drop').count()).toBe(0)
  expect(await left()).toBe(total)
  await page.context().close()
})

test('Changes lists the decisions of one go in one row, which opens to each of them with its undo', async () => {
  const page = await open()
  const before = await left()
  for (const key of ['y', 'd', 'y']) {
    const asked = await question(page)
    await page.keyboard.press(key)
    await eventually(() => question(page)).not.toBe(asked)
  }
  await eventually(left).toBe(before - 3)
  await page.goto(`${live.url}/notes/changes`)
  const group = page.locator('.change-group').first()
  await group.locator('summary').waitFor()
  expect(await group.locator('summary').innerText()).toMatch(/\d+ cards kept.*, \d+ dropped, .* in \d+ notes/)
  expect(await page.locator('.change-row').count()).toBeLessThan(5)
  await group.locator('summary').focus()
  await page.keyboard.press('Enter')
  const undos = group.getByRole('button', { name: /^Undo/ })
  await undos.first().waitFor()
  expect(await violationsOf(page)).toEqual([])
  const single = await undos.count()
  expect(single).toBeGreaterThan(2)
  await undos.first().click()
  await eventually(left).toBe(before - 2)
  await eventually(() => undos.count()).toBe(single - 1)
  await page.context().close()
})
