import type { RefObject } from 'preact'
import type { Confidence } from '../../../shared/quiz/given-answer.ts'
import { ConfidenceRow } from './confidence-row.tsx'
import './question-foot.css'

/** Below a question that is asked: how sure one is, a check, or that one does not know. */
export function AskedFoot(props: {
  readonly canCheck: boolean
  readonly asksSure: boolean
  /** A long answer is held against its ideas. */
  readonly isTicking: boolean
  readonly sureRef: RefObject<HTMLDivElement | null>
  readonly onCheck: (confidence: Confidence | null) => void
  readonly onUnknown: () => void
}) {
  const { canCheck, asksSure, isTicking, sureRef, onCheck, onUnknown } = props
  return (
    <>
      {asksSure ? (
        <ConfidenceRow groupRef={sureRef} chosen={null} isDisabled={!canCheck} checks onSay={onCheck} />
      ) : null}
      <div class={asksSure ? 'question-foot is-second' : 'question-foot'}>
        <button
          type="button"
          class={asksSure ? 'btn quiet' : 'btn'}
          disabled={!canCheck}
          onClick={() => onCheck(null)}
        >
          {isTicking ? 'Done' : asksSure ? 'Just check' : 'Check'}
        </button>
        {isTicking ? null : (
          <button type="button" class="btn quiet" onClick={onUnknown}>
            I don’t know
          </button>
        )}
      </div>
    </>
  )
}

/** Below a question that was told: on, or the answer taken back. */
export function ToldFoot(props: {
  readonly isLast: boolean
  readonly onNext: () => void
  readonly onTakeBack: () => void
}) {
  const { isLast, onNext, onTakeBack } = props
  return (
    <div class="question-foot">
      <button type="button" class="btn" onClick={onNext}>
        {isLast ? 'See the result' : 'Next'}
      </button>
      <button type="button" class="btn quiet" onClick={onTakeBack}>
        Undo
      </button>
    </div>
  )
}
