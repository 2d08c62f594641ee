import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventBody } from '../../shared/api/reviews.ts'
import { type LiveApp, gradeByKey, launchBrowser, startLiveApp } from '../support/browser.ts'
import { noon } from '../support/factories.ts'
import { cardOnTable, said, showAnswer, talkTo } from '../support/sitting.ts'

const note = `# Web

- **Redis**: an in-memory store
- **Nginx**: a reverse proxy
- **MVT**: the pattern of Django
- **POST**: the verb that creates
- **Docker**: a way to ship a program with all it needs

## Codes

Q: Which status says that nobody is signed in?
A: 401

Q: Which keyword begins a function in Python?
A: \`def\`
`

/** Many short cards, so that every test finds its own. */
async function aLibrary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-review-'))
  await writeFile(join(folder, 'web.md'), note)
  const terms = Array.from({ length: 40 }, (_, i) => `Q: What is the sum of ${i} and 1?\nA: ${i + 1}\n`)
  await writeFile(join(folder, 'sums.md'), `# Sums\n\n${terms.join('\n')}`)
  return folder
}

const aList = `# Rocks

The three kinds of rock are:

- igneous
- sedimentary
- metamorphic
`

let browser: Browser
let live: LiveApp
let ask: ReturnType<typeof talkTo>
beforeAll(async () => {
  browser = await launchBrowser()
  live = await startLiveApp(browser, await aLibrary(), noon)
  ask = talkTo(live.url)
  await ask.set({ newPerDay: 200, burySiblings: false, fuzz: false, zone: 'UTC' })
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

async function inReview(options: Parameters<LiveApp['newPage']>[0] = {}) {
  const made = await live.newPage(options)
  await made.page.goto(`${live.url}/review`)
  await showAnswer(made.page).waitFor()
  return made
}
const left = async (page: Page) =>
  Number(/(\d+) left/.exec((await page.locator('.sitting-counts').textContent()) ?? '')?.[1])
/** The part of a card that has the focus, or else its class. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.getAttribute('data-part') ?? activeElement?.className ?? ''
  })
const goodKey = (page: Page) => page.getByRole('button', { name: /^Good/ })

describe('keys', () => {
  test('from Today to the first prompt is one key; Space turns it; each key shows its day', async () => {
    const { page, context } = await live.newPage()
    await page.goto(live.url)
    await page.getByRole('heading', { name: /^\d+ cards, about \d+ minutes?$/ }).waitFor()
    await page.keyboard.press('Space')
    await showAnswer(page).waitFor()
    await page.keyboard.press('Space')
    expect(await page.locator('.grade small').allTextContents()).toEqual([
      'today, then 1 d',
      'today, then 1 d',
      '1 d',
      // Under SM-2 Easy is asked on the same day as Good, and longer and longer after later.
      '1 d, then longer',
    ])
    await page.waitForTimeout(200)
    const before = await left(page)
    await page.keyboard.press('Space')
    await showAnswer(page).waitFor()
    expect(await left(page)).toBe(before - 1)
    await expect.poll(() => said(page)).toMatch(/^Good, next in 1 day\. \d+ left\./)
    await context.close()
  })

  test('a held or doubled key never grades two cards', async () => {
    const { page, context } = await inReview()
    const first = await left(page)
    await page.evaluate(() => {
      const press = (key: string, repeat: boolean) =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true }),
        )
      press(' ', false)
      for (let i = 0; i < 20; i++) press(' ', true)
      press(' ', false)
    })
    await goodKey(page).waitFor()
    expect(await left(page)).toBe(first)
    await page.evaluate(() => {
      for (let i = 0; i < 10; i++)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', repeat: i > 1, bubbles: true }))
    })
    await showAnswer(page).waitFor()
    expect(await left(page)).toBe(first - 1)
    // The second click of a double click lands on the button that stands in the same place.
    await page.keyboard.press('Enter')
    await goodKey(page).waitFor()
    await page.waitForTimeout(250)
    await goodKey(page).dblclick()
    await page.waitForTimeout(100)
    expect(await left(page)).toBe(first - 2)
    expect(await showAnswer(page).isVisible()).toBe(true)
    await context.close()
  })

  test('single keys can be changed and switched off', async () => {
    const { page, context } = await inReview()
    await page.keyboard.press('?')
    await page.getByRole('button', { name: /^Change the key for: Again/ }).click()
    await page.keyboard.press('j')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Space')
    await goodKey(page).waitFor()
    await page.keyboard.press('1')
    expect(await goodKey(page).isVisible()).toBe(true)
    await page.keyboard.press('j')
    await showAnswer(page).waitFor()
    await expect.poll(() => said(page)).toMatch(/^Again/)
    await page.keyboard.press('?')
    await page.getByRole('checkbox', { name: /Single keys/ }).uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('z')
    expect(await showAnswer(page).isVisible()).toBe(true)
    await page.keyboard.press('Control+z')
    await goodKey(page).waitFor()
    await context.close()
  })
})

describe('steps', () => {
  test('twenty-five steps are undone and redone, with card, schedule and counts', async () => {
    const { page, context } = await inReview()
    const states: { card: string; left: number }[] = []
    const answered: string[] = []
    const look = async () => ({ card: await cardOnTable(page), left: await left(page) })
    for (let i = 0; i < 25; i++) {
      states.push(await look())
      answered.push(await cardOnTable(page))
      await gradeByKey(page, ['3', '1', '4', '2', '3'][i % 5] ?? '3')
    }
    const end = await look()
    for (const state of states.toReversed()) {
      await page.keyboard.press('z')
      await goodKey(page).waitFor()
      await expect.poll(look).toEqual(state)
      expect(await page.locator('.grade.undone').count()).toBe(1)
    }
    for (let i = 0; i < 25; i++) await page.keyboard.press('y')
    await expect.poll(look).toEqual(end)
    for (let i = 0; i < 25; i++) await page.keyboard.press('z')
    await expect.poll(look).toEqual(states[0])
    await expect
      .poll(
        async () => (await Promise.all(answered.slice(0, 8).map(ask.card))).map((card) => card.state.answers),
        {
          timeout: 120_000,
        },
      )
      .toEqual((await Promise.all(answered.slice(0, 8).map(ask.card))).map(() => 0))
    await context.close()
  })

  test('an answer that is taken back while it travels is not taken for one from elsewhere', async () => {
    const { page, context } = await inReview()
    const card = await cardOnTable(page)
    let arrive: () => void = () => {}
    const isFree = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await page.route('**/api/v1/reviews', async (route) => {
      const reply = await route.fetch()
      await isFree
      await route.fulfill({ response: reply })
    })
    const sent = page.waitForRequest('**/api/v1/reviews')
    await gradeByKey(page, '4')
    await gradeByKey(page, '4')
    await sent
    await showAnswer(page).waitFor()
    await page.keyboard.press('z')
    await goodKey(page).waitFor()
    await page.keyboard.press('z')
    await expect.poll(() => said(page)).toContain('Undid Easy')
    const settled = page.waitForResponse('**/api/v1/reviews')
    arrive()
    await settled
    await expect.poll(async () => (await ask.card(card)).state.answers, { timeout: 120_000 }).toBe(0)
    expect(await said(page)).toContain('Undid Easy')
    expect(await page.getByText('answered elsewhere').count()).toBe(0)
    expect(await cardOnTable(page)).toBe(card)
    await context.close()
  })

  test('flag, bury and suspend are one key each, and each is undone', async () => {
    const { page, context } = await inReview()
    const card = await cardOnTable(page)
    for (const [key, words] of [
      ['-', 'Buried until tomorrow'],
      ['@', 'Suspended until'],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => cardOnTable(page)).not.toBe(card)
      await expect.poll(() => said(page)).toContain(words)
      await page.keyboard.press('z')
      await expect.poll(() => cardOnTable(page)).toBe(card)
    }
    await page.keyboard.press('f')
    await page.getByText('Flagged. Why?').first().waitFor()
    await page.keyboard.press('2')
    await expect.poll(async () => (await ask.card(card)).flag).toBe('unclear')
    expect(await cardOnTable(page)).toBe(card)
    await page.keyboard.press('z')
    await expect.poll(async () => (await ask.card(card)).flag).toBeNull()
    await expect.poll(async () => (await ask.card(card)).state.suspended, { timeout: 120_000 }).toBe(false)
    expect((await ask.card(card)).state.buriedUntil).toBeNull()
    await context.close()
  })

  test('a card is edited where it stands; the card and the focus come back', async () => {
    const { page, context } = await inReview()
    const card = await cardOnTable(page)
    await page.keyboard.press('Space')
    await page.keyboard.press('e')
    await page.getByLabel('Question').fill('What was edited here?')
    await page.keyboard.press('Control+Enter')
    await page.getByText('What was edited here?').waitFor()
    expect(await cardOnTable(page)).toBe(card)
    await expect.poll(() => focused(page)).toBe('card-answer')
    expect((await ask.card(card)).front).toBe('What was edited here?')
    await page.locator('.quiet-line').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => said(page)).toBe('The card has its old words again.')
    await expect.poll(() => page.getByText('What was edited here?').count()).toBe(0)
    expect((await ask.card(card)).front).not.toBe('What was edited here?')
    await page.keyboard.press('e')
    await page.getByLabel('Question').fill('What was edited here?')
    await page.keyboard.press('Control+Enter')
    await page.getByText('What was edited here?').waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('Question').fill('thrown away')
    await page.keyboard.press('Escape')
    await page.getByText('What was edited here?').waitFor()
    await context.close()
  })
})

describe('typing', () => {
  async function practise(words: string) {
    const made = await live.newPage()
    await made.page.goto(`${live.url}/review?practice=1&q=${words}`)
    await showAnswer(made.page).waitFor()
    return made
  }

  test('case, spaces and the last full stop do not matter; another number does', async () => {
    const { page, context } = await practise('nobody')
    const field = page.getByLabel('Type your answer')
    await field.waitFor()
    await page.keyboard.press('t')
    await page.keyboard.type('404')
    await page.keyboard.press('Enter')
    await page.getByText('Not right', { exact: true }).waitFor()
    await expect.poll(() => said(page)).toBe('Not right: you wrote 404, answer 401.')
    expect(await page.locator('.grade.suggested').textContent()).toContain('Again')
    expect(await page.locator('.card-diff del, .card-diff ins').count()).toBeGreaterThan(1)
    expect(await page.locator('.card-diff').textContent()).toMatch(/extra .*missing/)
    // Passing it all the same is the learner's right, and stays to be seen.
    await page.keyboard.press('3')
    const forms = async () => {
      const { events } = (await (await fetch(`${live.url}/api/v1/reviews`)).json()) as {
        events: { event: EventBody }[]
      }
      return events.flatMap(({ event }) => (event.kind === 'reviewed' ? [event.kindShown] : []))
    }
    await expect.poll(forms).toContain('typed_miss')
    await context.close()
    const again = await practise('keyword')
    await again.page.getByLabel('Type your answer').fill('  def ')
    await again.page.keyboard.press('Enter')
    await again.page.getByText('Right', { exact: true }).waitFor()
    await again.context.close()
  })

  test('a key that goes to the field before the first frame keeps the focus there', async () => {
    const { page, context } = await live.newPage()
    await page.addInitScript(() => {
      const frames: FrameRequestCallback[] = []
      Object.assign(window, {
        frames_: frames,
        requestAnimationFrame: (f: FrameRequestCallback) => frames.push(f),
      })
    })
    await page.goto(`${live.url}/review?practice=1&q=nobody`)
    const field = page.getByLabel('Type your answer')
    await field.waitFor()
    await page.keyboard.press('t')
    const isFocused = () => field.evaluate((it) => it === document.activeElement)
    expect(await isFocused()).toBe(true)
    await page.evaluate(() => {
      for (const frame of (window as unknown as { frames_: FrameRequestCallback[] }).frames_) frame(0)
    })
    expect(await isFocused()).toBe(true)
    await context.close()
  })
})

describe('what is seen and heard', () => {
  test('the counts are words; the focus goes to the answer and to the next prompt; one region speaks', async () => {
    const { page, context } = await inReview()
    expect(await page.locator('.sitting-counts').textContent()).toMatch(/\d+ left · about \d+ min/)
    await page.keyboard.press('Space')
    await expect.poll(() => focused(page)).toBe('card-answer')
    await expect.poll(() => said(page)).toContain('Answer shown.')
    await page.keyboard.press('4')
    await expect.poll(() => focused(page)).toBe('prompt')
    await expect.poll(() => said(page)).toMatch(/^Easy, next in 1 day\. \d+ left\./)
    expect(await page.locator('[role=status], [aria-live]').count()).toBe(1)
    await page.keyboard.press('z')
    await expect.poll(() => said(page)).toContain('Undid Easy')
    await expect.poll(() => focused(page)).toBe('card-answer')
    await context.close()
  })

  test('at 320 px nothing scrolls sideways; grade keys are large and low on a phone', async () => {
    const { page, context } = await inReview({ width: 320, height: 640, touch: true })
    await showAnswer(page).tap()
    await page.waitForTimeout(250)
    const boxes = await page
      .locator('.grade')
      .evaluateAll((keys) => keys.map((key) => key.getBoundingClientRect().toJSON()))
    for (const box of boxes as DOMRect[]) {
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
      expect(box.top).toBeGreaterThan((640 * 2) / 3)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await goodKey(page).tap()
    await showAnswer(page).waitFor()
    // 1280 px at 400 % is a window of 320 × 200: the bar must not cover the card.
    await page.setViewportSize({ width: 320, height: 200 })
    expect(await page.locator('.sitting-foot').evaluate((foot) => getComputedStyle(foot).position)).toBe(
      'static',
    )
    await context.close()
  })

  test('with reduced motion no animation runs', async () => {
    const { page, context } = await inReview({ reducedMotion: true })
    await page.keyboard.press('Space')
    await goodKey(page).waitFor()
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
    await context.close()
  })

  test('the time of an answer is capped, and stands still in a hidden tab', async () => {
    const { page, context } = await live.newPage()
    // Spans are measured by the page's own watch, which this test turns.
    await page.addInitScript(() => {
      const real = performance.now.bind(performance)
      const watch = { ahead: 0 }
      Object.assign(globalThis, { watch })
      performance.now = () => real() + watch.ahead
    })
    const sent: EventBody[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/reviews'))
        sent.push(...(JSON.parse(request.postData() ?? '{"events":[]}') as { events: EventBody[] }).events)
    })
    await page.goto(`${live.url}/review`)
    await showAnswer(page).waitFor()
    const turnWatch = (ms: number) =>
      page.evaluate(
        (by) => void ((globalThis as unknown as { watch: { ahead: number } }).watch.ahead += by),
        ms,
      )
    const show = (state: string) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await turnWatch(600_000)
    await gradeByKey(page, '3')
    await showAnswer(page).waitFor()
    await show('hidden')
    await turnWatch(30_000)
    await show('visible')
    await gradeByKey(page, '3')
    await expect.poll(() => sent.length, { timeout: 120_000 }).toBeGreaterThanOrEqual(2)
    const durations = sent.map((event) => (event.kind === 'reviewed' ? event.durationMs : -1))
    expect(durations[0]).toBe(60_000)
    expect(durations[1]).toBeLessThan(20_000)
    await context.close()
  })

  test('the end says what was recalled, what was forgotten, and what comes tomorrow', async () => {
    const { page, context } = await inReview()
    await gradeByKey(page, '1')
    await gradeByKey(page, '3')
    await showAnswer(page).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 1, name: /^2 cards, / }).waitFor()
    await page.getByRole('heading', { name: 'Forgotten this time' }).waitFor()
    await page
      .getByText(/left today|Tomorrow:/)
      .first()
      .waitFor()
    await page.keyboard.press('r')
    await page.getByText('Practice: your answer is noted').waitFor()
    const card = await cardOnTable(page)
    const before = (await ask.card(card)).state.schedule
    await gradeByKey(page, '3')
    await page.getByRole('heading', { level: 1, name: /^1 card, / }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${live.url}/`)
    expect((await ask.card(card)).state.schedule).toEqual(before)
    await context.close()
  })
})

test('the items of a list are ticked off one by one, and the ticks suggest the grade', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recollect-lists-'))
  await writeFile(join(folder, 'rocks.md'), aList)
  const lists = await startLiveApp(browser, folder, noon)
  await talkTo(lists.url).set({ cardDensity: 'all' })
  const { page } = await lists.newPage()
  await page.goto(`${lists.url}/review`)
  await page.getByText('Name the three').waitFor()
  const card = await cardOnTable(page)
  await page.keyboard.press('Space')
  const boxes = page.getByRole('checkbox')
  await boxes.first().waitFor()
  const suggested = () => page.locator('.grade.suggested').textContent()
  expect(await suggested()).toMatch(/^Good/)
  await boxes.first().click()
  await expect.poll(suggested).toMatch(/^Again/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect.poll(suggested).toMatch(/^Hard/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect.poll(suggested).toMatch(/^Good/)
  // The focus is in a box: Space ticked it, and every other key is still the review's.
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect
    .poll(async () => (await talkTo(lists.url).card(card)).history.map(({ grade }) => grade))
    .toEqual([4])
  await lists.close()
  await rm(folder, { recursive: true })
})
