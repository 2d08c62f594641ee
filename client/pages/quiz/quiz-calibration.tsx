import type { Calibration } from '../../../shared/quiz/quiz-paper.ts'
import type { Confidence } from '../../../shared/quiz/given-answer.ts'
import { confidenceNames } from '../../words/quiz-words.ts'
import { counted } from '../../words/words.ts'
import './quiz-calibration.css'

/** What each of the three words promises, as shares. */
const promised: Readonly<Record<Confidence, { readonly low: number; readonly high: number }>> = {
  guess: { low: 0, high: 0.67 },
  likely: { low: 0.67, high: 0.8 },
  sure: { low: 0.8, high: 1 },
}

/** How sure the learner was, held against what was right: a strip a word, its numbers beside it. */
export function QuizCalibration({ calibration }: { readonly calibration: readonly Calibration[] }) {
  const asked = calibration.reduce((sum, one) => sum + one.asked, 0)
  if (calibration.length === 0) return null
  return (
    <section class="section" aria-labelledby="quiz-calibration">
      <h2 id="quiz-calibration">How well you knew what you know</h2>
      <p class="sub">{asked === 0 ? 'You did not say how sure you were.' : sentence(calibration)}</p>
      {asked === 0 ? null : (
        <table class="calibration">
          <thead>
            <tr>
              <th scope="col">You said</th>
              <th scope="col">Right of asked</th>
              <th scope="col">
                <span class="vh">Drawn, with its plausible range</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {calibration.map(({ confidence, asked: times, right, range }) => (
              <tr key={confidence}>
                <th scope="row">{confidenceNames[confidence]}</th>
                <td class="nums">
                  {times === 0 ? 'not said' : `${right} of ${times}`}
                  {range === null ? null : (
                    <span class="vh">
                      {' '}
                      (plausible range {percent(range.low)} to {percent(range.high)} %)
                    </span>
                  )}
                </td>
                <td>
                  {times === 0 || range === null ? null : (
                    <Strip confidence={confidence} share={right / times} range={range} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked === 0 ? null : (
        <p class="small">
          The dot is your share, the line its plausible range, the pale field what the word means: guess up to
          67 %, likely up to 80 %, sure above.
        </p>
      )}
    </section>
  )
}

/** Where a share lies on the strip: a little room at both ends holds the dot. */
const at = (share: number): string => `${3 + share * 94}%`

function Strip(props: {
  readonly confidence: Confidence
  readonly share: number
  readonly range: { readonly low: number; readonly high: number }
}) {
  const { confidence, share, range } = props
  const { low, high } = promised[confidence]
  return (
    <svg class="calibration-strip" aria-hidden="true">
      <rect class="promised" x={at(low)} y="1" width={`${(high - low) * 94}%`} height="18" />
      <line class="axis" x1={at(0)} x2={at(1)} y1="19" y2="19" />
      <line class="range" x1={at(range.low)} x2={at(range.high)} y1="10" y2="10" />
      <circle class="share" cx={at(share)} cy="10" r="5" />
    </svg>
  )
}

const percent = (share: number): number => Math.round(share * 100)

function sentence(calibration: readonly Calibration[]): string {
  const sure = calibration.find(({ confidence }) => confidence === 'sure')
  if (sure === undefined || sure.asked === 0) return 'You were never sure, so nothing was held against it.'
  const wrong = sure.asked - sure.right
  return wrong === 0
    ? `Sure ${counted(sure.asked, 'time')}, and right each time.`
    : `Sure ${counted(sure.asked, 'time')}, and not right ${wrong === 1 ? 'once' : counted(wrong, 'time')}.`
}
