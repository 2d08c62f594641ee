import type { Grade } from '../../shared/schedule/review-event.ts'
import type { SessionCard } from '../../shared/session/session.ts'
import { longDay } from '../words/words.ts'
import { formatPreview } from '../words/format-interval.ts'
import { gradeNames } from '../words/grade-names.ts'
import { keyOf } from '../keys/review-keys.ts'
import './grade-bar.css'

interface GradeBarProps {
  readonly card: SessionCard
  readonly grades: readonly Grade[]
  readonly suggested: Grade
  /** The grade that was taken back, if any. */
  readonly undone: Grade | null
  /** After a typed miss all that means recalled is dimmed: it would lengthen what was not. */
  readonly missed: boolean
  readonly chosenKeys: Readonly<Record<string, string>>
  readonly onGrade: (grade: Grade) => void
}

/** The grades in their fixed order, each with the day it leads to. */
export function GradeBar({ card, grades, suggested, undone, missed, chosenKeys, onGrade }: GradeBarProps) {
  return (
    <fieldset class={`grades keys-${grades.length}`}>
      <legend class="vh">How well did you recall it?</legend>
      {grades.map((grade, i) => {
        const preview = card.previews.find((one) => one.grade === grade)
        const asGood =
          grade === 5 && card.previews.some((one) => one.grade === 4 && one.dueOn === preview?.dueOn)
        const names = gradeNames[grade]
        if (preview === undefined) return null
        const marks = [
          names.css,
          grade === suggested && 'suggested',
          grade === undone && 'undone',
          missed && grade > 2 && 'dimmed',
        ]
        const key = keyOf(`grade${i + 1}`, chosenKeys)
        return (
          <button
            key={grade}
            type="button"
            class={`grade ${marks.filter(Boolean).join(' ')}`}
            aria-keyshortcuts={key}
            aria-describedby={`grade-${grade}`}
            title={card.practice === true ? 'Practice: nothing moves' : `Due ${longDay(preview.dueOn)}`}
            onClick={() => onGrade(grade)}
          >
            <span>{names.name}</span>{' '}
            <small>
              {card.practice === true
                ? 'practice'
                : `${formatPreview(preview)}${asGood ? ', then longer' : ''}`}
            </small>
            <span hidden id={`grade-${grade}`}>
              {names.means}. Key {key}.{grade === undone ? ' Your grade before you took it back.' : ''}
            </span>
          </button>
        )
      })}
    </fieldset>
  )
}
