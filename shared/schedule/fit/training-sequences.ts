import type { CardHistory } from '../card-history.ts'
import { ratingOf } from '../fsrs.ts'
import type { AnswerSequences } from './fsrs-gradient.ts'
import type { ScoredAnswers } from './scored-answers.ts'

/** A card teaches by its first answers; what comes after so many adds time and little else (fsrs-rs). */
export const longestSequence = 64

/**
 * The first `until` scored answers as sequences for training, each weighing 0.25 + 0.75·(rank/n)³: what was answered
 * lately says more of how the learner answers now (fsrs-rs). Cards without any are left out.
 */
export function trainingSequences(
  histories: readonly CardHistory[],
  scored: ScoredAnswers,
  until: number,
): AnswerSequences {
  const lengths = sequenceLengths(histories.length, scored, until)
  const starts = startsOf(lengths)
  const sequences = emptySequences(starts, starts[histories.length] as number)
  histories.forEach((history, card) => {
    const start = starts[card] as number
    for (let index = 0; index < (lengths[card] as number); index++) {
      const { day, grade } = history[index] as CardHistory[number]
      sequences.rating[start + index] = ratingOf(grade)
      sequences.elapsedDays[start + index] = index === 0 ? 0 : day - (history[index - 1]?.day ?? day)
    }
  })
  for (let rank = 0; rank < until; rank++) {
    const index = scored.index[rank] as number
    if (index >= longestSequence) continue
    sequences.weight[(starts[scored.card[rank] as number] as number) + index] =
      0.25 + 0.75 * ((rank + 1) / until) ** 3
  }
  return sequences
}

/** How many answers of each card are in training. A card's answers stand in time order, so they are its first ones. */
function sequenceLengths(cards: number, scored: ScoredAnswers, until: number): Int32Array {
  const lengths = new Int32Array(cards)
  for (let rank = 0; rank < until; rank++) {
    lengths[scored.card[rank] as number] = Math.min(longestSequence, (scored.index[rank] as number) + 1)
  }
  return lengths
}

function startsOf(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.length + 1)
  lengths.forEach((length, card) => {
    starts[card + 1] = (starts[card] as number) + length
  })
  return starts
}

function emptySequences(starts: Int32Array, answers: number): AnswerSequences {
  return {
    starts,
    elapsedDays: new Float64Array(answers),
    rating: new Uint8Array(answers),
    weight: new Float64Array(answers),
  }
}
