import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { Problem } from '../../shared/api/common.ts'
import type { App } from '../deps.ts'
import { exportAll, exportName } from '../upkeep/export-all.ts'

/** `/export`: everything of the learner who asks, to take along. */
export async function exportRoutes(app: App): Promise<void> {
  app.get(
    '/export',
    {
      schema: {
        summary: 'Everything of the learner as a .zip; docs/export.md describes its files',
        response: {
          200: {
            content: {
              'application/zip': { schema: Type.Unsafe<Readable>({ type: 'string', format: 'binary' }) },
            },
          },
          '4xx': Problem,
        },
      },
    },
    async ({ learner: { db, id, library, clock } }, reply) => {
      const now = clock()
      const archive = exportAll({ db: db.reader, learnerId: id, folders: library.folders, now })
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', `attachment; filename="${exportName(now)}"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(archive))
    },
  )
}
