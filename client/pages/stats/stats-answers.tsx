import type { StatsChartsReply } from '../../../shared/api/stats-charts.ts'
import { keyTotal } from '../../../shared/insight/answer-buttons.ts'
import { timeBinName, timeEdges, timesSentence } from '../../../shared/insight/answer-times.ts'
import { needsMore } from '../../../shared/insight/enough-reviews.ts'
import { fewestPerHour, hourName, hoursSentence } from '../../../shared/insight/hourly-recall.ts'
import { overridesSentence } from '../../../shared/insight/overrides.ts'
import {
  type Tally,
  counted,
  rangeWords,
  shareOrCount,
  tallyWords,
  whole,
} from '../../../shared/insight/share-words.ts'
import { BarChart } from '../../charts/bar-chart.tsx'
import { ChartFoot, ChartMissing } from '../../charts/chart-frame.tsx'
import { KeyChart } from '../../charts/key-chart.tsx'

/** How answers are given: which keys, when, how fast, and against which verdict. */
export function StatsAnswers({ stats }: { readonly stats: StatsChartsReply }) {
  return (
    <section class="section" aria-labelledby="stats-answers">
      <h2 id="stats-answers">How you answer</h2>
      <div class="stats-pair">
        <Keys rows={stats.buttons} />
        <Hours hours={stats.hours} />
        <Times times={stats.times} />
        <Overrides overrides={stats.overrides} />
      </div>
    </section>
  )
}

function Keys({ rows }: { readonly rows: StatsChartsReply['buttons'] }) {
  const missing = needsMore(rows.reduce((sum, { keys }) => sum + keyTotal(keys), 0))
  if (missing === null) return <KeyChart rows={rows} />
  return (
    <ChartMissing
      title="Answer keys"
      needs={missing}
      definition="Shows how often each key is pressed, for new, young and mature cards."
    />
  )
}

function Hours({ hours }: { readonly hours: readonly Tally[] }) {
  const asked = hours.reduce((sum, hour) => sum + hour.asked, 0)
  const missing = needsMore(asked)
  if (missing !== null)
    return (
      <ChartMissing
        title="Recall by the hour"
        needs={missing}
        definition="Shows what you recall at the first try of a day, by the hour of your clock."
      />
    )
  return (
    <BarChart
      title="Recall by the hour"
      sentence={hoursSentence(hours)}
      about={{
        count: counted(asked, 'first answer of a day', 'first answers of a day'),
        definition: `By your clock where you answered. Hours with fewer than ${fewestPerHour} are pale: they tell nothing yet.`,
      }}
      columns={['Hour', 'recalled', 'share', 'plausible range']}
      isShare
      bars={hours.map((tally, hour) => ({
        label: hourName(hour),
        ...(hour % 6 === 0 ? { tick: `${String(hour).padStart(2, '0')}:00` } : {}),
        value: tally.asked === 0 ? 0 : tally.passed / tally.asked,
        isDim: tally.asked < fewestPerHour,
        cells: [tallyWords(tally), tally.asked === 0 ? '–' : shareOrCount(tally), rangeWords(tally) ?? '–'],
      }))}
    />
  )
}

function Times({ times }: { readonly times: StatsChartsReply['times'] }) {
  const missing = needsMore(times.answers, 'answer')
  const definition = 'The time from a card’s appearing to its reveal, 60 seconds at most; drill among it.'
  if (missing !== null) return <ChartMissing title="Time per card" needs={missing} definition={definition} />
  return (
    <BarChart
      title="Time per card"
      sentence={timesSentence(times)}
      about={{ count: counted(times.answers, 'answer'), definition }}
      columns={['Seconds', 'answers']}
      bars={times.bins.map((answers, at) => ({
        label: timeBinName(at),
        ...(at % 2 === 0 ? { tick: `${timeEdges[at]} s` } : {}),
        value: answers,
      }))}
    />
  )
}

function Overrides({ overrides }: { readonly overrides: StatsChartsReply['overrides'] }) {
  const { misses, passed, quizAppeals } = overrides
  return (
    <figure class="chart">
      <figcaption>
        <h3>Passed after a typed miss</h3>
        <p class="sub">{overridesSentence(overrides)}</p>
      </figcaption>
      <ChartFoot
        about={{
          count: counted(misses, 'typed miss', 'typed misses'),
          definition:
            'Answers that you typed, that were judged wrong, and that you graded Hard or better all the same. Such a card comes back later than it should, unless you were right.',
        }}
        table={
          <tbody>
            {[
              ['Typed and judged wrong', misses],
              ['passed all the same', passed],
              ['“I was right” in quizzes', quizAppeals],
            ].map(([name, count]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="nums">{whole(Number(count))}</td>
              </tr>
            ))}
          </tbody>
        }
      />
    </figure>
  )
}
