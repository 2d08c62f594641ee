import { Problem } from '../../shared/api/common.ts'
import { StudyChoicesQuery, StudyChoicesReply } from '../../shared/api/study.ts'
import { ExamsQuery, ExamsReply } from '../../shared/api/exams.ts'
import { Settings } from '../../shared/api/settings.ts'
import type { App, Deps } from '../deps.ts'
import { steerDay } from '../study/steer-day.ts'
import { openExams } from '../study/open-exams.ts'
import { openStudyChoices } from '../study/open-study-choices.ts'

/** `GET /study`, `POST /steering`, `GET /exams`: what can be studied besides the day's queue. `GET /queue` with a state, a concept and so on opens it. */
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

  app.get(
    '/exams',
    {
      schema: {
        summary:
          'The exams of the setting “exams”, each with what it needs until its day and what is recalled on it',
        querystring: ExamsQuery,
        response: { 200: ExamsReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ learner }) => openExams(learner, runMemory),
  )
}
