import { Type } from 'typebox'
import { Problem, closed } from '../../shared/api/common.ts'
import { StatsReply } from '../../shared/api/stats.ts'
import { CalibrationView, StatsChartsQuery, StatsChartsReply } from '../../shared/api/stats-charts.ts'
import type { App, Deps } from '../deps.ts'
import { openCalibration, openStatsCharts } from '../study/open-stats-charts.ts'
import { openStats } from '../study/open-stats.ts'

/** `GET /stats`: what was done, and what is coming. `GET /stats/charts`: the figures of every chart, of all cards or some. */
export async function statsRoutes(app: App, deps: Deps): Promise<void> {
  app.get(
    '/stats',
    {
      schema: {
        summary: 'Answers by day, retention, forecast',
        querystring: Type.Object({ zone: Type.Optional(Type.String({ maxLength: 64 })) }, closed),
        response: { 200: StatsReply, '4xx': Problem },
      },
    },
    ({ learner }) => openStats(learner),
  )

  app.get(
    '/stats/charts',
    {
      schema: {
        summary:
          'The figures of every chart, of all cards or of a concept, note or tag, as far back as asked',
        querystring: StatsChartsQuery,
        response: { 200: StatsChartsReply, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ learner, query }) => openStatsCharts(learner, deps.runMemory, query),
  )

  app.get(
    '/stats/calibration',
    {
      schema: {
        summary: 'Predicted recall against what happened, of all cards or of a concept, note or tag',
        querystring: Type.Omit(StatsChartsQuery, ['range'], closed),
        response: { 200: CalibrationView, '4xx': Problem, '5xx': Problem },
      },
    },
    ({ learner, query }) => openCalibration(learner, deps.runMemory, query),
  )
}
