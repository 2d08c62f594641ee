import type { CardHistory } from '../card-history.ts'

/**
 * The answers that a prediction can be held against: every answer of a card but its first, in the order of time (by day;
 * within a day, which is as fine as memory counts, by card). Parallel lists, because a log has tens of thousands.
 */
export interface ScoredAnswers {
  readonly count: number
  /** Which history. */
  readonly card: Int32Array
  /** Which answer of it. */
  readonly index: Int32Array
  /** 1 where it was recalled (grade 3 or better), else 0. */
  readonly recalled: Uint8Array
}

/** The scored answers of the histories. Each has its elapsed days ≥ 1, because a history has one answer a day. */
export function scoredAnswers(histories: readonly CardHistory[]): ScoredAnswers {
  const count = histories.reduce((sum, history) => sum + Math.max(0, history.length - 1), 0)
  const answers: ScoredAnswers = {
    count,
    card: new Int32Array(count),
    index: new Int32Array(count),
    recalled: new Uint8Array(count),
  }
  const places = placesByDay(histories)
  histories.forEach((history, card) => {
    for (let index = 1; index < history.length; index++) {
      const { day, grade } = history[index] as CardHistory[number]
      const place = places.get(day) ?? 0
      places.set(day, place + 1)
      answers.card[place] = card
      answers.index[place] = index
      answers.recalled[place] = grade >= 3 ? 1 : 0
    }
  })
  return answers
}

/** Where the answers of each day begin. */
function placesByDay(histories: readonly CardHistory[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const history of histories) {
    for (let index = 1; index < history.length; index++) {
      const { day } = history[index] as CardHistory[number]
      counts.set(day, (counts.get(day) ?? 0) + 1)
    }
  }
  let place = 0
  return new Map(
    [...counts]
      .sort(([a], [b]) => a - b)
      .map(([day, count]) => {
        const start = place
        place += count
        return [day, start]
      }),
  )
}
