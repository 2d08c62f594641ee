import { counted } from './share-words.ts'

/** From this many answers on a curve of them is drawn; below it would be chance drawn large. */
export const fewestForCurve = 50

/** What a chart says in place of a curve that it has too few for: `Needs about 40 more reviews.` Null where it has enough. */
export function needsMore(count: number, noun = 'review', fewest = fewestForCurve): string | null {
  const missing = fewest - count
  if (missing <= 0) return null
  // In tens: nobody has to count, and a quiz or an undo moves it.
  const about = missing < 10 ? missing : Math.round(missing / 10) * 10
  return `Needs about ${counted(about, `more ${noun}`)}.`
}
