import type { WeekReply } from '../../../shared/api/week.ts'
import { nothingLearnt } from '../../../shared/insight/week-markdown.ts'
import {
  begunSentence,
  learntSentences,
  moveSentence,
  triesSentence,
} from '../../../shared/insight/week-words.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { paths } from '../../router.ts'
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

/** Concepts whose level moved, each with where it stands and why. */
export function MovedConcepts(props: {
  readonly moves: WeekReply['rises']
  readonly today: WeekReply['today']
}) {
  if (props.moves.length === 0) return null
  return (
    <ul class="rows week-moves">
      {props.moves.map((move) => (
        <li key={move.conceptId}>
          <a href={paths.concept(move.conceptId)} dir="auto">
            {move.term}
          </a>
          <LevelMark level={move.to} thin={false} />
          <span class="hint">{moveSentence(move, props.today)}</span>
        </li>
      ))}
    </ul>
  )
}
