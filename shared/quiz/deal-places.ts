import { randomFrom, shuffled } from '../basics/random.ts'
import type { OptionsControl, QuizQuestion } from './question.ts'

/**
 * The same questions with the places of their keys dealt from shuffled decks: each place is as likely as the others, and
 * none is favoured in one quiz. Law: only the order of options changes.
 */
export function dealPlaces<Question extends QuizQuestion>(
  questions: readonly Question[],
  seed: string,
): Question[] {
  const random = randomFrom(`${seed} places`)
  const decks = new Map<number, number[]>()
  const deal = (count: number): number => {
    const left = decks.get(count) ?? []
    const deck =
      left.length > 0
        ? left
        : shuffled(
            Array.from({ length: count }, (_, place) => place),
            random,
          )
    const [place = 0, ...rest] = deck
    decks.set(count, rest)
    return place
  }
  return questions.map((question) => {
    if (!('control' in question) || question.control.kind !== 'options') return question
    return { ...question, control: withKeyAt(question.control, deal(question.control.options.length)) }
  })
}

function withKeyAt(control: OptionsControl, place: number): OptionsControl {
  const key = control.options[control.keyIndex]
  if (key === undefined) throw new Error('Inconsistent: a question without its key')
  const others = control.options.filter((_, i) => i !== control.keyIndex)
  return {
    ...control,
    keyIndex: place,
    options: [...others.slice(0, place), key, ...others.slice(place)],
  }
}
