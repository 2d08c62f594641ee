import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { contrastsOf, ringContrast } from '../support/contrast.ts'
import { eventually } from '../support/eventually.ts'
import { dayMs, noon } from '../support/factories.ts'
import { isInSight } from '../support/in-sight.ts'
import { askLibrary } from '../support/library-state.ts'
import { aNotesFolder, sums } from '../support/notes-folder.ts'
import { settle } from '../support/settle.ts'
import { showAnswer, talkTo } from '../support/sitting.ts'

/** A window of 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 }
/** For so long the finger that revealed or graded is not heard again, and a little longer. */
const pause = 250
const long = `# Long

- **Circumnavigation**: a voyage all the way around the world that comes back to the harbour it began in.
- **Hygroscopy**: the way in which a substance takes up water out of the air that surrounds it.
- **CBA** (Cost Benefit Analysis): a way to weigh what a plan costs.
`

let browser: Browser
let live: LiveApp
let ask: ReturnType<typeof talkTo>
let screens: Record<string, string>
beforeAll(async () => {
  browser = await launchBrowser()
  const folder = await aNotesFolder({
    'long.md': long,
    'sums.md': sums(6),
    'other.md': '# Other\n\n- **CBA** (Cheap But Able): a way to weigh what a plan costs.\n',
  })
  live = await startLiveApp(browser, folder, noon)
  const library = askLibrary(live.url)
  ask = talkTo(live.url)
  await ask.set({ newPerDay: 4, burySiblings: false, fuzz: false, zone: 'UTC' })
  const note = await library.note('long.md')
  const { id } = await library.concept('CBA')
  screens = {
    today: '/',
    review: '/review?practice=1',
    quiz: '/quiz',
    concepts: '/concepts',
    concept: `/concepts/${id}`,
    notes: '/notes',
    note: `/notes/${note.id}?line=4`,
    editor: `/notes/${note.id}/edit?line=4`,
    inbox: '/inbox',
    skim: '/skim',
    cards: '/cards',
    changes: '/notes/changes',
    stats: '/stats',
    settings: '/settings',
  }
})
afterAll(async () => {
  await live.close()
  await browser.close()
})

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(live.url + address)
  await settle(page)
}
/** The part of a card that has the focus, or else its class. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.getAttribute('data-part') ?? activeElement?.className ?? ''
  })
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
/** What has the focus and cannot be seen, or null. */
const hiddenFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body) return null
    // A file field lies unseen in the label that shows it.
    const element = focused.matches('.vh') ? (focused.closest('label') ?? focused) : focused
    const box = element.getBoundingClientRect()
    const shares = [0.1, 0.5, 0.9]
    const isSeen = shares.some((across) =>
      shares.some((down) => {
        const top = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down)
        return top !== null && (element.contains(top) || top.contains(element))
      }),
    )
    return isSeen ? null : `${element.outerHTML.slice(0, 120)} at ${Math.round(box.top)}`
  })

describe('at 400 %', () => {
  test('no screen scrolls sideways, and what Tab comes to is never hidden behind a bar', async () => {
    const { page, context } = await live.newPage(zoomed)
    for (const [name, address] of Object.entries(screens)) {
      await visit(page, address)
      expect({ name, sideways: await sideways(page) }).toEqual({ name, sideways: 0 })
      for (let i = 0; i < 30; i++) {
        await page.keyboard.press('Tab')
        expect({ name, hidden: await hiddenFocus(page) }).toEqual({ name, hidden: null })
      }
    }
    await context.close()
  })

  test('a whole review is done by keyboard, and the prompt and the answer that get the focus are in sight', async () => {
    const { page, context } = await live.newPage(zoomed)
    await page.goto(live.url)
    await page.getByRole('heading', { level: 1, name: /cards?, about/ }).waitFor()
    await page.keyboard.press('Space')
    for (let left = 4; left > 0; left--) {
      await showAnswer(page).waitFor()
      await eventually(() => focused(page)).toBe('prompt')
      expect(await isInSight(page.locator('.card-prompt'))).toBe(true)
      await page.keyboard.press('Space')
      await page.locator('.grades').waitFor()
      await eventually(() => focused(page)).toBe('card-answer')
      expect(await sideways(page)).toBe(0)
      await eventually(() => isInSight(page.locator('.card-answer'))).toBe(true)
      for (let i = 0; i < 8; i++) {
        await page.keyboard.press('Tab')
        expect(await hiddenFocus(page)).toBeNull()
      }
      await page.keyboard.press('3')
    }
    await page.waitForURL(/\/review\/done/)
    await eventually(() => isInSight(page.getByRole('heading', { level: 1 }))).toBe(true)
    await context.close()
  })

  test('a whole review is done by tapping', async () => {
    // The next day has cards of its own.
    await live.setTime(noon + dayMs)
    const { counts } = await ask.queue()
    const { page, context } = await live.newPage({ ...zoomed, touch: true })
    await page.goto(live.url)
    await page.getByRole('button', { name: 'Start review' }).tap()
    for (let left = counts.total; left > 0; left--) {
      await page.waitForTimeout(pause)
      await showAnswer(page).tap()
      const good = page.getByRole('button', { name: /^Good/ })
      await good.scrollIntoViewIfNeeded()
      expect(await isInSight(good)).toBe(true)
      await page.waitForTimeout(pause)
      await good.tap()
      await page.locator('.grades').waitFor({ state: 'hidden' })
    }
    await page.waitForURL(/\/review\/done/)
    await context.close()
  })
})

describe.each([{ dark: false }, { dark: true }])('dark: $dark', ({ dark }) => {
  const controls =
    '.btn, .input, .grade, .editor-sides, input[type="text"], input[type="search"], input[type="number"], select, textarea.input'
  const marks =
    '.chart .bar, .chart .line, .chart .line-now, .chart .band, .week-bar, .level svg *, .strata, .strata-legend i, .progress i, .icon'

  test('the edges of controls and the marks of charts stand out three to one', async () => {
    const { page, context } = await live.newPage({ dark })
    const weak: unknown[] = []
    for (const [name, address] of Object.entries(screens)) {
      await visit(page, address)
      if (name === 'review') {
        await showAnswer(page).waitFor()
        await page.keyboard.press('Space')
        await page.locator('.grades').waitFor()
      }
      if (name === 'stats') {
        await page.getByRole('button', { name: 'Play it forward' }).click()
        await page.locator('.chart .band-area').first().waitFor()
      }
      for (const { what, ratio } of await contrastsOf(
        page,
        `:is(${controls}, ${marks}):not(:disabled, :disabled *)`,
      ))
        if (ratio < 3) weak.push([name, what, Math.round(ratio * 100) / 100])
    }
    expect(weak).toEqual([])
    await context.close()
  })

  test('the ring around what has the focus stands out three to one', async () => {
    const { page, context } = await live.newPage({ dark })
    const weak: unknown[] = []
    for (const [name, address] of Object.entries(screens)) {
      await visit(page, address)
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press('Tab')
        const ring = await ringContrast(page)
        const isNowhere = await page.evaluate(() => document.activeElement === document.body)
        if (!isNowhere && (ring === null || ring.ratio < 3))
          weak.push([name, ring, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 150))])
      }
    }
    expect(weak).toEqual([])
    await context.close()
  })
})
