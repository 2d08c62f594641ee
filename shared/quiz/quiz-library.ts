import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { hash64Lanes } from '../basics/hash.ts'
import { compareText, normaliseTerm, normaliseText } from '../basics/text.ts'
import type { CardId } from '../card/card.ts'
import { rulesOf } from '../card/kinds/card-kinds.ts'
import { meaningRoots } from '../english/meaning-root.ts'
import { type AnswerCategory, nameCategories } from './answer-category.ts'
import { type Kind, namedKind } from './asked-kind.ts'
import { type AnswerReading, type CardReading, readAnswer, readCard } from './card-reading.ts'
import { itemCards } from './item-cards.ts'
import { type KindsOfThings, kindsOfThings } from './kinds-of-things.ts'
import { nearNotesOf } from './near-notes.ts'
import type { QuizCard, QuizMaterial } from './quiz-card.ts'
import { type Rival, fewestRivals, mostLookedAt, mostRivals, nearest } from './rivals.ts'

/** A library with its indexes. It depends on the set of cards alone, never on their order. */
export interface QuizLibrary {
  readonly cards: QuizMaterial
  /** What can be asked: every card, with each list as questions for one of its items. */
  readonly askable: QuizMaterial
  readonly kinds: KindsOfThings
  cardOf(cardId: CardId): QuizCard | undefined
  /**
   * Cards of notes of the same field whose answers could be taken for the answer of this one, one for each answer, in an
   * order that means nothing.
   */
  rivalsOf(card: QuizCard): readonly Rival[]
  /** Cards about a concept: by its id, or by a term that names it. */
  cardsAbout(subjectId: string): readonly QuizCard[]
  cardsNaming(term: string): readonly QuizCard[]
  cardsAnswering(answer: string): readonly QuizCard[]
  /** Cards that ask the same: with the same words, or with others that mean it. */
  cardsAskingLike(card: QuizCard): readonly QuizCard[]
  reading(card: QuizCard): CardReading
  /** Every answer that some card accepts for this prompt or this concept, and the names of the concept. */
  rightAnswers(card: QuizCard): readonly AnswerReading[]
  /** Everything the library says about what the answer names, as roots. */
  saidOfAnswer(card: QuizCard): ReadonlySet<string>
  saidOfSubject(subjectId: string): ReadonlySet<string>
  /** What kind of thing the subject is, by its definition; null when none is known. */
  kindOfSubject(subjectId: string): Kind | null
  /** What kinds of things the answer of a card is said to be, by its own question and by all notes. */
  kindsOfAnswer(card: QuizCard): readonly Kind[]
  /** How common a root is in what is said about the answers of a category: 0 for never, 1 for always. */
  commonness(category: AnswerCategory, root: string): number
  /** Whether a root says something of one card rather than of many. */
  isTelling(category: AnswerCategory, root: string): boolean
}

const sampleSize = 200
/** A root that more than this share of a category's cards have, and so many of them, tells nothing of one. */
const telling = 0.1
const fewestCommon = 4
/** From this share of common roots on, two prompts of one frame ask the same. */
const sameQuestion = 0.6
/** Reads a library once, for any number of questions. */
export function prepareLibrary(material: QuizMaterial): QuizLibrary {
  const cards = [...material].sort((a, b) => compareText(a.cardId, b.cardId))
  const byId = new Map(cards.map((card) => [card.cardId, card]))
  // What an author wrote below one question is no option of another.
  const askable = cards
    .filter(({ content }) => content.kind !== 'choice')
    .flatMap((card) => (rulesOf(card.content).quiz.answerIs === 'list' ? itemCards(card) : [card]))
  const byPlace = groupBy(askable, (card) => card.notes.map((note) => `${card.category}\n${note}`))
  const byCategory = groupBy(askable, (card) => [card.category])
  const byConcept = groupBy(cards, (card) => [card.subjectId])
  const byName = groupBy(cards, (card) => [card.concept, ...card.conceptAliases].map(normaliseTerm))
  const byAnswer = groupBy(cards, (card) => answersOf(card).map(normaliseAnswer))
  const byPrompt = groupBy(cards, (card) => [promptKey(card.front)])
  const nearNotes = nearNotesOf(cards)
  const promptRoots = memo((card: QuizCard): readonly string[] =>
    meaningRoots(card.front.replace(/_{2,}/g, ' ')),
  )
  const reading = memo((card: QuizCard) => readCard(card, promptRoots(card)))
  const byPromptRoot = lazy(() => groupBy(cards, promptRoots))
  const cardsAbout = (subjectId: string) => byConcept.get(subjectId) ?? []
  const cardsNaming = (term: string) => byName.get(normaliseTerm(term)) ?? []
  const cardsAnswering = (answer: string) => byAnswer.get(normaliseAnswer(answer)) ?? []

  const cardsAskingLike = memo((card: QuizCard): readonly QuizCard[] => {
    const own = reading(card)
    const rarest = [...own.promptRoots]
      .map((root) => byPromptRoot().get(root) ?? [])
      .sort((a, b) => a.length - b.length)
      .slice(0, 3)
    const alike = new Set(byPrompt.get(promptKey(card.front)))
    for (const other of rarest.flatMap((found) => found.slice(0, mostRivals))) {
      if (other.cardId !== card.cardId && asksTheSame(own, reading(other))) alike.add(other)
    }
    return [...alike]
  })
  const saidOfSubject = memo((subjectId: string) => rootsOf(cardsAbout(subjectId)))
  // "What is MVT?" is about MVT even when the answer, "Model-View-Template", is not its name.
  const byConceptOfName = (card: QuizCard) =>
    card.category === 'expansion' ? cardsAbout(card.subjectId) : []
  const saidOfAnswer = memo((card: QuizCard): ReadonlySet<string> => {
    const isName = nameCategories.has(card.category) || card.category === 'item'
    if (!isName) return saidOfSubject(card.subjectId)
    return rootsOf([...cardsAnswering(card.back), ...cardsNaming(card.back), ...byConceptOfName(card)])
  })
  const rootCounts = memo((category: AnswerCategory) => {
    const sample = byHash(byCategory.get(category) ?? []).slice(0, sampleSize)
    const counts = new Map<string, number>()
    for (const card of sample) {
      for (const root of saidOfAnswer(card)) counts.set(root, (counts.get(root) ?? 0) + 1)
    }
    return { counts, of: sample.length }
  })
  const commonness = (category: AnswerCategory, root: string) => {
    const { counts, of } = rootCounts(category)
    return of === 0 ? 0 : (counts.get(root) ?? 0) / of
  }

  const kindsOfAnswer = memo((card: QuizCard): readonly Kind[] => {
    const own = reading(card).kind
    if (!nameCategories.has(card.category)) return own === null ? [] : [own]
    const said = cardsNaming(card.back).map((other) =>
      other.category === 'definition' ? reading(other).kind : null,
    )
    const known = [own, ...said].filter((kind) => kind !== null)
    return known.length > 0 ? known : [namedKind(card.back)].filter((kind) => kind !== null)
  })
  const hashOf = memo((card: QuizCard) => hash64Lanes(card.cardId)[0])
  const rivalsOf = memo((card: QuizCard): readonly Rival[] => {
    const rivals = new Map<QuizCard, Rival['nearness']>()
    for (const note of card.notes) {
      for (const [other, nearness] of nearNotes(note)) {
        // The nearest notes come first: of a large field they are enough.
        if (rivals.size >= mostLookedAt) break
        for (const rival of byPlace.get(`${card.category}\n${other}`) ?? [])
          rivals.set(rival, nearest(rivals.get(rival), nearness, rival, card))
      }
    }
    rivals.delete(card)
    return fewestRivals(
      [...rivals].map(([rival, nearness]) => ({ card: rival, nearness })),
      reading,
      hashOf,
    )
  })

  return {
    cards,
    askable,
    kinds: kindsOfThings(cards),
    cardOf: (cardId) => byId.get(cardId),
    rivalsOf,
    cardsAbout,
    cardsNaming,
    cardsAnswering,
    cardsAskingLike,
    reading,
    rightAnswers: memo((card: QuizCard) => {
      const related = [card, ...cardsAbout(card.subjectId), ...cardsAskingLike(card)]
      const answers = [card.concept, ...card.conceptAliases, ...related.flatMap(answersOf)]
      return [...new Set(answers)].map(readAnswer)
    }),
    saidOfAnswer,
    saidOfSubject,
    kindOfSubject: memo((subjectId: string) => {
      const definition = cardsAbout(subjectId).find((card) => card.category === 'definition')
      return definition === undefined ? null : reading(definition).kind
    }),
    kindsOfAnswer,
    commonness,
    isTelling: (category, root) =>
      commonness(category, root) < telling || (rootCounts(category).counts.get(root) ?? 0) < fewestCommon,
  }
}

/** Every answer a card takes: each item of a list is one. */
export function answersOf(card: QuizCard): string[] {
  const own = rulesOf(card.content).quiz.answers(card.content)
  return [...own, ...card.accepted].filter((answer) => answer.trim() !== '')
}

function rootsOf(cards: readonly QuizCard[]): ReadonlySet<string> {
  return new Set(cards.flatMap((card) => meaningRoots(`${card.front} ${card.back}`)))
}

function asksTheSame(one: CardReading, other: CardReading): boolean {
  if (one.frame !== other.frame || one.askedRoots.length === 0) return false
  const all = one.askedRoots.length + other.askedRoots.length
  let shared = 0
  for (const root of one.askedRoots) if (other.promptRoots.has(root)) shared++
  return shared / (all - shared) >= sameQuestion
}

function promptKey(front: string): string {
  return normaliseText(front)
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim()
}

function byHash(cards: readonly QuizCard[]): QuizCard[] {
  return cards
    .map((card) => ({ card, place: hash64Lanes(`${card.cardId}\n${card.back}`)[0] }))
    .sort((a, b) => a.place - b.place || compareText(a.card.cardId, b.card.cardId))
    .map(({ card }) => card)
}

function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  }
  return groups
}

function memo<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = read(key)
    known.set(key, value)
    return value
  }
}

function lazy<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | undefined
  return () => (known ??= { value: read() }).value
}
