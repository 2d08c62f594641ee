import type { Day } from '../basics/time.ts'
import type { Scope } from '../schedule/scope.ts'
import type { ComebackPlan } from './plan-comeback.ts'

/** Other limits for one study day; what is left of them is not carried over. */
export interface TodayOnly {
  readonly day: Day
  readonly newPerDay: number
  readonly reviewsPerDay: number
}

/** Every default in one place, as the learner meets it in Settings. */
export const defaultSettings = {
  newPerDay: 20,
  /** Minutes a day that new cards are steered by; null where cards are counted. */
  minutesPerDay: null as number | null,
  /** What `newPerDay` was worked out from, when minutes say it. */
  steered: null as { on: Day; forMinutes: number; minutes: number; minutesWithoutNew: number } | null,
  reviewsPerDay: 200,
  /** The study day begins at this hour of the learner's wall clock. */
  rolloverHour: 4,
  /** An IANA zone, or "auto" for that of the device. */
  zone: 'auto',
  fuzz: true,
  burySiblings: true,
  /** A card is called a leech when its first try failed on so many study days, and again after every third one more. */
  leechLapses: 6,
  gradeKeys: 4,
  /** Whether accents may be left out where something is typed: in an answer, and in a search of cards. */
  freeAccents: false,
  /** Days of the week, 0 for Sunday, that load balancing keeps free where it can. */
  restDays: [] as number[],
  /** Stretches without study; nothing is asked on them. */
  breaks: [] as { from: Day; until: Day }[],
  /** A backlog that is worked off over some days. */
  comeback: null as ComebackPlan | null,
  /** Other limits for one day. */
  todayOnly: null as TodayOnly | null,
  /** Days by which a concept, note or tag is to be known. */
  exams: [] as (Scope & { title: string; on: Day })[],
  /** What is worth doing and was put off, by its key, until a day. */
  notNow: [] as { key: string; until: Day }[],
  /** Searches of cards that are kept under a name. */
  savedSearches: [] as { name: string; q: string }[],
  /** How many cards are made of the notes: few that are nearly always kept, or all that the rules find. */
  cardDensity: 'balanced',
  /** Where an accepted draft is written: in a note of its own among ours, or in the note that it quotes. */
  draftsInto: 'companion',
  /** How many drafts the learner's own model may give on one study day. */
  draftsPerDay: 200,
  theme: 'system',
  /** Whether anything on the page moves: as the system says, or never. */
  motion: 'system',
  textSize: 100,
} as const
