import type { CardSearchReply, CardSort } from '../../shared/api/cards.ts'
import { type CardQuery, type CardTerm, parseCardQuery } from '../../shared/card/parse-card-query.ts'
import { newCardState } from '../../shared/schedule/schedule.ts'
import { browseCards, countBrowsed } from '../db/browse-cards.ts'
import type { BrowseRules } from '../db/card-conditions.ts'
import { findCards, findStates } from '../db/cards.ts'
import type { Learner } from '../learner.ts'
import { toCardView } from '../view/card-view.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { type PatternMatcher, withPatterns } from './pattern-matcher.ts'

interface CardSearch {
  readonly q: string
  readonly sort: CardSort
  readonly offset: number
  readonly limit: number
}

/** The cards that a query finds, a part at a time; for one that finds nothing, which term is to blame. */
export async function searchLibrary(
  learner: Learner,
  search: CardSearch,
  matchPattern: PatternMatcher,
): Promise<CardSearchReply> {
  const { id: learnerId } = learner
  const db = learner.db.reader
  const day = await browseRules(learner)
  const query = parseCardQuery(search.q)
  const nothing = { today: day.today, total: 0, cards: [], unmatched: [], relaxed: null }
  if (query.problems.length > 0) return { ...nothing, problems: [...query.problems] }
  const rules = await withPatterns(learner, day, query, matchPattern)
  const { ids, total } = await browseCards(db, learnerId, query, rules, search)
  if (total === 0) return { ...nothing, problems: [], ...(await blame(learner, query, rules)) }
  const found = new Map((await findCards(db, learnerId, ids)).map((card) => [card.id, card]))
  const states = await findStates(db, learnerId, ids)
  const cards = ids.flatMap((id) => found.get(id) ?? [])
  return {
    ...nothing,
    total,
    problems: [],
    cards: cards.map((card) => toCardView(card, states.get(card.id) ?? newCardState)),
  }
}

/** What decides, besides the cards themselves, which of them a query finds. */
export async function browseRules({ id, db, clock, zone }: Learner): Promise<BrowseRules> {
  const settings = await readSettings(db.reader, id)
  return {
    today: todayFor(settings, zone, clock()).today,
    leechDays: settings.leechLapses,
    freeAccents: settings.freeAccents,
  }
}

/** Of more terms than these it is not tried what is found without each. */
const mostTried = 5
/** When more are found than this, it does not matter which way of asking finds the most. */
const enough = 1000

/** Which terms fit no card by themselves, and what is found without them, or else without the one that hinders most. */
async function blame(
  { id, db }: Learner,
  { terms }: CardQuery,
  rules: BrowseRules,
): Promise<Pick<CardSearchReply, 'unmatched' | 'relaxed'>> {
  const count = (asked: readonly CardTerm[], most?: number) =>
    countBrowsed(db.reader, id, { terms: asked, problems: [] }, rules, most)
  const unmatched: CardTerm[] = []
  for (const term of terms) if (terms.length === 1 || (await count([term], 1)) === 0) unmatched.push(term)
  const fewer =
    unmatched.length > 0 ? [unmatched] : terms.length > mostTried ? [] : terms.map((term) => [term])
  let best: { readonly rest: readonly CardTerm[]; readonly found: number } | null = null
  for (const gone of fewer) {
    const rest = terms.filter((term) => !gone.includes(term))
    const found = rest.length === 0 ? 0 : await count(rest, enough)
    if (found > (best?.found ?? 0)) best = { rest, found }
    if (found === enough) break
  }
  return {
    unmatched: unmatched.map(({ from, to, text }) => ({ from, to, text })),
    relaxed: best && {
      q: best.rest.map(({ text }) => text).join(' '),
      total: best.found < enough ? best.found : await count(best.rest),
    },
  }
}
