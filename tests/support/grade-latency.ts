import type { Page } from 'playwright-core'

/** What one grade cost, in milliseconds, from the key to the next prompt in the document. */
export interface GradeTimes {
  readonly committed: readonly number[]
  /** Until the frame after it was painted. */
  readonly painted: readonly number[]
}

declare global {
  // Laid down in the page by `watchGrades`.
  var gradeWatch: { committed: number[]; painted: number[] }
}

/** Grades `count` cards by key under a throttled processor and times each from inside the page. */
export async function timeGrades(page: Page, count: number, throttle: number): Promise<GradeTimes> {
  await page.evaluate(watchGrades)
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  for (let done = 0; done < count; done++) {
    await page.getByRole('button', { name: 'Show answer' }).waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: /^Good/ }).waitFor()
    // Good leaves the sitting, Again stays in it: in turn they keep enough cards for any count.
    await page.keyboard.press(done % 3 === 0 ? '1' : '3')
  }
  await page.getByRole('button', { name: 'Show answer' }).waitFor()
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await client.detach()
  return page.evaluate(() => globalThis.gradeWatch)
}

/** Runs in the page: the clock starts in the first listener of the key, and stops in the microtask after the change. */
function watchGrades(): void {
  const watch = { committed: [] as number[], painted: [] as number[] }
  globalThis.gradeWatch = watch
  let startedAt: number | null = null
  addEventListener(
    'keydown',
    (event) => {
      const isGrade = /^[1-4]$/.test(event.key) && document.querySelector('.review-show[hidden]') !== null
      startedAt = isGrade ? performance.now() : null
    },
    true,
  )
  new MutationObserver(() => {
    if (startedAt === null || document.querySelector('.review-show:not([hidden])') === null) return
    const began = startedAt
    startedAt = null
    watch.committed.push(performance.now() - began)
    requestAnimationFrame(() => setTimeout(() => watch.painted.push(performance.now() - began)))
  }).observe(document.body, { attributes: true, childList: true, subtree: true, characterData: true })
}

/** The value below which a share of the sorted values lies. */
export function share(values: readonly number[], part: number): number {
  return (
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
    Number.NaN
  )
}
