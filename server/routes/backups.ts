import { join } from 'node:path'
import {
  BackupCheck,
  BackupParams,
  BackupView,
  BackupsReply,
  Restoration,
  RestorationBody,
} from '../../shared/api/backups.ts'
import { Problem } from '../../shared/api/common.ts'
import { Refusal, type RefusalCode } from '../../shared/basics/refusal.ts'
import { requireOwner } from '../accounts/asker.ts'
import type { KeptFile } from '../db/sqlite/backup-folder.ts'
import { BackupFailure } from '../db/start-failure.ts'
import type { App, Deps } from '../deps.ts'

/** `/backups`, `/restorations`: copies of everything that the server holds, for its owner alone. */
export async function backupsRoutes(app: App, { backups, beginAnew }: Deps): Promise<void> {
  app.get(
    '/backups',
    { schema: { summary: 'The backups there are', response: { 200: BackupsReply, '4xx': Problem } } },
    ({ asker, learner: { db } }) => {
      requireOwner(asker)
      const { failed, folder } = backups
      return { backups: backups.list().map(toView), failed, dueAt: backups.dueAt(), folder, epoch: db.epoch }
    },
  )

  app.post(
    '/backups',
    {
      schema: {
        summary: 'Make a backup now: it is opened and checked before this answers',
        response: { 201: BackupView, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ asker }, reply) => {
      requireOwner(asker)
      return reply.status(201).send(toView(await orRefuse(backups.make('by-hand'))))
    },
  )

  app.post(
    '/backups/:id/checks',
    {
      schema: {
        summary: 'Open a backup again and read all of it',
        params: BackupParams,
        response: { 201: BackupCheck, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ asker, params }, reply) => {
      requireOwner(asker)
      const { log, files } = await orRefuse(backups.check(params.id))
      return reply.status(201).send({ answers: log.count, notes: files ?? 0 })
    },
  )

  app.post(
    '/restorations',
    {
      schema: {
        summary: 'Set everything back to a backup: it is checked first, and the server begins anew with it',
        body: RestorationBody,
        response: { 202: Restoration, '4xx': Problem, '5xx': Problem },
      },
    },
    async ({ asker, body, log }, reply) => {
      requireOwner(asker)
      if (beginAnew === null)
        throw new Refusal(
          'backup_failed',
          'No server runs that could begin anew. Restore on the command line.',
        )
      const { keptIn } = await orRefuse(backups.stage(body.backup))
      log.warn({ backup: body.backup, keptIn }, 'everything is set back to a backup')
      // The answer goes out first: beginning anew ends every connection.
      reply.raw.once('close', beginAnew)
      return reply.status(202).send({ keptIn: join(backups.dataDir, keptIn) })
    },
  )
}

const toView = ({ id, at, bytes, reason }: KeptFile): BackupView => ({ id, madeAt: at, bytes, reason })

const codeOf: Record<BackupFailure['why'], RefusalCode> = {
  noRoom: 'storage_full',
  notWritten: 'backup_failed',
  unusable: 'backup_unusable',
}

function orRefuse<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    if (error instanceof BackupFailure) throw new Refusal(codeOf[error.why], error.message)
    throw error
  })
}
