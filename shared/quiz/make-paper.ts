import { groupBy } from '../basics/group-by.ts'
import type { FactKey } from '../fact/fact.ts'
import { dealPlaces } from './deal-places.ts'
import { interleave } from '../queue/interleave.ts'
import type { Asking } from './forms/asking.ts'
import { askIn, formOf } from './forms/question-forms.ts'
import { kindsInOrder } from './format-ladder.ts'
import { type LearnerAsking, learnerAsking } from './learner-asking.ts'
import type { QuestionKind, QuizQuestion } from './question.ts'
import { type QuizFact, factsOf, inFocus, inOrderOfTurn, withoutJustAnswered } from './quiz-facts.ts'
import { type QuizLibrary, chanceOf } from './quiz-library.ts'
import type { QuizPaper } from './quiz-paper.ts'
import { wantedQuestions } from './quiz-length.ts'
import type { QuizLearner, QuizRequest } from './quiz-request.ts'
import { scopeOf } from './quiz-scope.ts'
import { fewestAsked, mostAsked, mostQuestions } from './until-sure.ts'

/** New facts make up at most this share while others wait. */
const mostNew = 0.3
/** In how many forms one quiz asks one fact, when facts run out. */
export const mostForms = 3
/** Most concepts are decided before their questions are used up, so there is room for more of them. */
const mostForConcepts = 2 * mostQuestions
/** A concept is asked so often or not at all, where it has so many facts. */
const fewestPerConcept = 3

/**
 * The questions of a quiz with everything in reserve, so that it needs nothing more than its answers. Fewer than wanted
 * when the scope holds no more that can be asked soundly; `planQuiz` says so before. Law: the same request, learner and set
 * of cards, in any order, give the same paper; nothing in it asks about a card outside the scope.
 */
export function makePaper(library: QuizLibrary, request: QuizRequest, learner: QuizLearner): QuizPaper {
  const facts = factsToAsk(library, request, learner)
  const asking = learnerAsking(library, request, learner, facts)
  const picks =
    request.length.kind === 'until_sure'
      ? pickForConcepts(facts, request, asking)
      : pickQuestions(facts, request, asking, wantedQuestions(request.length, learner.secondsPer))
  const planned = inPlayingOrder(picks, request, learner)
  const reserve = request.mode.kind === 'exam' ? noReserve : reserveFor(planned, request, asking)
  return {
    length: request.length,
    mode: request.mode,
    asksConfidence: request.asksConfidence,
    questions: [
      ...dealPlaces(
        planned.map(({ question }) => question),
        request.seed,
      ),
      ...reserve.questions,
    ],
    order: planned.map(({ question }) => question.id),
    concepts: beliefsOf(planned),
    secondLooks: reserve.secondLooks,
    easier: reserve.easier,
    replaced: replacedIn(picks),
  }
}

/** The facts in scope and focus that were not answered just now, in the order of their turns. */
export function factsToAsk(library: QuizLibrary, request: QuizRequest, learner: QuizLearner): QuizFact[] {
  const cards = library.cards.filter(scopeOf(request.scope))
  const facts = inFocus(factsOf(cards, learner, request), request, learner.now)
  return inOrderOfTurn(withoutJustAnswered(facts, request, learner.now), request)
}

/** A question with the fact it was chosen for. */
interface Pick {
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

function pickQuestions(
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
function pickForConcepts(
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

const formKey = ({ kind, cardId }: QuizQuestion): string => `${kind} ${cardId}`

/** The fact's cards that a form is for: the less they are known, the sooner. */
function cardsFor({ cards }: QuizFact, kind: QuestionKind, asking: LearnerAsking) {
  return cards
    .filter(
      (card) =>
        formOf(kind).isFor(card) && asking.isWorthAsking(card, cards) && !asking.isReported(card, kind),
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

/** Never three of a concept in a row while another waits, and what is easily mixed up one to three apart. */
function inPlayingOrder(picks: readonly Pick[], request: QuizRequest, learner: QuizLearner): Pick[] {
  if (request.length.kind === 'until_sure') return [...picks]
  const near = [...picks]
  for (const { one, other } of learner.confusions) {
    const at = near.findIndex(({ fact }) => fact.conceptId === one)
    const from = near.findIndex(({ fact }) => fact.conceptId === other)
    if (at < 0 || from < 0 || Math.abs(at - from) <= 3) continue
    const [moved] = near.splice(Math.max(at, from), 1)
    if (moved !== undefined) near.splice(Math.min(at, from) + 2, 0, moved)
  }
  return interleave(near, ({ fact }) => fact.conceptId)
}

interface Reserve {
  readonly questions: readonly QuizQuestion[]
  readonly secondLooks: QuizPaper['secondLooks']
  readonly easier: QuizPaper['easier']
}
const noReserve: Reserve = { questions: [], secondLooks: [], easier: [] }

/** For each planned question one for a second look, and an easier one where it must be brought forth. */
function reserveFor(planned: readonly Pick[], request: QuizRequest, asking: LearnerAsking): Reserve {
  const known = new Set(planned.map(({ question }) => question.id))
  const questions: QuizQuestion[] = []
  const add = (question: QuizQuestion | null): QuizQuestion | null => {
    if (question === null || known.has(question.id)) return null
    known.add(question.id)
    questions.push(question)
    return question
  }
  const secondLooks: { first: string; again: string }[] = []
  const easier: { planned: string; easier: string }[] = []
  for (const { fact, question } of planned) {
    if (question.evidence === 'recall') {
      const found = add(easierFor(fact, question, request, asking))
      if (found !== null) easier.push({ planned: question.id, easier: found.id })
    }
    const again = add(againFor(fact, question, asking))
    if (again !== null) secondLooks.push({ first: question.id, again: again.id })
    const afterEasier = easier.at(-1)
    // An easier question that is missed with certainty gets its second look, too.
    if (again !== null && afterEasier?.planned === question.id)
      secondLooks.push({ first: afterEasier.easier, again: again.id })
  }
  return { questions, secondLooks, easier }
}

const easierKinds: readonly QuestionKind[] = [
  'own_choice',
  'multiple_choice',
  'problem',
  'confusable',
  'true_false',
]

function easierFor(
  fact: QuizFact,
  { kind }: QuizQuestion,
  request: QuizRequest,
  asking: LearnerAsking,
): QuizQuestion | null {
  const unmet: Asking = { ...asking, isMet: () => false, round: 'easier' }
  for (const easier of easierKinds) {
    if (!request.kinds.includes(easier) || (easier === kind && kind !== 'problem')) continue
    for (const card of cardsFor(fact, easier, asking)) {
      const question = askIn(easier, card, unmet)
      if (question !== null && question.evidence === 'recognition') return question
    }
  }
  return null
}

/** The same card in the same form, with everything that is left to chance drawn anew. */
function againFor(fact: QuizFact, { kind, cardId }: QuizQuestion, asking: Asking): QuizQuestion | null {
  const card = fact.cards.find((one) => one.cardId === cardId)
  if (card === undefined) return null
  return askIn(kind, card, { ...asking, round: 'again' })
}

/** What is believed of each concept before the first answer: the mean recall of its facts that are asked. */
function beliefsOf(planned: readonly Pick[]): QuizPaper['concepts'] {
  return [...groupBy(planned, ({ fact }) => fact.conceptId)].map(([conceptId, picks]) => {
    const facts = [...new Set(picks.map(({ fact }) => fact))]
    return { conceptId, concept: facts[0]?.concept ?? '', known: beliefOf(facts) }
  })
}

const beliefOf = (facts: readonly QuizFact[]): number =>
  facts.reduce((sum, { recall }) => sum + (recall ?? 0), 0) / Math.max(1, facts.length)

function replacedIn(picks: readonly Pick[]): QuizPaper['replaced'] {
  const kinds = groupBy(
    picks.flatMap(({ instead }) => (instead === null ? [] : [instead])),
    (kind) => kind,
  )
  return [...kinds].map(([kind, all]) => ({ kind, times: all.length }))
}
