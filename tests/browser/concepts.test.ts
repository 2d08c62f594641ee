import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ConceptsReply } from '../../shared/api/concepts.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { aNotesFolder } from '../support/notes-folder.ts'

const manyConcepts = 3000

/** A note of trees, of which one builds on another, beside so many words that nobody could draw them all. */
const notes = {
  'trees.md': `# Trees

- **Heap**: a tree in which each parent is smaller than its children; \`heapify\` makes one.
- **Priority queue**: a queue built on a heap, out of which the smallest comes first; \`heapify\` fills it.
- **Heap sort**: a sort that takes the smallest from a heap again and again.
`,
  'words.md': `# Words\n\n${Array.from(
    { length: manyConcepts },
    (_, i) => `- **Barge ${i} of the fleet**: a flat boat that carries load number ${i}.`,
  ).join('\n')}\n`,
}

let browser: Browser
let live: LiveApp
const read = async <Reply>(path: string): Promise<Reply> =>
  (await fetch(`${live.url}/api/v1${path}`)).json() as Promise<Reply>
beforeAll(async () => {
  browser = await launchBrowser()
  live = await startLiveApp(browser, await aNotesFolder(notes), noon)
  // The server answers while its notes are being read.
  await vi.waitFor(
    async () => expect((await read<ConceptsReply>('/concepts?limit=1')).total).toBeGreaterThan(manyConcepts),
    { timeout: 100_000, interval: 500 },
  )
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

test('thousands of concepts are a short page, as topics and as a list, at its start and at its end', async () => {
  const { page, faults } = await live.newPage()
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length)
  for (const view of ['topics', 'list']) {
    await page.goto(`${live.url}/concepts?sort=az&view=${view}`)
    await page
      .getByRole('status')
      .getByText(/^3,?0\d\d concepts/)
      .waitFor()
    expect(await elements()).toBeLessThan(500)
  }
  await page.getByRole('link', { name: /Barge 0 of the fleet/ }).waitFor()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await page.getByRole('link', { name: /Priority queue/ }).waitFor()
  expect(await elements()).toBeLessThan(500)
  expect(faults).toEqual([])
})

test('a map is reached from a concept by its key, walked by arrows, and goes on from where one stands', async () => {
  const { page, faults } = await live.newPage()
  await page.goto(`${live.url}/concepts?q=Priority`)
  await page.getByRole('link', { name: /Priority queue/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Priority queue' }).waitFor()
  await page.keyboard.press('v')
  await page.getByRole('heading', { name: 'Around Priority queue' }).waitFor()
  const nodeNamed = (name: string) => page.locator('.map-node', { hasText: name })
  await nodeNamed('Priority queue').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('title'))).toBe('Heap')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Around Heap' }).waitFor()
  await nodeNamed('Heap sort').waitFor()
  // The same without a drawing.
  await page.getByText('The same as a list').click()
  await page.getByText('perhaps builds on it · “Heap” is part of the name “Heap sort”.').first().waitFor()
  await page.keyboard.press('v')
  await page.getByText(/^3,?0\d\d concepts in/).waitFor()
  expect(faults).toEqual([])
})

test('what notes suggest is answered on either side, and the concept that is not held is named in its row', async () => {
  const { page, faults } = await live.newPage()
  await page.goto(`${live.url}/concepts?q=Heap`)
  await page.getByRole('link', { name: /^Heap(?! sort)/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Heap' }).waitFor()
  await page.getByRole('button', { name: /^It does ?: Heap sort/ }).click()
  await page.getByText('You said so.').waitFor()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Heap')
  await page.goto(`${live.url}/concepts?q=Heap+sort`)
  await page.getByText('Heap first').waitFor()
  expect(faults).toEqual([])
})
