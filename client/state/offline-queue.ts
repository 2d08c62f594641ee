import type { QueueCard, QueueReply } from '../../shared/api/queue.ts'
import { groupBy } from '../../shared/basics/group-by.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { DayLoads } from '../../shared/queue/balance-load.ts'
import { type CardAtHand, type DayElsewhere, gatherDay } from '../../shared/queue/gather-day.ts'
import { labelDeal } from '../../shared/queue/label-deal.ts'
import { planDay } from '../../shared/queue/plan-day.ts'
import { countPart } from '../../shared/queue/plan-part.ts'
import { type Scheduler, sm2Scheduler } from '../../shared/schedule/memory-model.ts'
import { isLeech } from '../../shared/schedule/leech.ts'
import { partOnDevice } from './part-on-device.ts'
import { type Scope, isWholeDay } from './scope.ts'
import { type KeptStock, type Shelf, readKept, stockKey } from './shelf.ts'

/** A card of the shelf, with its id, state and days as the core knows them. */
type ShelvedCard = QueueCard & CardAtHand

/** The day of this device, with the days to come as they are kept beside the shelf. */
export async function planFromShelf(
  shelf: Shelf,
  scheduler: Scheduler | null,
  today: Day,
  scope: Scope = {},
): Promise<QueueReply> {
  return queueFromShelf(shelf, await readKept<KeptStock>(stockKey), scheduler ?? sm2Scheduler, today, scope)
}

/** A day that the server has not planned, from what lies on this device: by the same rules, for it is the core's plan. */
export function queueFromShelf(
  shelf: Shelf,
  stock: KeptStock | null,
  scheduler: Scheduler,
  today: Day,
  scope: Scope = {},
): QueueReply {
  const { settings } = shelf.reply
  // The contract speaks of plain strings; inside, days and ids are branded. The server's word is trusted here.
  const cards = [...shelf.cards.values()] as ShelvedCard[]
  const ordered = inOrder(cards, stock)
  const plan = planDay(gatherDay(ordered, elsewhereOn(stock, cards, today), today), settings, today)
  const chosen = isWholeDay(scope) ? null : partOnDevice(ordered, shelf.reply, scope, today)
  const dealt = (chosen?.queue ?? plan.queue).flatMap(({ id, reason }) => {
    const card = shelf.cards.get(id) as ShelvedCard | undefined
    return card === undefined ? [] : [{ ...card, reason, isLeech: isLeech(card.state, settings.leechLapses) }]
  })
  const loads = loadsOf(cards, stock, settings)
  const labels = labelDeal(dealt, {
    today,
    gradeKeys: settings.gradeKeys,
    scheduler,
    loads: settings.fuzz ? loads : null,
  })
  const next = firstAfter(today, loads.due)
  return {
    ...shelf.reply,
    today,
    counts: chosen === null ? plan.counts : countPart(chosen.queue),
    answeredToday: plan.answeredToday,
    next,
    tomorrow: next?.on === addDays(today, 1) ? next.count : 0,
    cards: dealt.map((card, i) => ({ ...card, previews: labels[i] ?? [] })),
    breakUntil: plan.breakUntil,
    comebackDaysLeft: plan.comebackDaysLeft,
    part: chosen?.part ?? null,
    moreNew: null,
    isReading: false,
  }
}

/** New cards come in the server's order; those it did not name come last. */
function inOrder(cards: readonly ShelvedCard[], stock: KeptStock | null): ShelvedCard[] {
  const places = new Map(stock?.ids.map((id, place) => [id, place]))
  const placeOf = ({ id }: ShelvedCard) => places.get(id) ?? places.size
  return cards.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** What the server knows of this day besides the cards here. */
function elsewhereOn(stock: KeptStock | null, cards: readonly ShelvedCard[], today: Day): DayElsewhere {
  const due = stock?.elsewhere.filter(({ dueOn, from }) => (from ?? dueOn) <= today) ?? []
  const answeredHere = new Set(
    cards.filter(({ state }) => state.lastAnswer?.on === today).map(({ id }): string => id),
  )
  const answered = stock?.today === today ? stock.answered : []
  return {
    due: due.reduce((sum, { count }) => sum + count, 0),
    answered: answered.filter(({ id }) => !answeredHere.has(id)),
  }
}

/** What lies on the days to come: the cards here by where they stand now, all others by where the server knew them. */
function loadsOf(
  cards: readonly ShelvedCard[],
  stock: KeptStock | null,
  { restDays, breaks }: Pick<DayLoads, 'restDays' | 'breaks'>,
): DayLoads {
  // The server counts among the others what it did not hand out.
  const handedOut = stock === null ? null : new Set(stock.ids)
  const scheduled = cards.flatMap(({ id, factKey, state: { schedule, suspended } }) =>
    schedule.kind === 'new' || handedOut?.has(id) === false
      ? []
      : [{ id, factKey, suspended, dueOn: schedule.dueOn }],
  )
  const due = new Map<Day, number>()
  const add = (on: Day, count: number) => due.set(on, (due.get(on) ?? 0) + count)
  for (const { dueOn, count } of stock?.elsewhere ?? []) add(dueOn as Day, count)
  for (const { dueOn, suspended } of scheduled) if (!suspended) add(dueOn, 1)
  const byFact = groupBy(scheduled, ({ factKey }) => factKey)
  const facts = new Map(cards.map(({ id, factKey }) => [id, factKey]))
  const siblingDays = (card: CardId) => {
    const here = byFact.get(facts.get(card) ?? '') ?? []
    const others = (stock?.siblingDays[card] ?? []) as Day[]
    return new Set([...others, ...here.filter(({ id }) => id !== card).map(({ dueOn }) => dueOn)])
  }
  return { due, restDays, breaks, siblingDays }
}

function firstAfter(today: Day, due: DayLoads['due']): QueueReply['next'] {
  const [first] = [...due]
    .filter(([on, count]) => on > today && count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return first === undefined ? null : { on: first[0], count: first[1] }
}
