import type { PartOffer, QueueReply } from '../../shared/api/queue.ts'
import type { Settings } from '../../shared/api/settings.ts'
import type { Day } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import { parseCardQuery } from '../../shared/card/parse-card-query.ts'
import { type PartState, countPart, planPart } from '../../shared/queue/plan-part.ts'
import { browseCards } from '../db/browse-cards.ts'
import { searchCards } from '../db/card-search.ts'
import type { Learner } from '../learner.ts'
import { findTaggedNotes } from './find-tagged-notes.ts'
import { type NamedPart, type PartFilter, namePart, topicPath } from './name-part.ts'
import { type PatternMatcher, withPatterns } from './pattern-matcher.ts'
import type { QueuePlan } from './queue-plan.ts'
import { readRecallFit } from './read-recall-fit.ts'
import { missingWords, offersFor } from './study-instead.ts'

/** What a plan of a chosen part needs besides the part. */
export interface ChoiceDesk {
  readonly learner: Learner
  readonly settings: Settings
  readonly today: Day
  readonly matchPattern: PatternMatcher
}

/** Of more cards than these nobody asks at once. */
const mostAsked = 500
const mostSearched = 5000

/** Any part of the library as a session; where there is nothing in it, the plan says why, and what can be studied instead. */
export async function planChosen(desk: ChoiceDesk, filter: PartFilter): Promise<QueuePlan> {
  const part = await namePart(desk.learner, filter)
  const queue = await queueOf(desk, part)
  const isEmpty = queue.length === 0
  return {
    queue,
    counts: countPart(queue),
    answeredToday: 0,
    part: {
      name: part.name,
      missing: isEmpty ? missingWords(part) : null,
      instead: isEmpty ? await findInstead(desk, part) : [],
    },
  }
}

/** How many cards a sitting over each of these states of the whole library would ask. */
export async function countStates(
  desk: ChoiceDesk,
  states: readonly PartState[],
): Promise<ReadonlyMap<PartState, number>> {
  const counts = new Map<PartState, number>()
  for (const state of states)
    counts.set(state, (await queueOf(desk, await namePart(desk.learner, { state }))).length)
  return counts
}

async function queueOf(
  { learner, settings, today, matchPattern }: ChoiceDesk,
  { filter, isUnknown, isWhole }: NamedPart,
): Promise<ReturnType<typeof planPart>> {
  if (isUnknown) return []
  const { id: learnerId, db } = learner
  const { tag, q, topic, ...search } = filter
  const fit = await readRecallFit(db.reader, learnerId)
  const rules = { today, leechDays: settings.leechLapses }
  const noteIds =
    tag === undefined ? undefined : ((await findTaggedNotes(db.reader, learnerId, [tag])).get(tag) ?? [])
  const ids = q === undefined ? undefined : await findSearched(learner, q, rules, matchPattern)
  // Of the whole library nothing new is begun unasked, and it may be most of it.
  const ofSubject = filter.state === 'ahead' ? undefined : filter.state
  const state = isWhole ? (filter.state ?? 'learned') : ofSubject
  const path = topic === undefined ? undefined : topicPath(topic)
  const found = { ...search, topic: path, noteIds, ids, state, leechDays: rules.leechDays, limit: mostAsked }
  const cards = await searchCards(db.reader, learnerId, found, today)
  return planPart(cards, {
    state: filter.state,
    isWhole,
    today,
    fit,
    leechDays: rules.leechDays,
    burySiblings: settings.burySiblings,
  })
}

async function findSearched(
  learner: Learner,
  q: string,
  rules: { readonly today: Day; readonly leechDays: number },
  matchPattern: PatternMatcher,
): Promise<readonly CardId[]> {
  const query = parseCardQuery(q)
  if (query.problems.length > 0) return []
  const fitting = await withPatterns(learner, rules, query, matchPattern)
  const first = { sort: 'made', offset: 0, limit: mostSearched } as const
  return (await browseCards(learner.db.reader, learner.id, query, fitting, first)).ids
}

async function findInstead(
  desk: ChoiceDesk,
  part: NamedPart,
): Promise<NonNullable<QueueReply['part']>['instead']> {
  const found: PartOffer[] = []
  for (const offer of offersFor(part)) {
    const cards = (await queueOf(desk, await namePart(desk.learner, offer.filter))).length
    if (cards > 0) found.push({ name: offer.name, cards, scope: { ...offer.scope } })
    if (found.length === enoughOffers) break
  }
  return found
}

const enoughOffers = 3
