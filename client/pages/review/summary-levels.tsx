import { useEffect, useState } from 'preact/hooks'
import type { ConceptRow, ConceptsReply } from '../../../shared/api/concepts.ts'
import type { QueueCard } from '../../../shared/api/queue.ts'
import type { Session } from '../../../shared/session/session.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { readKept } from '../../state/shelf.ts'
import { flushBriefly } from '../../state/sync.ts'
import { counted } from '../../words/words.ts'
import type { KeptQueue, Standing } from '../../state/use-today.ts'

interface LevelMove {
  readonly concept: ConceptRow
  readonly from: string
  readonly why: string
}

interface LevelsMovedProps {
  readonly session: Session
  readonly faces: ReadonlyMap<string, QueueCard>
}

/** The concepts of the sitting whose level is another one than when Today was last looked at, and why. */
export function LevelsMoved({ session, faces }: LevelsMovedProps) {
  const [moves, setMoves] = useState<readonly LevelMove[]>([])
  useEffect(() => {
    // Without the server there is nothing to compare; the page says already that answers wait.
    findMoves(session, faces).then(setMoves, () => undefined)
  }, [])
  if (moves.length === 0) return null
  return (
    <section class="section" aria-labelledby="levels-moved">
      <h2 id="levels-moved">Levels that moved</h2>
      <ul class="rows">
        {moves.map(({ concept, from, why }) => (
          <li key={concept.id}>
            <a href={paths.concept(concept.id)}>{concept.term}</a>: {from} →{' '}
            <b>{concept.mastery.levelName}</b>
            <p class="hint">{why}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function findMoves(
  session: Session,
  faces: ReadonlyMap<string, QueueCard>,
): Promise<readonly LevelMove[]> {
  const [day, before] = await Promise.all([readKept<KeptQueue>('today'), readKept<Standing>('standing')])
  // Another day's levels have moved by themselves since: forgetting lowers them, too.
  if (day === null || before === null || day.queue.today !== session.today) return []
  await flushBriefly()
  return movedLevels(before.concepts, await api.concepts(), countAnswers(session, faces))
}

interface Answered {
  readonly recalled: number
  readonly forgotten: number
}

/** How many cards of each concept were recalled at their first answer, and how many were not. */
function countAnswers(
  session: Session,
  faces: ReadonlyMap<string, QueueCard>,
): ReadonlyMap<string, Answered> {
  const [seen, counts] = [new Set<string>(), new Map<string, Answered>()]
  for (const step of session.past) {
    const concept = faces.get(step.card.id)?.conceptId
    if (step.kind !== 'answered' || concept === undefined || seen.has(step.card.id)) continue
    seen.add(step.card.id)
    const { recalled, forgotten } = counts.get(concept) ?? { recalled: 0, forgotten: 0 }
    counts.set(
      concept,
      step.grade >= 3 ? { recalled: recalled + 1, forgotten } : { recalled, forgotten: forgotten + 1 },
    )
  }
  return counts
}

function movedLevels(
  before: ConceptsReply,
  after: ConceptsReply,
  answered: ReadonlyMap<string, Answered>,
): LevelMove[] {
  const held = new Map(before.concepts.map(({ id, mastery }) => [id, mastery]))
  return after.concepts.flatMap((concept) => {
    const [was, counts] = [held.get(concept.id), answered.get(concept.id)]
    const { level, nextNeeds } = concept.mastery
    if (was === undefined || counts === undefined || was.level === level) return []
    const cause =
      level > was.level
        ? `${counted(counts.recalled, 'card')} recalled.`
        : `${counted(counts.forgotten, 'card')} forgotten.`
    return [{ concept, from: was.levelName, why: nextNeeds === null ? cause : `${cause} ${nextNeeds}` }]
  })
}
