import { editDistance } from '../../basics/edit-distance.ts'
import { words } from '../../basics/text.ts'
import { isAlsoTrue } from '../is-also-true.ts'
import { explainOption } from '../explain-option.ts'
import type { QuizCard } from '../quiz-card.ts'
import type { QuizLibrary } from '../quiz-library.ts'
import { type Asking, type QuestionForm, chanceIn, questionBase } from './asking.ts'
import { laidOut } from './options-control.ts'

/** Which of two names that were mixed up before, or that look alike, is meant. */
export const confusableForm: QuestionForm<'confusable'> = {
  kind: 'confusable',
  isFor: ({ category }) => category === 'term' || category === 'acronym',
  ask: (card, asking) => {
    const other = partnerOf(card, asking)
    if (other === undefined) return null
    const option = other.back.trim()
    const swap = { option, origin: other.cardId, whyWrong: explainOption(other.content, option) }
    return {
      ...questionBase(card, 'confusable', asking),
      kind: 'confusable',
      guessChance: 0.5,
      evidence: 'recognition',
      control: laidOut(card, [swap], chanceIn(card, 'confusable', asking)),
      apart: [card, other].map((one) => ({ name: one.back, said: saidOf(one, asking.library) })),
    }
  },
}

/** One the learner took for it, or else one whose name is like it. */
function partnerOf(card: QuizCard, { library, confusedWith }: Asking): QuizCard | undefined {
  const isSound = (other: QuizCard) =>
    other.cardId !== card.cardId &&
    other.category === card.category &&
    !isAlsoTrue(other, card, library) &&
    !isAlsoTrue(card, other, library)
  for (const conceptId of confusedWith(card)) {
    const found = library.cards.find((other) => other.conceptId === conceptId && isSound(other))
    if (found !== undefined) return found
  }
  return library
    .rivalsOf(card)
    .map((rival) => rival.card)
    .find((other) => looksAlike(other.back, card.back) && isSound(other))
}

/** "MVC" and "MVT", "access token" and "refresh token", "authentication" and "authorization". */
export function looksAlike(one: string, other: string): boolean {
  const [a, b] = [words(one), words(other)]
  if (a.length !== b.length || a.join(' ') === b.join(' ')) return false
  const differing = a.filter((word, i) => word !== b[i])
  if (a.length > 1) return differing.length === 1 || (differing.length < a.length && a.at(-1) === b.at(-1))
  const [x = '', y = ''] = [a[0], b[0]]
  if (/^\p{Lu}{2,5}$/u.test(one) && /^\p{Lu}{2,5}$/u.test(other))
    return x.length === y.length && editDistance(x, y, 1) === 1
  return sharedEnds(x, y) >= 8 && Math.min(x.length, y.length) >= 7
}

/** Letters that two words have in common at their beginning and their end. */
function sharedEnds(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start++
  let end = 0
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return start + end
}

/** What the notes say of a name: its definition, or what this question says of it. */
function saidOf(card: QuizCard, library: QuizLibrary): string {
  const definition = library.cardsAbout(card.subjectId).find(({ category }) => category === 'definition')
  return definition?.back ?? /“(.+)”/.exec(card.front)?.[1] ?? card.front
}
