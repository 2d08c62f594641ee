import type { CardHistory, CountedAnswer } from '../card-history.ts'
import { type FsrsParameters, fsrsRecall, nextFsrs } from '../fsrs.ts'
import type { Memory } from '../memory-model.ts'
import type { ScoredAnswers } from './scored-answers.ts'

/** What FSRS-6 holds of a card after its history; null before the first answer. */
export function replayFsrs(history: CardHistory, parameters: FsrsParameters): Memory | null {
  let memory: Memory | null = null
  let before = 0
  for (const answer of history) {
    memory = afterDay(memory, answer.day - before, answer, parameters)
    before = answer.day
  }
  return memory
}

/** The memory after a study day: its first answer, then the later ones. */
function afterDay(
  memory: Memory | null,
  elapsedDays: number,
  { grade, drill = [] }: CountedAnswer,
  parameters: FsrsParameters,
): Memory {
  const first = nextFsrs(memory, elapsedDays, grade, parameters)
  return drill.reduce((before, later) => nextFsrs(before, 0, later, parameters), first)
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
    memory = afterDay(memory, elapsed, answer, parameters)
    day = answer.day
  }
  return recalls
}
