import { Refusal } from '../../shared/basics/refusal.ts'
import { listRejections } from '../db/rejections.ts'
import type { Library } from './library.ts'
import { emptyBefore } from './library-plan.ts'

/** Lets lines give cards again; those that they gave before come back with their history. */
export function allowAgain(library: Library, rejectionId: string): Promise<void> {
  return library.alone(async () => {
    const known = await listRejections(library.db.reader, library.learnerId)
    if (!known.some(({ id }) => id === rejectionId))
      throw new Refusal('not_found', 'These lines may give cards already. Load the page again.')
    const restore = { ...emptyBefore, rejections: [rejectionId] }
    await library.store(await library.plan({ kind: 'decision', from: 'stored', restore }), {
      sentence: 'Lines may give cards again.',
    })
  })
}
