import { readFile, readdir } from 'node:fs/promises'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, type Page, chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { randomFrom } from '../../shared/basics/random.ts'
import { type ServerProcess, startProcess } from '../support/server-process.ts'
import { cardOnTable, showAnswer, talkTo } from '../support/sitting.ts'

const learnings = fileURLToPath(new URL('../../learnings', import.meta.url))
const rounds = 50

/** A browser with a profile of its own on the disk, as a person has one. */
async function openBrowser(profile: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  context.setDefaultTimeout(120_000)
  return context
}

/** Ends every process of the browser that uses this profile, with no chance to tidy up. */
async function killBrowser(profile: string): Promise<void> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (line.includes(profile) && !line.includes('vitest')) {
      try {
        process.kill(Number(pid), 'SIGKILL')
      } catch {
        // It went with its parent.
      }
    }
  }
}

/** How many answers of this visit the page calls done. */
const done = (page: Page) =>
  page
    .locator('[data-done]')
    .getAttribute('data-done', { timeout: 2000 })
    .then(Number, () => 0)

test('the tab, the browser and the server die fifty times: no answer shown as done is lost, none counts twice', async () => {
  const chance = randomFrom('kill')
  const [profile, dataDir] = await Promise.all([
    mkdtemp(join(tmpdir(), 'recollect-profile-')),
    mkdtemp(join(tmpdir(), 'recollect-killed-')),
  ])
  const env = { DATA_DIR: dataDir, LEARNINGS_DIR: learnings }
  let server: ServerProcess = startProcess(env)
  const url = await server.url
  const { port } = new URL(url)
  const ask = talkTo(url)
  await ask.set({ newPerDay: 1000, reviewsPerDay: 1000, burySiblings: false })
  let context = await openBrowser(profile)
  let page = await context.newPage()
  const pressed = new Map<string, number>()
  const shown = new Map<string, number>()
  const count = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)

  for (let round = 0; round < rounds; round++) {
    await page.goto(`${url}/review`)
    await showAnswer(page).waitFor()
    const visit: string[] = []
    const wanted = 1 + Math.floor(chance() * 3)
    while (visit.length < wanted) {
      const id = await cardOnTable(page)
      await page.keyboard.press('Space')
      await page.getByRole('button', { name: /^Good/ }).waitFor()
      await page.keyboard.press(chance() < 0.2 ? '1' : '3')
      count(pressed, id)
      visit.push(id)
    }
    if (chance() < 0.5) await page.waitForTimeout(chance() * 600)
    for (const id of visit.slice(0, await done(page))) count(shown, id)
    const kind = round % 5
    if (kind === 0) {
      await killBrowser(profile)
      await context.close().catch(() => {})
      context = await openBrowser(profile)
      page = await context.newPage()
    } else if (kind === 1) {
      server.child.kill('SIGKILL')
      await server.ended
      server = startProcess({ ...env, PORT: port })
      await server.url
    } else {
      const dying = await context.newCDPSession(page)
      void dying.send('Page.crash').catch(() => {})
      await page.waitForEvent('crash', { timeout: 3000 }).catch(() => {})
      await page.close().catch(() => {})
      page = await context.newPage()
    }
  }
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).first().waitFor()

  const total = [...pressed.values()].reduce((sum, times) => sum + times, 0)
  const answered = async () => {
    const counts = new Map<string, number>()
    for (const id of pressed.keys()) {
      const { history } = await ask.card(id)
      counts.set(id, history.filter((event) => event.kind === 'reviewed').length)
    }
    return counts
  }
  const missing = (counts: ReadonlyMap<string, number>) =>
    [...shown].filter(([id, times]) => (counts.get(id) ?? 0) < times).map(([id]) => id)
  await expect.poll(async () => missing(await answered()), { timeout: 120_000, interval: 1000 }).toEqual([])
  const counts = await answered()
  expect([...counts].filter(([id, times]) => times > (pressed.get(id) ?? 0))).toEqual([])
  expect((await ask.log()).count).toBeLessThanOrEqual(total)
  expect([...shown.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(rounds / 2)

  await context.close()
  server.child.kill('SIGTERM')
  await server.ended
})
