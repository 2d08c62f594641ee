import type { CardPatch } from '../../shared/api/cards.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { CardDecision } from '../../shared/card/card-decision.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { rulesOfKind } from '../../shared/card/kinds/card-kinds.ts'
import type { Card, CardChanges, NamedCard } from '../db/card-rows.ts'
import { findCard, updateCard } from '../db/cards.ts'
import { writing } from '../db/open-database.ts'
import type { Learner } from '../learner.ts'
import { shownText } from '../view/card-view.ts'
import { storeDecision } from './store-decision.ts'
import { differing } from './stored-values.ts'

/**
 * Takes the learner's word on one card: their own wording, whether a doubtful one is asked, a flag. One change of the
 * library, one undo; a flag by itself is a note to oneself and leaves no record. Returns the id of the change.
 */
export function editCard(learner: Learner, id: CardId, patch: CardPatch): Promise<string | null> {
  const { id: learnerId, db, clock, library } = learner
  return library.alone(async () => {
    const now = clock()
    const card = await findCard(db.reader, learnerId, id)
    if (card === undefined) throw new Refusal('not_found', `There is no card ${id}.`)
    const wording = wordingOf(card, patch)
    if (Object.keys(wording).length > 0) refuseUnreadable({ ...card, ...wording })
    const said = { ...wording, ...acceptanceOf(card, patch, now) }
    const decided = differing<Card>(card, said)
    const changes = { ...decided, ...(patch.flag === undefined ? {} : { flag: patch.flag }) }
    if (Object.keys(changes).length === 0) return null
    if (Object.keys(decided).length === 0) {
      await writing(db, (trx) => updateCard(trx, learnerId, id, changes))
      return null
    }
    return storeDecision(learner, {
      updates: [{ id, changes }],
      cards: new Map([[id, card]]),
      rejections: [],
      decided: decisionOf(decided).map((decision) => ({ id, decision })),
      sentence: editSentence(card, decided),
      now,
    })
  })
}

/** Words that are no card of its kind are refused with what is missing; nothing is stored. */
function refuseUnreadable(card: Card): void {
  if (card.ownFront === null && card.ownBack === null) return
  const { front, back } = shownText(card)
  const read = rulesOfKind(card.kind).read(front, back)
  if ('problem' in read) throw new Refusal('invalid_request', read.problem)
}

/** A side that reads so already is not put in the learner's words: it goes on following the notes. */
function wordingOf(card: NamedCard, patch: CardPatch): CardChanges {
  // In the form that notes are read in, so that a search finds both alike.
  const [front, back] = [patch.front, patch.back].map((side) => side?.normalize('NFC') ?? side)
  const shown = shownText(card)
  return {
    ...(front === undefined || front === shown.front ? {} : { ownFront: front }),
    ...(back === undefined || back === shown.back ? {} : { ownBack: back }),
  }
}

function acceptanceOf(card: NamedCard, { accept }: CardPatch, now: EpochMs): CardChanges {
  if (accept === undefined || accept === (card.acceptedAt !== null)) return {}
  return { acceptedAt: accept ? now : null }
}

/** Other words say that the card is worth asking; so does taking it into the queue. */
function decisionOf({ ownFront, ownBack, acceptedAt }: CardChanges): CardDecision[] {
  if (typeof ownFront === 'string' || typeof ownBack === 'string') return ['edited']
  return typeof acceptedAt === 'number' ? ['kept'] : []
}

function editSentence({ concept }: NamedCard, decided: CardChanges): string {
  const words = [decided.ownFront, decided.ownBack].filter((side) => side !== undefined)
  const card = `A card about “${concept}”`
  if (words.some((side) => side !== null)) return `${card} was put in your words.`
  if (words.length > 0) return `${card} was given the words of the notes again.`
  return decided.acceptedAt === null
    ? `${card} was taken out of the queue again.`
    : `${card} was taken into the queue.`
}
