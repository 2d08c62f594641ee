import { useState } from 'preact/hooks'
import type { QuizQuestionView } from '../../../shared/api/quizzes.ts'
import type { QuestionOf } from '../../../shared/quiz/question.ts'
import { useMoreKeys } from '../../keys/use-keys.ts'
import { announce } from '../../state/announcer.ts'
import { joinPair } from '../../state/quiz-draft.ts'
import { Icon } from '../../ui/icon.tsx'
import { ShownText, plainWords } from './shown-text.tsx'
import './quiz-match.css'

const letters = ['a', 'b', 'c', 'd', 'e'] as const

/** Pairs to make: choose one on the left, then its partner. Digits name the left side, letters the right one. */
export function QuizMatch(props: {
  readonly question: QuestionOf<'match'>
  readonly texts: QuizQuestionView['texts']
  readonly pairs: readonly (number | null)[]
  readonly isTold: boolean
  readonly onPairs: (pairs: readonly (number | null)[]) => void
}) {
  const { question, texts, pairs, isTold, onPairs } = props
  const [left, setLeft] = useState(() => firstOpen(pairs))
  const leftWords = (i: number) => plainWords(question.pairs[i]?.left ?? '', texts)
  const rightWords = (i: number) => plainWords(question.rights[i] ?? '', texts)
  const choose = (i: number) => {
    if (i >= question.pairs.length) return
    setLeft(i)
    announce(`${leftWords(i)}: choose its partner.`)
  }
  const join = (right: number) => {
    if (right >= question.rights.length) return
    const next = joinPair(pairs, left, right)
    onPairs(next)
    announce(
      next[left] === null
        ? `${leftWords(left)} has no partner again.`
        : `${leftWords(left)}: ${rightWords(right)}.`,
    )
    setLeft(firstOpen(next, left))
  }
  const acts = (act: (i: number) => void, i: number) => (isTold ? undefined : () => act(i))
  useMoreKeys('quiz', {
    option1: acts(choose, 0),
    option2: acts(choose, 1),
    option3: acts(choose, 2),
    option4: acts(choose, 3),
    option5: acts(choose, 4),
  })
  useMoreKeys('pairs', {
    right1: acts(join, 0),
    right2: acts(join, 1),
    right3: acts(join, 2),
    right4: acts(join, 3),
    right5: acts(join, 4),
  })
  if (isTold) return <ToldPairs question={question} texts={texts} pairs={pairs} />
  return (
    <div class="quiz-match" role="group" aria-labelledby="question-prompt">
      <ul aria-label="Names">
        {question.pairs.map((pair, i) => {
          const right = pairs[i] ?? null
          return (
            <li key={i}>
              <button type="button" class="quiz-pair" aria-pressed={i === left} onClick={() => choose(i)}>
                <kbd aria-hidden="true">{i + 1}</kbd>
                <ShownText text={pair.left} texts={texts} />
                <span class="quiz-pair-slot">
                  {right === null ? (
                    <span class="vh">no partner yet</span>
                  ) : (
                    <>
                      <span class="vh">with </span>
                      {letters[right]}
                    </>
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      <ul aria-label="Partners">
        {question.rights.map((text, i) => {
          const taken = pairs.indexOf(i)
          return (
            <li key={i}>
              <button
                type="button"
                class={`quiz-pair ${taken < 0 ? '' : 'is-taken'}`}
                onClick={() => join(i)}
              >
                <kbd aria-hidden="true">{letters[i]}</kbd>
                <ShownText text={text} texts={texts} />
                <span class="quiz-pair-slot">
                  {taken < 0 ? null : (
                    <>
                      <span class="vh">with </span>
                      {taken + 1}
                    </>
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What belongs together, and what was said instead. */
function ToldPairs(props: {
  readonly question: QuestionOf<'match'>
  readonly texts: QuizQuestionView['texts']
  readonly pairs: readonly (number | null)[]
}) {
  const { question, texts, pairs } = props
  return (
    <ul class="quiz-told-pairs">
      {question.pairs.map(({ left, rightIndex }, i) => {
        const given = pairs[i] ?? null
        const isRight = given === rightIndex
        return (
          <li key={i} class={isRight ? 'is-right' : 'is-wrong'}>
            <b>
              <ShownText text={left} texts={texts} />
            </b>
            <ShownText text={question.rights[rightIndex] ?? ''} texts={texts} />
            <span class={`quiz-mark ${isRight ? 'right' : 'wrong'}`}>
              <Icon name={isRight ? 'right' : 'wrong'} /> {isRight ? 'Right' : 'Not right'}
            </span>
            {isRight || given === null ? null : (
              <span class="small">
                You chose: <ShownText text={question.rights[given] ?? ''} texts={texts} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The next one without a partner, `after` the one that was chosen last. */
function firstOpen(pairs: readonly (number | null)[], after = -1): number {
  const order = [...pairs.keys()].map((_, i) => (after + 1 + i) % pairs.length)
  return order.find((i) => pairs[i] === null) ?? Math.max(0, after)
}
