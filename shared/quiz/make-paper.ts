import { groupBy } from '../basics/group-by.ts'
import { interleave } from '../queue/interleave.ts'
import { dealPlaces } from './deal-places.ts'
import { keptApart } from './keep-apart.ts'
import { learnerAsking } from './learner-asking.ts'
import { type Pick, beliefOf, pickForConcepts, pickQuestions } from './pick-questions.ts'
import { type QuizFact, factsOf, inFocus, inOrderOfTurn, withoutJustAnswered } from './quiz-facts.ts'
import { wantedQuestions } from './quiz-length.ts'
import type { QuizLibrary } from './quiz-library.ts'
import type { QuizPaper } from './quiz-paper.ts'
import type { QuizLearner, QuizRequest } from './quiz-request.ts'
import { noReserve, reserveFor } from './quiz-reserve.ts'
import { scopeOf } from './quiz-scope.ts'

/**
 * The questions of a quiz with everything in reserve, so that it needs nothing more than its answers. Fewer than wanted
 * when the scope holds no more that can be asked soundly; `planQuiz` says so before. Law: the same request, learner and set
 * of cards, in any order, give the same paper; nothing in it asks about a card outside the scope.
 */
export function makePaper(library: QuizLibrary, request: QuizRequest, learner: QuizLearner): QuizPaper {
  const facts = factsToAsk(library, request, learner)
  const asking = learnerAsking(library, request, learner, facts)
  const picked =
    request.length.kind === 'until_sure'
      ? pickForConcepts(facts, request, asking)
      : pickQuestions(facts, request, asking, wantedQuestions(request.length, learner.secondsPer))
  const picks = keptApart(picked, request, asking)
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

/** What is believed of each concept before the first answer: the mean recall of its facts that are asked. */
function beliefsOf(planned: readonly Pick[]): QuizPaper['concepts'] {
  return [...groupBy(planned, ({ fact }) => fact.conceptId)].map(([conceptId, picks]) => {
    const facts = [...new Set(picks.map(({ fact }) => fact))]
    return { conceptId, concept: facts[0]?.concept ?? '', known: beliefOf(facts) }
  })
}

/** Kinds that a quiz goes without altogether: that a fact was asked in another form than the first one tried is no news. */
function replacedIn(picks: readonly Pick[]): QuizPaper['replaced'] {
  const asked = new Set(picks.map(({ question }) => question.kind))
  const missing = picks.flatMap(({ instead }) => (instead === null || asked.has(instead) ? [] : [instead]))
  return [...groupBy(missing, (kind) => kind)].map(([kind, all]) => ({ kind, times: all.length }))
}
