import { type Day, type EpochMs, addDays, dayNumber, daysBetween } from '../../shared/basics/time.ts'
import { randomFrom } from '../../shared/basics/random.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { ConceptStanding, LevelChange, MasteryRules } from '../../shared/mastery/concept-standing.ts'
import { levelHistory } from '../../shared/mastery/level-history.ts'
import { foldConcept, stepConcept } from '../../shared/mastery/fold-concept.ts'
import { conceptMastery } from '../../shared/mastery/mastery.ts'
import { type Level, levelRules, shareOf } from '../../shared/mastery/levels.ts'
import { recallAfter } from '../../shared/schedule/forgetting-curve.ts'
import { applyEvent } from '../../shared/schedule/fold-reviews.ts'
import { defaultFsrsParameters, nextFsrs } from '../../shared/schedule/fsrs.ts'
import { fsrsScheduler } from '../../shared/schedule/fsrs-scheduler.ts'
import { type Memory, sm2Scheduler } from '../../shared/schedule/memory-model.ts'
import { defaultRecallFit } from '../../shared/schedule/predicted-recall.ts'
import type { EventId, Grade, Reviewed } from '../../shared/schedule/review-event.ts'
import { type CardState, isDue, newCardState } from '../../shared/schedule/schedule.ts'
import { aDevice, aLearner, dayMs, logged } from './factories.ts'

/** A learner whose real memory is FSRS-6, stronger or weaker than any model believes, and hidden from everything. */
export interface SimulatedLife {
  readonly seed: string
  readonly scheduler: 'sm2' | 'fsrs'
  /** What the stability of a memory is really worth. */
  readonly ability: number
  readonly concepts: number
  readonly days: number
  /** Answers only by choosing among options. */
  readonly choosesOnly?: boolean
}

/** What the lives of some learners show of mastery. */
export interface MasteryFigures {
  /** Concepts with an answered fact, once a week. */
  readonly conceptWeeks: number
  /** Of these: the number of facts that would have been recalled lay in the 90 % range. */
  readonly inRange: number
  /** Rises to Familiar or above. */
  readonly rises: number
  /** Of these: without any answer that brought a fact forth since the level before. */
  readonly risesByRecognition: number
  /** Failures after which a level was no longer proven, and the longest time in days that it still stood. */
  readonly undone: number
  readonly slowestFall: number
  /** Changes of a level that were taken back within a week. */
  readonly flaps: number
  readonly levels: readonly number[]
}

export const abilities = [0.6, 1, 1.7] as const

/** The figures of several lives together. */
export function addFigures(all: readonly MasteryFigures[]): MasteryFigures {
  const sum = (valueOf: (one: MasteryFigures) => number) =>
    all.reduce((total, one) => total + valueOf(one), 0)
  return {
    conceptWeeks: sum((one) => one.conceptWeeks),
    inRange: sum((one) => one.inRange),
    rises: sum((one) => one.rises),
    risesByRecognition: sum((one) => one.risesByRecognition),
    undone: sum((one) => one.undone),
    slowestFall: Math.max(0, ...all.map((one) => one.slowestFall)),
    flaps: sum((one) => one.flaps),
    levels: [0, 1, 2, 3, 4, 5].map((level) => sum((one) => one.levels[level] ?? 0)),
  }
}

const firstDay = '2026-01-05' as Day
const newFactsADay = 5
const quizEveryDays = 4
const quizLength = 12
const dayOff = 0.1

interface Card {
  readonly id: CardId
  readonly kind: string
  readonly concept: number
  readonly fact: number
  readonly place: number
  readonly luck: number
  state: CardState
  truth: Memory | null
  truthOn: Day
}

/** What a fact has shown so far. */
interface Shown {
  seenOn: Day | null
  gap: number
  isRecalled: boolean
  readonly cardOn: Map<CardId, Day>
}

interface Concept {
  readonly shown: readonly Shown[]
  standing: ConceptStanding
  readonly cards: readonly (readonly Card[])[]
  /** The last day on which an answer brought a fact forth. */
  recalledOn: Day | null
  /** A level that is proven no more, and since when, while it still stands. */
  undone: { readonly level: Level; readonly on: Day } | null
}

/** One life: every due card is answered, a few new facts a day, and a quiz now and then. */
export function liveAndLearn(life: SimulatedLife): MasteryFigures {
  const run = startRun(life)
  for (let offset = 0; offset < life.days; offset++) {
    const day = addDays(firstDay, offset)
    if (offset % 7 === 0) lookAtRanges(run, day)
    const levelsBefore = run.concepts.map(({ standing }) => levelOn(standing, day))
    if (run.random() < dayOff) continue
    studyDay(run, day, offset)
    run.concepts.forEach((concept, number) => watchLevel(run, concept, levelsBefore[number] as Level, day))
  }
  const end = addDays(firstDay, life.days)
  const levels = [0, 0, 0, 0, 0, 0]
  let flaps = 0
  for (const { standing, undone } of run.concepts) {
    const level = levelOn(standing, end)
    levels[level] = (levels[level] ?? 0) + 1
    flaps += countFlaps(levelHistory(standing, end))
    // What never fell took as long as there was time.
    if (undone !== null)
      run.figures.slowestFall = Math.max(run.figures.slowestFall, daysBetween(undone.on, end))
  }
  return { ...run.figures, levels, flaps }
}

interface Run {
  readonly life: SimulatedLife
  readonly random: () => number
  readonly rules: MasteryRules
  readonly concepts: readonly Concept[]
  readonly cards: readonly Card[]
  /** Cards not met yet, the next one first. */
  readonly waiting: Card[]
  readonly figures: {
    -readonly [Name in keyof Omit<MasteryFigures, 'levels' | 'flaps'>]: MasteryFigures[Name]
  }
  events: number
}

function startRun(life: SimulatedLife): Run {
  const random = randomFrom(`${life.seed} ${life.scheduler} ${life.ability}`)
  const rules: MasteryRules = {
    scheduler:
      life.scheduler === 'sm2'
        ? sm2Scheduler
        : fsrsScheduler({ weights: defaultFsrsParameters, desiredRetention: 0.9 }),
    fit: defaultRecallFit,
  }
  const concepts = Array.from({ length: life.concepts }, (_, number) => aConcept(number, random, rules))
  const cards = concepts.flatMap((concept) => concept.cards.flat())
  const figures = { conceptWeeks: 0, inRange: 0, rises: 0, risesByRecognition: 0, undone: 0, slowestFall: 0 }
  return { life, random, rules, concepts, cards, waiting: inTurns(concepts), figures, events: 0 }
}

function lookAtRanges({ life, random, concepts, figures }: Run, day: Day): void {
  for (const concept of concepts) {
    const { answered, recallLow, recallHigh } = conceptMastery(concept.standing, day)
    if (answered === 0) continue
    figures.conceptWeeks++
    const recalled = countRecalled(concept, day, life.ability, random)
    if (recalled >= recallLow && recalled <= recallHigh) figures.inRange++
  }
}

function studyDay(run: Run, day: Day, offset: number): void {
  const { life, cards, waiting } = run
  const isDueFor = (card: Card) =>
    life.choosesOnly === true
      ? card.truth !== null && daysBetween(card.truthOn, day) >= 3
      : isDue(card.state, day)
  for (const card of cards.filter(isDueFor)) meet(run, card, day)
  for (const card of waiting.splice(0, newFactsADay)) meet(run, card, day)
  if (offset % quizEveryDays === 0 && life.choosesOnly !== true) takeQuiz(run, day)
}

/** A card comes up. What is forgotten is drilled until it is recalled, as the session asks. */
function meet(run: Run, card: Card, day: Day): void {
  const { life, random } = run
  const recalls = card.truth !== null && random() < trueRecall(card, day, life.ability)
  const grade = card.truth === null ? firstGrade(random()) : recalls ? passGrade(random()) : 2
  learn(card, day, grade)
  if (life.choosesOnly === true) return answer(run, card, day, grade, { ...inQuiz, kindShown: choice })
  answer(run, card, day, grade, {})
  if (grade >= 4) return
  learn(card, day, 4)
  answer(run, card, day, 4, {})
}

/** A dozen cards that were not met today, half of them with options. */
function takeQuiz(run: Run, day: Day): void {
  const { life, random } = run
  const met = run.cards.filter((card) => card.truth !== null && card.truthOn < day)
  for (let asked = 0; asked < quizLength && met.length > 0; asked++) {
    const [card] = met.splice(Math.floor(random() * met.length), 1) as [Card]
    const isChoice = random() < 0.5
    const chance = trueRecall(card, day, life.ability)
    const isRight = random() < (isChoice ? chance + (1 - chance) / 3 : chance)
    const grade = isRight ? 4 : 2
    learn(card, day, grade)
    answer(run, card, day, grade, {
      ...inQuiz,
      kindShown: isChoice ? choice : 'typed',
      confidence: isRight ? 'likely' : 'guess',
    })
  }
}

const choice = 'multiple_choice'
const inQuiz = { via: 'quiz', effect: 'none', confidence: 'guess' } as const

function answer(run: Run, card: Card, day: Day, grade: Grade, how: Partial<Reviewed>): void {
  const concept = run.concepts[card.concept] as Concept
  run.events++
  const event: Reviewed = {
    kind: 'reviewed',
    id: `01890000-0000-7000-9000-${run.events.toString(16).padStart(12, '0')}` as EventId,
    learnerId: aLearner,
    deviceId: aDevice,
    at: (dayNumber(day) * dayMs + dayMs / 2 + run.events) as EpochMs,
    zone: 'UTC',
    studyDay: day,
    cardId: card.id,
    grade,
    durationMs: 5000,
    via: 'review',
    effect: 'schedule',
    kindShown: card.kind,
    profile: 'any',
    ...how,
  }
  const entry = logged(event)
  card.state = applyEvent(card.state, entry, run.rules.scheduler)
  const step = { fact: card.fact, card: card.place, logged: entry, state: card.state }
  concept.standing = stepConcept(concept.standing, step, run.rules)
  const isChoice = event.kindShown === choice
  if (!isChoice) concept.recalledOn = day
  noteShown(concept.shown[card.fact] as Shown, card, day, { isRight: grade >= 3, isChoice })
}

/** Keeps by itself what a fact has shown, to hold the code under test against it. */
function noteShown(
  shown: Shown,
  card: Card,
  day: Day,
  { isRight, isChoice }: { readonly isRight: boolean; readonly isChoice: boolean },
): void {
  const isFirst = shown.cardOn.get(card.id) !== day
  const gap = shown.seenOn === null ? 0 : daysBetween(shown.seenOn, day)
  shown.cardOn.set(card.id, day)
  shown.seenOn = day
  if (!isFirst || isChoice) return
  if (!isRight) shown.gap = 0
  else if (gap > 0) {
    shown.gap = Math.max(shown.gap, gap)
    shown.isRecalled = true
  }
}

/** Counts how a concept's level moved on a day, and how long one that is proven no more went on standing. */
function watchLevel({ figures }: Run, concept: Concept, before: Level, day: Day): void {
  const after = levelOn(concept.standing, day)
  if (after > before && after >= 2) {
    figures.rises++
    if (concept.recalledOn !== day) figures.risesByRecognition++
  }
  if (before >= 2 && !isStillShown(concept, before)) concept.undone ??= { level: before, on: day }
  // What was shown again in time is not lost.
  else concept.undone = null
  if (concept.undone === null || after >= concept.undone.level) return
  figures.undone++
  figures.slowestFall = Math.max(figures.slowestFall, daysBetween(concept.undone.on, day))
  concept.undone = null
}

function aConcept(number: number, random: () => number, rules: MasteryRules): Concept {
  const size = sizes[Math.floor(random() * sizes.length)] as number
  const cards = Array.from({ length: size }, (_, fact) => {
    const luck = Math.exp(0.3 * 2 * (random() + random() + random() - 1.5))
    return Array.from({ length: random() < 0.25 ? 2 : 1 }, (_one, place): Card => ({
      id: `card ${number} ${fact} ${place}` as CardId,
      kind: place === 0 ? 'basic' : 'reverse',
      concept: number,
      fact,
      place,
      luck,
      state: newCardState,
      truth: null,
      truthOn: firstDay,
    }))
  })
  const facts = cards.map((own, fact) => ({
    key: `fact ${number} ${fact}` as FactKey,
    madeAt: null,
    cards: own.map(({ id }) => ({ id, kind: 'basic' as const, log: [] })),
  }))
  const shown = cards.map((): Shown => ({ seenOn: null, gap: 0, isRecalled: false, cardOn: new Map() }))
  return { standing: foldConcept(facts, rules), cards, shown, recalledOn: null, undone: null }
}

/** Facts a concept, as in the notes that ship and in larger ones. */
const sizes = [1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 10, 12]

/** The first card of each fact first, concept after concept, then the others. */
function inTurns(concepts: readonly Concept[]): Card[] {
  const cards = concepts.flatMap((concept) => concept.cards.flat())
  return [...cards.filter(({ place }) => place === 0), ...cards.filter(({ place }) => place > 0)]
}

const decay = defaultFsrsParameters[20] as number

function trueRecall(card: Card, day: Day, ability: number): number {
  if (card.truth === null) return 0
  return recallAfter(daysBetween(card.truthOn, day) / (card.truth.stability * ability * card.luck), decay)
}

function learn(card: Card, day: Day, grade: Grade): void {
  card.truth = nextFsrs(card.truth, daysBetween(card.truthOn, day), grade, defaultFsrsParameters)
  card.truthOn = day
}

const firstGrade = (draw: number): Grade => (draw < 0.25 ? 2 : draw < 0.4 ? 3 : draw < 0.9 ? 4 : 5)
const passGrade = (draw: number): Grade => (draw < 0.12 ? 3 : draw < 0.88 ? 4 : 5)

/** How many facts would be recalled on a day if all were asked. */
function countRecalled({ cards }: Concept, day: Day, ability: number, random: () => number): number {
  return cards.filter((own) => {
    const met = own.filter(({ truth }) => truth !== null)
    const card = met[Math.floor(random() * met.length)]
    return card !== undefined && random() < trueRecall(card, day, ability)
  }).length
}

const levelOn = (standing: ConceptStanding, day: Day): Level => levelHistory(standing, day).at(-1)?.to ?? 0

/** Whether the facts still show what a level wants. */
function isStillShown({ shown }: Concept, level: Level): boolean {
  return levelRules
    .filter((rule) => rule.level <= level)
    .every(({ proof, proven }) => {
      const proofs = shown.filter(({ gap, isRecalled }) =>
        proof.kind === 'gap' ? gap >= proof.days : isRecalled,
      )
      return proofs.length >= shareOf(proven, shown.length)
    })
}

/** Changes that the next one takes back within a week. */
function countFlaps(history: readonly LevelChange[]): number {
  return history.filter((change, at) => {
    const next = history[at + 1]
    if (next === undefined || daysBetween(change.on, next.on) > 7) return false
    return change.to > change.from !== next.to > next.from
  }).length
}
