import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EpochMs, studyDayOf } from '../../shared/basics/time.ts'
import { openSqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import { gradeByKey, launchBrowser, startLiveApp } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { dayMs, noon } from '../support/factories.ts'
import { aNotesFolder, sums } from '../support/notes-folder.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'
import { cardOnTable, showAnswer, talkTo } from '../support/sitting.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('after a long pause', () => {
  /** Answers these cards with Good, as a page would tell the server. */
  async function answerAll(url: string, ids: readonly string[], at: number): Promise<void> {
    const events = ids.map((cardId) => ({
      kind: 'reviewed',
      id: uuidv7(),
      deviceId: 'another-device',
      at,
      zone: 'UTC',
      studyDay: studyDayOf(at as EpochMs, 'UTC', 4),
      cardId,
      grade: 4,
      durationMs: 6000,
      via: 'review',
      effect: 'schedule',
      kindShown: 'basic',
      profile: 'sm2',
    }))
    const response = await fetch(`${url}/api/v1/reviews`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ events }),
    })
    expect(response.status).toBe(200)
  }

  test('Today offers to spread what piled up, changes nothing before the learner agrees, and then keeps its word', async () => {
    const live = await startLiveApp(browser, await aNotesFolder({ 'sums.md': sums(150) }), noon)
    const ask = talkTo(live.url)
    await ask.set({ newPerDay: 12, burySiblings: false, fuzz: false, zone: 'UTC' })
    const { page, context, faults } = await live.newPage()
    const offer = page.getByRole('heading', { name: 'A lot has piled up. Spread it?' })
    const today = async () => {
      await page.goto(live.url)
      await page.getByRole('heading', { name: 'What you know' }).waitFor()
    }
    for (const day of [0, 1, 2, 3, 4]) {
      await live.setTime(noon + day * dayMs)
      const { cards } = await ask.queue(200)
      const fresh = cards.filter((card) => card.reason === 'new').map(({ id }) => id)
      await answerAll(live.url, fresh, live.now)
    }
    const answered = (await ask.log()).count
    expect(answered).toBe(60)
    // A usual day's worth is no reason to speak.
    await live.setTime(noon + dayMs)
    await today()
    expect(await offer.count()).toBe(0)

    await live.setTime(noon + 64 * dayMs)
    await today()
    await offer.waitFor()
    const before = await ask.queue()
    expect(before.counts).toMatchObject({ review: answered, new: 12 })
    await page.getByText(`${answered} reviews wait.`).waitFor()
    await page.getByLabel('Over').selectOption('3')
    const days = page.locator('.today-comeback-days li')
    await eventually(() => days.count()).toBe(3)
    const [first = '', , last = ''] = await days.allInnerTexts()
    expect(last).toContain('; 0 left after it')
    expect(await ask.queue()).toEqual(before)

    await page.getByRole('button', { name: 'Spread it' }).click()
    await page.getByText('Your way back: 3 days left, no new cards until then.').waitFor()
    const share = Number(/: (\d+) reviews?,/.exec(first)?.[1])
    expect(share).toBeLessThan(answered / 2)
    expect((await ask.queue()).counts).toMatchObject({ review: share, new: 0, total: share })
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${share} cards, about`) }).waitFor()
    await live.setTime(noon + 65 * dayMs)
    await today()
    await page.getByText('Your way back: 2 days left').waitFor()

    await page.getByRole('button', { name: 'End it' }).click()
    await offer.waitFor()
    expect((await ask.queue()).counts).toMatchObject({ review: answered, new: 12 })
    expect(faults).toEqual([])
    await context.close()
    await live.close()
  })
})

describe('when the server has another database', () => {
  let server: ServerProcess
  let url: string
  let folders: { data: string; backup: string; other: string }
  let page: Page
  let learnings: string
  const start = async (dataDir: string) => {
    server = startProcess({
      DATA_DIR: dataDir,
      LEARNINGS_DIR: learnings,
      ...(url === '' ? {} : { PORT: new URL(url).port }),
    })
    url = await server.url
  }
  const stop = async () => {
    server.child.kill('SIGTERM')
    await server.ended
  }
  const grade = async (count: number) => {
    const ids: string[] = []
    for (let i = 0; i < count; i++) {
      await showAnswer(page).waitFor()
      ids.push(await cardOnTable(page))
      await gradeByKey(page, '3')
    }
    return ids
  }
  const log = async () => (await talkTo(url).log()).count

  /** A page with three answers in the backup, two that only the server had, and two that it never got. */
  async function aPageWithSevenAnswers(): Promise<string[]> {
    url = ''
    const folder = await mkdtemp(join(tmpdir(), 'recollect-return-'))
    folders = { data: join(folder, 'data'), backup: join(folder, 'backup'), other: join(folder, 'other') }
    learnings = await aNotesFolder({ 'sums.md': sums(60) })
    await start(folders.data)
    await talkTo(url).set({ newPerDay: 200, burySiblings: false, fuzz: false })
    page = await browser.newPage({ serviceWorkers: 'block' })
    await page.goto(`${url}/review`)
    const saved = await grade(3)
    await eventually(log).toBe(3)
    await stop()
    await cp(folders.data, folders.backup, { recursive: true })
    await start(folders.data)
    const sent = await grade(2)
    await eventually(log).toBe(5)
    await stop()
    return [...saved, ...sent, ...(await grade(2))]
  }

  test('an older copy of it is brought up to date by the page: no answer is lost, none counts twice, and it is said', async () => {
    const ids = await aPageWithSevenAnswers()
    await page.getByText('Offline. 2 answers saved on this device').last().waitFor()
    // What a restore does: the old rows under a new life.
    const copy = openSqliteFile(join(folders.backup, 'recollect.db'), {})
    copy.prepare('update instance set epoch = ?').run(uuidv7())
    copy.close()
    const told = page
      .getByText(/\d answers synced/)
      .last()
      .waitFor({ timeout: 120_000 })
    await start(folders.backup)
    await eventually(log).toBe(7)
    const histories = await Promise.all(ids.map(async (id) => (await talkTo(url).card(id)).history))
    expect(histories.map((history) => history.length)).toEqual(ids.map(() => 1))
    await told
    await page
      .getByText('The server’s data was set back. 5 answers kept here go to it again.')
      .last()
      .waitFor()
    await page.close()
    await stop()
    await rm(join(folders.data, '..'), { recursive: true, force: true })
  })

  test('one that does not know the cards gets nothing of them wrong: all answers are kept in this browser, and one sentence says where', async () => {
    await aPageWithSevenAnswers()
    await start(folders.other)
    await page.getByText('7 answers could not be recorded; see Settings').last().waitFor({ timeout: 120_000 })
    expect(await log()).toBe(0)
    await page.goto(`${url}/settings`)
    await page.getByRole('heading', { name: 'Answers that were refused' }).waitFor()
    await page.close()
    await stop()
    await rm(join(folders.data, '..'), { recursive: true, force: true })
  })
})
