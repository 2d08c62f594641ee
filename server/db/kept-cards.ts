import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { listAcceptedAnswers } from './accepted-answers.ts'
import { type NamedCard, toCard } from './card-rows.ts'
import type { CardsTable, Reader, SchedulesTable } from './tables.ts'

/** A card with its schedule and what the learner said of it: all of it that is kept. */
export interface KeptCard extends NamedCard {
  readonly alsoRight: readonly string[]
  readonly schedule: {
    readonly scheduler: 'new' | 'sm2' | 'fsrs'
    /** Whether it comes up in reviews. */
    readonly isAsked: boolean
    readonly isSuspended: boolean
    readonly buriedUntil: Day | null
    readonly dueOn: Day | null
    readonly intervalDays: number
    readonly repetitions: number
    readonly easeFactor: number
    readonly stability: number | null
    readonly difficulty: number | null
    readonly lapses: number
    readonly answers: number
    readonly firstAnsweredOn: Day | null
    readonly lastAnsweredOn: Day | null
  }
}

/** Every card of a learner, retired ones too, in parts and in order of their ids. */
export async function* listKeptCards(db: Reader, learnerId: LearnerId): AsyncGenerator<KeptCard[]> {
  for (let after = '' as CardId; ;) {
    const rows = await db
      .selectFrom('cards')
      .innerJoin('concepts', (join) =>
        join
          .onRef('concepts.learner_id', '=', 'cards.learner_id')
          .onRef('concepts.id', '=', 'cards.concept_id'),
      )
      .innerJoin('schedules', (join) =>
        join
          .onRef('schedules.learner_id', '=', 'cards.learner_id')
          .onRef('schedules.card_id', '=', 'cards.id'),
      )
      .selectAll('cards')
      .select('concepts.term')
      .select(scheduleColumns)
      .where('cards.learner_id', '=', learnerId)
      .where('cards.id', '>', after)
      .orderBy('cards.id')
      .limit(cardsAtOnce)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    const alsoRight = await listAcceptedAnswers(
      db,
      learnerId,
      rows.map(({ id }) => id),
    )
    yield rows.map((row) => toKeptCard(row, alsoRight.get(row.id) ?? []))
  }
}

const cardsAtOnce = 500

const scheduleColumns = [
  'schedules.kind as schedule_kind',
  'schedules.asked',
  'schedules.suspended',
  'schedules.buried_until',
  'schedules.due_on',
  'schedules.interval_days',
  'schedules.repetitions',
  'schedules.ease_hundredths',
  'schedules.stability',
  'schedules.difficulty',
  'schedules.lapses',
  'schedules.answers',
  'schedules.first_answered_on',
  'schedules.last_answer_on',
] as const

type ScheduleColumns = Omit<SchedulesTable, 'kind'> & { readonly schedule_kind: SchedulesTable['kind'] }
type Row = CardsTable & { readonly term: string } & Pick<
    ScheduleColumns,
    | 'schedule_kind'
    | 'asked'
    | 'suspended'
    | 'buried_until'
    | 'due_on'
    | 'interval_days'
    | 'repetitions'
    | 'ease_hundredths'
    | 'stability'
    | 'difficulty'
    | 'lapses'
    | 'answers'
    | 'first_answered_on'
    | 'last_answer_on'
  >

function toKeptCard(row: Row, alsoRight: readonly string[]): KeptCard {
  return {
    ...toCard(row),
    concept: row.term,
    alsoRight,
    schedule: {
      scheduler: row.schedule_kind,
      isAsked: row.asked === 1,
      isSuspended: row.suspended === 1,
      buriedUntil: row.buried_until,
      dueOn: row.due_on,
      intervalDays: row.interval_days,
      repetitions: row.repetitions,
      easeFactor: row.ease_hundredths / 100,
      stability: row.stability,
      difficulty: row.difficulty,
      lapses: row.lapses,
      answers: row.answers,
      firstAnsweredOn: row.first_answered_on,
      lastAnsweredOn: row.last_answer_on,
    },
  }
}
