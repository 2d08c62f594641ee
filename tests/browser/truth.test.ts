import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../shared/basics/random.ts'
import { type EpochMs, studyDayOf } from '../../shared/basics/time.ts'
import { type CardState, isInDrill } from '../../shared/schedule/schedule.ts'
import { type LiveApp, launchBrowser, startLiveApp } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { dayMs, noon } from '../support/factories.ts'
import { aNotesFolder, sums } from '../support/notes-folder.ts'
import { cardOnTable, showAnswer, talkTo } from '../support/sitting.ts'

let browser: Browser
let live: LiveApp
let ask: ReturnType<typeof talkTo>
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** What a key said before it was pressed, and on which day. */
interface Promised {
  readonly card: string
  readonly pressedOn: number
  /** `Due Thursday 14 May`. */
  readonly day: string
  /** `today, then 3 wk`. */
  readonly interval: string
}

/** Presses one of the four keys by chance; what it had promised comes back. */
async function gradeByChance(page: Page, chance: () => number): Promise<Promised> {
  await showAnswer(page).waitFor()
  const card = await cardOnTable(page)
  await page.keyboard.press('Space')
  const key = 1 + Math.floor(chance() * 4)
  const button = page.locator('.grade').nth(key - 1)
  const day = (await button.getAttribute('title')) ?? ''
  const interval = await button.locator('small').innerText()
  await page.keyboard.press(String(key))
  await page.locator('.grades').waitFor({ state: 'hidden' })
  return { card, pressedOn: live.now, day, interval }
}

const dayInWords = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})
/** How far a rounded number of each unit may be from the days it stands for. */
const units: Record<string, readonly [days: number, within: number]> = {
  d: [1, 0],
  wk: [7, 3.5],
  mo: [30.44, 15.3],
  y: [365.25, 18.3],
}

/** Compares what the keys promised with what the server holds now. */
async function expectKept(promises: readonly Promised[]): Promise<void> {
  const cards = await Promise.all(promises.map(({ card }) => ask.card(card)))
  const today = studyDayOf(live.now as EpochMs, 'UTC', 4)
  for (const [i, promised] of promises.entries()) {
    const { schedule } = cards[i]?.state ?? {}
    if (schedule === undefined || schedule.kind === 'new') throw new Error(`${promised.card} has no due day`)
    const due = Date.parse(`${schedule.dueOn}T12:00Z`)
    // Whether the year is said, too, is the key's own affair.
    expect(promised.day.replace(/ \d{4}$/, '')).toBe(`Due ${dayInWords.format(due).replace(',', '')}`)
    const [, amount = '', unit = ''] =
      /(?:^|then )([\d.]+) (d|wk|mo|y)(?:, then longer)?$/.exec(promised.interval) ?? []
    const [days, within] = units[unit] ?? [0, 0]
    const dueIn = Math.round((due - promised.pressedOn) / dayMs)
    expect(
      Math.abs(dueIn - Number(amount) * days),
      `${promised.interval} is ${dueIn} days`,
    ).toBeLessThanOrEqual(within)
    const isAskedAgain = isInDrill(cards[i]?.state as CardState, today)
    expect({ ...promised, isAskedAgain }).toEqual({
      ...promised,
      isAskedAgain: promised.interval.startsWith('today'),
    })
  }
}

/** Reviews by chance on several days, near and far; every press is compared once the server has it. Returns how many. */
async function reviewByChance(page: Page, chance: () => number, presses: number): Promise<number> {
  let kept = 0
  for (const days of [0, 1, 3, 9, 40, 200, 500]) {
    await live.setTime(noon + days * dayMs)
    await page.goto(`${live.url}/review`)
    await showAnswer(page)
      .or(page.getByText(/^Nothing due|^Nothing is due/))
      .first()
      .waitFor()
    let promises: Promised[] = []
    const settle = async () => {
      await eventually(logged).toBe(kept + promises.length)
      await expectKept(promises)
      kept += promises.length
      promises = []
    }
    for (let i = 0; i < presses && (await showAnswer(page).isVisible()); i++) {
      // A card that comes a second time would hide what its first key had promised.
      const card = await cardOnTable(page)
      if (promises.some((promised) => promised.card === card)) await settle()
      promises.push(await gradeByChance(page, chance))
    }
    await settle()
  }
  return kept
}
let logBefore = 0
const logged = async () => (await ask.log()).count - logBefore

test.each([{ scheduler: 'SM-2' }, { scheduler: 'FSRS-6' }])(
  'under $scheduler the stored due day is the one the key showed, for 200 random grades',
  async ({ scheduler }) => {
    live = await startLiveApp(browser, await aNotesFolder({ 'sums.md': sums(60) }), noon)
    ask = talkTo(live.url)
    await ask.set({ newPerDay: 40, burySiblings: false, fuzz: true, zone: 'UTC' })
    const { page, context, faults } = await live.newPage()
    if (scheduler !== 'SM-2') {
      await page.goto(`${live.url}/settings`)
      await page.getByRole('combobox', { name: 'Scheduler' }).selectOption(scheduler)
      await page.getByText('FSRS decides from now on').first().waitFor()
    }
    logBefore = (await ask.log()).count
    const kept = await reviewByChance(page, randomFrom(`truth ${scheduler}`), 30)
    expect(kept).toBeGreaterThanOrEqual(200)
    expect(faults).toEqual([])
    await context.close()
    await live.close()
  },
)
