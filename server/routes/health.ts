import { Type } from 'typebox'
import { findInstanceId } from '../db/instance.ts'
import type { App, Deps } from '../deps.ts'

/** `GET /healthz`: is the process there, and does its database answer? */
export async function healthRoutes(app: App, { db }: Deps): Promise<void> {
  app.get(
    '/healthz',
    {
      schema: {
        summary: 'Whether the server and its database answer',
        response: { 200: Type.Object({ status: Type.Literal('ok'), epoch: Type.String() }) },
      },
    },
    async () => {
      await findInstanceId(db.reader)
      return { status: 'ok' as const, epoch: db.epoch }
    },
  )
}
