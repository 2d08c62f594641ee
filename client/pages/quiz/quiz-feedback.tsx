import type { ComponentChildren } from 'preact'
import type { Source } from '../../../shared/api/common.ts'
import type { QuizQuestionView, QuizReply } from '../../../shared/api/quizzes.ts'
import { explainAnswer } from '../../../shared/quiz/explain-answer.ts'
import type {
  Confidence,
  GivenAnswer,
  Judged,
  QuizFeedback as Feedback,
} from '../../../shared/quiz/given-answer.ts'
import type { QuizQuestion } from '../../../shared/quiz/question.ts'
import { diffParts } from '../../cards/check-typed.ts'
import { paths } from '../../router.ts'
import { Icon } from '../../ui/icon.tsx'
import { SourceList } from '../../ui/source-list.tsx'
import { ShownText, plainWords } from './shown-text.tsx'
import { InlineText } from '../../ui/quoted-line.tsx'
import './quiz-feedback.css'

interface QuizFeedbackProps {
  readonly view: QuizQuestionView
  readonly noteIds: QuizReply['noteIds']
  readonly given: GivenAnswer
  readonly judged: Judged
  readonly confidence: Confidence | null
  /** The options, steps or pairs are not in sight, so what was chosen is told. */
  readonly standsAlone?: boolean
  /** What can be done now: edit, report, "I was right". */
  readonly actions?: ComponentChildren
}

/** Verdict, answer, why, and what each wrong option is the answer to. */
export function QuizFeedback(props: QuizFeedbackProps) {
  const { view, given, judged, confidence, standsAlone = false, actions } = props
  const { question, texts } = view
  const told = explainAnswer(question, given, judged, confidence)
  const why = (
    <>
      <Why {...props} told={told} />
      {actions === undefined ? null : <div class="quiz-actions-row">{actions}</div>}
    </>
  )
  return (
    <section class={`quiz-feedback ${told.verdict}`} aria-label="Answer">
      <p class="quiz-verdict">
        <Icon name={told.verdict} /> {told.words}
      </p>
      <YourAnswer
        told={told}
        given={given}
        question={question}
        texts={texts}
        judged={judged}
        standsAlone={standsAlone}
      />
      <RightAnswer told={told} question={question} texts={texts} standsAlone={standsAlone} />
      {told.isFolded && !standsAlone ? (
        <details class="fold">
          <summary>Why, and the source</summary>
          {why}
        </details>
      ) : (
        why
      )}
    </section>
  )
}

/** What was given, with what is extra and what is missing; not where it still stands in sight. */
function YourAnswer(props: {
  readonly told: Feedback
  readonly given: GivenAnswer
  readonly judged: Judged
  readonly question: QuizQuestion
  readonly texts: QuizQuestionView['texts']
  readonly standsAlone: boolean
}) {
  const { told, given, judged, question, texts, standsAlone } = props
  if (given.kind === 'unknown') return null
  const isStatement = question.kind === 'true_false'
  const correction = given.kind === 'truth' && isStatement && !question.truth ? (given.correction ?? '') : ''
  const typed = given.kind === 'text' ? given.text : correction
  if (
    typed !== '' &&
    told.verdict !== 'right' &&
    told.parts.length === 0 &&
    typeof told.answer === 'string'
  ) {
    const right = plainWords(judged.matched ?? told.answer, texts)
    return (
      <>
        <p class="quiz-yours">
          <span class="quiz-label">You wrote </span>
          {diffParts(typed, right).map((part, i) => {
            if (part.kind === 'same') return part.text
            const Tag = part.kind === 'extra' ? 'del' : 'ins'
            return (
              <Tag key={i}>
                <span class="vh">{part.kind} </span>
                {part.text}
                <span class="vh"> </span>
              </Tag>
            )
          })}
        </p>
        <p class="small">
          <del>struck out</del> is extra, <ins>underlined</ins> is missing
        </p>
      </>
    )
  }
  if (told.parts.length > 0 && (given.kind === 'text' || given.kind === 'truth' || standsAlone))
    return <Parts told={told} texts={texts} typed={typed} />
  if (typed !== '' && typed !== told.answer)
    return (
      <p class="quiz-yours">
        <span class="quiz-label">You wrote </span>
        {typed}
      </p>
    )
  if (standsAlone && told.given !== null && told.verdict === 'wrong')
    return (
      <p class="quiz-yours">
        <span class="quiz-label">{isStatement ? 'You said ' : 'You chose '}</span>
        <ShownText text={told.given} texts={texts} />
      </p>
    )
  return null
}

/** Item by item, what was there and what was not. */
function Parts(props: {
  readonly told: Feedback
  readonly texts: QuizQuestionView['texts']
  readonly typed: string
}) {
  const { told, texts, typed } = props
  return (
    <>
      {typed === '' ? null : (
        <p class="quiz-yours">
          <span class="quiz-label">You wrote </span>
          {typed}
        </p>
      )}
      <ul class="quiz-parts">
        {told.parts.map(({ text, verdict, given }, i) => (
          <li key={i} class={verdict}>
            <Icon name={verdict} />
            <span>
              <span class="vh">{verdict === 'wrong' ? 'Missing: ' : 'There: '}</span>
              <ShownText text={text} texts={texts} />
              {verdict === 'near' && given !== null ? <span class="small"> (you wrote {given})</span> : null}
              {verdict === 'wrong' && given !== null ? (
                <span class="small">
                  {' '}
                  (you had <ShownText text={given} texts={texts} />)
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The answer, unless the question shows it already: marked among its options, or in its order. */
function RightAnswer(props: {
  readonly told: Feedback
  readonly question: QuizQuestion
  readonly texts: QuizQuestionView['texts']
  readonly standsAlone: boolean
}) {
  const { told, question, texts, standsAlone } = props
  const { answer } = told
  const isInSight = !standsAlone && (isChoice(question) || question.kind === 'match')
  const isInParts = told.parts.length > 0 && (standsAlone || question.kind !== 'order')
  if (question.kind === 'true_false')
    return (
      <p class="quiz-answer">
        {question.truth ? 'It is true.' : <>It is false: right is </>}
        {question.truth ? null : <ShownText text={question.answer} texts={texts} />}
      </p>
    )
  if (isInSight || isInParts) return null
  if (typeof answer === 'string')
    return (
      <div class="quiz-answer">
        <ShownText text={answer} texts={texts} />
      </div>
    )
  if (question.kind === 'order' && told.verdict === 'right') return null
  const List = question.kind === 'order' ? 'ol' : 'ul'
  return (
    <List class="quiz-answer quiz-answer-list">
      {answer.map((text, i) => (
        <li key={i}>
          <ShownText text={text} texts={texts} />
        </li>
      ))}
    </List>
  )
}

const isChoice = (question: QuizQuestion): boolean =>
  question.kind === 'own_choice' || ('control' in question && question.control.kind === 'options')

/** Why it is so: the lines of the notes, and what each wrong option is the answer to. */
function Why({ view, noteIds, told }: QuizFeedbackProps & { readonly told: Feedback }) {
  const { question, texts } = view
  const sources = question.sources.map((source): Source => ({
    file: source.file,
    lines: [...source.lines],
    heading: [...source.heading],
    text: [...source.text],
    noteId: noteIds[source.file] ?? null,
  }))
  const spoken = typeof told.answer === 'string' ? plainWords(told.answer, texts) : told.answer.join(' ')
  return (
    <>
      {told.alsoRight.length === 0 ? null : (
        <p>
          <span class="quiz-label">Also in your notes: </span>
          {told.alsoRight.map((text, i) => (
            <span key={i}>
              {i === 0 ? '' : '; '}
              <ShownText text={text} texts={texts} />
            </span>
          ))}
        </p>
      )}
      {told.apart.length === 0 ? null : (
        <dl class="quiz-apart">
          {told.apart.map(({ name, said }) => (
            <div key={name}>
              <dt>
                <ShownText text={name} texts={texts} />
              </dt>
              <dd>
                <ShownText text={said} texts={texts} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {sources.length === 0 ? null : (
        <div class="quiz-why">
          <h3>Why</h3>
          <SourceList sources={sources} answer={spoken} />
          {told.isAssembled ? <p class="small">The wording was assembled from your notes.</p> : null}
        </div>
      )}
      {told.wrong.length === 0 ? null : (
        <div class="quiz-others">
          <h3>{question.kind === 'true_false' ? 'What stood there' : 'The other options'}</h3>
          <ul>
            {told.wrong.map(({ text, why }) => (
              <li key={text}>
                {question.kind === 'own_choice' ? `“${plainWords(text, texts)}”: ${why}` : why}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="small">
        More on{' '}
        <a href={paths.concept(question.conceptId)}>
          <InlineText text={question.concept} />
        </a>
      </p>
    </>
  )
}
