import type { Locator } from 'playwright-core'

/** Whether the upper left of an element lies in the window, inside its own pane, and under nothing else. */
export function isInSight(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const box = element.getBoundingClientRect()
    const [x, y] = [box.left + Math.min(8, box.width / 2), box.top + Math.min(8, box.height / 2)]
    const isInWindow = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight
    // What lies over it may be a see-through field of the same pane, so the whole pile is looked at, down to a painted one.
    const above = document.elementsFromPoint(x, y)
    const at = above.findIndex((one) => one === element || element.contains(one))
    const isPainted = (one: Element) => !/, 0\)$|^transparent$/.test(getComputedStyle(one).backgroundColor)
    return isInWindow && at >= 0 && !above.slice(0, at).some(isPainted)
  })
}
