import type { WeekReply } from '../../../shared/api/week.ts'
import { nothingLearnt } from '../../../shared/insight/week-markdown.ts'
import {
  begunSentence,
  learntSentences,
  moveSentence,
  triesSentence,
} from '../../../shared/insight/week-words.ts'
import { groupBy } from '../../../shared/basics/group-by.ts'
import { levelNames } from '../../../shared/mastery/levels.ts'
import { counted } from '../../words/words.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { paths } from '../../router.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import { ConceptNames, mostRows } from './concept-names.tsx'
import './week-learnt.css'

/** What stayed, as it was proven: levels that rose, and cards recalled on a later day. */
export function WeekLearnt({ week }: { readonly week: WeekReply }) {
  const { rises, today } = week
  const begun = begunSentence(week)
  const shown = [...learntSentences(week), ...(begun === null ? [] : [begun])]
  return (
    <section class="section" aria-labelledby="week-learnt">
      <h2 id="week-learnt">What you learnt</h2>
      <p class="prose">{triesSentence(week)}</p>
      {rises.length + shown.length === 0 ? <p class="hint">{nothingLearnt}</p> : null}
      {shown.map((sentence) => (
        <p key={sentence} class="prose">
          {sentence}
        </p>
      ))}
      <MovedConcepts moves={rises} today={today} />
    </section>
  )
}

/** Concepts whose level moved, the furthest with where it stands and why. */
export function MovedConcepts(props: {
  readonly moves: WeekReply['rises']
  readonly today: WeekReply['today']
}) {
  const { moves, today } = props
  if (moves.length === 0) return null
  const rest = groupBy(moves.slice(mostRows), ({ to }) => to)
  return (
    <>
      <ul class="rows week-moves">
        {moves.slice(0, mostRows).map((move) => (
          <li key={move.conceptId}>
            <a href={paths.concept(move.conceptId)} dir="auto">
              <InlineText text={move.term} />
            </a>
            <LevelMark level={move.to} thin={false} />
            <span class="hint">{moveSentence(move, today)}</span>
          </li>
        ))}
      </ul>
      {[...rest].map(([to, others]) => (
        <p key={to} class="prose week-moves-more">
          {counted(others.length, 'more concept')} on {levelNames[to]}: <ConceptNames concepts={others} />.
        </p>
      ))}
    </>
  )
}
