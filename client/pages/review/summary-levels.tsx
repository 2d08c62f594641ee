import { useEffect, useState } from 'preact/hooks'
import type { LevelMove } from '../../../shared/api/concepts.ts'
import type { QueueCard } from '../../../shared/api/queue.ts'
import type { Session } from '../../../shared/session/session.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { flushBriefly } from '../../state/sync.ts'
import { levelsPath } from '../../help-paths.ts'
import { InlineText } from '../../ui/quoted-line.tsx'

interface LevelsMovedProps {
  readonly session: Session
  readonly faces: ReadonlyMap<string, QueueCard>
}

/** The concepts of the sitting whose level moved today, and why. */
export function LevelsMoved({ session, faces }: LevelsMovedProps) {
  const [moves, setMoves] = useState<readonly LevelMove[]>([])
  useEffect(() => {
    // Without the server there is nothing to say; the page says already that answers wait.
    findMoves(session, faces).then(setMoves, () => undefined)
  }, [])
  if (moves.length === 0) return null
  return (
    <section class="section" aria-labelledby="levels-moved">
      <h2 id="levels-moved">Levels that moved</h2>
      <ul class="rows">
        {moves.map(({ conceptId, term, from, to, why, nextNeeds }) => (
          <li key={`${conceptId} ${to}`}>
            <a href={paths.concept(conceptId)}>
              <bdi>
                <InlineText text={term} />
              </bdi>
            </a>
            : {from} → <b>{to}</b>
            <p class="hint">{nextNeeds === null ? why : `${why} ${nextNeeds}`}</p>
          </li>
        ))}
      </ul>
      <p class="hint">
        <a href={levelsPath}>What the levels mean</a>
      </p>
    </section>
  )
}

async function findMoves(
  session: Session,
  faces: ReadonlyMap<string, QueueCard>,
): Promise<readonly LevelMove[]> {
  await flushBriefly()
  const { day, moves } = await api.levelMoves(zoneInForce())
  // A sitting that ended after midnight is of another day than the server's.
  if (day !== session.today) return []
  const answered = new Set(session.past.map((step) => faces.get(step.card.id)?.conceptId))
  return moves.filter(({ conceptId }) => answered.has(conceptId))
}
