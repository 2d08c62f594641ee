import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { hash64, hash64Lanes } from '../basics/hash.ts'
import { contentStems, normaliseTerm, normaliseText, wordCount, words } from '../basics/text.ts'
import type { CardId } from '../card/card.ts'
import { rulesOf } from '../card/kinds/card-kinds.ts'
import { type NounClass, answerForm, headNoun, isProperName, nounClass, promptFrame } from './answer-form.ts'
import { type AnswerCategory, nameCategories } from './answer-category.ts'
import { itemCards } from './item-cards.ts'
import type { QuizCard, QuizMaterial } from './quiz-card.ts'

/** An answer as it is compared with others. */
export interface AnswerReading {
  readonly answer: string
  readonly answerStems: ReadonlySet<string>
}

/** What is read once from a card, however often it is looked at. */
export interface CardReading extends AnswerReading {
  readonly promptStems: ReadonlySet<string>
  readonly conceptStems: ReadonlySet<string>
  readonly words: number
  readonly form: string
  readonly nounClass: NounClass
  readonly frame: string
  /** The verb, in questions such as "What does caching reduce?". */
  readonly lastWord: string
  readonly isProperName: boolean
}

/** A library with its indexes. It depends on the set of cards alone, never on their order. */
export interface QuizLibrary {
  readonly cards: QuizMaterial
  /** What can be asked: every card, with each list as questions for one of its items. */
  readonly askable: QuizMaterial
  cardOf(cardId: CardId): QuizCard | undefined
  /** Cards whose answers could be taken for each other, one for each answer, in an order that means nothing. */
  cardsOf(category: AnswerCategory): readonly QuizCard[]
  /** Cards about a concept: by its id, or by a term that names it. */
  cardsAbout(subjectId: string): readonly QuizCard[]
  cardsNaming(term: string): readonly QuizCard[]
  cardsAnswering(answer: string): readonly QuizCard[]
  cardsAsking(prompt: string): readonly QuizCard[]
  reading(card: QuizCard): CardReading
  /** Every answer that some card accepts for this prompt or this concept, and the names of the concept. */
  rightAnswers(card: QuizCard): readonly AnswerReading[]
  /** Everything the library says about what the answer names, as stems. */
  saidOfAnswer(card: QuizCard): ReadonlySet<string>
  saidOfSubject(subjectId: string): ReadonlySet<string>
  /** What kind of thing the concept is, by its definitions; '' when none is known. */
  genusOfSubject(subjectId: string): string
  /** How common a stem is in what is said about the answers of a category: 0 for never, 1 for always. */
  commonness(category: AnswerCategory, stem: string): number
}

const sampleSize = 200

/** Reads a library once, for any number of questions. */
export function prepareLibrary(material: QuizMaterial): QuizLibrary {
  const cards = [...material].sort((a, b) => (a.cardId < b.cardId ? -1 : a.cardId > b.cardId ? 1 : 0))
  const byId = new Map(cards.map((card) => [card.cardId, card]))
  const askable = cards.flatMap((card) =>
    rulesOf(card.content).quiz.answerIs === 'list' ? itemCards(card) : [card],
  )
  const byCategory = memo((category: AnswerCategory) =>
    byHash(distinctAnswers(askable.filter((card) => card.category === category))),
  )
  const byConcept = groupBy(cards, (card) => [card.subjectId])
  const byName = groupBy(cards, (card) => [card.concept, ...card.conceptAliases].map(normaliseTerm))
  const byAnswer = groupBy(cards, (card) => answersOf(card).map(normaliseAnswer))
  const byPrompt = groupBy(cards, (card) => [promptKey(card.front)])
  const reading = memo(readCard)
  const cardsAbout = (subjectId: string) => byConcept.get(subjectId) ?? []
  const cardsNaming = (term: string) => byName.get(normaliseTerm(term)) ?? []
  const cardsAnswering = (answer: string) => byAnswer.get(normaliseAnswer(answer)) ?? []

  const cardsAsking = (prompt: string) => byPrompt.get(promptKey(prompt)) ?? []

  const saidOfSubject = memo((subjectId: string) => stemsOf(cardsAbout(subjectId)))
  const saidOfAnswer = memo((card: QuizCard): ReadonlySet<string> => {
    const isName = nameCategories.has(card.category) || card.category === 'item'
    if (!isName) return saidOfSubject(card.subjectId)
    return stemsOf([...cardsAnswering(card.back), ...cardsNaming(card.back), ...byConceptOfName(card)])
  })
  // "What is MVT?" is about MVT even when the answer, "Model-View-Template", is not its name.
  const byConceptOfName = (card: QuizCard) =>
    card.category === 'expansion' ? cardsAbout(card.subjectId) : []
  const commonStems = memo((category: AnswerCategory) => {
    const sample = byCategory(category).slice(0, sampleSize)
    const counts = new Map<string, number>()
    for (const card of sample) {
      for (const stem of saidOfAnswer(card)) counts.set(stem, (counts.get(stem) ?? 0) + 1 / sample.length)
    }
    return counts
  })

  return {
    cards,
    askable,
    cardOf: (cardId) => byId.get(cardId),
    cardsOf: byCategory,
    cardsAbout,
    cardsNaming,
    cardsAnswering,
    cardsAsking,
    reading,
    rightAnswers: memo((card: QuizCard) => {
      const related = [card, ...cardsAbout(card.subjectId), ...cardsAsking(card.front)]
      const answers = [card.concept, ...card.conceptAliases, ...related.flatMap(answersOf)]
      return [...new Set(answers)].map(readAnswer)
    }),
    saidOfAnswer,
    saidOfSubject,
    genusOfSubject: memo((subjectId: string) => {
      const definition = cardsAbout(subjectId).find((card) => card.category === 'definition')
      return definition === undefined ? '' : headNoun(definition.back)
    }),
    commonness: (category, stem) => commonStems(category).get(stem) ?? 0,
  }
}

/** Every answer a card takes: each item of a list is one. */
export function answersOf(card: QuizCard): string[] {
  const own = rulesOf(card.content).quiz.answers(card.content)
  return [...own, ...card.accepted].filter((answer) => answer.trim() !== '')
}

function readCard(card: QuizCard): CardReading {
  return {
    ...readAnswer(card.back),
    promptStems: new Set(contentStems(spaced(card.front))),
    conceptStems: new Set(contentStems(spaced(card.concept))),
    // An article is no weight: options may be shown without it.
    words: wordCount(card.back.replace(/^(?:an?|the)\s+(?=\S)/i, '')),
    form: answerForm(card.back, card.category),
    nounClass: nounClass(headNoun(card.back)),
    frame: promptFrame(card.front),
    lastWord: words(card.front).at(-1) ?? '',
    isProperName: isProperName(card.back),
  }
}

function readAnswer(answer: string): AnswerReading {
  return { answer: normaliseAnswer(answer), answerStems: new Set(contentStems(spaced(answer))) }
}

function stemsOf(cards: readonly QuizCard[]): ReadonlySet<string> {
  return new Set(cards.flatMap((card) => contentStems(spaced(`${card.front} ${card.back}`))))
}

// "in-memory" and "in memory", "read/write" and "read, write" share their stems; code shows its words.
function spaced(text: string): string {
  return text.replace(/_{2,}/g, ' ').replace(/(?<=\p{L})[-/_.](?=\p{L})/gu, ' ')
}

function promptKey(front: string): string {
  return normaliseText(front)
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim()
}

function distinctAnswers(cards: readonly QuizCard[]): readonly QuizCard[] {
  const seen = new Set<string>()
  return cards.filter((card) => {
    // Two cards with one answer but of other forms of question both stay: either may fit the frame.
    const key = `${normaliseAnswer(card.back)}\n${promptFrame(card.front)}`
    return !seen.has(key) && seen.add(key)
  })
}

function byHash(cards: readonly QuizCard[]): QuizCard[] {
  return [...cards]
    .map((card) => ({ card, place: hash64(card.cardId) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ card }) => card)
}

/** A number in [0, 1) for a text under a seed. */
export function chanceOf(seed: string, text: string): number {
  return hash64Lanes(`${seed}\n${text}`)[0] / 4_294_967_296
}

/** A number in [0, 1) for a question under a seed: the same whatever else the library holds. */
export function chanceOfCard(seed: string, card: QuizCard): number {
  return chanceOf(seed, card.category === 'item' ? `${card.cardId}\n${card.back}` : card.cardId)
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
