import type { DecisionsBody, DecisionsReply } from '../../shared/api/inbox.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { CardDecision } from '../../shared/card/card-decision.ts'
import type { Card, CardChanges } from '../db/card-rows.ts'
import { findCards } from '../db/cards.ts'
import { listInbox } from '../db/inbox.ts'
import type { Rejection } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { waitingOf } from './inbox.ts'
import { rejectionsOf } from './reject-cards.ts'
import { withNames } from './named-cards.ts'
import { storeDecision } from './store-decision.ts'
import { shownText } from '../view/card-view.ts'

type Decision = Extract<DecisionsBody, { decisions: unknown }>['decisions'][number]
type Refused = DecisionsReply['refused'][number]

/** What a decision does to its card. */
interface Outcome {
  readonly changes: CardChanges
  readonly rejects: boolean
  /** What it says of the worth of a new card. */
  readonly decided?: CardDecision
}

/** Takes the learner's word on what waits: one transaction, one undo. Also says which cards begin anew. */
export function decide(
  learner: Learner,
  body: DecisionsBody,
): Promise<DecisionsReply & { readonly anew: readonly CardId[] }> {
  const { id: learnerId, db, clock, library } = learner
  return library.alone(async () => {
    const now = clock()
    const decisions = 'all' in body ? await decisionsOnAll(learner, body.all) : body.decisions
    const found = await findCards(
      db.reader,
      learnerId,
      decisions.map(({ cardId }) => cardId as CardId),
    )
    const cards = new Map<CardId, Card>(found.map((card) => [card.id, card]))
    const refused: Refused[] = []
    const updates: { id: CardId; changes: CardChanges }[] = []
    const rejections: Rejection[] = []
    const worth: { id: CardId; decision: CardDecision }[] = []
    for (const decision of new Map(decisions.map((one) => [one.cardId, one])).values()) {
      const card = cards.get(decision.cardId as CardId)
      const outcome = card === undefined ? unknownCard : outcomeOf(card, decision, now)
      if (card === undefined || typeof outcome === 'string') {
        refused.push({
          cardId: decision.cardId,
          code: card === undefined ? 'unknown_card' : 'not_waiting',
          sentence: typeof outcome === 'string' ? outcome : unknownCard,
        })
        continue
      }
      updates.push({ id: card.id, changes: outcome.changes })
      if (outcome.rejects) rejections.push(...rejectionsOf(card, now))
      if (outcome.decided !== undefined) worth.push({ id: card.id, decision: outcome.decided })
    }
    if (updates.length === 0) return { changeId: null, decided: 0, refused, anew: [] }
    const fronts = updates.flatMap(({ id }) => cards.get(id) ?? []).map((card) => shownText(card).front)
    const sentence = withNames(decisionSentence(decisions, updates.length), fronts)
    const changeId = await storeDecision(learner, {
      updates,
      cards,
      rejections,
      decided: worth,
      sentence,
      now,
    })
    const decided = new Set<string>(updates.map(({ id }) => id))
    const anew = decisions.filter(({ cardId, startAnew }) => startAnew === true && decided.has(cardId))
    return { changeId, decided: updates.length, refused, anew: anew.map(({ cardId }) => cardId as CardId) }
  })
}

const unknownCard = 'There is no such card.'

/** What a decision changes, or the sentence that refuses it. */
function outcomeOf(card: Card, said: Decision, now: EpochMs): Outcome | string {
  const { decision } = said
  const [front, back] = [said.front?.normalize('NFC'), said.back?.normalize('NFC')]
  const waiting = waitingOf(card)
  if (waiting === null) return 'This card does not wait any more. Load the Inbox again.'
  if (decision === 'skip') return { changes: { skippedAt: now }, rejects: false }
  const own = {
    ...(front === undefined || front.trim() === '' ? {} : { ownFront: front }),
    ...(back === undefined || back.trim() === '' ? {} : { ownBack: back }),
  }
  const done = { waiting: null, proposed: null, skippedAt: null }
  if (decision === 'never') {
    return waiting === 'gone'
      ? 'The lines are gone already. Retire the card, or keep it.'
      : { changes: { ...done, status: 'retired' }, rejects: true, decided: 'never' }
  }
  if (waiting === 'doubtful') {
    return decision === 'keep'
      ? 'A new card has nothing to keep. Accept it, skip it, or say never.'
      : {
          changes: { ...done, acceptedAt: now, ...own },
          rejects: false,
          decided: Object.keys(own).length === 0 ? 'kept' : 'edited',
        }
  }
  if (waiting === 'gone') {
    return decision === 'keep'
      ? { changes: { ...done, keptAt: now }, rejects: false }
      : { changes: { ...done, status: 'retired' }, rejects: false }
  }
  const { proposed } = card
  if (proposed === null)
    throw new Error(`Inconsistent: card ${card.id} waits for a meaning that is not there`)
  // Taking it over is the learner's word: doubtful or not, it stays in the queue.
  const accepted = proposed.status === 'doubtful' ? { acceptedAt: now } : {}
  return decision === 'keep'
    ? {
        changes: {
          ...done,
          ...proposed,
          ...accepted,
          ownFront: card.ownFront ?? card.front,
          ownBack: card.ownBack ?? card.back,
        },
        rejects: false,
      }
    : {
        changes: { ...done, ...proposed, ...accepted, ownFront: null, ownBack: null, ...own },
        rejects: false,
      }
}

async function decisionsOnAll(
  { db, id: learnerId }: Learner,
  { waiting, decision, cleanOnly }: Extract<DecisionsBody, { all: unknown }>['all'],
): Promise<Decision[]> {
  const cards = await listInbox(db.reader, learnerId, waiting, undefined, 100_000)
  const wanted = cleanOnly === true ? cards.filter((card) => card.proposed?.status === 'ready') : cards
  return wanted.map((card) => ({ cardId: card.id, decision }))
}

const decided = { accept: 'accepted', keep: 'kept', skip: 'skipped', never: 'never asked' } as const

function decisionSentence(decisions: readonly Decision[], count: number): string {
  const words = [...new Set(decisions.map(({ decision }) => decided[decision]))].join(', ')
  return `${count} ${count === 1 ? 'card' : 'cards'} ${words} in the Inbox.`
}
