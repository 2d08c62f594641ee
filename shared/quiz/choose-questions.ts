import { groupBy } from '../basics/group-by.ts'
import { answerMode } from '../answer/is-typeable.ts'
import { hashFields } from '../basics/hash.ts'
import { randomFrom, shuffled } from '../basics/random.ts'
import type { CardId } from '../card/card.ts'
import { rulesOf } from '../card/kinds/card-kinds.ts'
import { interleave } from '../queue/interleave.ts'
import { acceptedAnswers, canBeTyped } from './can-be-typed.ts'
import { type Distractor, chooseDistractors, plainWishes } from './choose-distractors.ts'
import { layOutOptions } from './lay-out-options.ts'
import type { QuizQuestion } from './question.ts'
import type { QuizCard, QuizMaterial } from './quiz-card.ts'
import { type QuizLibrary, chanceOf, chanceOfCard, prepareLibrary } from './quiz-library.ts'

/** What a quiz is to be about. */
export interface QuizRequest {
  /** Without it the whole library is asked. */
  readonly conceptId?: string
  readonly length: number
  readonly seed: string
  /** The predicted chance of recall; null for a card never answered. */
  readonly recallOf: (cardId: CardId) => number | null
}

type QuestionKind = 'typed' | 'multiple_choice'
interface Form {
  readonly card: QuizCard
  readonly kind: QuestionKind
}
/** Facts to go through once, and which of their forms may still be asked. */
interface Round {
  readonly facts: readonly (readonly QuizCard[])[]
  readonly isWelcome: (picks: readonly Form[], form: Form) => boolean
}

/**
 * The questions of a quiz: never asked and least recalled facts first, one question a fact as long as facts last, about
 * half of them typed. Fewer than `length` when the notes hold no more that can be asked soundly. Law: the same cards in
 * any order, request and seed give the same quiz.
 */
export function chooseQuestions(material: QuizMaterial, request: QuizRequest): QuizQuestion[] {
  return chooseQuestionsFrom(prepareLibrary(material), request)
}

/** The same from a library that was prepared before, which is most of the work. */
export function chooseQuestionsFrom(library: QuizLibrary, request: QuizRequest): QuizQuestion[] {
  const { seed } = request
  const distractorsOf = onceEach((card) => chooseDistractors(card, library, plainWishes(seed)))
  const canAsk = ({ card, kind }: Form) =>
    kind === 'typed' ? canBeTyped(card) : distractorsOf(card) !== null

  const asked = library.askable.filter(
    (card) => request.conceptId === undefined || card.conceptId === request.conceptId,
  )
  const ownFacts = factsInOrder(asked, request)
  const rounds: readonly Round[] = [
    { facts: ownFacts, isWelcome: isOfNewFact },
    { facts: ownFacts, isWelcome: isNewCard },
    { facts: ownFacts, isWelcome: isNewForm },
    ...neighbourhoods(library.askable, asked).map((cards) => ({
      facts: factsInOrder(cards, request),
      isWelcome: isOfNewFact,
    })),
  ]
  const picks = rounds.reduce((soFar: readonly Form[], round) => pickRound(soFar, round, canAsk, request), [])
  const inOrder = interleave(picks, (pick) => pick.card.conceptId)
  return toQuestions(inOrder, distractorsOf, seed)
}

/** The picks with at most one more question for each fact of the round, as long as there is room. */
function pickRound(
  before: readonly Form[],
  { facts, isWelcome }: Round,
  canAsk: (form: Form) => boolean,
  request: QuizRequest,
): readonly Form[] {
  const picks = [...before]
  for (const cards of facts) {
    if (picks.length >= request.length) break
    const forms = wantedKinds(picks, request.seed).flatMap((kind) => cards.map((card) => ({ card, kind })))
    const pick = forms.find((form) => isWelcome(picks, form) && canAsk(form))
    if (pick !== undefined) picks.push(pick)
  }
  return picks
}

const isOfNewFact = (picks: readonly Form[], { card }: Form) =>
  picks.every((pick) => pick.card.factKey !== card.factKey)
const isNewCard = (picks: readonly Form[], { card }: Form) =>
  picks.every((pick) => pick.card.cardId !== card.cardId)
const isNewForm = (picks: readonly Form[], { card, kind }: Form) =>
  picks.every((pick) => pick.card.cardId !== card.cardId || pick.kind !== kind)

/** The rarer kind first, so that about half is typed; the seed decides while they are even. */
function wantedKinds(picks: readonly Form[], seed: string): readonly QuestionKind[] {
  const typed = picks.filter((pick) => pick.kind === 'typed').length
  const chosen = picks.length - typed
  const isTypedTurn = typed === chosen ? chanceOf(seed, `kind ${picks.length}`) < 0.5 : typed < chosen
  return isTypedTurn ? ['typed', 'multiple_choice'] : ['multiple_choice', 'typed']
}

/** The cards of each fact: facts never asked come first, then the least recalled, and the cards of a fact likewise. */
function factsInOrder(cards: readonly QuizCard[], request: QuizRequest): QuizCard[][] {
  const facts = groupBy(cards, (card) => card.factKey)
  return inOrderOfNeed([...facts.entries()], ([factKey, siblings]) => ({
    recall: lowest(siblings.map((card) => request.recallOf(card.cardId))),
    chance: chanceOf(request.seed, factKey),
  })).map(([, siblings]) =>
    inOrderOfNeed(siblings.filter(isWorthAsking(siblings)), (card) => ({
      recall: request.recallOf(card.cardId),
      chance: chanceOfCard(request.seed, card),
    })),
  )
}

/** "What is the abbreviation of “Time to Live”?" can be spelt out from the question: the other side asks more. */
function isWorthAsking(siblings: readonly QuizCard[]): (card: QuizCard) => boolean {
  const isSpeltOut = (card: QuizCard) => card.category === 'acronym' && card.factKind === 'expansion'
  return (card) => !isSpeltOut(card) || siblings.every(isSpeltOut)
}

/** A fact is as well known as its weakest card that was ever asked. */
function lowest(recalls: readonly (number | null)[]): number | null {
  const asked = recalls.filter((recall) => recall !== null)
  return asked.length === 0 ? null : Math.min(...asked)
}

function inOrderOfNeed<Item>(
  items: readonly Item[],
  needOf: (item: Item) => { readonly recall: number | null; readonly chance: number },
): Item[] {
  return items
    .map((item) => ({ item, ...needOf(item) }))
    .sort((a, b) => (a.recall ?? -1) - (b.recall ?? -1) || a.chance - b.chance)
    .map(({ item }) => item)
}

/** Concepts that share notes with the ones asked, those with the most shared notes first. */
function neighbourhoods(askable: readonly QuizCard[], asked: readonly QuizCard[]): QuizCard[][] {
  const own = new Set(asked)
  const notes = new Set(asked.flatMap((card) => card.notes))
  const concepts = new Map<string, { cards: QuizCard[]; shared: Set<string> }>()
  for (const card of askable) {
    if (own.has(card)) continue
    const concept = concepts.get(card.conceptId) ?? { cards: [], shared: new Set() }
    concept.cards.push(card)
    for (const note of card.notes) if (notes.has(note)) concept.shared.add(note)
    concepts.set(card.conceptId, concept)
  }
  const byShared = new Map<number, QuizCard[]>()
  for (const { cards, shared } of concepts.values()) {
    if (shared.size > 0) byShared.set(shared.size, [...(byShared.get(shared.size) ?? []), ...cards])
  }
  return [...byShared.entries()].sort(([a], [b]) => b - a).map(([, cards]) => cards)
}

function toQuestions(
  picks: readonly Form[],
  distractorsOf: (card: QuizCard) => readonly Distractor[] | null,
  seed: string,
): QuizQuestion[] {
  const random = randomFrom(`${seed} options`)
  let places: number[] = []
  return picks.map(({ card, kind }) => {
    const common = {
      id: hashFields(['question', seed, card.cardId, card.front, card.back, kind]),
      cardId: card.cardId,
      conceptId: card.conceptId,
      concept: card.concept,
      factKey: card.factKey,
      prompt: rulesOf(card.content).sides(card.content).prompt,
      sources: card.sources,
    }
    if (kind === 'typed') {
      const answers = [card.back, ...acceptedAnswers(card)]
      const check = { kind: 'spelling', answers, mode: answerMode(card.back), examples: [] } as const
      const control = { kind: 'typed', answer: card.back, check, alsoRight: [] } as const
      return { ...common, kind, guessChance: 0, evidence: 'recall', control }
    }
    // Places are dealt from shuffled thirds: every place is as likely as the others, and none is favoured in a quiz.
    if (places.length === 0) places = shuffled([0, 1, 2], random)
    const keyIndex = places.shift() ?? 0
    const control = layOutOptions(card.back, shuffled(distractorsOf(card) ?? [], random), keyIndex)
    return {
      ...common,
      kind,
      guessChance: 1 / control.options.length,
      evidence: 'recognition',
      control,
    }
  })
}

function onceEach<Value>(read: (card: QuizCard) => Value): (card: QuizCard) => Value {
  const known = new Map<QuizCard, { value: Value }>()
  return (card) => {
    const found = known.get(card) ?? { value: read(card) }
    known.set(card, found)
    return found.value
  }
}
