import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type { Browser } from 'playwright-core'
import { type LiveApp, launchBrowser, startLiveApp } from '../../support/browser.ts'
import { showAnswer } from '../../support/sitting.ts'
import { share, timeGrades } from '../../support/grade-latency.ts'
import { type BenchOptions, type WorkloadReport, figure } from '../measure.ts'
import { root } from '../work-folder.ts'

const grades = 75
const throttle = 4

/** What a person waits for in a review, in a real Chromium: the first card from the cache, and the next one after a grade. */
export async function measureReviewLatency({ dist }: BenchOptions): Promise<WorkloadReport> {
  if (process.env.CHROMIUM === undefined || !existsSync(join(dist, 'client', 'index.html')))
    return { findings: [], notes: ['not measured: it needs a Chromium (CHROMIUM=…) and a built page'] }
  const notes = await mkdtemp(join(tmpdir(), 'recollect-latency-'))
  await cp(join(root, 'learnings'), notes, { recursive: true })
  const browser = await launchBrowser()
  const live = await startLiveApp(browser, notes, Date.now())
  try {
    await moreNewCards(live)
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${live.url}/review`)
    await showAnswer(page).waitFor()
    await page.waitForTimeout(5000)
    const { committed, painted } = await timeGrades(page, grades, throttle)
    const first = await timeFirstCards(browser, live)
    return {
      findings: [
        figure('first card from the cache (p95 of 5)', 'ms', [share(first, 0.95)], {
          of: 'figure',
          is: 'at most',
          value: 300,
        }),
        figure(`grade → next prompt, ${throttle}× CPU (p95 of ${grades})`, 'ms', [share(committed, 0.95)], {
          of: 'figure',
          is: 'at most',
          value: 16,
        }),
        figure('… the middle one', 'ms', [share(committed, 0.5)], null),
        figure('… painted (p95)', 'ms', [share(painted, 0.95)], null),
      ],
      notes: [
        `Chromium ${browser.version()}; timed inside the page, from the key to the change of the document`,
      ],
    }
  } finally {
    // The browser first: a server waits for the connections of its pages.
    await browser.close()
    await live.close()
    await rm(notes, { recursive: true, force: true })
  }
}

async function moreNewCards(live: LiveApp): Promise<void> {
  await fetch(`${live.url}/api/v1/settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ newPerDay: 200, burySiblings: false }),
  })
}

/** From the navigation to the prompt, once the app and the queue lie on the device. */
async function timeFirstCards(browser: Browser, live: LiveApp): Promise<number[]> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${live.url}/review`)
  await showAnswer(page).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForTimeout(1000)
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    await page.goto(`${live.url}/review`)
    times.push(await page.evaluate<number>(untilPrompt))
  }
  return times
}

/** Runs in the page. As text, because the loader of this file would put its own names into a function. */
const untilPrompt = `new Promise((resolve) => {
  (function look() {
    if (document.querySelector('.card-prompt') === null) requestAnimationFrame(look)
    else resolve(performance.now())
  })()
})`
