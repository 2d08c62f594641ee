import type { CardPatch } from '../../shared/api/cards.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { CardKind } from '../../shared/card/card.ts'
import { rulesOfKind } from '../../shared/card/kinds/card-kinds.ts'
import { type CardRow, findCard, updateCard } from '../db/cards.ts'
import { writing } from '../db/open-database.ts'
import type { CardsTable } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { shownText } from '../view/card-view.ts'
import { differing } from './library-rows.ts'
import { storeDecision } from './store-decision.ts'

/**
 * Takes the learner's word on one card: their own wording, whether a doubtful one is asked, a flag. One change of the
 * library, one undo; a flag by itself is a note to oneself and leaves no record. Returns the id of the change.
 */
export function editCard(learner: Learner, id: string, patch: CardPatch): Promise<string | null> {
  const { id: learnerId, db, clock, library } = learner
  return library.alone(async () => {
    const now = clock()
    const card = await findCard(db.reader, learnerId, id)
    if (card === undefined) throw new Refusal('not_found', `There is no card ${id}.`)
    const said = { ...wordingOf(card, patch), ...acceptanceOf(card, patch, now) }
    refuseUnreadable({ ...card, ...said })
    const decided = differing<CardsTable>(card, said)
    const columns = { ...decided, ...(patch.flag === undefined ? {} : { flag: patch.flag }) }
    if (Object.keys(columns).length === 0) return null
    if (Object.keys(decided).length === 0) {
      await writing(db, (trx) => updateCard(trx, learnerId, id, columns))
      return null
    }
    return storeDecision(learner, {
      updates: [{ id, columns }],
      cards: new Map([[id, card]]),
      rejections: [],
      sentence: editSentence(card, decided),
      now,
    })
  })
}

/** Words that are no card of its kind are refused with what is missing; nothing is stored. */
function refuseUnreadable(card: CardRow): void {
  if (card.edited_front === null && card.edited_back === null) return
  const { front, back } = shownText(card)
  const read = rulesOfKind(card.kind as CardKind).read(front, back)
  if ('problem' in read) throw new Refusal('invalid_request', read.problem)
}

/** A side that reads so already is not put in the learner's words: it goes on following the notes. */
function wordingOf(card: CardRow, { front, back }: CardPatch): Partial<CardsTable> {
  const shown = shownText(card)
  return {
    ...(front === undefined || front === shown.front ? {} : { edited_front: front }),
    ...(back === undefined || back === shown.back ? {} : { edited_back: back }),
  }
}

function acceptanceOf(card: CardRow, { accept }: CardPatch, now: number): Partial<CardsTable> {
  if (accept === undefined || accept === (card.accepted_at !== null)) return {}
  return { accepted_at: accept ? now : null }
}

function editSentence({ term }: CardRow, decided: Partial<CardsTable>): string {
  const words = [decided.edited_front, decided.edited_back].filter((side) => side !== undefined)
  const card = `A card about “${term}”`
  if (words.some((side) => side !== null)) return `${card} was put in your words.`
  if (words.length > 0) return `${card} was given the words of the notes again.`
  return decided.accepted_at === null
    ? `${card} was taken out of the queue again.`
    : `${card} was taken into the queue.`
}
