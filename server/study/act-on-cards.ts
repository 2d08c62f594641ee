import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CardActionBody, CardActionReply } from '../../shared/api/cards.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { type Day, addDays, isDay } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { parseCardQuery } from '../../shared/card/parse-card-query.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import { browseCards } from '../db/browse-cards.ts'
import { findStates } from '../db/cards.ts'
import { inChunks } from '../db/in-chunks.ts'
import type { Learner } from '../learner.ts'
import { flagCards, retireCards } from '../library/mark-cards.ts'
import type { AnswerTurn } from './answer-turn.ts'
import { type CardEvent, appendEvents } from './append-events.ts'
import { type PatternMatcher, withPatterns } from './pattern-matcher.ts'
import { browseRules } from './search-cards.ts'

type Action = CardActionBody['action']

/** More events than this at once would keep the answers of other devices waiting for seconds. */
const mostCards = 10_000
const eventsAtOnce = 200

/** How events are written, and patterns tried. */
interface Tools {
  readonly answers: AnswerTurn
  readonly matchPattern: PatternMatcher
}

/** Does one thing with many cards. What moves a schedule is events of the log, the rest one change of the library. */
export async function actOnCards(
  learner: Learner,
  tools: Tools,
  body: CardActionBody,
): Promise<CardActionReply> {
  if (body.action === 'setDue' && !isDay(body.dueOn))
    throw new Refusal('invalid_day', `“${String(body.dueOn)}” is not a date. Write it as 2026-12-01.`)
  const { id: learnerId, db } = learner
  const rules = await browseRules(learner)
  const ids =
    'ids' in body.target
      ? (body.target.ids as CardId[])
      : await idsOf(learner, tools.matchPattern, body.target.q, rules)
  if (body.action === 'flag') return flagCards(learner, ids, body.flag)
  if (body.action === 'retire') return retireCards(learner, ids)
  const states = await findStates(db.reader, learnerId, ids)
  const changing = [...states].filter(([, state]) => isChanged(state, body, rules.today)).map(([id]) => id)
  const event = eventOf(body, rules.today)
  const eventIds: string[] = []
  let done: Done = { cards: 0, takenBack: 0, newAgain: 0 }
  for (const chunk of inChunks(changing, eventsAtOnce)) {
    const { verdicts, states: after, takenBack } = await appendEvents(learner, tools.answers, event, chunk)
    const written = verdicts.flatMap(({ id, verdict }) => (verdict === 'recorded' && id !== null ? [id] : []))
    const undos = written.filter((id) => takenBack.has(id)).length
    const fresh = [...after.values()].filter(({ schedule }) => schedule.kind === 'new').length
    eventIds.push(...written)
    done = {
      cards: done.cards + written.length - undos,
      takenBack: done.takenBack + undos,
      newAgain: done.newAgain + fresh,
    }
    await nextTurn()
  }
  return { count: done.cards, sentence: sentenceOf(body.action, done), eventIds, changeId: null }
}

/** What an action came to. */
interface Done {
  readonly cards: number
  /** Events that a clock that ran ahead had put later than now. */
  readonly takenBack: number
  /** Cards that are new after it. */
  readonly newAgain: number
}

async function idsOf(
  learner: Learner,
  matchPattern: PatternMatcher,
  q: string,
  rules: Parameters<typeof browseCards>[3],
): Promise<CardId[]> {
  const query = parseCardQuery(q)
  const [problem] = query.problems
  if (problem !== undefined) throw new Refusal('invalid_request', `“${problem.text}”: ${problem.sentence}`)
  const part = { sort: 'made', offset: 0, limit: mostCards } as const
  const fitting = await withPatterns(learner, rules, query, matchPattern)
  const { ids, total } = await browseCards(learner.db.reader, learner.id, query, fitting, part)
  if (total > mostCards)
    throw new Refusal(
      'too_many_events',
      `This search finds ${total} cards; ${mostCards} at once are the most. Narrow it, or do it in parts.`,
    )
  return ids
}

type ScheduleAction = Exclude<CardActionBody, { action: 'flag' }>

/** Whether the action would change the card at all: what is so already gets no event. */
function isChanged(
  { schedule, suspended, buriedUntil }: CardState,
  body: ScheduleAction,
  today: Day,
): boolean {
  switch (body.action) {
    case 'suspend':
      return !suspended
    case 'resume':
      return suspended
    case 'bury':
      return buriedUntil !== addDays(today, 1)
    case 'setDue':
      // A new card has no day: it is introduced.
      return schedule.kind !== 'new' && schedule.dueOn !== body.dueOn
    case 'reset':
    case 'retire':
      return schedule.kind !== 'new'
  }
}

function eventOf(body: ScheduleAction, today: Day): CardEvent {
  switch (body.action) {
    case 'suspend':
      return { kind: 'suspended' }
    case 'resume':
      return { kind: 'resumed' }
    case 'bury':
      return { kind: 'buried', until: addDays(today, 1) }
    case 'setDue':
      return { kind: 'dueSet', dueOn: body.dueOn }
    case 'reset':
    case 'retire':
      return { kind: 'reset' }
  }
}

const words: Readonly<Record<Exclude<Action, 'flag' | 'retire'>, string>> = {
  suspend: 'suspended',
  resume: 'asked again',
  bury: 'buried until tomorrow',
  reset: 'set back to new',
  setDue: 'given another day',
}

function sentenceOf(action: Action, { cards, takenBack, newAgain }: Done): string {
  if (cards === 0) return 'Nothing to change: it is so already.'
  const did = `${counted(cards, 'card')} ${(words as Partial<Record<Action, string>>)[action] ?? action}.`
  if (takenBack === 0) return did
  const undid = `${counted(takenBack, 'step')} from when the clock ran ahead ${takenBack === 1 ? 'was' : 'were'} taken back`
  return action === 'setDue' && newAgain > 0
    ? `${did} ${undid}, which leaves ${counted(newAgain, 'card')} new, without a day.`
    : `${did} ${undid}.`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
