import type { ConceptRow } from '../../../shared/api/concepts.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { paths } from '../../router.ts'
import { counted } from '../../words/words.ts'
import './concept-rows.css'

/** Concepts one below the other, each with its level, what is recalled of it and what is due. */
export function ConceptRows({ concepts }: { readonly concepts: readonly ConceptRow[] }) {
  if (concepts.length === 0) return null
  return (
    <ul class="rows concept-rows">
      {concepts.map((concept) => (
        <ConceptLine key={concept.id} concept={concept} />
      ))}
    </ul>
  )
}

function ConceptLine({ concept }: { readonly concept: ConceptRow }) {
  const { mastery } = concept
  return (
    <li>
      <a class="concept-row" href={paths.concept(concept.id)}>
        <span class="concept-name">
          {concept.term} {concept.conflicts > 0 ? <span class="concept-flag">notes disagree</span> : null}
        </span>
        <LevelMark level={mastery.level} thin={mastery.thin} />
        <span class="concept-recall nums">{recallWords(concept)}</span>
        <span class="concept-due nums">{concept.due > 0 ? `${concept.due} due` : ''}</span>
      </a>
    </li>
  )
}

/** `9 of 12 facts today (7–10)`: an estimate is never shown without its range. */
export function recallWords({ mastery }: Pick<ConceptRow, 'mastery'>): string {
  if (mastery.answered === 0) return `${counted(mastery.facts, 'fact')}, not asked yet`
  const [now, low, high] = [mastery.recallNow, mastery.recallLow, mastery.recallHigh].map(Math.round)
  const range = low === high ? '' : ` (${low}–${high})`
  return `${now} of ${counted(mastery.facts, 'fact')} today${range}`
}
