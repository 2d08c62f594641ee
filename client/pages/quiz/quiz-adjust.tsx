import { useEffect, useState } from 'preact/hooks'
import type { QuizPlanReply, QuizScopeChoice } from '../../../shared/api/quizzes.ts'
import { questionKinds } from '../../../shared/quiz/question.ts'
import type { QuizLength } from '../../../shared/quiz/quiz-request.ts'
import { type ApiError, api } from '../../api-client.ts'
import { type SetupChoice, bodyOf } from '../../state/quiz-setup.ts'
import { toApiError } from '../../state/use-resource.ts'
import { questionKindHints, questionKindNames } from '../../words/quiz-words.ts'
import { aboutMinutes, counted } from '../../words/words.ts'
import { QuizAbout } from './quiz-about.tsx'
import './quiz-adjust.css'

const lengths: readonly { readonly name: string; readonly length: QuizLength }[] = [
  { name: '10', length: { kind: 'count', count: 10 } },
  { name: '20', length: { kind: 'count', count: 20 } },
  { name: '30', length: { kind: 'count', count: 30 } },
  { name: '5 min', length: { kind: 'minutes', minutes: 5 } },
  { name: '10 min', length: { kind: 'minutes', minutes: 10 } },
  { name: 'Until sure', length: { kind: 'until_sure' } },
]
const effects = [
  {
    value: 'balanced',
    name: 'Balanced',
    says: 'Right answers from memory count when a card is due; misses bring it back.',
  },
  {
    value: 'only_failures',
    name: 'Only misses',
    says: 'What you miss comes back sooner; nothing else changes.',
  },
  { value: 'off', name: 'Off', says: 'Your review days stay exactly as they are.' },
] as const

interface QuizAdjustProps {
  readonly choice: SetupChoice
  readonly weakest: readonly QuizScopeChoice[]
  readonly isStarting: boolean
  readonly onChoice: (change: (before: SetupChoice) => SetupChoice) => void
  readonly onStart: () => void
}

/** Everything about a quiz that can be chosen, and what it would be. */
export function QuizAdjust({ choice, weakest, isStarting, onChoice, onStart }: QuizAdjustProps) {
  const { plan, error } = usePlan(choice)
  const put = (part: Partial<SetupChoice>) => onChoice((before) => ({ ...before, ...part }))
  // An address names a concept by its id alone; the plan knows what it is called.
  const unnamed = choice.about.length === 1 && choice.about[0]?.name === ''
  const name = plan?.concepts[0]?.concept
  useEffect(() => {
    if (unnamed && name !== undefined) put({ about: choice.about.map((one) => ({ ...one, name })) })
  }, [unnamed, name])
  const isShort = plan !== null && plan.shortfall !== null && plan.shortfall.kind !== 'too_few'
  return (
    <form
      class="quiz-adjust"
      onSubmit={(event) => {
        event.preventDefault()
        onStart()
      }}
    >
      <p class="quiz-plan" id="quiz-plan">
        {error !== null ? `Not sure how much there is to ask: ${error.message}` : planWords(plan)}
      </p>
      <p>
        <button class="btn" disabled={isStarting || isShort} aria-describedby="quiz-plan">
          Start{choice.isExam ? ' the exam' : ' quiz'}
        </button>
      </p>
      <details class="quiz-adjust-more" open={isWide()}>
        <summary class="btn quiet">Adjust</summary>
        <div class="quiz-adjust-fields">
          <QuizAbout about={choice.about} weakest={weakest} onAbout={(about) => put({ about })} />
          <fieldset>
            <legend class="label">Length</legend>
            <div class="quiz-chips">
              {lengths.map(({ name, length }) => (
                <label key={name} class="quiz-chip">
                  <input
                    type="radio"
                    name="length"
                    checked={JSON.stringify(choice.length) === JSON.stringify(length)}
                    disabled={choice.isExam && length.kind !== 'count'}
                    onChange={() => put({ length })}
                  />
                  <span>{name}</span>
                </label>
              ))}
            </div>
            {choice.length.kind === 'until_sure' && !choice.isExam ? (
              <p class="hint">
                Asks about each concept until it is decided whether you know it: at least 3 questions, at most
                6, and never more than 30 in all. The result says which rule ended it.
              </p>
            ) : null}
          </fieldset>
          <Kinds choice={choice} plan={plan} onKinds={(kinds) => put({ kinds })} />
          <fieldset class="quiz-switches">
            <legend class="label">How</legend>
            <Switch
              name="Ask how sure I am"
              says="Before the verdict; the result shows how well you know what you know."
              isOn={choice.asksConfidence}
              onTurn={(asksConfidence) => put({ asksConfidence })}
            />
            <Switch
              name="Exam"
              says="A question map, answers you can change, feedback only at the end."
              isOn={choice.isExam}
              onTurn={(isExam) =>
                put({
                  isExam,
                  ...(isExam && choice.length.kind !== 'count'
                    ? { length: { kind: 'count', count: 20 } }
                    : {}),
                })
              }
            />
            {choice.isExam ? (
              <label class="quiz-minutes">
                Time
                <select
                  class="input"
                  value={choice.examMinutes ?? 0}
                  onChange={(event) => {
                    const minutes = Number(event.currentTarget.value)
                    put({ examMinutes: minutes === 0 ? null : minutes })
                  }}
                >
                  {[0, 5, 10, 15, 20, 30, 45, 60, 90].map((minutes) => (
                    <option key={minutes} value={minutes}>
                      {minutes === 0 ? 'No limit' : `${minutes} minutes`}
                    </option>
                  ))}
                </select>
              </label>
            ) : null}
          </fieldset>
          <fieldset>
            <legend class="label">Effect on your reviews</legend>
            <div class="quiz-chips">
              {effects.map(({ value, name }) => (
                <label key={value} class="quiz-chip">
                  <input
                    type="radio"
                    name="effect"
                    checked={choice.effect === value}
                    onChange={() => put({ effect: value })}
                  />
                  <span>{name}</span>
                </label>
              ))}
            </div>
            <p class="hint">
              {effects.find(({ value }) => value === choice.effect)?.says} Every change is listed in the
              result and can be undone.
            </p>
          </fieldset>
        </div>
      </details>
    </form>
  )
}

/** Each kind with how many facts can be asked so; what is switched off is not asked. */
function Kinds(props: {
  readonly choice: SetupChoice
  readonly plan: QuizPlanReply | null
  readonly onKinds: (kinds: SetupChoice['kinds']) => void
}) {
  const { choice, plan, onKinds } = props
  return (
    <fieldset class="quiz-switches is-double">
      <legend class="label">Kinds of question</legend>
      {questionKinds.map((kind) => {
        const isOn = choice.kinds.includes(kind)
        const isLast = isOn && choice.kinds.length === 1
        return (
          <Switch
            key={kind}
            name={questionKindNames[kind]}
            says={`${questionKindHints[kind]}${plan === null ? '' : ` · ${counted(plan.kinds[kind], 'fact')}`}`}
            isOn={isOn}
            isDisabled={isLast}
            onTurn={(on) =>
              onKinds(questionKinds.filter((one) => (one === kind ? on : choice.kinds.includes(one))))
            }
          />
        )
      })}
    </fieldset>
  )
}

function Switch(props: {
  readonly name: string
  readonly says: string
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onTurn: (isOn: boolean) => void
}) {
  const { name, says, isOn, isDisabled = false, onTurn } = props
  return (
    <label class="quiz-switch">
      <input
        type="checkbox"
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onTurn(event.currentTarget.checked)}
      />
      <span>
        {name}
        <small>{says}</small>
      </span>
    </label>
  )
}

const planAfterMs = 250

/** What the quiz would be, asked for a moment after the last change. */
function usePlan(choice: SetupChoice): {
  readonly plan: QuizPlanReply | null
  readonly error: ApiError | null
} {
  const [plan, setPlan] = useState<QuizPlanReply | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const asked = JSON.stringify(bodyOf(choice))
  useEffect(() => {
    let dropped = false
    const timer = setTimeout(() => {
      api.planQuiz(bodyOf(choice)).then(
        (told) => {
          if (dropped) return
          setPlan(told)
          setError(null)
        },
        (reason: unknown) => {
          if (!dropped) setError(toApiError(reason))
        },
      )
    }, planAfterMs)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [asked])
  return { plan, error }
}

/** Always of the same height, so that nothing jumps while it is asked for. */
function planWords(plan: QuizPlanReply | null): string {
  if (plan === null) return '\u00A0'
  if (plan.shortfall !== null && plan.shortfall.kind !== 'too_few') return plan.shortfall.sentence
  const length = `${counted(plan.questions, 'question')}, ${aboutMinutes(plan.minutes * 60)}.`
  return `${plan.shortfall?.sentence ?? plan.sentence} ${length}`
}

/** On a phone the presets come first, and the rest stands behind "Adjust". */
const isWide = (): boolean => matchMedia('(min-width: 64rem)').matches
