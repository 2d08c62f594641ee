import type { CardSearchReply, CardSort } from '../../shared/api/cards.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { type CardQuery, type CardTerm, parseCardQuery } from '../../shared/card/parse-card-query.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { newCardState } from '../../shared/schedule/schedule.ts'
import { type BrowseRules, browseCards, countBrowsed, fitsAnyCard } from '../db/browse-cards.ts'
import { findCards, findSchedules } from '../db/cards.ts'
import { toCardState } from '../db/state-rows.ts'
import type { Reader } from '../db/tables.ts'
import { toCardView } from '../library/card-view.ts'
import { readSettings, todayFor } from './learner-settings.ts'

interface CardSearch {
  readonly q: string
  readonly sort: CardSort
  readonly offset: number
  readonly limit: number
  readonly zone: string | undefined
}

/** The cards that a query finds, a part at a time; for one that finds nothing, which term is to blame. */
export async function searchLibrary(
  db: Reader,
  learnerId: LearnerId,
  search: CardSearch,
  now: EpochMs,
): Promise<CardSearchReply> {
  const rules = await browseRules(db, learnerId, search.zone, now)
  const query = parseCardQuery(search.q)
  const nothing = { today: rules.today, total: 0, cards: [], unmatched: [], relaxed: null }
  if (query.problems.length > 0) return { ...nothing, problems: [...query.problems] }
  const { ids, total } = await browseCards(db, learnerId, query, rules, search)
  if (total === 0) return { ...nothing, problems: [], ...(await blame(db, learnerId, query, rules)) }
  const rows = new Map((await findCards(db, learnerId, ids)).map((row) => [row.id, row]))
  const schedules = await findSchedules(db, learnerId, ids)
  const states = new Map(schedules.map((row) => [row.card_id, toCardState(row)]))
  const cards = ids.flatMap((id) => rows.get(id) ?? [])
  return {
    ...nothing,
    total,
    problems: [],
    cards: cards.map((row) => toCardView(row, states.get(row.id) ?? newCardState)),
  }
}

/** What decides, besides the cards themselves, which of them a query finds. */
export async function browseRules(
  db: Reader,
  learnerId: LearnerId,
  zone: string | undefined,
  now: EpochMs,
): Promise<BrowseRules> {
  const settings = await readSettings(db, learnerId)
  return { today: todayFor(settings, zone, now).today, leechLapses: settings.leechLapses }
}

/** More terms than this are too many to be looked at one by one. */
const mostBlamed = 8

/** Which terms fit no card by themselves, and what is found without them, or else without the one that hinders most. */
async function blame(
  db: Reader,
  learnerId: LearnerId,
  { terms }: CardQuery,
  rules: BrowseRules,
): Promise<Pick<CardSearchReply, 'unmatched' | 'relaxed'>> {
  if (terms.length > mostBlamed) return { unmatched: [], relaxed: null }
  const without = async (gone: readonly CardTerm[]) => {
    const rest = terms.filter((term) => !gone.includes(term))
    if (rest.length === 0) return null
    const total = await countBrowsed(db, learnerId, { terms: rest, problems: [] }, rules)
    return { q: rest.map(({ text }) => text).join(' '), total }
  }
  const unmatched: CardTerm[] = []
  for (const term of terms) {
    const isAlone = terms.length === 1
    if (isAlone || !(await fitsAnyCard(db, learnerId, { terms: [term], problems: [] }, rules)))
      unmatched.push(term)
  }
  const tried = []
  if (unmatched.length > 0) tried.push(await without(unmatched))
  else for (const term of terms) tried.push(await without([term]))
  const best = tried.filter((one) => one !== null).sort((one, other) => other.total - one.total)[0]
  return {
    unmatched: unmatched.map(({ from, to, text }) => ({ from, to, text })),
    relaxed: best === undefined || best.total === 0 ? null : best,
  }
}
