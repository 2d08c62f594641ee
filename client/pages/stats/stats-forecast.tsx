import type { StatsChartsReply } from '../../../shared/api/stats-charts.ts'
import { addDays } from '../../../shared/basics/time.ts'
import { totalCalibration } from '../../../shared/insight/calibration.ts'
import { forecastSentence, stopSentence } from '../../../shared/insight/forecast.ts'
import { counted, whole } from '../../../shared/insight/share-words.ts'
import { BarChart } from '../../charts/bar-chart.tsx'
import { CalibrationLine } from '../../charts/calibration-line.tsx'
import { LineChart } from '../../charts/line-chart.tsx'
import { longDay, shortDay } from '../../words/words.ts'

/** What comes in the next thirty days, and what becomes of it if nobody answers. */
export function StatsForecast({ stats }: { readonly stats: StatsChartsReply }) {
  const { today, forecast, stop, answered } = stats
  const names = (at: number) => ({
    label: longDay(addDays(today, at), today),
    ...(at === 0 ? { tick: 'today' } : at % 7 === 0 ? { tick: shortDay(addDays(today, at)) } : {}),
  })
  return (
    <section class="section" aria-labelledby="stats-forecast">
      <h2 id="stats-forecast">What comes</h2>
      <div class="stats-pair">
        <BarChart
          title="Due, next 30 days"
          sentence={forecastSentence(forecast)}
          about={{
            count: counted(answered, 'answered card'),
            definition: `As things stand: what you answer comes back, and new cards add to it.${laterWords(forecast.later)}`,
          }}
          columns={['Day', 'due that day', 'from earlier days']}
          parts={['due that day', 'from earlier days']}
          bars={forecast.days.map((due, at) => ({
            ...names(at),
            value: due,
            more: at === 0 ? forecast.backlog : 0,
          }))}
        />
        {answered === 0 ? null : (
          <div>
            <LineChart
              title="If you stopped now"
              sentence={stopSentence(stop, answered)}
              about={{
                count: counted(answered, 'answered card'),
                definition:
                  'The sum of their predicted chances of recall, an estimate; beside it the cards that would wait by then.',
              }}
              columns={['Day', 'recalled', 'waiting']}
              most={answered}
              points={stop.map(({ days, recalled, waiting }) => ({
                ...names(days),
                value: recalled,
                cells: [whole(Math.round(recalled)), whole(waiting)],
              }))}
            />
            <p class="small">
              How far to trust it: <CalibrationLine calibration={totalCalibration(stats.calibration)} />
            </p>
          </div>
        )}
      </div>
    </section>
  )
}

function laterWords(later: number): string {
  return later === 0 ? '' : ` ${counted(later, 'card')} ${later === 1 ? 'is' : 'are'} due later.`
}
