import type { RefObject } from 'preact'
import type { QuizQuestionView } from '../../../shared/api/quizzes.ts'
import { type QuizDraft, checkOf, choose } from '../../state/quiz-draft.ts'
import { QuizIdeas } from './quiz-ideas.tsx'
import { QuizMatch } from './quiz-match.tsx'
import { QuizOptions } from './quiz-options.tsx'
import { QuizOrder } from './quiz-order.tsx'
import { QuizTruth } from './quiz-truth.tsx'
import { QuizTyped } from './quiz-typed.tsx'

export interface QuizControlProps {
  readonly view: QuizQuestionView
  readonly draft: QuizDraft
  /** The verdict is told: nothing can be changed any more. */
  readonly isTold: boolean
  readonly fieldRef: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>
  readonly onDraft: (draft: QuizDraft) => void
  readonly onEnter: () => void
}

/** What a question is answered with, by its kind. */
export function QuizControl(props: QuizControlProps) {
  return (
    <>
      <Control {...props} />
      <Ideas {...props} />
    </>
  )
}

function Control({ view, draft, isTold, fieldRef, onDraft, onEnter }: QuizControlProps) {
  const { question, texts } = view
  const put = (part: Partial<QuizDraft>) => onDraft({ ...draft, ...part })
  const typed = (label = 'Your answer') => {
    const check = checkOf(question)
    // What was typed stands beside what is right, once that is told.
    return check === null || isTold ? null : (
      <QuizTyped
        check={check}
        label={label}
        text={draft.text}
        isTold={draft.ticked !== null}
        fieldRef={fieldRef}
        onText={(text) => put({ text })}
        onEnter={onEnter}
      />
    )
  }
  switch (question.kind) {
    case 'typed':
      return typed()
    case 'problem':
    case 'multiple_choice':
    case 'confusable': {
      const { control } = question
      if (control.kind === 'typed') return typed()
      return (
        <QuizOptions
          options={control.options}
          texts={texts}
          chosen={draft.chosen}
          several={false}
          keys={isTold ? [control.keyIndex] : null}
          onChoose={(index) => put({ chosen: choose(draft.chosen, index, false) })}
        />
      )
    }
    case 'own_choice': {
      const several = question.keyIndexes.length > 1
      return (
        <QuizOptions
          options={question.options}
          texts={texts}
          chosen={draft.chosen}
          several={several}
          keys={isTold ? question.keyIndexes : null}
          onChoose={(index) => put({ chosen: choose(draft.chosen, index, several) })}
        />
      )
    }
    case 'order':
      return (
        <QuizOrder
          steps={question.steps}
          texts={texts}
          order={draft.order}
          right={isTold ? question.rightOrder : null}
          onOrder={(order) => put({ order })}
        />
      )
    case 'match':
      return (
        <QuizMatch
          question={question}
          texts={texts}
          pairs={draft.pairs}
          isTold={isTold}
          onPairs={(pairs) => put({ pairs })}
        />
      )
    case 'true_false':
      return (
        <QuizTruth
          question={question}
          texts={texts}
          says={draft.says}
          text={draft.text}
          isTold={isTold}
          isTyped={draft.ticked !== null}
          fieldRef={fieldRef}
          onSay={(says) => put({ says })}
          onText={(text) => put({ text })}
          onEnter={onEnter}
        />
      )
  }
}

/** The ideas of a long answer, once it was typed. */
function Ideas({ view, draft, isTold, onDraft }: QuizControlProps) {
  const check = checkOf(view.question)
  if (check?.kind !== 'ideas' || draft.ticked === null || isTold) return null
  return (
    <QuizIdeas
      ideas={check.ideas}
      texts={view.texts}
      ticked={draft.ticked}
      onTick={(ticked) => onDraft({ ...draft, ticked })}
    />
  )
}
