import { Refusal } from '../../shared/basics/refusal.ts'
import { emptyBefore } from '../db/before-column.ts'
import { listRejections } from '../db/rejections.ts'
import type { Learner } from '../learner.ts'
import { planChange, storeChange } from './change-library.ts'

/** Lets lines give cards again; those that they gave before come back with their history. */
export function allowAgain(learner: Learner, rejectionId: string): Promise<void> {
  const { id, db, library } = learner
  return library.alone(async () => {
    const known = await listRejections(db.reader, id)
    if (!known.some((rejection) => rejection.id === rejectionId))
      throw new Refusal('not_found', 'These lines may give cards already. Load the page again.')
    await takeRejectionsBack(learner, [rejectionId])
  })
}

/** Ends some rejections: the library is made anew without them. Only inside `alone`. */
export async function takeRejectionsBack(
  learner: Learner,
  rejections: readonly string[],
  sentence = 'Lines may give cards again.',
): Promise<void> {
  const restore = { ...emptyBefore, rejections }
  const plan = await planChange(learner, { kind: 'decision', from: 'stored', restore })
  await storeChange(learner, plan, { sentence })
}
