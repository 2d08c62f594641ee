import type { QuizReportBody } from '../../../shared/api/quizzes.ts'

/** What can be done with an answer that was told: take one's own word for it, mend the card, say what is wrong. */
export function QuestionActions(props: {
  readonly canAppeal: boolean
  readonly isAppealed: boolean
  readonly report: QuizReportBody | undefined
  readonly onAppeal: (wasRight: boolean) => void
  readonly onEdit: () => void
  readonly onReport: () => void
  readonly onTakeReportBack: () => void
}) {
  const { canAppeal, isAppealed, report, onAppeal, onEdit, onReport, onTakeReportBack } = props
  return (
    <>
      {canAppeal ? <Action name="I was right" onClick={() => onAppeal(true)} /> : null}
      {isAppealed ? <Action name="It was not right after all" onClick={() => onAppeal(false)} /> : null}
      <Action name="Edit card" onClick={onEdit} />
      {report === undefined ? (
        <Action name="Report this question" onClick={onReport} />
      ) : (
        <Action name="Take the report back" onClick={onTakeReportBack} />
      )}
    </>
  )
}

function Action({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="btn quiet" onClick={onClick}>
      {name}
    </button>
  )
}
