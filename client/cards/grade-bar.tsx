import type { Grade } from '../../shared/schedule/review-event.ts'
import type { SessionPreview } from '../../shared/session/session.ts'
import { longDay } from '../ui/words.ts'
import { formatPreview } from './format-interval.ts'
import { gradeNames } from './grade-names.ts'
import './grade-bar.css'

interface GradeBarProps {
  readonly previews: readonly SessionPreview[]
  readonly grades: readonly Grade[]
  readonly suggested: Grade
  /** The grade that was taken back, if any. */
  readonly undone: Grade | null
  readonly onGrade: (grade: Grade) => void
}

/** The grades in their fixed order, each with the day it leads to. */
export function GradeBar({ previews, grades, suggested, undone, onGrade }: GradeBarProps) {
  return (
    <fieldset class={`grades keys-${grades.length}`}>
      <legend class="vh">How well did you recall it?</legend>
      {grades.map((grade, i) => {
        const preview = previews.find((one) => one.grade === grade)
        const names = gradeNames[grade]
        if (preview === undefined || names === undefined) return null
        const marks = `${names.css}${grade === suggested ? ' suggested' : ''}${grade === undone ? ' undone' : ''}`
        return (
          <button
            key={grade}
            type="button"
            class={`grade ${marks}`}
            aria-keyshortcuts={String(i + 1)}
            aria-describedby={`grade-${grade}`}
            title={`Due ${longDay(preview.dueOn)}`}
            onClick={() => onGrade(grade)}
          >
            <span>{names.name}</span> <small>{formatPreview(preview)}</small>
            <span hidden id={`grade-${grade}`}>
              {names.means}. Key {i + 1}.{grade === undone ? ' Your grade before you took it back.' : ''}
            </span>
          </button>
        )
      })}
    </fieldset>
  )
}
