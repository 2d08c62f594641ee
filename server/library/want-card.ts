import type { WantedCardReply } from '../../shared/api/notes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { CardKey } from '../../shared/card/card.ts'
import type { NoteId } from '../../shared/note/note.ts'
import { insertCardDecisions } from '../db/card-decisions.ts'
import { findCardByKey } from '../db/cards.ts'
import { findNote } from '../db/notes.ts'
import { writing } from '../db/open-database.ts'
import type { Learner } from '../learner.ts'
import { planChange, storeChange } from './change-library.ts'
import { possibleCards } from './silent-lines.ts'

/** Makes a card that was left out for its worth and takes it into the queue: its owner knows better. One undo. */
export function wantCard(learner: Learner, noteId: NoteId, key: CardKey): Promise<WantedCardReply> {
  const { id: learnerId, db, clock, library } = learner
  return library.alone(async () => {
    const note = await findNote(db.reader, learnerId, noteId)
    if (note === undefined) throw new Refusal('not_found', `There is no note ${noteId}.`)
    const card = (await possibleCards(learner, note)).find((one) => one.key === key)
    if (card === undefined)
      throw new Refusal('not_found', 'These lines give no such card any more. Load the note again.')
    const plan = await planChange(learner, { kind: 'decision', from: 'stored', wanted: [key] })
    const { changeId } = await storeChange(learner, plan, { sentence: `A card was made: “${card.front}”` })
    const made = await findCardByKey(db.reader, learnerId, key)
    if (made === undefined)
      throw new Refusal('not_found', 'Another card asks this already. Look for it among the cards.')
    // To ask for a card is to keep it: it needs no skimming, and says what this learner wants.
    if (changeId !== null) {
      const kept = { cardId: made.id, cardKey: key, decision: 'kept' as const, at: clock() }
      await writing(db, (trx) => insertCardDecisions(trx, learnerId, changeId, [kept]))
    }
    return { cardId: made.id, changeId }
  })
}
