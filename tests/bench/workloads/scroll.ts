import { existsSync } from 'node:fs'
import { type AddressInfo, BlockList } from 'node:net'
import { join } from 'node:path'
import { buildApp } from '../../../server/app.ts'
import { openDatabase } from '../../../server/db/open-database.ts'
import { launchBrowser } from '../../support/browser.ts'
import { depsOf } from '../bench-deps.ts'
import { asLearner } from '../bench-learner.ts'
import { benchNow } from '../collection.ts'
import { type WorkloadReport, figure } from '../measure.ts'
import { share } from '../../support/grade-latency.ts'

const scrollMs = 3000
/** About what a strong turn of a wheel gives in each frame. */
const step = 240

/** What `countFrames` finds. */
interface Frames {
  /** From each frame to the next. */
  readonly gaps: readonly number[]
  /** Tasks of 50 ms and more. */
  readonly longTasks: readonly number[]
  /** How often a row in sight was empty when a frame was drawn. */
  readonly waiting: number
}

/** Frames while the table of all cards scrolls under a wheel, in a real Chromium that is not slowed down. */
export async function measureScrolling(folder: string, dist: string): Promise<WorkloadReport> {
  const clientDir = join(dist, 'client')
  if (process.env.CHROMIUM === undefined || !existsSync(join(clientDir, 'index.html')))
    return {
      findings: [],
      notes: ['scrolling not measured: it needs a Chromium (CHROMIUM=…) and a built page'],
    }
  const db = await openDatabase(folder, benchNow)
  const options = {
    logLevel: 'silent',
    doors: { onLoopback: true, baseUrl: null },
    trustedNetworks: new BlockList(),
    clientDir,
  } as const
  const app = await buildApp(depsOf(asLearner(db, folder, folder)), options)
  const browser = await launchBrowser()
  try {
    await app.listen({ host: '127.0.0.1', port: 0 })
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
    await page.goto(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/cards`)
    await page.locator('.cards-rows .cards-front').first().waitFor()
    await page.locator('.cards-grid').hover()
    await page.waitForTimeout(1000)
    const counting = page.evaluate<Frames>(countFrames)
    for (let turned = 0; turned < scrollMs / 16; turned++) await page.mouse.wheel(0, step)
    const { gaps, longTasks, waiting } = await counting
    const top = await page.locator('.cards-grid').evaluate((grid) => grid.scrollTop)
    const late = gaps.filter((gap) => gap > 25).length
    return {
      findings: [
        figure('scrolling: from frame to frame (p95)', 'ms', [share(gaps, 0.95)], {
          of: 'figure',
          is: 'at most',
          value: 17.5,
        }),
        figure('… the middle one', 'ms', [share(gaps, 0.5)], null),
        figure('… the longest', 'ms', [Math.max(...gaps)], null),
      ],
      notes: [
        `scrolled ${Math.round(top)} px in ${scrollMs} ms: ${gaps.length} frames, ${late} late (more than 25 ms), ` +
          `${longTasks.length} tasks of 50 ms and more; rows in sight still empty in ${waiting} frames`,
      ],
    }
  } finally {
    await browser.close()
    await app.close()
    await db.close()
  }
}

/** Runs in the page. As text, because the loader of this file would put its own names into a function. */
const countFrames = `new Promise((resolve) => {
  const gaps = [], longTasks = []
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: 'longtask' })
  let waiting = 0, before = null, start = null
  requestAnimationFrame(function look(now) {
    start ??= now
    if (before !== null) gaps.push(now - before)
    before = now
    const { top, bottom } = document.querySelector('.cards-grid').getBoundingClientRect()
    const isEmpty = [...document.querySelectorAll('[data-waits]')].some((cell) => {
      const place = cell.getBoundingClientRect()
      return place.bottom > top && place.top < bottom
    })
    if (isEmpty) waiting++
    if (now - start < ${scrollMs}) requestAnimationFrame(look)
    else resolve({ gaps, longTasks, waiting })
  })
})`
