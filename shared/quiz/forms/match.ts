import { randomFrom, shuffled } from '../../basics/random.ts'
import { normaliseText, wordCount } from '../../basics/text.ts'
import { areRowsOfOne, isAlsoTrue } from '../is-also-true.ts'
import { inOneDress } from '../option-dress.ts'
import type { QuizCard } from '../quiz-card.ts'
import { chanceOfCard } from '../chance-of.ts'
import { standBelowOneHeading } from '../rivals.ts'
import type { QuizLibrary } from '../quiz-library.ts'
import { type Asking, type QuestionForm, chanceIn, questionBase } from './asking.ts'

const fewestPairs = 4
export const mostPairs = 5
const longestRight = 16

/** Four or five things of one note, and what each is: every right belongs to one left alone. */
export const matchForm: QuestionForm<'match'> = {
  kind: 'match',
  isFor: (card) => leftOf(card) !== undefined,
  ask: (card, asking) => {
    const cards = namesItself(card, asking.library) ? [] : pairsWith(card, asking)
    if (cards.length < fewestPairs) return null
    const chance = chanceIn(card, 'match', asking)
    const lefts = shuffled(cards, randomFrom(`${chance} lefts`))
    const rights = shuffled(lefts, randomFrom(`${chance} rights`))
    const dressed = inOneDress(rights.map(({ back }) => back))
    return {
      ...questionBase(card, 'match', asking),
      kind: 'match',
      prompt: { kind: 'text', text: promptFor(card) },
      guessChance: 1 / lefts.length,
      evidence: 'recognition',
      sources: lefts.flatMap(({ sources }) => sources),
      rights: dressed,
      pairs: lefts.map((pair) => ({
        cardId: pair.cardId,
        factKey: pair.factKey,
        conceptId: pair.conceptId,
        left: leftOf(pair) ?? '',
        rightIndex: rights.indexOf(pair),
        sources: pair.sources,
      })),
    }
  },
}

/** What a card asks about, where its question names it and is otherwise the same for others. */
function leftOf(card: QuizCard): string | undefined {
  const isFit = card.category === 'definition' || card.category === 'purpose' || card.category === 'phrase'
  if (!isFit || wordCount(card.back) > longestRight || card.back.includes('\n')) return undefined
  return normaliseText(card.front).includes(normaliseText(card.concept)) ? card.concept : undefined
}

/** The card with others of its note that are asked alike, those below the same heading first. */
function pairsWith(card: QuizCard, { library, seed, isFree }: Asking): QuizCard[] {
  const near = library
    .rivalsOf(card)
    .filter(({ card: other, nearness }) => isLikeIt(other, card, library, nearness) && isFree(other))
    .map(({ card: other }) => other)
  const inOrder = near
    .map((other) => ({
      other,
      rank: (standBelowOneHeading(other, card) ? 0 : 1) + chanceOfCard(`${seed} ${card.cardId}`, other),
    }))
    .sort((a, b) => a.rank - b.rank)
  const pairs = [card]
  for (const { other } of inOrder) {
    if (pairs.every((pair) => isApart(pair, other, library))) pairs.push(other)
    if (pairs.length === mostPairs) break
  }
  return pairs
}

function isLikeIt(other: QuizCard, card: QuizCard, library: QuizLibrary, nearness: string): boolean {
  if (leftOf(other) === undefined || namesItself(other, library)) return false
  if (nearness !== 'same' && nearness !== 'heading') return false
  const own = library.reading(card)
  const reading = library.reading(other)
  if (own.frame !== reading.frame) return false
  return card.category === 'definition' ? own.form === reading.form : areRowsOfOne(other, card, library)
}

/** "Trial balance: list of balances …": the pair would be found by its words. */
const namesItself = (card: QuizCard, library: QuizLibrary): boolean =>
  [...library.reading(card).conceptRoots].some(
    (root) => root.length > 2 && card.back.toLowerCase().includes(root),
  )

const isApart = (one: QuizCard, other: QuizCard, library: QuizLibrary): boolean =>
  one.conceptId !== other.conceptId && !isAlsoTrue(one, other, library) && !isAlsoTrue(other, one, library)

function promptFor(card: QuizCard): string {
  if (card.category === 'definition') return 'Match each with what it is.'
  const left = leftOf(card) ?? ''
  const at = card.front.toLowerCase().indexOf(left.toLowerCase())
  return `Match each with its answer: “${card.front.slice(0, at)}…${card.front.slice(at + left.length)}”`
}
