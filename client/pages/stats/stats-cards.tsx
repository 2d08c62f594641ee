import type { StatsChartsReply } from '../../../shared/api/stats-charts.ts'
import {
  type DistributionBin,
  distributed,
  distributionSentence,
  isTelling,
} from '../../../shared/insight/distributions.ts'
import { leechesSentence } from '../../../shared/insight/find-leeches.ts'
import { counted } from '../../../shared/insight/share-words.ts'
import { BarChart } from '../../charts/bar-chart.tsx'
import { ChartMissing } from '../../charts/chart-frame.tsx'
import { paths } from '../../router.ts'
import { shortDay } from '../../words/words.ts'
import { BlockText } from '../../ui/block-text.tsx'
import './stats-cards.css'

/** How the cards stand, and which do not stick. */
export function StatsCards({ stats }: { readonly stats: StatsChartsReply }) {
  const { intervals, ease, recall } = stats
  return (
    <>
      <section class="section" aria-labelledby="stats-cards">
        <h2 id="stats-cards">How your cards stand</h2>
        <div class="stats-pair">
          <Distribution
            title="Recall today"
            bins={recall}
            what="a predicted chance"
            definition="The predicted chance that you would recall a card today, an estimate."
            first="Chance"
          />
          <Distribution
            title="Intervals"
            bins={intervals}
            what="an interval"
            definition="Days between two reviews, as last decided."
            first="Interval"
          />
          {ease.kind === 'ease' ? (
            <Distribution
              title="Ease"
              bins={ease.bins}
              what="an ease"
              definition="SM-2 multiplies an interval by it; each card starts at 2.5. It is no measure of talent."
              first="Ease"
            />
          ) : (
            <Distribution
              title="Difficulty"
              bins={ease.bins}
              what="a difficulty"
              definition="FSRS’ own measure, 1 to 10: the higher, the more slowly intervals grow."
              first="Difficulty"
            />
          )}
        </div>
      </section>
      <Leeches stats={stats} />
    </>
  )
}

interface DistributionProps {
  readonly title: string
  readonly bins: readonly DistributionBin[]
  readonly what: string
  readonly definition: string
  readonly first: string
}

function Distribution({ title, bins, what, definition, first }: DistributionProps) {
  const sentence = distributionSentence(bins, what)
  if (!isTelling(bins)) return <ChartMissing title={title} needs={sentence} definition={definition} />
  return (
    <BarChart
      title={title}
      sentence={sentence}
      about={{ count: counted(distributed(bins), 'answered card'), definition }}
      columns={[first, 'cards']}
      bars={bins.map(({ name, cards }, at) => ({
        label: name,
        ...(at % 2 === 0 ? { tick: name } : {}),
        value: cards,
      }))}
    />
  )
}

function Leeches({ stats }: { readonly stats: StatsChartsReply }) {
  const { leeches, leechTotal, leechDays, today } = stats
  return (
    <section class="section" aria-labelledby="stats-leeches">
      <h2 id="stats-leeches">Cards you keep forgetting</h2>
      <p class="sub">{leechesSentence(leechTotal, leechDays)}</p>
      {leeches.length === 0 ? null : (
        <ul class="rows stats-leeches">
          {leeches.map(({ card, front, failedDays, askedDays, lastFailedOn }) => (
            <li key={card}>
              <a href={paths.cards(undefined, card)}>
                <BlockText text={front.replaceAll('___', '…')} />
              </a>
              <span class="small nums">
                forgotten on {failedDays} of {counted(askedDays, 'day')}, last on{' '}
                {lastFailedOn === today ? 'today' : shortDay(lastFailedOn)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="small chart-about">
        Days on which a card’s first try failed, since it was last reset; the very first answer is a guess and
        no failure. Recalled over three weeks, or suspended, a card leaves the list. How many days it takes is
        in Settings.
        {leechTotal > leeches.length ? ` The ${leeches.length} worst are listed.` : ''}
      </p>
    </section>
  )
}
