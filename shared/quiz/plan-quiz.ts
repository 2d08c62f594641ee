import { groupBy } from '../basics/group-by.ts'
import { mostPairs } from './forms/match.ts'
import { askIn, suitsForm } from './forms/question-forms.ts'
import { type LearnerAsking, learnerAsking } from './learner-asking.ts'
import { mostForms } from './pick-questions.ts'
import { type QuestionKind, questionKinds } from './question.ts'
import { type QuizFact, factsOf, inFocus, withoutJustAnswered } from './quiz-facts.ts'
import { quizMinutes, wantedQuestions } from './quiz-length.ts'
import type { QuizLibrary } from './quiz-library.ts'
import type { QuizLearner, QuizPlan, QuizRequest, QuizShortfall } from './quiz-request.ts'
import { nameOfScope, scopeOf } from './quiz-scope.ts'
import { fewestAsked } from './until-sure.ts'

/** Facts that are looked at one by one; of more a fair sample tells how many can be asked. */
const mostLookedAt = 100

/**
 * What a quiz would be, before it starts: how many questions are possible and in which kinds, and in plain words what is
 * missing. `lookedAt` facts are tried one by one; of more, as many as a sample tells. Law: a plan without a shortfall that is
 * no estimate gives a paper of the length asked for.
 */
export function planQuiz(
  library: QuizLibrary,
  request: QuizRequest,
  learner: QuizLearner,
  lookedAt = mostLookedAt,
): QuizPlan {
  const inScope = factsOf(library.cards.filter(scopeOf(request.scope)), learner, request)
  const focused = inFocus(inScope, request, learner.now)
  const facts = withoutJustAnswered(focused, request, learner.now)
  const isEstimate = facts.length > lookedAt
  // A kind that few facts allow must not be missed by chance: only what can be asked as wished is sampled.
  const fitting = isEstimate ? facts.filter((fact) => request.kinds.some((kind) => suits(fact, kind))) : facts
  const looked = sampleOf(fitting, lookedAt)
  const scale = looked.length === 0 ? 0 : fitting.length / looked.length
  const asking = learnerAsking(library, request, learner, facts)
  const found = looked.map((fact) => ({ fact, kinds: kindsFor(fact, asking) }))
  const askable = found.filter(({ kinds }) => kinds.some((kind) => request.kinds.includes(kind)))
  const possible = possibleIn(
    askable.map(({ kinds }) => kinds.filter((kind) => request.kinds.includes(kind))),
  )
  const counts = {
    possible: Math.round(possible * scale),
    facts: Math.round(askable.length * scale),
    isEstimate,
  }
  const concepts = conceptsOf(askable.map(({ fact }) => fact))
  const thinConcepts = Math.round(concepts.filter((concept) => concept.facts < fewestAsked).length * scale)
  const wanted = wantedQuestions(request.length, learner.secondsPer)
  const questions = Math.min(wanted, counts.possible)
  return {
    ...counts,
    kinds: countKinds(found, isEstimate ? facts : null),
    concepts,
    thinConcepts,
    questions,
    minutes:
      request.length.kind === 'minutes'
        ? request.length.minutes
        : quizMinutes(questions, request.kinds, learner.secondsPer),
    shortfall: shortfallOf(request, {
      inScope,
      focused,
      facts,
      found,
      possible: counts.possible,
      wanted,
      concepts,
    }),
    sentence: sentenceOf(counts, thinConcepts),
  }
}

/** Each fact in as many forms as one quiz bears; pairs take several facts at once, and count only where nothing else can. */
function possibleIn(facts: readonly (readonly QuestionKind[])[]): number {
  const alone = facts.map((kinds) => kinds.filter((kind) => kind !== 'match').length)
  const possible = sum(alone.map((kinds) => Math.min(mostForms, kinds)))
  return possible > 0 ? possible : Math.floor(facts.length / mostPairs)
}

interface FoundKinds {
  readonly fact: QuizFact
  readonly kinds: readonly QuestionKind[]
}

/** The kinds in which a fact can really be asked: each is tried. */
function kindsFor(fact: QuizFact, asking: LearnerAsking): QuestionKind[] {
  return questionKinds.filter((kind) =>
    fact.cards.some(
      (card) =>
        suitsForm(card, kind) &&
        asking.isWorthAsking(card, fact.cards) &&
        !asking.isReported(card, kind) &&
        askIn(kind, card, asking) !== null,
    ),
  )
}

function sampleOf(facts: readonly QuizFact[], most: number): readonly QuizFact[] {
  if (facts.length <= most) return facts
  return [...facts].sort((a, b) => a.chance - b.chance).slice(0, most)
}

/** In how many facts each kind was found; of a sample, the same share of `all` the facts that suit it. */
function countKinds(found: readonly FoundKinds[], all: readonly QuizFact[] | null): QuizPlan['kinds'] {
  const counted = questionKinds.map((kind) => {
    const sound = found.filter(({ kinds }) => kinds.includes(kind)).length
    if (all === null) return [kind, sound] as const
    const suiting = all.filter((fact) => suits(fact, kind)).length
    const tried = found.filter(({ fact }) => suits(fact, kind)).length
    return [kind, tried === 0 ? suiting : Math.round((suiting * sound) / tried)] as const
  })
  return Object.fromEntries(counted) as QuizPlan['kinds']
}

const suits = ({ cards }: QuizFact, kind: QuestionKind): boolean =>
  cards.some((card) => suitsForm(card, kind))

function conceptsOf(facts: readonly QuizFact[]): QuizPlan['concepts'] {
  return [...groupBy(facts, ({ conceptId }) => conceptId)].map(([conceptId, own]) => ({
    conceptId,
    concept: own[0]?.concept ?? '',
    facts: own.length,
  }))
}

interface Counted {
  readonly inScope: readonly QuizFact[]
  readonly focused: readonly QuizFact[]
  readonly facts: readonly QuizFact[]
  readonly found: readonly FoundKinds[]
  readonly possible: number
  readonly wanted: number
  readonly concepts: QuizPlan['concepts']
}

function shortfallOf(request: QuizRequest, counted: Counted): QuizShortfall | null {
  const { inScope, focused, facts, found, possible, wanted, concepts } = counted
  const where = nameOfScope(request.scope)
  if (inScope.length === 0)
    return {
      kind: 'no_cards',
      sentence: `There are no cards ${where}. Bring in more notes, or choose something else.`,
    }
  if (focused.length === 0) return { kind: 'nothing_in_focus', sentence: focusSentence(request, where) }
  if (facts.length === 0)
    return {
      kind: 'just_answered',
      sentence: `Everything ${where} was answered in the last ten minutes. Come back a little later.`,
    }
  if (possible === 0) return { kind: 'no_questions', sentence: noQuestions(found, where) }
  if (request.length.kind === 'until_sure')
    return concepts.some((concept) => concept.facts >= fewestAsked || possible >= fewestAsked)
      ? null
      : {
          kind: 'too_few',
          possible,
          sentence: `“Until sure” asks at least ${fewestAsked} questions about a concept; ${where} there ${areQuestions(possible)}.`,
        }
  if (possible >= wanted) return null
  return {
    kind: 'too_few',
    possible,
    sentence: `Only ${possible} of ${wanted} questions are possible ${where}. You can start with ${possible}.`,
  }
}

const areQuestions = (count: number): string => (count === 1 ? 'is 1' : `are ${count}`)

function noQuestions(found: readonly FoundKinds[], where: string): string {
  const isOnlySwitchedOff = found.some(({ kinds }) => kinds.length > 0)
  return isOnlySwitchedOff
    ? `What is ${where} can be asked only in kinds that are switched off.`
    : `Nothing ${where} can be asked soundly: the answers stand in their questions.`
}

function focusSentence({ focus }: QuizRequest, where: string): string {
  switch (focus) {
    case 'weakest':
      return `Nothing ${where} was reviewed yet, so nothing is weak.`
    case 'sure_but_wrong':
      return `No answer ${where} was sure but wrong.`
    case 'just_imported':
      return `Nothing ${where} was brought in during the last 7 days.`
    case 'mixed':
      return `Nothing ${where} can be asked.`
  }
}

function sentenceOf(
  { possible, isEstimate }: Pick<QuizPlan, 'possible' | 'isEstimate'>,
  thinConcepts: number,
): string {
  const questions = `${isEstimate ? 'About ' : ''}${possible} ${possible === 1 ? 'question' : 'questions'} possible`
  if (thinConcepts === 0) return `${questions}.`
  const thin = thinConcepts === 1 ? '1 concept has' : `${thinConcepts} concepts have`
  return `${questions}; ${thin} fewer than 3 facts.`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)
