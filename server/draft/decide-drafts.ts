import { v7 as uuidv7 } from 'uuid'
import type { DraftDecisionsBody, DraftDecisionsReply } from '../../shared/api/drafts.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { questionSpan } from '../../shared/card/rejected-spans.ts'
import { listByKeys } from '../db/cards.ts'
import { type StoredDraft, dropDrafts, findDrafts } from '../db/drafts.ts'
import { type Rejection, insertRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { type AlsoStored, storeChange } from '../library/change-library.ts'
import { storeDecision } from '../library/store-decision.ts'
import { acceptedDrafts, planAccepted } from './accept-drafts.ts'
import { type WantedDraft, wantedDraft } from './wanted-draft.ts'

type Refused = DraftDecisionsReply['refused'][number]

/** Takes the learner's word on drafts: cards of those that are accepted, nothing more of those that are dropped. One undo. */
export function decideDrafts(learner: Learner, body: DraftDecisionsBody): Promise<DraftDecisionsReply> {
  const { id: learnerId, db, clock, library } = learner
  return library.alone(async () => {
    const now = clock()
    const decisions = new Map(body.decisions.map((decision) => [decision.draftId, decision]))
    const found = await findDrafts(db.reader, learnerId, [...decisions.keys()])
    const drafts = new Map(found.map((draft) => [draft.id, draft]))
    const refused: Refused[] = []
    const drops: StoredDraft[] = []
    const accepts: WantedDraft[] = []
    for (const { draftId, decision, ...words } of decisions.values()) {
      const draft = drafts.get(draftId)
      const why = whyRefused(draft)
      if (draft === undefined || why !== null) refused.push({ draftId, ...(why ?? unknownDraft) })
      else if (decision === 'drop') drops.push(draft)
      else {
        const wanted = wantedDraft(draft, words)
        if ('code' in wanted) refused.push({ draftId, ...wanted })
        else accepts.push(wanted)
      }
    }
    const plan = accepts.length === 0 ? null : await planAccepted(learner, accepts)
    refused.push(...(plan?.refused ?? []))
    const rejections = await rejectionsOf(learner, drops, now)
    const dropped = drops.map(({ id }) => id)
    if (plan === null || plan.accepted.length === 0) {
      if (dropped.length === 0) return { changeId: null, accepted: [], dropped: 0, refused }
      const changeId = await storeDecision(learner, {
        updates: [],
        cards: new Map(),
        decided: [],
        rejections,
        dropped,
        sentence: sentenceOf([], drops),
        now,
      })
      return { changeId, accepted: [], dropped: dropped.length, refused }
    }
    const cards = acceptedDrafts(learner, plan.accepted, now)
    const also: AlsoStored = {
      before: {
        rejections: rejections.map(({ id }) => id),
        drafts: [...plan.accepted.map(({ draft }) => draft.id), ...dropped],
      },
      store: async (trx, changeId) => {
        await insertRejections(trx, learnerId, rejections)
        await dropDrafts(trx, learnerId, dropped, now)
        await cards.store(trx, changeId)
      },
    }
    const written = await plan.writeFiles()
    const { changeId } = await storeChange(learner, written, {
      id: plan.changeId,
      sentence: sentenceOf(plan.accepted, drops),
      also,
    })
    return { changeId, accepted: cards.made, dropped: dropped.length, refused }
  })
}

const unknownDraft = { code: 'unknown_draft', sentence: 'There is no such draft.' }

function whyRefused(draft: StoredDraft | undefined): Omit<Refused, 'draftId'> | null {
  if (draft === undefined) return unknownDraft
  return draft.state === 'waiting'
    ? null
    : { code: 'not_waiting', sentence: 'This draft was decided on already. Load the page again.' }
}

/** A dropped question is not proposed again, unless a card of the learner asks it already. */
async function rejectionsOf(
  { db, id }: Learner,
  drops: readonly StoredDraft[],
  now: EpochMs,
): Promise<Rejection[]> {
  const known = await listByKeys(
    db.reader,
    id,
    drops.map(({ cardKey }) => cardKey),
  )
  const asked = new Set(known.filter(({ status }) => status !== 'retired').map(({ key }) => key))
  return drops
    .filter(({ cardKey }) => !asked.has(cardKey))
    .map(({ cardKey, question }) => ({
      id: uuidv7(),
      span: questionSpan(cardKey),
      quote: [question],
      madeAt: now,
    }))
}

function sentenceOf(accepted: readonly WantedDraft[], drops: readonly StoredDraft[]): string {
  const [card] = accepted
  const [drop] = drops
  if (accepted.length + drops.length === 1)
    return card === undefined
      ? `A drafted card was dropped: “${drop?.question ?? ''}”`
      : `A drafted card was accepted: “${card.question}”`
  return `Of ${accepted.length + drops.length} drafted cards, ${accepted.length} accepted and ${drops.length} dropped.`
}
