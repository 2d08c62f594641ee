import type { FactIgnoredReply } from '../../shared/api/concepts.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { areRejected } from '../../shared/card/rejected-spans.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { NoteId } from '../../shared/note/note.ts'
import type { Card } from '../db/card-rows.ts'
import { findSiblings, listCardsOfNote } from '../db/cards.ts'
import type { StoredFact } from '../db/concept-rows.ts'
import { findFact } from '../db/concepts.ts'
import { listRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { takeRejectionsBack } from './allow-again.ts'
import { withNames } from './named-cards.ts'
import { newRejections, rejectionsOf, retired } from './reject-cards.ts'
import { storeDecision } from './store-decision.ts'

/**
 * Leaves out a fact that its learner does not want, as a rejection of its lines: the cards that stand in them alone are
 * not asked any more, and nothing that only they state counts for a concept.
 */
export function ignoreFact(learner: Learner, key: FactKey): Promise<FactIgnoredReply> {
  const { id: learnerId, db, clock, library } = learner
  return library.alone(async () => {
    const { fact, own } = await factWithCards(learner, key)
    const now = clock()
    const asking = own.filter(({ status }) => status !== 'retired')
    const known = await listRejections(db.reader, learnerId)
    const { rejections, all } = newRejections([fact, ...asking], known, now)
    const beside = await cardsInNotesOf(learner, [fact, ...asking])
    const going = [...new Map([...asking, ...beside].map((card) => [card.id, card])).values()].filter(
      ({ sources }) => areRejected(sources, all),
    )
    if (rejections.length + going.length === 0)
      return { sentence: 'This fact was ignored already.', changeId: null }
    const others = new Set(going.map(({ factKey }) => factKey).filter((factKey) => factKey !== key)).size
    const changeId = await storeDecision(learner, {
      updates: going.map(({ id }) => ({ id, changes: retired })),
      cards: new Map(going.map((card) => [card.id, card])),
      rejections,
      decided: going.map(({ id }) => ({ id, decision: 'never' })),
      sentence: withNames('1 fact ignored.', [fact.statement]),
      now,
    })
    return { sentence: ignoredSentence(going.length, others), changeId }
  })
}

/** Takes that back: its lines give cards again, and those that they gave come back with their history. */
export function takeFactBack(learner: Learner, key: FactKey): Promise<FactIgnoredReply> {
  const { id, db, clock, library } = learner
  return library.alone(async () => {
    const { fact, own } = await factWithCards(learner, key)
    const spans = new Set([fact, ...own].flatMap((one) => rejectionsOf(one, clock())).map(({ span }) => span))
    const again = (await listRejections(db.reader, id)).filter(({ span }) => spans.has(span))
    const sentence = 'It counts again, and its cards are asked as before.'
    if (again.length > 0)
      await takeRejectionsBack(
        learner,
        again.map((rejection) => rejection.id),
        withNames('1 fact that was ignored counts again.', [fact.statement]),
      )
    return { sentence, changeId: null }
  })
}

/** The fact of a key with all cards that were ever made of it. */
async function factWithCards(
  { db, id }: Learner,
  key: FactKey,
): Promise<{ readonly fact: StoredFact; readonly own: readonly Card[] }> {
  const fact = await findFact(db.reader, id, key)
  if (fact === undefined)
    throw new Refusal('not_found', 'Your notes do not state this any more. Load the page again.')
  return { fact, own: await findSiblings(db.reader, id, [key]) }
}

/** What else is asked out of the notes in which something stands. */
async function cardsInNotesOf(
  { db, id }: Learner,
  stated: readonly Pick<StoredFact | Card, 'sources'>[],
): Promise<Card[]> {
  const notes = new Set(stated.flatMap(({ sources }) => sources.map(({ noteId }) => noteId as NoteId | null)))
  const cards: Card[] = []
  for (const note of notes) if (note !== null) cards.push(...(await listCardsOfNote(db.reader, id, note)))
  return cards
}

function ignoredSentence(cards: number, otherFacts: number): string {
  if (cards === 0) return 'Ignored.'
  const asked = cards === 1 ? '1 card is' : `${cards} cards are`
  const beside =
    otherFacts === 0
      ? ''
      : `, also of ${otherFacts === 1 ? '1 other fact' : `${otherFacts} other facts`} in the same lines`
  return `Ignored. ${asked} not asked any more${beside}.`
}
