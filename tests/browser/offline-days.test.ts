import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventBody } from '../../shared/api/reviews.ts'
import { type EpochMs, studyDayOf } from '../../shared/basics/time.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { stored } from '../support/device-store.ts'
import { dayMs, noon } from '../support/factories.ts'
import { showAnswer, talkTo } from '../support/sitting.ts'

const sums = Array.from({ length: 400 }, (_, i) => `Q: What is the sum of ${i} and 1?\nA: ${i + 1}\n`)

let folder: string
let browser: Browser
let live: LiveApp
let ask: ReturnType<typeof talkTo>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recollect-days-'))
  await writeFile(join(folder, 'sums.md'), `# Sums\n\n${sums.join('\n')}`)
  browser = await launchBrowser()
  live = await startLiveApp(browser, folder, noon)
  ask = talkTo(live.url)
  await ask.set({ newPerDay: 400, reviewsPerDay: 0, burySiblings: false, fuzz: false, zone: 'UTC' })
})
afterAll(async () => {
  await live.close()
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

/** Answers of earlier days: each card was recalled well on these days before today. */
async function answerBefore(cards: readonly string[], ...daysAgo: readonly number[]): Promise<void> {
  const events = daysAgo.flatMap((days) =>
    cards.map((cardId, i) => {
      const at = noon - days * dayMs + i * 1000
      return {
        kind: 'reviewed',
        id: uuidv7({ msecs: at }),
        deviceId: 'another',
        at,
        zone: 'UTC',
        studyDay: studyDayOf(at as EpochMs, 'UTC', 4),
        cardId,
        grade: 4,
        durationMs: 4000,
        via: 'review',
        effect: 'schedule',
        kindShown: 'basic',
        profile: 'sm2',
      }
    }),
  )
  for (let start = 0; start < events.length; start += 100) {
    const reply = await fetch(`${live.url}/api/v1/reviews`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-recollect': '1' },
      body: JSON.stringify({ events: events.slice(start, start + 100) }),
    })
    if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
  }
}

/** Recalls every card of the day well, to the very end, and returns how many there were. */
async function reviewToTheEnd(page: Page): Promise<number> {
  await page.goto(`${live.url}/review`)
  await showAnswer(page).waitFor()
  const left = Number((await page.locator('.sitting-counts').textContent())?.match(/(\d+) left/)?.[1])
  for (let answered = 0; answered < left; answered++) {
    await page.locator('.sitting-counts', { hasText: `${left - answered} left` }).waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: /^Good/ }).waitFor()
    await page.keyboard.press('3')
  }
  await page.waitForURL(/\/review\/done/)
  return left
}

test('a device whose server is gone asks all of three days, counts them right, and sends every answer once', async () => {
  const first = (await ask.queue(200)).cards.map(({ id }) => id)
  expect(first).toHaveLength(200)
  await answerBefore(first, 1)
  const others = (await ask.queue(200)).cards.map(({ id }) => id)
  // 100 more are due today, 40 tomorrow and 20 on the day after.
  await answerBefore(others.slice(0, 100), 1)
  await answerBefore(others.slice(100, 140), 6, 5)
  await answerBefore(others.slice(140, 160), 5, 4)
  await ask.set({ newPerDay: 5, reviewsPerDay: 500 })
  const before = (await ask.log()).count
  expect((await ask.queue()).counts).toEqual({ drill: 0, review: 300, new: 5, total: 305 })

  const { page, context, faults } = await live.newPage({ installs: true })
  await page.goto(live.url)
  await page.getByRole('heading', { level: 1, name: /^305 cards/ }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto(`${live.url}/review`)
  await showAnswer(page).waitFor()
  const toLieHere = 300 + 40 + 20
  await expect.poll(async () => (await stored(page, 'cards')).length).toBeGreaterThan(toLieHere)
  await expect.poll(async () => JSON.stringify(await stored(page, 'kept'))).toContain('"elsewhere"')

  await live.stop()
  expect(await reviewToTheEnd(page)).toBe(305)
  await page.goto(live.url)
  await page.getByRole('heading', { level: 1, name: /^Done for today\. Next: 45 cards tomorrow/ }).waitFor()
  let sum = 305
  // What was due on its day, the new cards of the day before, and those of the day itself.
  for (const [later, due] of [
    [1, 40 + 5 + 5],
    [2, 20 + 5 + 5],
  ] as const) {
    await page.clock.setFixedTime(noon + later * dayMs)
    await page.goto(live.url)
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${due} cards`) }).waitFor()
    expect(await reviewToTheEnd(page)).toBe(due)
    sum += due
  }
  await page.getByText(`${sum} answers saved on this device`).first().waitFor()

  await live.setTime(noon + 2 * dayMs)
  await live.restart()
  await expect.poll(() => stored<EventBody>(page, 'waiting')).toEqual([])
  expect((await stored<EventBody>(page, 'sent')).length).toBe(sum)
  expect((await ask.log()).count).toBe(before + sum)
  expect((await ask.queue()).counts.total).toBe(0)
  expect(faults.filter((fault) => !/ERR_CONNECTION_REFUSED|Failed to fetch/.test(fault))).toEqual([])
  await context.close()
})
