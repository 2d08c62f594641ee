import { join } from 'node:path'
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/db/open-database.ts'
import type { Learner } from '../../server/learner.ts'
import { Library } from '../../server/library/library.ts'
import { planHere } from '../../server/library/planner.ts'
import { benchLearner, benchNow } from './collection.ts'

/** The one who studies in every workload, with the notes that lie in `learnings`. */
export function asLearner(
  db: Database,
  learnings: string,
  data: string,
  clock: Clock = () => benchNow,
): Learner {
  const library = new Library({ folder: learnings, uploadFolder: join(data, 'notes') }, planHere(db))
  return { id: benchLearner, db, clock, zone: 'UTC', library }
}
