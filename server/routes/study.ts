import { Problem } from '../../shared/api/common.ts'
import { StudyChoicesQuery, StudyChoicesReply } from '../../shared/api/study.ts'
import { Settings } from '../../shared/api/settings.ts'
import type { App, Deps } from '../deps.ts'
import { steerDay } from '../study/steer-day.ts'
import { openStudyChoices } from '../study/open-study-choices.ts'

/** `GET /study`, `POST /steering`: what can be studied besides the day's queue. `GET /queue` with a state, a concept and so on opens it. */
export async function studyRoutes(app: App, { matchPattern, runMemory }: Deps): Promise<void> {
  app.get(
    '/study',
    {
      schema: {
        summary: 'How many cards a sitting over the weak, the often forgotten, the unseen … would ask',
        querystring: StudyChoicesQuery,
        response: { 200: StudyChoicesReply, '4xx': Problem },
      },
    },
    ({ learner }) => openStudyChoices(learner, matchPattern),
  )

  app.post(
    '/steering',
    {
      schema: {
        summary: 'Work out today’s limit of new cards from the setting “minutesPerDay”, if it was not yet',
        response: { 200: Settings, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ learner }) => steerDay(learner, runMemory),
  )
}
