import { groupBy } from '../basics/group-by.ts'
import type { FactKey } from '../fact/fact.ts'
import type { Asking } from './forms/asking.ts'
import { askIn, suitsForm } from './forms/question-forms.ts'
import { kindsInOrder } from './format-ladder.ts'
import type { LearnerAsking } from './learner-asking.ts'
import type { QuestionKind, QuizQuestion } from './question.ts'
import type { QuizCard } from './quiz-card.ts'
import type { QuizFact } from './quiz-facts.ts'
import { chanceOf } from './chance-of.ts'
import type { QuizRequest } from './quiz-request.ts'
import { fewestAsked, mostAsked, mostQuestions } from './until-sure.ts'

/** New facts make up at most this share while others wait. */
const mostNew = 0.3
/** In how many forms one quiz asks one fact, when facts run out. */
export const mostForms = 3
/** Most concepts are decided before their questions are used up, so there is room for more of them. */
const mostForConcepts = 2 * mostQuestions
/** A concept is asked so often or not at all, where it has so many facts. */
const fewestPerConcept = 3

/** A question with the fact it was chosen for. */
export interface Pick {
  readonly fact: QuizFact
  readonly question: QuizQuestion
  /** The kind that was wanted first and could not be made. */
  readonly instead: QuestionKind | null
}

/** What was picked so far; it grows while a quiz is put together. */
interface Picking {
  readonly picks: Pick[]
  /** Facts that a question asks, those along in pairs included. */
  readonly taken: Map<FactKey, number>
}

/** Questions of the facts in the order of their turns, each in the first form that can be made of it, as many as wanted. */
export function pickQuestions(
  facts: readonly QuizFact[],
  request: QuizRequest,
  asking: LearnerAsking,
  wanted: number,
): readonly Pick[] {
  const picking: Picking = { picks: [], taken: new Map() }
  const isFull = () => picking.picks.length >= wanted
  const isNew = ({ recall }: QuizFact) => recall === null
  const fresh = () => picking.picks.filter(({ fact }) => isNew(fact)).length
  const hasRoomForNew = () => fresh() < Math.max(1, Math.floor(wanted * mostNew))
  const seenFirst =
    request.focus === 'just_imported' ? () => true : (fact: QuizFact) => !isNew(fact) || hasRoomForNew()
  const inGroups = groupBy(facts, ({ conceptId }) => conceptId)
  // A fact that was asked lately is no company for one that waits.
  const groupOf = (fact: QuizFact) =>
    (inGroups.get(fact.conceptId) ?? []).filter(
      (other) =>
        other === fact ||
        (seenFirst(other) && (other.turn !== 'asked_lately' || fact.turn === 'asked_lately')),
    )

  for (const fact of facts) {
    if (isFull()) break
    if (picking.taken.has(fact.factKey) || !seenFirst(fact)) continue
    const group = groupOf(fact)
    const chosen = group.filter(({ factKey }) => picking.taken.has(factKey)).length
    const together =
      chosen >= fewestPerConcept || group.length < fewestPerConcept
        ? [fact]
        : [fact, ...group.filter((other) => other !== fact && !picking.taken.has(other.factKey))].slice(
            0,
            fewestPerConcept - chosen,
          )
    // Three of a concept or none: it waits when there is no room for them.
    if (picking.picks.length + together.length > wanted) continue
    for (const one of together) if (!isFull() && seenFirst(one)) pickOne(one, request, asking, picking)
  }
  // What is left is filled with whatever can be asked: new facts, single ones, and then other forms of the same.
  const own = (fact: QuizFact) => picking.picks.filter((pick) => pick.fact === fact).length
  for (const fact of facts)
    if (!isFull() && !picking.taken.has(fact.factKey)) pickOne(fact, request, asking, picking)
  for (let forms = 1; forms <= mostForms; forms++) {
    for (const fact of facts) if (!isFull() && own(fact) < forms) pickOne(fact, request, asking, picking)
  }
  return picking.picks
}

/** For each concept, the least certain first, questions enough to decide it; only where there can be so many. */
export function pickForConcepts(
  facts: readonly QuizFact[],
  request: QuizRequest,
  asking: LearnerAsking,
): readonly Pick[] {
  const concepts = [...groupBy(facts, ({ conceptId }) => conceptId).values()]
  const open = (own: readonly QuizFact[]) => Math.abs(beliefOf(own) - 0.5)
  const inOrder =
    request.scope.kind === 'library' ? [...concepts].sort((a, b) => open(a) - open(b)) : concepts
  const out: Pick[] = []
  for (const own of inOrder) {
    if (out.length >= mostForConcepts) break
    const picking: Picking = { picks: [], taken: new Map() }
    for (let round = 0; round < mostForms; round++) {
      for (const fact of own) {
        const isTurn = (picking.taken.get(fact.factKey) ?? 0) === round
        if (isTurn && picking.picks.length < mostAsked) pickOne(fact, request, asking, picking)
      }
    }
    if (picking.picks.length >= fewestAsked) out.push(...picking.picks)
  }
  return inTurns(out)
}

/** A question about a fact in the first form that can be made; other cards and forms than those asked already. */
function pickOne(
  fact: QuizFact,
  request: QuizRequest,
  asking: LearnerAsking,
  { picks, taken }: Picking,
): void {
  const asked = new Set(
    picks.flatMap(({ fact: other, question }) => (other.factKey === fact.factKey ? [formKey(question)] : [])),
  )
  const used = picks.map(({ question }) => question.kind)
  const kinds = kindsInOrder(fact, request.kinds, used, (kind) =>
    chanceOf(`${request.seed} ${fact.factKey}`, kind),
  )
  const free: Asking = {
    ...asking,
    isFree: (card) =>
      asking.isFree(card) &&
      !taken.has(card.factKey) &&
      (fact.turn === 'asked_lately' || !asking.wasAskedLately(card)),
  }
  let instead: QuestionKind | null = null
  for (const kind of kinds) {
    const cards = cardsFor(fact, kind, asking)
    for (const card of cards) {
      const question = askIn(kind, card, free)
      if (question === null || asked.has(formKey(question))) continue
      picks.push({ fact, question, instead })
      const along = question.kind === 'match' ? question.pairs.map(({ factKey }) => factKey) : [fact.factKey]
      for (const factKey of along) taken.set(factKey, (taken.get(factKey) ?? 0) + 1)
      return
    }
    if (cards.length > 0) instead ??= kind
  }
}

/** No two questions of a quiz ask one card in one form. */
export const formKey = ({ kind, cardId }: QuizQuestion): string => `${kind} ${cardId}`

/** The fact's cards that a form is for: the less they are known, the sooner. */
export function cardsFor({ cards }: QuizFact, kind: QuestionKind, asking: LearnerAsking): QuizCard[] {
  return cards
    .filter(
      (card) => suitsForm(card, kind) && asking.isWorthAsking(card, cards) && !asking.isReported(card, kind),
    )
    .map((card) => ({
      card,
      recall: asking.recallOf(card) ?? -1,
      chance: chanceOf(asking.seed, `${kind} ${card.cardId}`),
    }))
    .sort((a, b) => a.recall - b.recall || a.chance - b.chance)
    .map(({ card }) => card)
}

/** One of each concept in turn. */
function inTurns(picks: readonly Pick[]): Pick[] {
  const concepts = [...groupBy(picks, ({ fact }) => fact.conceptId).values()]
  const longest = Math.max(0, ...concepts.map((own) => own.length))
  return Array.from({ length: longest }, (_, i) => concepts.flatMap((own) => own[i] ?? [])).flat()
}

/** What is believed of a concept before the first answer: the mean recall of its facts. */
export const beliefOf = (facts: readonly QuizFact[]): number =>
  facts.reduce((sum, { recall }) => sum + (recall ?? 0), 0) / Math.max(1, facts.length)
