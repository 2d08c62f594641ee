import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LiveApp, gradeByKey, launchBrowser, startLiveApp } from '../support/browser.ts'
import { dayMs, noon } from '../support/factories.ts'
import { settle } from '../support/settle.ts'
import { cardOnTable, showAnswer, talkTo } from '../support/sitting.ts'

const learnings = fileURLToPath(new URL('../../learnings', import.meta.url))

let browser: Browser
let live: LiveApp
let ask: ReturnType<typeof talkTo>
beforeAll(async () => {
  browser = await launchBrowser()
  live = await startLiveApp(browser, learnings, noon)
  ask = talkTo(live.url)
  await ask.set({ newPerDay: 3, leechLapses: 1, zone: 'UTC' })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

/** Answers every card of the day, the asked card with `key` and each repeat with Good, until the summary is there. */
async function goThrough(page: Page, key: string): Promise<void> {
  await page.goto(`${live.url}/review`)
  await showAnswer(page).waitFor()
  const met = new Set<string>()
  while (!page.url().endsWith('/review/done')) {
    const card = await cardOnTable(page)
    await gradeByKey(page, met.has(card) ? '3' : key)
    met.add(card)
    await showAnswer(page)
      .or(page.getByRole('button', { name: 'Back to Today' }))
      .waitFor()
  }
}

describe('the end of a session', () => {
  test('a card forgotten too often can be suspended there, and is asked again after Undo', async () => {
    const { page, context, faults } = await live.newPage()
    // Learned on three days, so that forgetting it is a lapse.
    for (const days of [0, 1, 7]) {
      await live.setTime(noon + days * dayMs)
      await ask.set({ newPerDay: days === 0 ? 3 : 0 })
      await page.goto(live.url)
      await page.getByText('What you know').waitFor()
      await goThrough(page, days === 7 ? '1' : '3')
    }
    const notice = page.getByRole('group', { name: 'This card keeps being forgotten' }).first()
    await expect.poll(() => notice.textContent()).toContain('Forgotten at first try on 1 day.')
    expect(await notice.getByRole('button').allTextContents()).toEqual([
      'Rewrite it',
      'Split it in its note',
      'Suspend it',
    ])
    await notice.getByRole('button', { name: 'Suspend it' }).click()
    await page.getByText('Suspended: it is not asked until you say so.').waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => page.getByText('Suspended: it is not asked').count()).toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })

  test('installing is offered on Today after the third one, and never again once declined', async () => {
    const { page, context } = await live.newPage()
    await ask.set({ newPerDay: 6, leechLapses: 6 })
    await page.goto(live.url)
    await page.evaluate(() => localStorage.setItem('recollect.finished-sessions', '2'))
    const canInstall = () =>
      page.evaluate(() => dispatchEvent(new Event('beforeinstallprompt', { cancelable: true })))
    await goThrough(page, '4')
    await canInstall()
    await page.getByRole('button', { name: 'Back to Today' }).click()
    await page.getByRole('button', { name: 'No, thanks' }).click()
    await page.reload()
    await page.getByText('What you know').waitFor()
    await settle(page)
    expect(await canInstall()).toBe(false)
    expect(await page.getByRole('button', { name: 'Install' }).count()).toBe(0)
    await context.close()
  })
})

describe('Settings › About', () => {
  const about = (page: Page) => page.getByRole('region', { name: 'About' })

  test('tells the version, and what still waits, which can be taken out as a file', async () => {
    await live.setTime(noon + 30 * dayMs)
    const { page, context } = await live.newPage()
    await page.goto(`${live.url}/review`)
    await page.route('**/api/v1/reviews', (route) => route.abort())
    const card = await cardOnTable(page)
    await gradeByKey(page, '3')
    await page.goto(`${live.url}/settings`)
    await about(page)
      .getByText(/^Recollect \d+\.\d+\.\d+$/)
      .waitFor()
    await about(page).getByText('1 answer kept on this device').waitFor()
    const downloading = page.waitForEvent('download')
    await about(page).getByRole('button', { name: 'Export answers' }).click()
    const file = await (await downloading).path()
    const { events } = JSON.parse(await readFile(file, 'utf8')) as { events: { cardId: string }[] }
    expect(events.map(({ cardId }) => cardId)).toEqual([card])
    await context.close()
  })

  test('says where a device cannot start offline that it needs HTTPS or localhost, and nowhere else', async () => {
    const { page, context } = await live.newPage()
    // As over plain HTTP: a page that is not secure has no service worker at all.
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
    const sentence = page.getByText('Offline start and install need HTTPS or localhost')
    await page.goto(`${live.url}/settings`)
    await about(page).waitFor()
    await expect.poll(() => sentence.count()).toBe(1)
    await page.goto(live.url)
    await page.getByText('What you know').waitFor()
    expect(await sentence.count()).toBe(0)
    await context.close()
  })
})
