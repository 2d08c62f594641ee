import { Problem } from '../../shared/api/common.ts'
import { Settings, SettingsPatch } from '../../shared/api/settings.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { isDay, isZone } from '../../shared/basics/time.ts'
import { saveSettings } from '../db/learners.ts'
import { writing } from '../db/open-database.ts'
import type { App } from '../deps.ts'
import { chooseCardsAnew } from '../library/change-library.ts'
import { readSettings } from '../study/learner-settings.ts'

/** `GET` and `PUT /settings`. */
export async function settingsRoutes(app: App): Promise<void> {
  app.get(
    '/settings',
    { schema: { summary: 'The learner’s settings', response: { 200: Settings } } },
    ({ learner }) => readSettings(learner.db.reader, learner.id),
  )

  app.put(
    '/settings',
    {
      schema: {
        summary: 'Change settings; fields that are left out keep their value',
        body: SettingsPatch,
        response: { 200: Settings, '4xx': Problem },
      },
    },
    async ({ body, learner }) => {
      const { id: learnerId, db } = learner
      if (body.zone !== undefined && body.zone !== 'auto' && !isZone(body.zone)) {
        throw new Refusal(
          'invalid_zone',
          `“${body.zone}” is no IANA time zone. Use one such as Europe/Paris, or “auto”.`,
        )
      }
      checkDays(body)
      const before = await readSettings(db.reader, learnerId)
      const after = await writing(db, async (trx) => {
        const settings = { ...(await readSettings(trx, learnerId)), ...body }
        await saveSettings(trx, learnerId, settings)
        return settings
      })
      if (after.cardDensity !== before.cardDensity) await chooseCardsAnew(learner)
      return after
    },
  )
}

/** Days are text until they are looked up in the calendar. */
function checkDays({ breaks = [], comeback, todayOnly, notNow = [], exams = [] }: SettingsPatch): void {
  const days = [
    ...breaks.flatMap(({ from, until }) => [from, until]),
    ...notNow.map(({ until }) => until),
    ...exams.map(({ on }) => on),
    comeback?.from,
    todayOnly?.day,
  ]
  const wrong = days.find((day) => day !== undefined && !isDay(day))
  if (wrong !== undefined)
    throw new Refusal('invalid_day', `“${String(wrong)}” is not a date. Write it as 2026-03-29.`)
  if (breaks.some(({ from, until }) => until < from))
    throw new Refusal('invalid_day', 'A break ends before it begins. Put the earlier day first.')
}
