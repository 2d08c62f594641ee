import type { RefObject } from 'preact'
import { type Confidence, confidences } from '../../../shared/quiz/given-answer.ts'
import { shortcutOf } from '../../keys/keys.ts'
import { singleKeys } from '../../state/device.ts'
import { confidenceNames } from '../../words/quiz-words.ts'
import './confidence-row.css'

const means: Readonly<Record<Confidence, string>> = {
  guess: 'under 67 %',
  likely: 'up to 80 %',
  sure: 'over 80 %',
}

/** How sure the learner is, asked before the verdict. In practice saying it checks the answer. */
export function ConfidenceRow(props: {
  readonly groupRef?: RefObject<HTMLDivElement | null>
  readonly chosen: Confidence | null
  readonly isDisabled: boolean
  readonly checks: boolean
  readonly onSay: (confidence: Confidence) => void
}) {
  const { groupRef, chosen, isDisabled, checks, onSay } = props
  return (
    <div
      {...(groupRef === undefined ? {} : { ref: groupRef })}
      class="confidence"
      role="group"
      tabIndex={-1}
      aria-label={checks ? 'How sure are you? Saying it checks your answer.' : 'How sure are you?'}
    >
      <span class="confidence-ask" aria-hidden="true">
        How sure?
      </span>
      {confidences.map((confidence) => (
        <button
          key={confidence}
          type="button"
          class="confidence-key"
          aria-pressed={checks ? undefined : chosen === confidence}
          aria-keyshortcuts={singleKeys.value ? shortcutOf('quiz', confidence) : undefined}
          disabled={isDisabled}
          onClick={() => onSay(confidence)}
        >
          {confidenceNames[confidence]}
          <small>{means[confidence]}</small>
        </button>
      ))}
    </div>
  )
}
