import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WouldBe } from '../../shared/api/notes.ts'
import { violationsOf } from '../support/accessibility.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { noon } from '../support/factories.ts'
import { askLibrary } from '../support/library-state.ts'

const garden = `# Gardens

- **Mulch**: a layer of bark that keeps the soil moist.

## Best practices

- Label every bed to ensure consistency and quality.
- Check every tool to ensure safety and quality.
`

let browser: Browser
let live: LiveApp
let library: ReturnType<typeof askLibrary>
beforeAll(async () => {
  browser = await launchBrowser()
  const folder = await mkdtemp(join(tmpdir(), 'recollect-anyway-'))
  await writeFile(join(folder, 'garden.md'), garden)
  live = await startLiveApp(browser, folder, noon)
  library = askLibrary(live.url)
  await fetch(`${live.url}/api/v1/settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cardDensity: 'few' }),
  })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const asked = async () => (await library.cards()).filter(({ status }) => status === 'ready')
const isAsked = async ({ front }: WouldBe) => (await asked()).some((card) => card.front === front)

async function offers(): Promise<{ id: string; first: WouldBe; second: WouldBe }> {
  const { id, skippedLines } = await library.note('garden.md')
  const [first, second] = skippedLines.flatMap(({ wouldBe }) => wouldBe ?? [])
  if (first === undefined || second === undefined) throw new Error('Two lines must give no card.')
  return { id, first, second }
}

async function open(path: string): Promise<Page> {
  const { page } = await live.newPage()
  await page.goto(live.url + path)
  await page
    .getByRole('button', { name: /^Make this card anyway/ })
    .first()
    .waitFor()
  return page
}

test('a line that gave nothing shows the card that it would give, makes it, and takes it back', async () => {
  const { id, first } = await offers()
  const page = await open(`/notes/${id}`)
  const row = page.locator('[data-line="7"]')
  await row.getByText(first.front).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await row.getByRole('button', { name: 'Make this card anyway from line 7' }).click()
  await row.getByText('Made. It is asked from now on.').waitFor()
  expect(await isAsked(first)).toBe(true)
  expect(await violationsOf(page)).toEqual([])
  await row.getByRole('button', { name: 'Undo making this card' }).click()
  await row.getByRole('button', { name: /^Make this card anyway/ }).waitFor()
  expect(await isAsked(first)).toBe(false)
  await page.context().close()
})

test('by keyboard: J and K go to such a line, Y makes its card, Z takes it back, and the focus stays', async () => {
  const { id, first, second } = await offers()
  const page = await open(`/notes/${id}`)
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await focused()).toBe('Make this card anyway from line 8')
  await page.keyboard.press('k')
  expect(await focused()).toBe('Make this card anyway from line 7')
  await page.keyboard.press('y')
  await eventually(focused).toBe('Undo making this card')
  expect(await isAsked(first)).toBe(true)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await eventually(() => isAsked(second)).toBe(true)
  await eventually(focused).toBe('Undo making this card')
  await page.keyboard.press('z')
  await eventually(focused).toBe('Make this card anyway from line 8')
  expect([await isAsked(first), await isAsked(second)]).toEqual([true, false])
  await page.keyboard.press('z')
  await eventually(() => isAsked(first)).toBe(false)
  await page.context().close()
})

test('the editor offers the same beside the line, and the text stays as it is being written', async () => {
  const { id, first } = await offers()
  const page = await open(`/notes/${id}/edit?line=3`)
  const pane = page.getByRole('region', { name: 'Cards of this text' })
  await page.locator('#note-text').press('ArrowUp')
  await page.locator('#note-text').pressSequentially('Beds lie in the sun. ')
  await pane.getByRole('button', { name: 'Make this card anyway from line 7' }).click()
  await pane.getByText('Made. It is asked from now on.').waitFor()
  expect(await isAsked(first)).toBe(true)
  expect(await page.locator('#note-text').inputValue()).toContain('Beds lie in the sun.')
  await pane.getByRole('button', { name: 'Undo making this card' }).click()
  await pane.getByRole('button', { name: 'Make this card anyway from line 7' }).waitFor()
  expect(await isAsked(first)).toBe(false)
  await page.context().close()
})

test('what cannot be made or taken back says why where it was asked for', async () => {
  const { id, first } = await offers()
  const page = await open(`/notes/${id}`)
  const row = page.locator('[data-line="7"]')
  const block = async (path: string) => {
    await page.route(`**/api/v1/${path}`, (route) => route.abort())
  }
  await block('notes/*/cards')
  await row.getByRole('button', { name: /^Make this card anyway/ }).click()
  await row.getByRole('alert').getByText('Not made.').waitFor()
  await page.unroute('**/api/v1/notes/*/cards')
  await row.getByRole('button', { name: /^Make this card anyway/ }).click()
  const undo = row.getByRole('button', { name: 'Undo making this card' })
  await undo.waitFor()
  await block('changes/*')
  await undo.click()
  await row.getByRole('alert').getByText('Not undone.').waitFor()
  expect(await isAsked(first)).toBe(true)
  await page.context().close()
})
