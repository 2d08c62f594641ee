import { api } from '../../api-client.ts'
import { useResource } from '../../state/use-resource.ts'

/** What the log holds in all: nothing of it is ever deleted. */
export function StatsTotals() {
  const { resource } = useResource('stats', api.stats)
  if (resource.kind !== 'ready') return null
  const { cards, log } = resource.value
  const besides = [
    [cards.doubtful, 'doubtful'],
    [cards.suspended, 'suspended'],
    [cards.retired, 'retired'],
  ].flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`]))
  return (
    <section class="section" aria-labelledby="stats-totals">
      <h2 id="stats-totals">In all</h2>
      <dl class="stats-figures nums">
        <div>
          <dt>Cards answered</dt>
          <dd>
            <b>
              {cards.answered.toLocaleString('en')} of {cards.ready.toLocaleString('en')}
            </b>
            <span>
              {besides.length === 0 ? 'Every card is ready.' : `Besides these: ${besides.join(', ')}.`}
            </span>
          </dd>
        </div>
        <div>
          <dt>Kept in your log</dt>
          <dd>
            <b>{log.count.toLocaleString('en')}</b>
            <span>Every answer, in reviews and quizzes, and every undo. Nothing is ever deleted.</span>
          </dd>
        </div>
      </dl>
    </section>
  )
}
