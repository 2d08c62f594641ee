import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listZip } from '../../server/library/list-zip.ts'
import { violationsOf } from '../support/accessibility.ts'
import { type LiveApp, gradeByKey, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { aNotesFolder, sums } from '../support/notes-folder.ts'
import { showAnswer } from '../support/sitting.ts'

const shots = process.env.SHOTS

let browser: Browser
let live: LiveApp
beforeAll(async () => {
  browser = await launchBrowser()
  live = await startLiveApp(browser, await aNotesFolder({ 'sums.md': sums(12) }), noon)
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

const answersOf = (page: Page) =>
  page.evaluate(
    async () => ((await (await fetch('/api/v1/stats')).json()) as { log: { count: number } }).log.count,
  )

async function answerOne(page: Page): Promise<void> {
  await page.goto(`${live.url}/review`)
  await showAnswer(page).waitFor()
  const before = await answersOf(page)
  await gradeByKey(page, '3')
  await expect.poll(() => answersOf(page)).toBe(before + 1)
}

async function openData(page: Page): Promise<void> {
  await page.goto(`${live.url}/settings`)
  await page.getByRole('heading', { name: 'Data', exact: true }).scrollIntoViewIfNeeded()
}

test('a backup is made, tested and gone back to on the page, and the device gives back what it lacked', async () => {
  const { page, faults } = await live.newPage()
  await answerOne(page)
  await openData(page)
  await page.getByText('There is none yet.').waitFor()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await page.getByText('1 backup, ').waitFor()
  await answerOne(page)
  await openData(page)
  await page.getByText('Test or restore one').click()
  await page.getByRole('button', { name: /^Test/ }).click()
  await page.getByText('Whole: 1 answer.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  if (shots !== undefined) await lookAt(page)
  await page.getByRole('button', { name: /^Restore…/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Answers given since are sent again').waitFor()
  if (shots !== undefined) await page.screenshot({ path: join(shots, 'restore-sheet.png') })
  const loaded = page.waitForEvent('load')
  await sheet.getByRole('button', { name: 'Restore', exact: true }).click()
  await loaded
  // The answer that the backup lacks lay on the device.
  await expect.poll(() => answersOf(page)).toBe(2)
  // While the server begins anew nobody answers, which a browser notes.
  expect(faults.filter((fault) => !/net::ERR|50\d/.test(fault))).toEqual([])
})

test('everything can be taken along as one file', async () => {
  const { page } = await live.newPage({ width: 390 })
  await openData(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('recollect-2026-03-02.zip')
  const files = await listZip(await readFile(await download.path()))
  expect(files.map(({ name }) => name)).toContain('events.jsonl')
})

/** For eyes: wide and narrow, light and dark. */
async function lookAt(page: Page): Promise<void> {
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await page.getByRole('heading', { name: 'Data', exact: true }).scrollIntoViewIfNeeded()
      const group = page.getByRole('region', { name: 'Data' })
      await group.screenshot({ path: join(shots ?? '', `data-${width}-${colorScheme}.png`) })
    }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })
}
