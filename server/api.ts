import { addDefaults } from './api-defaults.ts'
import type { App, Deps } from './deps.ts'
import { accountRoutes } from './routes/account.ts'
import { backupsRoutes } from './routes/backups.ts'
import { cardsRoutes } from './routes/cards.ts'
import { changesRoutes } from './routes/changes.ts'
import { comebackRoutes } from './routes/comeback.ts'
import { conceptsRoutes } from './routes/concepts.ts'
import { draftsRoutes } from './routes/drafts.ts'
import { draftingRoutes } from './routes/drafting.ts'
import { exportRoutes } from './routes/export.ts'
import { healthRoutes } from './routes/health.ts'
import { importsRoutes } from './routes/imports.ts'
import { inboxRoutes } from './routes/inbox.ts'
import { notesRoutes } from './routes/notes.ts'
import { peopleRoutes } from './routes/people.ts'
import { queueRoutes } from './routes/queue.ts'
import { quizzesRoutes } from './routes/quizzes.ts'
import { readingRoutes } from './routes/reading.ts'
import { reviewsRoutes } from './routes/reviews.ts'
import { schedulerRoutes } from './routes/scheduler.ts'
import { sessionRoutes } from './routes/session.ts'
import { settingsRoutes } from './routes/settings.ts'
import { skimRoutes } from './routes/skim.ts'
import { stockRoutes } from './routes/stock.ts'
import { studyRoutes } from './routes/study.ts'
import { statsRoutes } from './routes/stats.ts'
import { tasteRoutes } from './routes/taste.ts'
import { weekRoutes } from './routes/week.ts'
import { serializePlainly, validateLazily } from './schema-compilers.ts'
import { knowWhoAsks } from './who-asks.ts'

/** Every resource of the API; a new one is a file in routes and a line here. */
const resources = [
  queueRoutes,
  stockRoutes,
  comebackRoutes,
  studyRoutes,
  reviewsRoutes,
  cardsRoutes,
  conceptsRoutes,
  quizzesRoutes,
  notesRoutes,
  importsRoutes,
  readingRoutes,
  draftsRoutes,
  inboxRoutes,
  skimRoutes,
  draftingRoutes,
  changesRoutes,
  settingsRoutes,
  tasteRoutes,
  schedulerRoutes,
  statsRoutes,
  weekRoutes,
  sessionRoutes,
  accountRoutes,
  peopleRoutes,
  backupsRoutes,
  exportRoutes,
] as const

/** Puts `/healthz` and everything under `/api/v1` on the app. */
export async function registerApi(app: App, deps: Deps): Promise<void> {
  app.setValidatorCompiler(validateLazily)
  app.setSerializerCompiler(serializePlainly)
  await app.register(healthRoutes, deps)
  await app.register(
    async (api: App) => {
      addDefaults(api)
      knowWhoAsks(api, deps)
      for (const routes of resources) await api.register(routes, deps)
    },
    { prefix: '/api/v1' },
  )
}
