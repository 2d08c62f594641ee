import type { Page, Request } from 'playwright-core'
import { eventually } from './eventually.ts'

const waitingFor = new WeakMap<Page, Set<Request>>()

/** From now on it is known what a page waits for. */
export function watchRequests(page: Page): void {
  const open = new Set<Request>()
  waitingFor.set(page, open)
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
}

/** Waits until a page stands still: its heading is there, and all that it asked for has come and is drawn. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const open = waitingFor.get(page)
  if (open === undefined) throw new Error('Inconsistent: nobody watches what this page asks for')
  // What came may ask for more, once it was drawn.
  do {
    await eventually(async () => open.size + (await page.locator('.skeleton').count())).toBe(0)
    await drawn(page)
  } while (open.size > 0)
  await page.evaluate(() => document.fonts.ready)
}

/** Two frames: what was asked of the page in the first is on the screen in the second, and idle time came after it. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 1000 })),
        ),
      ),
  )
