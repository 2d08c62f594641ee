import { join } from 'node:path'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { NoteFolders } from './gather-notes.ts'

/** Where a server has its data, and the notes of its first learner. */
interface Places {
  readonly dataDir: string
  readonly learningsDir: string
}

/** The first learner keeps the folder that the server was started with; the others have one in the data folder. */
export function foldersOf(id: LearnerId, first: LearnerId, places: Places): NoteFolders {
  if (id === first) return { folder: places.learningsDir, uploadFolder: join(places.dataDir, 'notes') }
  const own = join(learnersFolder(places), id)
  return { folder: join(own, 'notes'), uploadFolder: join(own, 'uploads') }
}

/** The folder of all learners but the first. */
export const learnersFolder = ({ dataDir }: Pick<Places, 'dataDir'>): string => join(dataDir, 'learners')
