import { type Static, Type } from 'typebox'
import { closed } from './common.ts'

/** What a learner may set. Every field has a default (`defaultSettings` in shared/queue/settings.ts). */
export const Settings = Type.Object(
  {
    newPerDay: Type.Integer({ minimum: 0, maximum: 1000 }),
    reviewsPerDay: Type.Integer({ minimum: 0, maximum: 10_000 }),
    rolloverHour: Type.Integer({ minimum: 0, maximum: 23 }),
    zone: Type.String({ maxLength: 64, description: 'IANA zone, or "auto" for that of the device.' }),
    fuzz: Type.Boolean(),
    burySiblings: Type.Boolean(),
    leechLapses: Type.Integer({ minimum: 1, maximum: 99 }),
    gradeKeys: Type.Union([Type.Literal(2), Type.Literal(4)]),
    theme: Type.Union([Type.Literal('system'), Type.Literal('light'), Type.Literal('dark')]),
    textSize: Type.Integer({ minimum: 90, maximum: 140, description: 'Per cent of the normal size.' }),
  },
  closed,
)
export type Settings = Static<typeof Settings>
export const SettingsPatch = Type.Partial(Settings, closed)
