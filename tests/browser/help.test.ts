import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'

let browser: Browser
let folder: string
let live: LiveApp
beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'recollect-help-'))
  live = await startLiveApp(browser, folder, noon)
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

test('an empty library shows what a good note looks like, and the cards it would give', async () => {
  const { page, context } = await live.newPage()
  for (const path of ['/', '/notes']) {
    await page.goto(live.url + path)
    const example = page.getByRole('region', { name: 'A note that gives good cards' })
    await example.getByText('What is a reflector?').waitFor()
    await example.getByRole('link', { name: /How a note becomes cards/ }).waitFor()
  }
  // A review of nothing leads to the notes: a quiz would find nothing either.
  await page.goto(`${live.url}/review`)
  await page.getByRole('link', { name: 'Bring in your notes' }).click()
  await page.getByRole('region', { name: 'A note that gives good cards' }).waitFor()
  await context.close()
})

test('the library and the help are found under the names that the menu gives them', async () => {
  const { page, context } = await live.newPage()
  for (const [typed, heading] of [
    ['/library', 'Notes'],
    ['/help', 'How a note becomes cards'],
  ] as const) {
    await page.goto(live.url + typed)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  }
  expect(new URL(page.url()).pathname).toBe('/help/notes')
  await context.close()
})

test.each([
  { width: 1280, name: 'rail' },
  { width: 320, name: 'bar of a phone' },
])('the help is one step away in the $name, and from any of its pages to the others', async ({ width }) => {
  const { page, context } = await live.newPage({ width })
  await page.goto(live.url)
  await page.getByRole('link', { name: 'Help' }).click()
  await page.getByRole('heading', { level: 1, name: 'How a note becomes cards' }).waitFor()
  await page.getByRole('navigation', { name: 'Help' }).getByRole('link', { name: 'Data' }).click()
  await page.getByText(folder).waitFor()
  await page.getByText('No language model is named').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search everything' }).fill('levels')
  await page.getByRole('option', { name: /levels and predictions/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Levels and predictions' }).waitFor()
  await context.close()
})

test('a line that gives no card has the whole syntax beside it', async () => {
  await writeFile(join(folder, 'sky.md'), '# Sky\n\nIt was cold and I saw nothing.\n')
  await fetch(`${live.url}/api/v1/imports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-recollect': '1' },
    body: JSON.stringify({ files: [] }),
  })
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/notes`)
  await page.getByRole('link', { name: /Sky/ }).click()
  await page.getByRole('button', { name: /What can be written in line 3/ }).click()
  const [help] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /How a note becomes cards/ }).click(),
  ])
  await help.getByRole('heading', { level: 1, name: 'How a note becomes cards' }).waitFor()
  await context.close()
})
