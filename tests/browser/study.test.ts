import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { QueueReply } from '../../shared/api/queue.ts'
import { type LiveApp, gradeByKey, launchBrowser, startLiveApp } from '../support/browser.ts'
import { someNotes } from '../support/build-test-app.ts'
import { dayMs, noon } from '../support/factories.ts'
import { aNotesFolder } from '../support/notes-folder.ts'
import { showAnswer, talkTo } from '../support/sitting.ts'

vi.setConfig({ testTimeout: 60_000 })

const knots = `---
tags: [sailing]
---
# Knots

- **Bowline**: a knot that makes a loop which does not slip.
- **Sheet bend**: a knot that joins two ropes of unequal width.
- **Clove hitch**: a knot that ties a rope to a post.
`

let browser: Browser
let live: LiveApp
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  live = await startLiveApp(
    browser,
    await aNotesFolder({ 'caching.md': someNotes, 'boats/knots.md': knots }),
    noon,
  )
  await talkTo(live.url).set({ newPerDay: 3, zone: 'UTC', fuzz: false })
})
afterEach(() => live.close())

const chosen = (page: Page) => page.getByRole('region', { name: 'Your session' })
const faultsOf = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations
/** How many cards lie on the device of a page. */
const keptCards = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('recollect')
        opening.addEventListener('error', () => reject(new Error('closed')))
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('cards').objectStore('cards').count()
          counting.addEventListener('success', () => {
            opening.result.close()
            resolve(counting.result)
          })
        })
      }),
  )
const queue = async (query = '') =>
  (await (await fetch(`${live.url}/api/v1/queue?zone=UTC&limit=200${query}`)).json()) as QueueReply

test('from Today to a session over what was chosen: it says what counts, and starts with a key', async () => {
  const { page, context, faults } = await live.newPage()
  await page.goto(live.url)
  await page.getByRole('link', { name: 'Study something else' }).click()
  await page.getByRole('heading', { level: 1, name: 'Study what you choose' }).waitFor()
  await page.getByLabel('Find a concept, topic').fill('sailing')
  await page.getByRole('link', { name: '#sailing' }).click()
  await chosen(page).getByText('are new: this is their first day.').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await expect
    .poll(() =>
      chosen(page)
        .getByRole('link', { name: 'Start' })
        .evaluate((it) => it === document.activeElement),
    )
    .toBe(true)
  await page.keyboard.press('Enter')
  await gradeByKey(page, '3')
  await expect.poll(async () => (await queue('&tag=sailing')).counts.practice).toBe(1)
  await page.goto(`${live.url}/study?tag=sailing`)
  await chosen(page)
    .getByText('1 card is not due: practice. Your answers are noted and move nothing.')
    .waitFor()
  await live.setTime(noon + dayMs)
  await page.goto(`${live.url}/study?tag=sailing`)
  await chosen(page).getByText('1 card is due: it counts as on any day.').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('cards that are not due are practised, or counted ahead of their day when the learner says so', async () => {
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/review?tag=sailing`)
  await gradeByKey(page, '3')
  await showAnswer(page).waitFor()
  await expect.poll(async () => (await queue('&tag=sailing&state=learned')).counts.total).toBe(1)
  await live.setTime(noon + dayMs)
  await page.goto(`${live.url}/review?tag=sailing&state=due`)
  await gradeByKey(page, '3')
  await expect.poll(async () => (await queue('&tag=sailing&state=due')).counts.total).toBe(0)
  await live.setTime(noon + 2 * dayMs)
  await page.goto(`${live.url}/study?tag=sailing`)
  await chosen(page).getByLabel('Practise them: nothing moves.').waitFor()
  await chosen(page).getByLabel('Count them ahead of their day').check()
  await chosen(page).getByText('1 card comes ahead of its day').waitFor()
  await chosen(page).getByRole('link', { name: 'Start' }).click()
  await showAnswer(page).waitFor()
  expect(await page.getByText('practice').count()).toBe(0)
  await context.close()
})

test('a choice with nothing in it says why and offers the nearest, in the chooser and in a review', async () => {
  const { page, context } = await live.newPage({ width: 390, height: 844 })
  await page.goto(`${live.url}/study?tag=sailing&state=leech`)
  await chosen(page).getByText('No card of #sailing keeps being forgotten.').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await chosen(page)
    .getByRole('link', { name: /^All cards of #sailing/ })
    .click()
  await chosen(page).getByRole('link', { name: 'Start' }).waitFor()
  await page.goto(`${live.url}/review?q=zeppelin`)
  await page.getByText('No card that is asked fits the search “zeppelin”.').waitFor()
  await page.getByRole('link', { name: /^Cards never seen/ }).click()
  await showAnswer(page).waitFor()
  await context.close()
})

test('ten more new cards are one press away, for this day, with a way back', async () => {
  const { page, context } = await live.newPage()
  await page.goto(live.url)
  await page.getByRole('button', { name: '10 more new today' }).click()
  await page.getByText('Today up to 13 new cards instead of 3.').waitFor()
  expect((await queue()).counts.new).toBeGreaterThan(10)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('heading', { level: 1, name: /^3 cards/ }).waitFor()
  await page.getByRole('button', { name: '10 more new today' }).click()
  await page.getByText('Today up to 13').waitFor()
  await live.setTime(noon + dayMs)
  expect((await queue()).counts.new).toBe(3)
  await context.close()
})

test('what is worth doing says why, opens with its key, and stays away for a week when it is not wanted now', async () => {
  const { page, context } = await live.newPage()
  await talkTo(live.url).set({ leechLapses: 1 })
  for (const day of [0, 1]) {
    await live.setTime(noon + day * dayMs)
    await page.goto(`${live.url}/review?tag=sailing`)
    await gradeByKey(page, '1')
    await showAnswer(page).waitFor()
  }
  const name = 'A card you keep forgetting'
  await page.goto(live.url)
  const row = page.getByRole('listitem').filter({ hasText: name })
  await row.getByText('Why?').click()
  await row.getByText('Cards whose first try failed on 1 study day or more').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await row.getByRole('button', { name: 'Not now' }).click()
  await page.getByText('not for 7 days.').first().waitFor()
  await expect.poll(() => row.count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await row.waitFor()
  await page.keyboard.press('1')
  await showAnswer(page).waitFor()
  expect(new URL(page.url()).search).toBe('?state=leech')
  await context.close()
})

test('a concept, a folder, a note, a search and the palette are doors to it', async () => {
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/concepts?q=Bowline`)
  await page.getByRole('link', { name: /Bowline/ }).focus()
  await page.keyboard.press('p')
  await chosen(page).getByRole('heading', { name: 'Bowline' }).waitFor()
  await page.goto(`${live.url}/notes`)
  await page.getByRole('link', { name: 'Study boats/' }).click()
  await chosen(page).getByRole('heading', { name: 'The folder boats' }).waitFor()
  await page.goto(`${live.url}/cards?q=rope`)
  await page.getByRole('link', { name: 'Study these' }).click()
  await chosen(page).getByRole('heading', { name: 'The search “rope”' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByLabel('Search everything').fill('study cards never')
  await page.keyboard.press('Enter')
  await chosen(page).getByRole('heading', { name: 'Cards never seen' }).waitFor()
  await context.close()
})

test('an exam and a day of minutes are set on their pages, and Today says what they come to', async () => {
  const { page, context } = await live.newPage()
  await page.goto(`${live.url}/study?tag=sailing`)
  await chosen(page).getByText('An exam on it?').click()
  await chosen(page).getByRole('button', { name: 'Set the exam' }).click()
  await chosen(page).getByText('the exam is in 14 days').waitFor()
  await page.goto(`${live.url}/settings`)
  await page.getByLabel('Minutes a day').selectOption('10')
  await page.getByText(/new cards? a day keeps? you at 10 minutes/).waitFor()
  await page.goto(live.url)
  await page.getByText(/new cards? a day keeps? you at 10 minutes/).waitFor()
  await page.getByText('On the day you would recall about').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await live.setTime(noon + 20 * dayMs)
  await page.goto(live.url)
  await page.getByText('It is over. What now?').waitFor()
  await page.getByRole('button', { name: 'Go on as usual' }).click()
  await expect.poll(() => page.getByText('It is over. What now?').count()).toBe(0)
  await context.close()
})

test('without the server what lies on the device can be studied, and what does not is said', async () => {
  const { page, context } = await live.newPage({ installs: true })
  await page.goto(`${live.url}/review`)
  await showAnswer(page).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => keptCards(page), { timeout: 120_000 }).toBeGreaterThan(10)
  await context.setOffline(true)
  await page.goto(`${live.url}/study?folder=boats`)
  await chosen(page).getByText('these are the cards on this device').waitFor()
  await chosen(page).getByRole('link', { name: 'Start' }).click()
  await gradeByKey(page, '3')
  await page.goto(`${live.url}/study?tag=sailing`)
  await chosen(page).getByText('Which cards these are only the server knows').waitFor()
  await context.close()
})
