import type { ConceptReply } from '../../../shared/api/concepts.ts'
import { TrendChart } from '../../charts/trend-chart.tsx'
import { counted, shortDay } from '../../words/words.ts'

/** How much of a concept would have been recalled, day by day, and where its level moved. */
export function RecallTrend({ concept }: { readonly concept: ConceptReply }) {
  const { trend, levels, mastery } = concept
  const [first, last] = [trend[0], trend.at(-1)]
  // One day is no line: what there is stands above.
  if (first === undefined || last === undefined || first === last) return null
  const moved = new Map(levels.map(({ on, from, to }) => [on as string, `${from} → ${to}`]))
  const facts = counted(mastery.facts, 'fact')
  return (
    <section class="section" aria-labelledby="recall-trend">
      <h2 id="recall-trend">Recall over time</h2>
      <TrendChart
        title={`The last ${trend.length} days`}
        sentence={`About ${Math.round(first.recall)} of ${facts} on ${shortDay(first.on)}, ${Math.round(last.recall)} today.`}
        unit="Facts recalled"
        days={trend.map(({ on, recall, low, high }) => ({
          on,
          value: recall,
          low,
          high,
          mark: moved.get(on),
        }))}
        most={mastery.facts}
      />
    </section>
  )
}
