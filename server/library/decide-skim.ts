import type { DecisionsReply } from '../../shared/api/inbox.ts'
import type { SkimDecision, SkimDecisionsBody } from '../../shared/api/skim.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { CardDecision } from '../../shared/card/card-decision.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { Card, CardChanges } from '../db/card-rows.ts'
import { findCards } from '../db/cards.ts'
import { listUnskimmed } from '../db/skim.ts'
import type { Learner } from '../learner.ts'
import { shownText } from '../view/card-view.ts'
import { skimStateOf } from './open-skim.ts'
import { questionRejection, rejectLinesOf, retired } from './reject-cards.ts'
import { storeDecision } from './store-decision.ts'

type Wanted = Extract<SkimDecisionsBody, { decisions: unknown }>['decisions'][number]

/** Takes the learner's word on cards that they skim: one transaction, one undo. */
export function decideSkim(learner: Learner, body: SkimDecisionsBody): Promise<DecisionsReply> {
  const { id: learnerId, db, clock, library } = learner
  return library.alone(async () => {
    const now = clock()
    const wanted = new Map<string, SkimDecision>(
      ('all' in body ? await decisionsOnAll(learner, body.all) : body.decisions).map((one) => [
        one.cardId,
        one.decision,
      ]),
    )
    const found = await findCards(db.reader, learnerId, [...wanted.keys()] as CardId[])
    const cards = new Map<CardId, Card>(found.map((card) => [card.id, card]))
    const refused = [...wanted.keys()].flatMap((cardId) => {
      const refusal = whyRefused(cards.get(cardId as CardId))
      return refusal === null ? [] : [{ cardId, ...refusal }]
    })
    const refusedIds = new Set(refused.map(({ cardId }) => cardId))
    const decided = found.filter(({ id }) => !refusedIds.has(id))
    const of = (decision: SkimDecision) => decided.filter(({ id }) => wanted.get(id) === decision)
    if (decided.length === 0) return { changeId: null, decided: 0, refused }
    const { rejections, siblings } = await rejectLinesOf(learner, of('never'))
    for (const card of siblings) cards.set(card.id, card)
    const changeId = await storeDecision(learner, {
      updates: [
        ...of('keep').flatMap((card) => keptChanges(card, now)),
        ...[...of('drop'), ...of('never'), ...siblings].map(({ id }) => ({ id, changes: retired })),
      ],
      cards,
      rejections: [...rejections, ...of('drop').map((card) => questionRejection(card, now))],
      decided: decided.map(({ id }) => ({ id, decision: decisionNamed[wanted.get(id) ?? 'keep'] })),
      sentence: skimSentence(
        decided.map((card) => ({ ...shownText(card), decision: wanted.get(card.id) ?? 'keep' })),
      ),
      now,
    })
    return { changeId, decided: decided.length, refused }
  })
}

const decisionNamed: Readonly<Record<SkimDecision, CardDecision>> = {
  keep: 'kept',
  drop: 'dropped',
  never: 'never',
}

async function decisionsOnAll(
  { db, id }: Learner,
  { noteId, state, decision }: Extract<SkimDecisionsBody, { all: unknown }>['all'],
): Promise<Wanted[]> {
  const scope = { noteId: noteId as NoteId, state }
  const cards = await listUnskimmed(db.reader, id, scope, undefined, 100_000)
  return cards
    .filter(({ sources }) => sources[0]?.noteId === noteId)
    .map((card) => ({ cardId: card.id, decision }))
}

function whyRefused(card: Card | undefined): { code: string; sentence: string } | null {
  if (card === undefined) return { code: 'unknown_card', sentence: 'There is no such card.' }
  if (card.waiting !== null) {
    return {
      code: 'not_waiting',
      sentence: 'Its note says something else now, or is gone. Decide on it in the Inbox.',
    }
  }
  return card.status === 'retired'
    ? { code: 'not_waiting', sentence: 'This card is not asked any more. Load the page again.' }
    : null
}

/** A ready card is asked already: keeping it changes nothing but what is left to skim. */
function keptChanges(card: Card, now: Card['createdAt']): { id: CardId; changes: CardChanges }[] {
  return skimStateOf(card) === 'ready' ? [] : [{ id: card.id, changes: { acceptedAt: now, skippedAt: null } }]
}

const words: Readonly<Record<SkimDecision, string>> = {
  keep: 'kept',
  drop: 'dropped',
  never: 'never asked, nor anything else of the same lines',
}

function skimSentence(all: readonly { readonly front: string; readonly decision: SkimDecision }[]) {
  const [one] = all
  if (all.length === 1 && one !== undefined) return `“${one.front}”: ${words[one.decision]}.`
  const parts = (Object.keys(words) as SkimDecision[]).flatMap((decision) => {
    const count = all.filter((each) => each.decision === decision).length
    return count === 0 ? [] : [`${count} ${words[decision]}`]
  })
  return `${all.length} cards skimmed: ${parts.join(', ')}.`
}
