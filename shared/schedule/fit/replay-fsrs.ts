import type { CardHistory } from '../card-history.ts'
import { type FsrsParameters, fsrsRecall, nextFsrs } from '../fsrs.ts'
import type { Memory } from '../memory-model.ts'
import type { ScoredAnswers } from './scored-answers.ts'

/** What FSRS-6 holds of a card after its history; null before the first answer. */
export function replayFsrs(history: CardHistory, parameters: FsrsParameters): Memory | null {
  let memory: Memory | null = null
  let before = 0
  for (const { day, grade } of history) {
    memory = nextFsrs(memory, day - before, grade, parameters)
    before = day
  }
  return memory
}

/** The recall that FSRS-6 predicted of every scored answer, each from the answers before it. */
export function predictFsrs(
  histories: readonly CardHistory[],
  scored: ScoredAnswers,
  parameters: FsrsParameters,
): Float64Array {
  const recalls = histories.map((history) => historyRecalls(history, parameters))
  return Float64Array.from(
    { length: scored.count },
    (_, rank) => recalls[scored.card[rank] as number]?.[scored.index[rank] as number] as number,
  )
}

/** The recall predicted of each answer of one card; 1 stands in the place of the first. */
function historyRecalls(history: CardHistory, parameters: FsrsParameters): Float64Array {
  const recalls = new Float64Array(history.length).fill(1)
  let memory: Memory | null = null
  let day = 0
  for (const [index, answer] of history.entries()) {
    const elapsed = answer.day - day
    if (memory !== null) recalls[index] = fsrsRecall(elapsed, memory.stability, parameters)
    memory = nextFsrs(memory, elapsed, answer.grade, parameters)
    day = answer.day
  }
  return recalls
}
