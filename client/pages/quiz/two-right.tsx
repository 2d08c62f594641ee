import type { QuizQuestionView, QuizReportBody } from '../../../shared/api/quizzes.ts'
import { paths } from '../../router.ts'
import { ShownText } from './shown-text.tsx'
import { InlineText } from '../../ui/quoted-line.tsx'
import './two-right.css'

interface TwoRightProps {
  readonly view: QuizQuestionView
  /** The option that is said to be right as well. */
  readonly option: string
  readonly onTakeBack: () => void
}

/** Two answers that are both said to be right, side by side, with a word for each and one for both. */
export function TwoRight({ view, option, onTakeBack }: TwoRightProps) {
  const { question, texts } = view
  if (!('control' in question) || question.control.kind !== 'options') return null
  const { answer, options } = question.control
  const other = options.find(({ text }) => text === option)
  if (other === undefined) return null
  return (
    <section class="two-right" aria-label="Two answers are right">
      <h3>Two answers are right?</h3>
      <div class="two-right-sides">
        <div>
          <p class="two-right-answer">
            <ShownText text={answer} texts={texts} />
          </p>
          <p class="small">is the answer here, by your notes.</p>
          <p>
            <a class="btn quiet" href={paths.cards(undefined, question.cardId)}>
              Edit this card
            </a>
          </p>
        </div>
        <div>
          <p class="two-right-answer">
            <ShownText text={other.text} texts={texts} />
          </p>
          <p class="small">{other.whyWrong}</p>
          {other.origin === null ? null : (
            <p>
              <a class="btn quiet" href={paths.cards(undefined, other.origin)}>
                Edit its card
              </a>
            </p>
          )}
        </div>
      </div>
      <p class="row">
        <button type="button" class="btn quiet" onClick={onTakeBack}>
          Only the first is right
        </button>
        <a class="btn quiet" href={paths.concept(question.conceptId)}>
          What your notes say of <InlineText text={question.concept} />
        </a>
      </p>
      <p class="hint">If both are, leave it: they are never set against each other again.</p>
    </section>
  )
}

/** The text of the option that a report is about; undefined where it is about no option. */
export function reportedOption(
  { question }: QuizQuestionView,
  report: QuizReportBody | undefined,
): string | undefined {
  if (report?.optionIndex === undefined || !('control' in question)) return undefined
  return question.control.kind === 'options' ? question.control.options[report.optionIndex]?.text : undefined
}
