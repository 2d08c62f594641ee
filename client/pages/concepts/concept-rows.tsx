import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ConceptRow } from '../../../shared/api/concepts.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { paths } from '../../router.ts'
import type { ConceptPages } from '../../state/use-concept-pages.ts'
import { daysApartInRows, trendDays } from '../../../shared/mastery/trend-days.ts'
import { SparkLine } from '../../charts/spark-line.tsx'
import { visibleRows } from '../../ui/visible-rows.ts'
import { counted } from '../../words/words.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import './concept-rows.css'

/** Concepts one below the other, each with its level, what is recalled of it and what is due. */
export function ConceptRows({ concepts }: { readonly concepts: readonly ConceptRow[] }) {
  if (concepts.length === 0) return null
  return (
    <ul class="concept-rows">
      {concepts.map((concept) => (
        <li key={concept.id}>
          <ConceptLine concept={concept} />
        </li>
      ))}
    </ul>
  )
}

/** The same of any length: only the rows in sight are drawn, each of one height, and arrow keys go from one to the next. */
export function LongConceptRows({ pages, total }: { readonly pages: ConceptPages; readonly total: number }) {
  const list = useRef<HTMLUListElement>(null)
  const [view, setView] = useState({ top: 0, height: 900, row: 56 })
  useLayoutEffect(() => {
    const measure = () => {
      const box = list.current?.getBoundingClientRect()
      const row = list.current?.querySelector('li')?.offsetHeight
      if (box === undefined) return
      setView({
        top: Math.max(0, -box.top),
        height: innerHeight,
        row: row === undefined || row === 0 ? 56 : row,
      })
    }
    measure()
    addEventListener('scroll', measure, { passive: true })
    addEventListener('resize', measure)
    return () => {
      removeEventListener('scroll', measure)
      removeEventListener('resize', measure)
    }
  }, [])
  const { from, to } = visibleRows(view.top, view.height, view.row, total)
  useEffect(() => pages.want(from, to), [pages.want, from, to])
  return (
    <ul
      ref={list}
      class="concept-rows"
      style={{ paddingTop: `${from * view.row}px`, paddingBottom: `${(total - to) * view.row}px` }}
    >
      {Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).map((row) => {
        const concept = pages.conceptAt(row)
        return (
          <li key={row} aria-setsize={total} aria-posinset={row + 1}>
            {concept === undefined ? (
              <span class="concept-row">…</span>
            ) : (
              <ConceptLine concept={concept} onKeyDown={goOn} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Arrow keys go from one row to the next. */
function goOn(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const row = event.currentTarget instanceof Element ? event.currentTarget.closest('li') : null
  const next = step > 0 ? row?.nextElementSibling : row?.previousElementSibling
  const link = step === 0 ? null : next?.querySelector<HTMLElement>('a')
  if (link === null || link === undefined) return
  event.preventDefault()
  link.focus()
  link.scrollIntoView({ block: 'nearest' })
}

interface ConceptLineProps {
  readonly concept: ConceptRow
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

function ConceptLine({ concept, onKeyDown }: ConceptLineProps) {
  const { mastery } = concept
  return (
    <a class="concept-row" href={paths.concept(concept.id)} data-concept={concept.id} onKeyDown={onKeyDown}>
      <span class="concept-name">
        <bdi>
          <InlineText text={concept.term} />
        </bdi>{' '}
        {concept.conflicts > 0 ? <span class="concept-flag">notes disagree</span> : null}
        {mastery.slipping ? <span class="concept-flag slipping">slipping</span> : null}
        {concept.weakPrerequisite === null ? null : (
          <span class="concept-flag slipping">{concept.weakPrerequisite} first</span>
        )}
      </span>
      <LevelMark level={mastery.level} thin={mastery.thin} />
      <span class="concept-recall nums">{recallWords(concept)}</span>
      <SparkLine values={concept.trend} most={mastery.facts} room={trendDays / daysApartInRows + 1} />
      <span class="concept-due nums">{concept.due > 0 ? `${concept.due} due` : ''}</span>
    </a>
  )
}

/** `9 of 12 facts today (7–10)`: an estimate is never shown without its range. */
export function recallWords({
  mastery,
}: {
  readonly mastery: Pick<
    ConceptRow['mastery'],
    'answered' | 'facts' | 'recallNow' | 'recallLow' | 'recallHigh'
  >
}): string {
  if (mastery.answered === 0) return `${counted(mastery.facts, 'fact')}, not asked yet`
  const [now, low, high] = [mastery.recallNow, mastery.recallLow, mastery.recallHigh].map(Math.round)
  const range = low === high ? '' : ` (${low}–${high})`
  return `${now} of ${counted(mastery.facts, 'fact')} today${range}`
}
