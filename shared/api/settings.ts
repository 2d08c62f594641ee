import { type Static, Type } from 'typebox'
import { Exam } from './exams.ts'
import { DayText, DensityView, Nullable, closed } from './common.ts'

/** What a learner may set. Every field has a default (`defaultSettings` in shared/queue/settings.ts). */
export const Settings = Type.Object(
  {
    newPerDay: Type.Integer({ minimum: 0, maximum: 1000 }),
    minutesPerDay: Nullable(
      Type.Integer({
        minimum: 1,
        maximum: 600,
        description:
          'Minutes a day in place of a number of new cards: `newPerDay` is then worked out every day.',
      }),
    ),
    steered: Nullable(
      Type.Object(
        {
          on: DayText,
          forMinutes: Type.Integer(),
          /** What a day takes with `newPerDay`, on average over a month, and without anything new. */
          minutes: Type.Number(),
          minutesWithoutNew: Type.Number(),
        },
        closed,
      ),
    ),
    reviewsPerDay: Type.Integer({ minimum: 0, maximum: 10_000 }),
    rolloverHour: Type.Integer({ minimum: 0, maximum: 23 }),
    zone: Type.String({ maxLength: 64, description: 'IANA zone, or "auto" for that of the device.' }),
    fuzz: Type.Boolean(),
    burySiblings: Type.Boolean(),
    leechLapses: Type.Integer({
      minimum: 1,
      maximum: 99,
      description: 'On so many study days the first try must have failed before a card is called a leech.',
    }),
    gradeKeys: Type.Union([Type.Literal(2), Type.Literal(4), Type.Literal(6)]),
    freeAccents: Type.Boolean({
      description: 'Accents may be left out of typed answers and of searches: resume for résumé.',
    }),
    restDays: Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), {
      maxItems: 6,
      uniqueItems: true,
      description: 'Days of the week, 0 for Sunday, kept free where fuzz has room.',
    }),
    easyDays: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), {
        maxItems: 7,
        uniqueItems: true,
        description:
          'Days of the week, 0 for Sunday, that get about half as much where fuzz has room. None where it is left out.',
      }),
    ),
    breaks: Type.Array(Type.Object({ from: DayText, until: DayText }, closed), { maxItems: 20 }),
    comeback: Nullable(
      Type.Object({ from: DayText, days: Type.Integer({ minimum: 1, maximum: 180 }) }, closed),
    ),
    todayOnly: Nullable(
      Type.Object(
        {
          day: DayText,
          newPerDay: Type.Integer({ minimum: 0, maximum: 1000 }),
          reviewsPerDay: Type.Integer({ minimum: 0, maximum: 10_000 }),
        },
        closed,
      ),
    ),
    exams: Type.Array(Exam, {
      maxItems: 20,
      description: 'Days by which a concept, note or tag is to be known; their new cards come first.',
    }),
    notNow: Type.Array(
      Type.Object({ key: Type.String({ minLength: 1, maxLength: 100 }), until: DayText }, closed),
      { maxItems: 100, description: 'Suggestions that were put off, each until a day.' },
    ),
    savedSearches: Type.Array(
      Type.Object(
        { name: Type.String({ minLength: 1, maxLength: 60 }), q: Type.String({ maxLength: 500 }) },
        closed,
      ),
      { maxItems: 50, description: 'Searches of cards, by the names the learner gave them.' },
    ),
    cardDensity: DensityView,
    draftsInto: Type.Union([Type.Literal('companion'), Type.Literal('note')], {
      description:
        'Where accepted drafts are written: in a note of their own, or below the lines they quote.',
    }),
    draftsPerDay: Type.Integer({
      minimum: 0,
      maximum: 5000,
      description: 'How many drafts the own language model may give on one study day.',
    }),
    theme: Type.Union([Type.Literal('system'), Type.Literal('light'), Type.Literal('dark')]),
    motion: Type.Union([Type.Literal('system'), Type.Literal('none')]),
    textSize: Type.Integer({ minimum: 90, maximum: 140, description: 'Per cent of the normal size.' }),
  },
  closed,
)
export type Settings = Static<typeof Settings>
export const SettingsPatch = Type.Partial(Settings, closed)
export type SettingsPatch = Static<typeof SettingsPatch>
