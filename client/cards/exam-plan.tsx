import { useState } from 'preact/hooks'
import type { Exam, ExamView } from '../../shared/api/exams.ts'
import { addDays, isDay } from '../../shared/basics/time.ts'
import { setExam } from '../state/exams.ts'
import { studyDayNow } from '../state/settings-state.ts'
import { examLines, examWhen } from '../words/exam-words.ts'
import './exam-plan.css'

/** An exam with its plan in sentences; once it is over, what to do with it. */
export function ExamPlan(props: {
  readonly view: ExamView
  readonly today: string
  readonly onChanged: () => void
}) {
  const { view, today, onChanged } = props
  const [isMoving, setMoving] = useState(false)
  const isOver = view.plan === null
  return (
    <div class="exam-plan">
      <p>
        <b>{view.exam.title}</b>: the exam {examWhen(view, today)}.
      </p>
      {examLines(view).map((line) => (
        <p key={line} class="hint nums">
          {line}
        </p>
      ))}
      {isMoving ? (
        <ExamDate exam={view.exam} on={view.exam.on} onChanged={onChanged} />
      ) : (
        <p class="exam-acts">
          <button type="button" class="link-btn" onClick={() => setMoving(true)}>
            {isOver ? 'Set another day' : 'Move it'}
          </button>
          <button type="button" class="link-btn" onClick={() => void setExam(view.exam, null, onChanged)}>
            {isOver ? 'Go on as usual' : 'Forget it'}
          </button>
        </p>
      )}
    </div>
  )
}

/** The day by which something is to be known. */
export function ExamDate(props: {
  readonly exam: Omit<Exam, 'on'>
  readonly on: string | null
  readonly onChanged: () => void
}) {
  const { exam, on, onChanged } = props
  const today = studyDayNow()
  const [day, setDay] = useState<string>(on !== null && on > today ? on : addDays(today, 14))
  const isFit = isDay(day) && day > today
  return (
    <form
      class="exam-acts"
      onSubmit={(event) => {
        event.preventDefault()
        if (isFit) void setExam(exam, day, onChanged)
      }}
    >
      <label class="row">
        To be known by
        <input
          class="input"
          type="date"
          min={addDays(today, 1)}
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn quiet" disabled={!isFit}>
        Set the exam
      </button>
      {isFit ? null : (
        <p class="hint" role="alert">
          An exam lies on a day to come.
        </p>
      )}
    </form>
  )
}
