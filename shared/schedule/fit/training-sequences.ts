import type { CardHistory, CountedAnswer } from '../card-history.ts'
import { ratingOf } from '../fsrs.ts'
import type { Grade } from '../review-event.ts'
import type { AnswerSequences } from './fsrs-gradient.ts'
import type { ScoredAnswers } from './scored-answers.ts'

/** A card teaches by its first answers; what comes after so many adds time and little else (fsrs-rs). */
export const longestSequence = 64

/**
 * The first `until` scored answers as sequences for training, with the answers before them and the later ones of each day
 * between. Each scored answer weighs 0.25 + 0.75·(rank/n)³: what was answered lately says more of how the learner answers
 * now (fsrs-rs). Cards without any are left out.
 */
export function trainingSequences(
  histories: readonly CardHistory[],
  scored: ScoredAnswers,
  until: number,
): AnswerSequences {
  const days = daysTaught(histories.length, scored, until)
  const starts = startsOf(histories, days)
  const sequences = emptySequences(starts, starts[histories.length] as number)
  const places = histories.map((history, card) => layOut(history.slice(0, days[card]), sequences, card))
  for (let rank = 0; rank < until; rank++) {
    const place = places[scored.card[rank] as number]?.[scored.index[rank] as number]
    if (place !== undefined) sequences.weight[place] = 0.25 + 0.75 * ((rank + 1) / until) ** 3
  }
  return sequences
}

/** How many study days of each card are in training. A card's answers stand in time order, so they are its first ones. */
function daysTaught(cards: number, scored: ScoredAnswers, until: number): Int32Array {
  const days = new Int32Array(cards)
  for (let rank = 0; rank < until; rank++)
    days[scored.card[rank] as number] = (scored.index[rank] as number) + 1
  return days
}

function startsOf(histories: readonly CardHistory[], days: Int32Array): Int32Array {
  const starts = new Int32Array(histories.length + 1)
  histories.forEach((history, card) => {
    const answers = history
      .slice(0, days[card])
      .reduce((count, answer, at) => count + 1 + (at + 1 === days[card] ? 0 : drillOf(answer).length), 0)
    starts[card + 1] = (starts[card] as number) + Math.min(longestSequence, answers)
  })
  return starts
}

/** Writes a card's answers into its part of the sequences, and says where the first answer of each day lies. */
function layOut(
  taught: CardHistory,
  { starts, rating, elapsedDays }: AnswerSequences,
  card: number,
): number[] {
  const end = starts[card + 1] as number
  const places: number[] = []
  let place = starts[card] as number
  const add = (grade: Grade, elapsed: number) => {
    rating[place] = ratingOf(grade)
    elapsedDays[place] = elapsed
    place++
  }
  for (const [at, answer] of taught.entries()) {
    if (place >= end) break
    places.push(place)
    add(answer.grade, answer.day - (taught[at - 1]?.day ?? answer.day))
    for (const later of drillOf(answer)) if (place < end) add(later, 0)
  }
  return places
}

/** The later answers of a day. */
function drillOf({ drill }: CountedAnswer): readonly Grade[] {
  return drill ?? []
}

function emptySequences(starts: Int32Array, answers: number): AnswerSequences {
  return {
    starts,
    elapsedDays: new Float64Array(answers),
    rating: new Uint8Array(answers),
    weight: new Float64Array(answers),
  }
}
