import { type Day, addDays } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { nameForm } from '../schedule/answer-form.ts'
import type { Grade } from '../schedule/review-event.ts'
import { type CardState, isDue } from '../schedule/schedule.ts'
import type { Confidence, Judged, JudgedCard } from './given-answer.ts'
import type { QuizQuestion } from './question.ts'

export const quizEffectSettings = ['balanced', 'only_failures', 'off'] as const
/** How much a quiz may move schedules. */
export type QuizEffectSetting = (typeof quizEffectSettings)[number]

/** An event to write for an answer: the shell adds ids, device, moment, zone and profile. */
export type QuizEvent =
  | {
      readonly kind: 'reviewed'
      readonly cardId: CardId
      readonly grade: Grade
      readonly durationMs: number
      readonly via: 'quiz'
      readonly effect: 'schedule' | 'none'
      readonly kindShown: string
      readonly confidence?: Confidence
    }
  | { readonly kind: 'dueSet'; readonly cardId: CardId; readonly dueOn: Day }

/** What became of a card's schedule. */
export type QuizChange =
  | { readonly kind: 'none' }
  /** It counted as this grade. */
  | { readonly kind: 'graded'; readonly grade: Grade }
  /** It comes back on that day, and nothing else of its schedule moved. */
  | { readonly kind: 'recheck'; readonly dueOn: Day }

/** What an answer does to the schedule of one card, and what is said of it. */
export interface QuizEffect {
  readonly cardId: CardId
  readonly events: readonly QuizEvent[]
  readonly change: QuizChange
  /** Shown beside it: "Counts as Good", "Back tomorrow, to be checked". */
  readonly words: string
}

/** An answer as it counts for schedules. */
export interface AnsweredInQuiz {
  readonly question: QuizQuestion
  readonly judged: Judged
  readonly confidence: Confidence | null
  /** "I don't know." */
  readonly unknown: boolean
  readonly durationMs: number
  /** What this learner takes for such a question; null where too little is known. */
  readonly medianMs: number | null
  /** False for a second look: the answer was explained a moment ago. */
  readonly isFirstTry: boolean
}

/** Slower than this many medians is recalled with effort. */
const slowFrom = 2
/** A guess that was wrong comes back within so many days. */
const recheckGuessWithin = 3

/**
 * What an answer does to each card that it was about (experience.md §3.4). Law: no quiz answer lengthens the interval of a
 * card that is not due, none gives a new card a schedule, and none touches ease or lapses but one graded on its day.
 */
export function quizEffects(
  answered: AnsweredInQuiz,
  stateOf: (cardId: CardId) => CardState,
  setting: QuizEffectSetting,
  today: Day,
): QuizEffect[] {
  return answered.judged.cards.map((card) => {
    const state = stateOf(card.cardId)
    const { change, words } = decide(answered, card, state, setting, today)
    return { cardId: card.cardId, change, words, events: eventsOf(answered, card, change) }
  })
}

interface Decision {
  readonly change: QuizChange
  readonly words: string
}

const unmoved = (words: string): Decision => ({ change: { kind: 'none' }, words })

function decide(
  answered: AnsweredInQuiz,
  card: JudgedCard,
  state: CardState,
  setting: QuizEffectSetting,
  today: Day,
): Decision {
  if (setting === 'off') return unmoved('Your schedules stay as they are in a quiz.')
  if (state.schedule.kind === 'new') return unmoved('Not reviewed yet: a first try, which plans nothing.')
  if (state.suspended) return unmoved('Suspended: its schedule stays as it is.')
  if (!answered.isFirstTry) return unmoved('A second look: it changes nothing.')
  if (card.verdict === 'wrong') return decideMiss(answered, state, today)
  if (setting === 'only_failures') return unmoved('Only misses count, as you chose.')
  return decideSuccess(answered, card, isDue(state, today))
}

function decideMiss(answered: AnsweredInQuiz, state: CardState, today: Day): Decision {
  const { question, judged, confidence, unknown } = answered
  const wasBelieved = !unknown && (confidence === 'likely' || confidence === 'sure')
  const due = isDue(state, today)
  if (judged.evidence === 'recall' || question.kind === 'order' || wasBelieved) {
    return due ? graded(2) : recheck(state, addDays(today, 1), 'Not due yet: back tomorrow, to be checked.')
  }
  if (due) return unmoved('Still due today.')
  const dueOn = addDays(today, recheckGuessWithin)
  return recheck(state, dueOn, `Not due yet: back within ${recheckGuessWithin} days.`)
}

function decideSuccess(answered: AnsweredInQuiz, card: JudgedCard, due: boolean): Decision {
  if (answered.judged.evidence === 'recognition')
    return unmoved(
      due ? 'Still due: to recognise it is not yet to recall it.' : 'Kept as weak evidence; its day stays.',
    )
  if (!due) return unmoved('Not due yet: kept as evidence, its day stays.')
  return graded(wasEasy(answered, card) ? 4 : 3)
}

/** A slip of the pen counts as Good; a guess, a slow answer or one with ideas missing was hard. */
function wasEasy({ judged, confidence, durationMs, medianMs }: AnsweredInQuiz, card: JudgedCard): boolean {
  if (judged.credit < 1) return false
  if (card.verdict === 'near') return true
  return confidence !== 'guess' && (medianMs === null || durationMs <= slowFrom * medianMs)
}

const gradeWords: Readonly<Partial<Record<Grade, string>>> = {
  2: 'It was due: counts as Again.',
  3: 'It was due: counts as Hard.',
  4: 'It was due: counts as Good.',
}
const graded = (grade: Grade): Decision => ({
  change: { kind: 'graded', grade },
  words: gradeWords[grade] ?? '',
})

/** An earlier day than the one it has; otherwise it comes back soon enough by itself. */
function recheck(state: CardState, dueOn: Day, words: string): Decision {
  if (state.schedule.kind === 'new' || state.schedule.dueOn <= dueOn)
    return unmoved('Not due yet: it comes back soon enough by itself.')
  return { change: { kind: 'recheck', dueOn }, words }
}

function eventsOf(
  { judged, question, confidence, durationMs }: AnsweredInQuiz,
  { cardId, verdict }: JudgedCard,
  change: QuizChange,
): QuizEvent[] {
  const reviewed: QuizEvent = {
    kind: 'reviewed',
    cardId,
    grade: change.kind === 'graded' ? change.grade : verdict === 'wrong' ? 2 : 4,
    durationMs,
    via: 'quiz',
    effect: change.kind === 'graded' ? 'schedule' : 'none',
    kindShown: nameForm(question.kind, judged.guessChance),
    ...(confidence === null ? {} : { confidence }),
  }
  return change.kind === 'recheck' ? [reviewed, { kind: 'dueSet', cardId, dueOn: change.dueOn }] : [reviewed]
}
