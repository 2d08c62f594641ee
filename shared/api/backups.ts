import { type Static, Type } from 'typebox'
import { Count, Millis, Nullable, closed } from './common.ts'

const BackupId = Type.String({ minLength: 1, maxLength: 80, pattern: '^[A-Za-z0-9-]+$' })

export const BackupView = Type.Object(
  {
    id: BackupId,
    madeAt: Millis,
    bytes: Count,
    reason: Type.Union([
      Type.Literal('by-itself'),
      Type.Literal('by-hand'),
      Type.Literal('before-update'),
      Type.Literal('before-repair'),
    ]),
  },
  closed,
)
export type BackupView = Static<typeof BackupView>

export const BackupsReply = Type.Object(
  {
    backups: Type.Array(BackupView, {
      description: 'Newest first. Each was opened and checked when it was made.',
    }),
    failed: Nullable(Type.Object({ at: Millis, sentence: Type.String() }, closed)),
    dueAt: Type.Integer({
      description: 'When the next one is made by itself, if anything changes until then.',
    }),
    folder: Type.String({ description: 'Where they lie on the server.' }),
    epoch: Type.String({ description: 'The life of the database; another one after a restore.' }),
  },
  closed,
)
export type BackupsReply = Static<typeof BackupsReply>

export const BackupParams = Type.Object({ id: BackupId }, closed)

export const BackupCheck = Type.Object(
  {
    answers: Count,
    notes: Type.Integer({ minimum: 0, description: 'Notes that were brought in or written here.' }),
  },
  closed,
)
export type BackupCheck = Static<typeof BackupCheck>

export const RestorationBody = Type.Object({ backup: BackupId }, closed)
export const Restoration = Type.Object(
  { keptIn: Type.String({ description: 'Where the present data goes, on the server.' }) },
  closed,
)
export type Restoration = Static<typeof Restoration>
