import { type Day, addDays } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import { isLeech } from '../schedule/leech.ts'
import { type RecallFit, predictedRecall } from '../schedule/predicted-recall.ts'
import { type CardState, isActive, isDue, isInDrill } from '../schedule/schedule.ts'
import type { QueueReason, QueuedCard } from './build-queue.ts'
import { interleave } from './interleave.ts'

/** What can be asked of the cards of a part besides where they come from. */
export const partStates = ['due', 'new', 'learned', 'leech', 'weak', 'ahead'] as const
export type PartState = (typeof partStates)[number]

/** A card of the part, with its whole state; new ones in the order in which they are introduced. */
export interface PartCard {
  readonly id: CardId
  readonly factKey: string
  readonly conceptId: string
  readonly state: CardState
}

export interface PartRules {
  readonly state: PartState | undefined
  /** Whether the part is the whole library: then the days to come end somewhere, and nothing new is begun unasked. */
  readonly isWhole: boolean
  readonly today: Day
  readonly fit: RecallFit
  /** The missed days from which a card is a leech. */
  readonly leechDays: number
  readonly burySiblings: boolean
}

/** At this chance of recall a week from now, a card is held weakly. */
const weakRecall = 0.8
const weakWithinDays = 7
/** How many of the least sure are asked in one sitting; where none is weak, a few all the same. */
const mostWeak = 30
const fewLeastSure = 20
/** How far ahead the whole library is studied; when nothing comes so soon, the next few. */
export const aheadDays = 7
const fewAhead = 20
/** New cards that one sitting introduces at most: the rest of a large note comes with the next one. */
const mostNewAtOnce = 20

/**
 * What is asked of a part of the library that the learner chose: never less than there is, whatever the day's limits.
 * What is due is reviewed and what is new is introduced, as on any day. The rest is practice, which moves nothing; with the
 * state `ahead` it counts as an answer before its day.
 */
export function planPart(cards: readonly PartCard[], rules: PartRules): QueuedCard[] {
  const active = cards.filter(({ state }) => isActive(state, rules.today))
  const chosen = inState(active, rules).map((card) => ({ ...card, reason: reasonOf(card.state, rules) }))
  const known = chosen.filter(({ reason }) => reason !== 'new')
  const of = (reason: QueueReason) => known.filter((card) => card.reason === reason)
  const isNewWanted = rules.state === 'new' || !rules.isWhole || known.length === 0
  const fresh = isNewWanted ? newOnes(chosen, [...of('drill'), ...of('review')], rules) : []
  const asked = [
    ...leastSure(of('drill'), rules),
    ...apart([...leastSure(of('review'), rules), ...fresh]),
    ...apart(inOrder([...of('ahead'), ...of('practice')], rules)),
  ]
  return asked.map(({ id, reason }) => ({ id, reason }))
}

/** The new cards of a sitting: one of a fact, and none of a fact that it asks already, for one gives the other away. */
function newOnes(chosen: readonly Asked[], asked: readonly Asked[], { burySiblings }: PartRules): Asked[] {
  const facts = new Set(asked.map(({ factKey }) => factKey))
  const isApart = ({ factKey }: Asked) => !facts.has(factKey) && facts.add(factKey)
  const fresh = chosen.filter(({ reason }) => reason === 'new')
  return (burySiblings ? fresh.filter(isApart) : fresh).slice(0, mostNewAtOnce)
}

/** How many cards of each reason there are. */
export function countPart(queue: readonly QueuedCard[]) {
  const count = (wanted: QueueReason) => queue.filter(({ reason }) => reason === wanted).length
  return {
    drill: count('drill'),
    review: count('review'),
    new: count('new'),
    ahead: count('ahead'),
    practice: count('practice'),
    total: queue.length,
  }
}

function inState(cards: readonly PartCard[], rules: PartRules): readonly PartCard[] {
  const { state, today, leechDays } = rules
  const learned = cards.filter((card) => card.state.schedule.kind !== 'new')
  switch (state) {
    case undefined:
      return cards
    case 'new':
      return cards.filter((card) => card.state.schedule.kind === 'new')
    case 'learned':
      return learned
    case 'due':
      return learned.filter((card) => isOpen(card.state, today) || isInDrill(card.state, today))
    case 'leech':
      return learned.filter((card) => isLeech(card.state, leechDays))
    case 'weak':
      return weakOf(learned, rules)
    case 'ahead':
      return rules.isWhole
        ? aheadOf(learned, rules)
        : cards.filter((card) => !wasAnswered(card.state, today) || isInDrill(card.state, today))
  }
}

/** Those that would hardly be recalled a week from now, the least sure first. */
function weakOf(learned: readonly PartCard[], rules: PartRules): readonly PartCard[] {
  const later = addDays(rules.today, weakWithinDays)
  const sorted = leastSure(learned, { ...rules, today: later })
  const weak = sorted.filter(({ state }) => (predictedRecall(state, later, rules.fit) ?? 1) < weakRecall)
  return weak.length > 0 ? weak.slice(0, mostWeak) : sorted.slice(0, fewLeastSure)
}

/** What comes on the next days, and was not answered today. */
function aheadOf(learned: readonly PartCard[], { today }: PartRules): readonly PartCard[] {
  const open = learned.filter(({ state }) => !wasAnswered(state, today))
  const soon = open.filter(({ state }) => dueOn(state) <= addDays(today, aheadDays))
  return soon.length > 0 ? soon : soonest(open).slice(0, fewAhead)
}

function reasonOf(state: CardState, { state: wanted, today }: PartRules): QueueReason {
  if (state.schedule.kind === 'new') return 'new'
  if (isInDrill(state, today)) return 'drill'
  if (isOpen(state, today)) return 'review'
  return wanted === 'ahead' ? 'ahead' : 'practice'
}

/** Whether it is due and was not answered on its day yet. */
function isOpen(state: CardState, today: Day): boolean {
  return isDue(state, today) && !wasAnswered(state, today)
}

/** Also on a later day, of a zone to the east. */
function wasAnswered({ lastAnswer }: CardState, today: Day): boolean {
  return lastAnswer !== null && lastAnswer.on >= today
}

type Asked = PartCard & { readonly reason: QueueReason }

function inOrder(cards: readonly Asked[], rules: PartRules): readonly Asked[] {
  return rules.state === 'ahead' ? soonest(cards) : leastSure(cards, rules)
}

function leastSure<Card extends PartCard>(cards: readonly Card[], { today, fit }: PartRules): Card[] {
  return cards
    .map((card) => ({ card, recall: predictedRecall(card.state, today, fit) ?? 1 }))
    .sort((a, b) => a.recall - b.recall || (a.card.id < b.card.id ? -1 : 1))
    .map(({ card }) => card)
}

function soonest<Card extends PartCard>(cards: readonly Card[]): Card[] {
  return cards.toSorted((a, b) =>
    dueOn(a.state) < dueOn(b.state) ? -1 : dueOn(a.state) > dueOn(b.state) ? 1 : 0,
  )
}

function dueOn({ schedule }: CardState): string {
  return schedule.kind === 'new' ? '' : schedule.dueOn
}

function apart<Card extends PartCard>(cards: readonly Card[]): Card[] {
  return interleave(cards, ({ conceptId }) => conceptId)
}
