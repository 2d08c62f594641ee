import type { Grade } from '../schedule/review-event.ts'

/** What the grade keys stand for: again and good; again, hard, good, easy; or all six grades of SM-2. */
export const gradesOfKeys: Readonly<Record<2 | 4 | 6, readonly Grade[]>> = {
  2: [2, 4],
  4: [2, 3, 4, 5],
  6: [0, 1, 2, 3, 4, 5],
}
