import { randomFrom } from '../../shared/basics/random.ts'
import { nextQuestion } from '../../shared/quiz/next-question.ts'
import type { QuizQuestion } from '../../shared/quiz/question.ts'
import type { QuizPaper, QuizStep } from '../../shared/quiz/quiz-paper.ts'
import { findings } from '../../shared/quiz/until-sure.ts'
import {
  type FsrsModel,
  fsrsModel,
  initialDifficulty,
  initialStability,
  modelRecall,
  nextDifficulty,
  nextStability,
} from '../../shared/schedule/fit/fsrs-model.ts'
import { type FsrsRating, defaultFsrsParameters, fsrsIntervalDays } from '../../shared/schedule/fsrs.ts'
import { aChoice, aTyped, judgedAs } from '../shared/quiz/a-question.ts'

/** How fast a learner forgets, as a factor on every stability: no scheduler knows it. */
export const abilities = { slow: 0.4, usual: 1, quick: 2.5 } as const
/** How far one fact lies from what any model believes of it: the spread of the logarithm of its stability. */
const factSpread = 1
const days = 90
/** How often a learner who knows it gets it wrong, and who does not gets it right among three options. */
const slips = 0.05

/** What "until sure" decided of one concept, and how it was. */
export interface DecidedConcept {
  readonly asked: number
  readonly saidKnown: boolean
  /** The mean chance of recall over all facts of the concept at the moment of the quiz. */
  readonly recall: number
  readonly predicted: number
}

/** Of what was never studied a little is known all the same. */
const neverSeen: Fact = { recall: 0.1, predicted: 0 }

interface Fact {
  readonly recall: number
  readonly predicted: number
}

/**
 * A learner of one ability studies concepts for 90 days as an FSRS scheduler says, some days not at all, and some concepts
 * are then left alone for weeks; then each is quizzed until it is sure. Memory is hidden from scheduler and quiz alike.
 */
export function decideConcepts(
  seed: string,
  ability: keyof typeof abilities,
  concepts: number,
): DecidedConcept[] {
  const random = randomFrom(`${seed} ${ability}`)
  const model = fsrsModel(defaultFsrsParameters)
  return Array.from({ length: concepts }, (_, c) => {
    const left = random() < 0.5 ? 0 : Math.floor(random() * 365)
    const studied = random() < 0.5 ? 1 : random()
    const facts = Array.from({ length: 3 + Math.floor(random() * 8) }, () =>
      random() < studied ? studyFact(model, abilities[ability], left, random) : neverSeen,
    )
    return quizConcept(`${seed} ${c}`, facts, random)
  })
}

function studyFact(model: FsrsModel, ability: number, left: number, random: () => number): Fact {
  const luck = ability * Math.exp(factSpread * bell(random))
  const first = Math.floor(random() * 60)
  let day = first
  let believed = { stability: 0, difficulty: 0 }
  let hidden = believed
  let last = first
  while (day <= days) {
    const elapsed = day - last
    const isFirst = believed.stability === 0
    const chance = isFirst ? 0.5 : modelRecall(model, elapsed, hidden.stability * luck)
    const rating: FsrsRating = random() < chance ? 3 : 1
    hidden = step(model, hidden, modelRecall(model, elapsed, Math.max(0.01, hidden.stability * luck)), rating)
    believed = step(model, believed, modelRecall(model, elapsed, Math.max(0.01, believed.stability)), rating)
    last = day
    const interval = Math.max(1, fsrsIntervalDays(believed.stability, 0.9, defaultFsrsParameters))
    // One day in five nothing is studied.
    day += Math.round(interval) + (random() < 0.2 ? 1 : 0)
  }
  const since = days + left - last
  return {
    recall: modelRecall(model, since, hidden.stability * luck),
    predicted: modelRecall(model, since, believed.stability),
  }
}

interface Memory {
  readonly stability: number
  readonly difficulty: number
}

function step(
  model: FsrsModel,
  { stability, difficulty }: Memory,
  recall: number,
  rating: FsrsRating,
): Memory {
  return stability === 0
    ? { stability: initialStability(model, rating), difficulty: initialDifficulty(model, rating) }
    : {
        stability: nextStability(model, stability, difficulty, recall, rating),
        difficulty: nextDifficulty(model, difficulty, rating),
      }
}

function quizConcept(id: string, facts: readonly Fact[], random: () => number): DecidedConcept {
  const mean = (of: (fact: Fact) => number) => facts.reduce((sum, fact) => sum + of(fact), 0) / facts.length
  const predicted = mean((fact) => fact.predicted)
  // What can be recalled in this sitting stays so through it, however it is asked.
  const known = facts.map(({ recall }) => random() < recall)
  const questions = facts
    .slice(0, 6)
    .map((_, i): QuizQuestion =>
      random() < 0.6 ? aTyped(`${id} ${i}`, ['x'], 'c') : aChoice(`${id} ${i}`, 0, 'c'),
    )
  const more = facts.length < 6 ? facts.map((_, i) => aChoice(`${id} ${i} again`, 0, 'c')) : []
  const all = [...questions, ...more].slice(0, 6)
  const paper: QuizPaper = {
    length: { kind: 'until_sure' },
    mode: { kind: 'practice' },
    asksConfidence: false,
    questions: all,
    order: all.map((question) => question.id),
    concepts: [{ conceptId: 'concept c', concept: 'c', known: predicted }],
    secondLooks: [],
    easier: [],
    replaced: [],
  }
  const steps: QuizStep[] = []
  for (;;) {
    const turn = nextQuestion(paper, steps, 0)
    if (turn.kind === 'stop') break
    const at = all.indexOf(turn.question) % facts.length
    const isKnown = known[at] === true && random() >= slips
    const isRight = isKnown || random() < turn.question.guessChance
    const judged = judgedAs(turn.question, isRight ? 'right' : 'wrong')
    steps.push({ questionId: turn.question.id, judged, confidence: null, unknown: false, durationMs: 5000 })
  }
  const [found] = findings(paper, steps)
  const saidKnown = found?.ending === 'known' || (found?.ending !== 'not_known' && (found?.after ?? 0) >= 0.5)
  return { asked: steps.length, saidKnown, recall: mean((fact) => fact.recall), predicted }
}

/** About normally distributed around 0 with deviation 1. */
function bell(random: () => number): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random()
  return sum
}
