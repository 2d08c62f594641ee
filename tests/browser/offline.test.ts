import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventBody } from '../../shared/api/reviews.ts'
import { foldReviews } from '../../shared/schedule/fold-reviews.ts'
import type { LoggedEvent, ReviewEvent } from '../../shared/schedule/review-event.ts'
import { someNotes } from '../support/build-test-app.ts'
import { type LiveApp, gradeByKey, launchBrowser, startLiveApp } from '../support/browser.ts'
import { stored } from '../support/device-store.ts'
import { aLearner, dayMs, noon } from '../support/factories.ts'
import { cardOnTable, showAnswer, talkTo } from '../support/sitting.ts'

const learnings = fileURLToPath(new URL('../../learnings', import.meta.url))

let browser: Browser
let live: LiveApp
let ask: ReturnType<typeof talkTo>
beforeAll(async () => {
  browser = await launchBrowser()
  live = await startLiveApp(browser, learnings, noon)
  ask = talkTo(live.url)
  await ask.set({ newPerDay: 200, burySiblings: false, zone: 'UTC' })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

async function inReview(installs = false) {
  const made = await live.newPage({ installs })
  await made.page.goto(`${live.url}/review`)
  await showAnswer(made.page).waitFor()
  return made
}

describe('without a server', () => {
  test('a hundred grades in two browsers come in once, in any order, and every label comes true', async () => {
    const before = await ask.log()
    const sides = [await inReview(), await inReview()]
    const promised = new Map<string, { due: string; times: number }>()
    for (const { page, context } of sides) {
      await context.setOffline(true)
      for (let i = 0; i < 50; i++) {
        const card = await cardOnTable(page)
        const key = ['3', '4', '1', '3', '2'][(i * 7) % 5] ?? '3'
        await page.keyboard.press('Space')
        const button = page.locator('.grade').nth(Number(key) - 1)
        const due = (await button.getAttribute('title')) ?? ''
        await page.keyboard.press(key)
        await showAnswer(page).waitFor()
        promised.set(card, { due, times: (promised.get(card)?.times ?? 0) + 1 })
      }
      await page.getByText('50 answers saved on this device').first().waitFor()
    }
    const events = (await Promise.all(sides.map(({ page }) => stored<EventBody>(page, 'waiting')))).flat()
    expect(events).toHaveLength(100)
    // The second device comes back first.
    for (const { context } of sides.toReversed()) await context.setOffline(false)
    await expect.poll(async () => (await ask.log()).count, { timeout: 120_000 }).toBe(before.count + 100)
    for (const { page } of sides) {
      await expect.poll(() => stored(page, 'waiting'), { timeout: 120_000 }).toEqual([])
      expect(await stored(page, 'sent')).toHaveLength(50)
    }
    const folded = foldReviews(
      events.map((event): LoggedEvent => {
        const whole = { ...event, learnerId: aLearner } as unknown as ReviewEvent
        return { event: whole, receivedAt: noon, countedOn: whole.studyDay }
      }),
    )
    for (const [id, state] of folded) expect((await ask.card(id)).state).toEqual(state)
    for (const [id, { due, times }] of promised) {
      const { schedule } = (await ask.card(id)).state
      if (times > 1 || schedule.kind === 'new') continue
      const day = new Intl.DateTimeFormat('en-GB', {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      })
      expect(`Due ${day.format(Date.parse(`${schedule.dueOn}T12:00Z`)).replace(',', '')}`).toBe(due)
    }
    for (const { context } of sides) await context.close()
  })

  test('the app starts, and asks the cards of the next day too', async () => {
    const { page, context, faults } = await live.newPage({ installs: true })
    await page.goto(live.url)
    await page.getByRole('heading', { level: 1, name: /cards?, about/ }).waitFor()
    await page.keyboard.press('Space')
    await showAnswer(page).waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready)
    await expect
      .poll(async () => (await stored(page, 'cards')).length, { timeout: 120_000 })
      .toBeGreaterThan(50)
    await context.setOffline(true)
    await page.goto(`${live.url}/review`)
    await gradeByKey(page, '3')
    await gradeByKey(page, '4')
    await page.goto(live.url)
    await page.getByText(/as of \d\d:\d\d/).waitFor()
    await page.clock.setFixedTime(noon + dayMs)
    await page.goto(`${live.url}/review`)
    await gradeByKey(page, '3')
    await showAnswer(page).waitFor()
    const waiting = await stored<EventBody & { effect?: string }>(page, 'waiting')
    // What lies ready for days without a server is no practice: these answers move their cards.
    expect(waiting.map(({ effect }) => effect)).toEqual(['schedule', 'schedule', 'schedule'])
    expect(waiting.map((event) => event.studyDay)).toEqual(['2026-03-02', '2026-03-02', '2026-03-03'])
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(fault))).toEqual([])
    await context.close()
  })

  test('a flag said without a server, or an undo of it, arrives when the server answers again', async () => {
    const { page, context } = await live.newPage()
    await page.goto(`${live.url}/review`)
    await showAnswer(page).waitFor()
    const [first, flag] = [await cardOnTable(page), async (id: string) => (await ask.card(id)).flag]
    await context.setOffline(true)
    await page.keyboard.press('f')
    await page.getByText('Flagged. Why?').first().waitFor()
    await page.keyboard.press('3')
    await gradeByKey(page, '3')
    await expect.poll(() => cardOnTable(page)).not.toBe(first)
    const second = await cardOnTable(page)
    await page.keyboard.press('f')
    await page.getByText('Flagged. Why?').first().waitFor()
    await page.keyboard.press('z')
    await page.reload().catch(() => {})
    await context.setOffline(false)
    await page.goto(`${live.url}/review`)
    await expect.poll(() => flag(first), { timeout: 120_000 }).toBe('too_long')
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('recollect.flags')), { timeout: 120_000 })
      .toBeNull()
    expect(await flag(second)).toBeNull()
    await context.close()
  })

  test('two tabs share what waits, and never ask the same card twice', async () => {
    const { page, context } = await inReview()
    const second = await context.newPage()
    await second.clock.setFixedTime(live.now)
    await second.goto(`${live.url}/review`)
    await showAnswer(second).waitFor()
    await context.route('**/api/v1/reviews', (route) => route.abort())
    const card = await cardOnTable(page)
    expect(await cardOnTable(second)).toBe(card)
    await gradeByKey(page, '3')
    await expect.poll(() => cardOnTable(second)).not.toBe(card)
    await gradeByKey(second, '3')
    await expect.poll(() => stored(page, 'waiting').then((rows) => rows.length)).toBe(2)
    const sent: string[] = []
    await context.unroute('**/api/v1/reviews')
    context.on('request', (request) => {
      if (request.url().endsWith('/reviews')) sent.push(request.postData() ?? '')
    })
    await expect.poll(() => stored(page, 'waiting'), { timeout: 120_000 }).toEqual([])
    const ids = sent.flatMap((body) =>
      (JSON.parse(body) as { events: EventBody[] }).events.map(({ id }) => id),
    )
    expect(ids.length).toBe(new Set(ids).size)
    await context.close()
  })
})

describe('trouble', () => {
  test.each([
    { name: 'a 500', answer: { status: 500, body: '{}' }, says: /server has trouble\. 2 answers kept/ },
    { name: 'a page in place of an answer', answer: { status: 200, body: '<html>' }, says: /2 answers kept/ },
    { name: 'a 401', answer: { status: 401, body: '{}' }, says: /sign in again\. 2 answers kept/ },
  ])('$name in the middle of a review loses nothing', async ({ answer, says }) => {
    const { page, context } = await inReview()
    const before = (await ask.log()).count
    await page.route('**/api/v1/reviews', (route) =>
      route.fulfill({ ...answer, contentType: 'application/json' }),
    )
    await gradeByKey(page, '3')
    await gradeByKey(page, '3')
    await page.getByText(says).last().waitFor()
    expect(await showAnswer(page).isVisible()).toBe(true)
    await page.unroute('**/api/v1/reviews')
    await expect.poll(async () => (await ask.log()).count, { timeout: 120_000 }).toBe(before + 2)
    await context.close()
  })

  test('a browser that keeps no data says so, and reviews all the same', async () => {
    const { page, context } = await live.newPage()
    await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
    await page.goto(`${live.url}/review`)
    const before = (await ask.log()).count
    await page.getByText('This browser keeps no data').last().waitFor()
    await gradeByKey(page, '3')
    await expect.poll(async () => (await ask.log()).count, { timeout: 120_000 }).toBe(before + 1)
    await context.close()
  })

  test('a full device says so, offers a copy, and still sends', async () => {
    const { page, context } = await live.newPage()
    await page.addInitScript(() => {
      // oxlint-disable-next-line typescript/unbound-method -- the proxy hands the store on
      IDBObjectStore.prototype.put = new Proxy(IDBObjectStore.prototype.put, {
        apply(put, store: IDBObjectStore, args: unknown[]) {
          if (store.name === 'waiting') throw new DOMException('full', 'QuotaExceededError')
          return Reflect.apply(put, store, args) as IDBRequest<IDBValidKey>
        },
      })
    })
    await page.route('**/api/v1/reviews', (route) => route.abort())
    await page.goto(`${live.url}/review`)
    const before = (await ask.log()).count
    await gradeByKey(page, '3')
    await page
      .getByText(/no room left: 1 answer only in this page/)
      .last()
      .waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export answers' }).click()
    expect((await download).suggestedFilename()).toBe('recollect-unsent-answers.json')
    await page.unroute('**/api/v1/reviews')
    await expect.poll(async () => (await ask.log()).count, { timeout: 120_000 }).toBe(before + 1)
    await context.close()
  })

  test('a card that cannot be shown is put aside, and the next one is fine', async () => {
    const { page, context } = await live.newPage()
    // Cards in a drill wait for their time, so the first that is asked is the first of the others.
    const first = (await ask.queue()).cards.findIndex((card) => card.reason !== 'drill')
    await page.route('**/api/v1/queue*', async (route) => {
      const response = await route.fetch()
      const reply = (await response.json()) as { cards: object[] }
      const cards = reply.cards.map((card, i) =>
        i === first ? { ...card, answer: null, previews: null } : card,
      )
      await route.fulfill({ response, json: { ...reply, cards } })
    })
    await page.goto(`${live.url}/review`)
    await page.getByText('This card cannot be shown.').waitFor()
    await page.getByRole('button', { name: 'Bury it until tomorrow' }).click()
    await gradeByKey(page, '3')
    await context.close()
  })

  test('a part that does not load leaves a sentence and a way on', async () => {
    const { page, context } = await inReview()
    await page.route('**/assets/summary-page*', (route) => route.abort())
    await gradeByKey(page, '3')
    await showAnswer(page).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'This page did not load' }).waitFor()
    await page.unroute('**/assets/summary-page*')
    await page.getByRole('button', { name: 'Reload' }).click()
    await page.getByRole('heading', { level: 1, name: /cards?, about/ }).waitFor()
    await context.close()
  })

  test('a clock far from the server’s is named', async () => {
    const { page, context } = await live.newPage()
    await page.clock.setFixedTime(noon + 3 * 3_600_000)
    await page.goto(`${live.url}/review`)
    await page.getByText('clock is 3 hours ahead of the server').first().waitFor()
    await context.close()
  })
})

test('a review begun again with what lies on the device is no practice, however few cards there are', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-few-'))
  await writeFile(join(folder, 'caching.md'), someNotes)
  const few = await startLiveApp(browser, folder, noon)
  const { page, context } = await few.newPage({ installs: true })
  await page.goto(`${few.url}/review`)
  await showAnswer(page).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  const stock = async () =>
    (await stored(page, 'kept')).filter((kept) => kept instanceof Object && 'siblingDays' in kept)
  // The cards of the next days came, and with so few they are those of today as well.
  await expect.poll(stock, { timeout: 120_000 }).toHaveLength(1)
  expect((await stored<{ reason: string }>(page, 'cards')).map(({ reason }) => reason)).not.toContain(
    'practice',
  )
  await context.setOffline(true)
  await page.goto(`${few.url}/review`)
  await gradeByKey(page, '3')
  await expect
    .poll(async () => (await stored<EventBody & { effect?: string }>(page, 'waiting')).map((e) => e.effect))
    .toEqual(['schedule'])
  await context.close()
  await few.close()
  await rm(folder, { recursive: true })
})

test('a device that only ever opened Today reviews without a server, too', async () => {
  const { page, context } = await live.newPage({ installs: true })
  await page.goto(live.url)
  await page.getByRole('heading', { level: 1, name: /cards?, about/ }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(async () => (await stored(page, 'cards')).length, { timeout: 120_000 }).toBeGreaterThan(0)
  await context.setOffline(true)
  await page.goto(`${live.url}/review`)
  await gradeByKey(page, '3')
  await expect.poll(async () => (await stored(page, 'waiting')).length).toBe(1)
  await context.close()
})

test('cards of the days to come leave those of today as they lie here, however late they arrive', async () => {
  const { page, context } = await live.newPage({ installs: true })
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/api/v1/stock?*', async (route) => {
    await held
    await route.continue()
  })
  // As while the server still reads: there is one card so far.
  await page.route('**/api/v1/queue?*', async (route) => {
    const response = await route.fetch()
    const reply = (await response.json()) as { cards: unknown[] }
    await route.fulfill({ response, json: { ...reply, cards: reply.cards.slice(0, 1) } })
  })
  const stockAsked = page.waitForRequest('**/api/v1/stock?*')
  await page.goto(`${live.url}/review`)
  await showAnswer(page).waitFor()
  await stockAsked
  const other = await context.newPage()
  await other.route('**/api/v1/stock?*', (route) => route.abort())
  await other.goto(`${live.url}/review`)
  const queued = async () => {
    const rows = await stored<{ ids?: string[]; scheduler?: object }>(page, 'kept')
    return rows.flatMap(({ ids, scheduler }) => (scheduler === undefined ? [] : (ids ?? [])))
  }
  await expect.poll(async () => (await queued()).length).toBeGreaterThan(10)
  const ids = new Set(await queued())
  letGo()
  await expect
    .poll(async () => (await stored<{ siblingDays?: object }>(page, 'kept')).map((row) => row.siblingDays))
    .toContainEqual(expect.any(Object))
  await expect.poll(async () => (await stored(page, 'cards')).length).toBeGreaterThan(ids.size)
  const cards = await stored<{ id: string; previews: unknown[] }>(page, 'cards')
  const here = cards.filter(({ id }) => ids.has(id))
  expect(here).toHaveLength(ids.size)
  expect(here.filter(({ previews }) => previews.length === 0)).toEqual([])
  await context.close()
})
