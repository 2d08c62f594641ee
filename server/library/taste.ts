import type { TasteReply } from '../../shared/api/taste.ts'
import type { LearnedTrait } from '../../shared/card/learned-odds.ts'
import { findTasteReset, saveTasteReset } from '../db/learners.ts'
import { writing } from '../db/open-database.ts'
import type { Learner } from '../learner.ts'
import { chooseCardsAnew } from './change-library.ts'
import { listUnwanted, readLearned } from './read-taste.ts'

/** What the learner's decisions taught, the most decided first. */
export async function openTaste({ id, db }: Learner): Promise<TasteReply> {
  const learned = await readLearned(db.reader, id)
  const reset = await findTasteReset(db.reader, id)
  return {
    rows: learned
      .sort((a, b) => b.decided - a.decided || (a.value < b.value ? -1 : 1))
      .map(({ trait, value, kept, decided, shift }) => ({
        trait,
        name: value,
        kept,
        decided,
        made: made({ shift }),
      })),
    since: reset?.at ?? null,
  }
}

/** Forgets what was learned of the cards that the learner wants, and chooses them anew. What was decided stays decided. */
export async function resetTaste(learner: Learner): Promise<TasteReply> {
  const { id, db, clock } = learner
  const cards = await listUnwanted(db.reader, id)
  await writing(db, (trx) => saveTasteReset(trx, id, { at: clock(), cards }))
  await chooseCardsAnew(learner)
  return openTaste(learner)
}

/** A shift that hardly moves a chance is none. */
function made({ shift }: Pick<LearnedTrait, 'shift'>): TasteReply['rows'][number]['made'] {
  if (Math.abs(shift) < 0.2) return 'as before'
  return shift > 0 ? 'more' : 'less'
}
