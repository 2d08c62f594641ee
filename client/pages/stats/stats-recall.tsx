import type { StatsChartsReply } from '../../../shared/api/stats-charts.ts'
import { calibrationSentence, totalCalibration } from '../../../shared/insight/calibration.ts'
import { needsMore } from '../../../shared/insight/enough-reviews.ts'
import {
  type RetentionRow,
  retentionCell,
  retentionSentence,
  wholeRow,
  windowName,
} from '../../../shared/insight/retention-table.ts'
import { type Tally, rangeWords, tallyWords } from '../../../shared/insight/share-words.ts'
import { CalibrationChart } from '../../charts/calibration-chart.tsx'
import { ChartMissing } from '../../charts/chart-frame.tsx'
import './stats-recall.css'

/** Whether what was learnt is recalled, and whether that was foreseen. */
export function StatsRecall({ stats }: { readonly stats: StatsChartsReply }) {
  return (
    <section class="section" aria-labelledby="stats-recall">
      <h2 id="stats-recall">Do you recall what you learnt?</h2>
      <p class="stats-answer">{retentionSentence(stats.retention, stats.wanted)}</p>
      {stats.retention.every((row) => wholeRow(row).asked === 0) ? null : (
        <RetentionTable rows={stats.retention} />
      )}
      <PredictedAgainstActual bins={stats.calibration} />
    </section>
  )
}

function RetentionTable({ rows }: { readonly rows: readonly RetentionRow[] }) {
  return (
    <figure class="chart stats-retention">
      <figcaption>
        <h3>Recalled at the first try</h3>
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="vh">In the last</span>
            </th>
            <th scope="col">Young</th>
            <th scope="col">Mature</th>
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.days}>
              <th scope="row">{windowName(row)}</th>
              <Cell tally={row.young} />
              <Cell tally={row.mature} />
              <Cell tally={wholeRow(row)} />
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small chart-about">
        Only a card’s first answer of a day counts, and only cards met before. Mature: an interval of 21 days
        or more. These windows do not follow the range above. The range beside a share is Wilson’s, 95
        {'\u00a0'}%.
      </p>
    </figure>
  )
}

function Cell({ tally }: { readonly tally: Tally }) {
  const range = rangeWords(tally)
  const cell = retentionCell(tally)
  const count = tallyWords(tally)
  return (
    <td class="nums">
      <b>{cell}</b>
      {cell === count || tally.asked === 0 ? null : <span class="small">{count}</span>}
      {range === null ? null : <span class="small">{range}</span>}
    </td>
  )
}

function PredictedAgainstActual({ bins }: { readonly bins: StatsChartsReply['calibration'] }) {
  if (needsMore(totalCalibration(bins).answers) === null) return <CalibrationChart bins={bins} />
  return (
    <ChartMissing
      title="Predicted against actual"
      needs={calibrationSentence(bins)}
      definition="Holds what the schedule predicted of each first answer of a day against what happened."
    />
  )
}
