import { useMoreKeys } from '../../keys/use-keys.ts'
import type { QuizQuestionView } from '../../../shared/api/quizzes.ts'
import { ShownText } from './shown-text.tsx'
import './quiz-ideas.css'

/** The ideas of a long answer beside what was typed: ticking one by one is more honest than judging the whole. */
export function QuizIdeas(props: {
  readonly ideas: readonly string[]
  readonly texts: QuizQuestionView['texts']
  readonly ticked: readonly number[]
  readonly onTick: (ticked: readonly number[]) => void
}) {
  const { ideas, texts, ticked, onTick } = props
  const toggle = (i: number) => {
    if (i >= ideas.length) return
    onTick(ticked.includes(i) ? ticked.filter((one) => one !== i) : [...ticked, i].sort((a, b) => a - b))
  }
  const act = (i: number) => () => toggle(i)
  useMoreKeys('quiz', {
    option1: act(0),
    option2: act(1),
    option3: act(2),
    option4: act(3),
    option5: act(4),
  })
  return (
    <fieldset class="quiz-ideas">
      <legend class="label">Tick what your answer says</legend>
      <ul>
        {ideas.map((idea, i) => (
          <li key={i}>
            <label>
              <input type="checkbox" checked={ticked.includes(i)} onChange={() => toggle(i)} />
              <ShownText text={idea} texts={texts} />
            </label>
          </li>
        ))}
      </ul>
      <p class="hint nums">
        {ticked.length} of {ideas.length}
      </p>
    </fieldset>
  )
}
