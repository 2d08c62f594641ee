import { readLocal, writeLocal } from './device.ts'

const key = 'recollect.also-right'

/** What the learner said is right too, for one card; kept on this device. */
export function alsoRight(cardId: string): readonly string[] {
  return read()[cardId] ?? []
}

/** Takes `answer` for right from now on. */
export function takeAsRight(cardId: string, answer: string): void {
  const known = read()
  const own = new Set([...(known[cardId] ?? []), answer.trim()])
  writeLocal(key, JSON.stringify({ ...known, [cardId]: [...own] }))
}

function read(): Record<string, string[]> {
  try {
    return JSON.parse(readLocal(key) ?? '{}') as Record<string, string[]>
  } catch {
    return {}
  }
}
