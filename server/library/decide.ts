import { v7 as uuidv7 } from 'uuid'
import type { DecisionsBody, DecisionsReply } from '../../shared/api/inbox.ts'
import { spanKey } from '../../shared/card/rejected-spans.ts'
import { findCards } from '../db/cards.ts'
import { listInbox } from '../db/inbox.ts'
import type { CardsTable, RejectionsTable } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { toSources } from '../view/card-view.ts'
import { proposedOf, waitingOf } from './inbox.ts'
import { storeDecision } from './store-decision.ts'

type Decision = Extract<DecisionsBody, { decisions: unknown }>['decisions'][number]
type Refused = DecisionsReply['refused'][number]

/** What a decision does to its card. */
interface Outcome {
  readonly columns: Partial<CardsTable>
  readonly rejects: boolean
}

/** Takes the learner's word on what waits: one transaction, one undo. Also says which cards begin anew. */
export function decide(
  learner: Learner,
  body: DecisionsBody,
): Promise<DecisionsReply & { readonly anew: readonly string[] }> {
  const { id: learnerId, db, clock, library } = learner
  return library.alone(async () => {
    const now = clock()
    const decisions = 'all' in body ? await decisionsOnAll(learner, body.all) : body.decisions
    const rows = await findCards(
      db.reader,
      learnerId,
      decisions.map(({ cardId }) => cardId),
    )
    const cards = new Map<string, CardsTable>(rows.map(({ term: _term, ...row }) => [row.id, row]))
    const refused: Refused[] = []
    const updates: { id: string; columns: Partial<CardsTable> }[] = []
    const rejections: RejectionsTable[] = []
    for (const decision of new Map(decisions.map((one) => [one.cardId, one])).values()) {
      const card = cards.get(decision.cardId)
      const outcome = card === undefined ? unknownCard : outcomeOf(card, decision, now)
      if (typeof outcome === 'string') {
        refused.push({
          cardId: decision.cardId,
          code: card === undefined ? 'unknown_card' : 'not_waiting',
          sentence: outcome,
        })
        continue
      }
      updates.push({ id: decision.cardId, columns: outcome.columns })
      if (outcome.rejects && card !== undefined) rejections.push(...rejectionsOf(card, now))
    }
    if (updates.length === 0) return { changeId: null, decided: 0, refused, anew: [] }
    const sentence = decisionSentence(decisions, updates.length)
    const changeId = await storeDecision(learner, { updates, cards, rejections, sentence, now })
    const decided = new Set(updates.map(({ id }) => id))
    const anew = decisions.filter(({ cardId, startAnew }) => startAnew === true && decided.has(cardId))
    return { changeId, decided: updates.length, refused, anew: anew.map(({ cardId }) => cardId) }
  })
}

const unknownCard = 'There is no such card.'

/** What a decision changes, or the sentence that refuses it. */
function outcomeOf(card: CardsTable, { decision, front, back }: Decision, now: number): Outcome | string {
  const waiting = waitingOf(card)
  if (waiting === null) return 'This card does not wait any more. Load the Inbox again.'
  if (decision === 'skip') return { columns: { skipped_at: now }, rejects: false }
  const own = {
    ...(front === undefined || front.trim() === '' ? {} : { edited_front: front }),
    ...(back === undefined || back.trim() === '' ? {} : { edited_back: back }),
  }
  const done = { waiting: null, proposed: null, skipped_at: null }
  if (decision === 'never') {
    return waiting === 'gone'
      ? 'The lines are gone already. Retire the card, or keep it.'
      : { columns: { ...done, status: 'retired' }, rejects: true }
  }
  if (waiting === 'doubtful') {
    return decision === 'keep'
      ? 'A new card has nothing to keep. Accept it, skip it, or say never.'
      : { columns: { ...done, accepted_at: now, ...own }, rejects: false }
  }
  if (waiting === 'gone') {
    return decision === 'keep'
      ? { columns: { ...done, kept_at: now }, rejects: false }
      : { columns: { ...done, status: 'retired' }, rejects: false }
  }
  const proposed = proposedOf(card)
  if (proposed === null)
    throw new Error(`Inconsistent: card ${card.id} waits for a meaning that is not there`)
  // Taking it over is the learner's word: doubtful or not, it stays in the queue.
  const accepted = proposed.status === 'doubtful' ? { accepted_at: now } : {}
  return decision === 'keep'
    ? {
        columns: {
          ...done,
          ...proposed,
          ...accepted,
          edited_front: card.edited_front ?? card.front,
          edited_back: card.edited_back ?? card.back,
        },
        rejects: false,
      }
    : {
        columns: { ...done, ...proposed, ...accepted, edited_front: null, edited_back: null, ...own },
        rejects: false,
      }
}

/** The rejections of a card's lines. */
export function rejectionsOf(card: CardsTable, now: number): RejectionsTable[] {
  return toSources(card.sources).map((source) => ({
    learner_id: card.learner_id,
    id: uuidv7(),
    span: spanKey(source),
    quote: JSON.stringify(source.text),
    made_at: now,
  }))
}

async function decisionsOnAll(
  { db, id: learnerId }: Learner,
  { waiting, decision, cleanOnly }: Extract<DecisionsBody, { all: unknown }>['all'],
): Promise<Decision[]> {
  const rows = await listInbox(db.reader, learnerId, waiting, undefined, 100_000)
  const wanted = cleanOnly === true ? rows.filter((row) => proposedOf(row)?.status === 'ready') : rows
  return wanted.map((row) => ({ cardId: row.id, decision }))
}

const decided = { accept: 'accepted', keep: 'kept', skip: 'skipped', never: 'never asked' } as const

function decisionSentence(decisions: readonly Decision[], count: number): string {
  const words = [...new Set(decisions.map(({ decision }) => decided[decision]))].join(', ')
  return `${count} ${count === 1 ? 'card' : 'cards'} ${words} in the Inbox.`
}
