import { writeFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { someNotes } from '../support/build-test-app.ts'
import { noon } from '../support/factories.ts'

let folder: string
let browser: Browser
let live: LiveApp
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recollect-docs-'))
  await writeFile(join(folder, 'caching.md'), someNotes)
  browser = await launchBrowser()
  live = await startLiveApp(browser, folder, noon)
})
afterAll(async () => {
  await live.close()
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

test.each([
  ['a wide window, light', { width: 1280, dark: false }],
  ['a phone, dark', { width: 390, dark: true }],
  ['a wide window, dark', { width: 1280, dark: true }],
  ['a phone, light', { width: 390, dark: false }],
] as const)(
  '/docs shows every operation under the policy of the app, asking nobody else: %s',
  async (name, size) => {
    // With a clock of its own: the viewer waits for moments to pass.
    const context = await browser.newContext({
      viewport: { width: size.width, height: 800 },
      colorScheme: size.dark ? 'dark' : 'light',
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(String(error)))
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${live.url}/docs`)
    await page.locator('[data-tag="cards"]').click()
    const summary = page.locator('.opblock-summary-path', { hasText: '/api/v1/cards/search' })
    await summary.waitFor()
    await summary.click()
    await page.locator('.opblock.is-open').first().waitFor()
    await page.getByRole('button', { name: 'Try it out' }).click()
    await page.getByRole('button', { name: 'Execute' }).click()
    await page.locator('.live-responses-table').waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(size.width)
    expect(asked.filter((url) => !url.startsWith(live.url) && !url.startsWith('data:'))).toEqual([])
    expect(faults).toEqual([])
    const shots = process.env.SHOTS
    if (shots !== undefined) writeFileSync(join(shots, `docs ${name}.png`), await page.screenshot())
    await context.close()
  },
)
