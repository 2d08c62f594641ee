import {
  type CalibrationBin,
  binName,
  binWords,
  calibrationCount,
  calibrationSentence,
} from '../../shared/insight/calibration.ts'
import { fewestForPercent, percent, rangeWords, tallyWords, whole } from '../../shared/insight/share-words.ts'
import { wilsonRange } from '../../shared/quiz/score-quiz.ts'
import { ChartFrame } from './chart-frame.tsx'
import './calibration-chart.css'

const height = 250
const left = 44
const top = 14
const baseline = height - 44
/** Under it a slot has room for the beginning of its bin alone. */
const roomForName = 52

/** Predicted against actual: for each bin of predictions a dot with its plausible range, and a bar where it should lie. */
export function CalibrationChart({ bins }: { readonly bins: readonly CalibrationBin[] }) {
  const filled = bins.filter(({ answers }) => answers > 0)
  const from = lowestShown(filled)
  const y = (share: number) => baseline - ((baseline - top) * (Math.max(from, share) - from)) / (1 - from)
  return (
    <ChartFrame
      title="Predicted against actual"
      sentence={calibrationSentence(bins)}
      about={{
        count: calibrationCount(bins),
        definition:
          'A card’s first answer of a day, on cards met before, with what the rules in force today predict of it from the answers before. The range is Wilson’s, 95\u00a0%.',
      }}
      height={height}
      left={left}
      lines={[from, (1 + from) / 2, 1].map((share) => ({ y: y(share), words: percent(share) }))}
      draw={(width) => {
        const slot = (width - left) / filled.length
        return (
          <>
            {filled.map((bin, i) => (
              <BinMark key={bin.low} bin={bin} x={left + (i + 0.5) * slot} slot={slot} y={y} />
            ))}
          </>
        )
      }}
      legend={<Legend />}
      table={<BinTable bins={filled} />}
    />
  )
}

/** The axis begins below every dot and below the range of every bin that has enough answers; half at most. */
function lowestShown(bins: readonly CalibrationBin[]): number {
  const lows = bins.flatMap(({ answers, expected, recalled }) => [
    expected / answers,
    recalled / answers,
    answers < fewestForPercent ? 1 : (wilsonRange(recalled, answers)?.low ?? 1),
  ])
  return Math.max(0, Math.floor(Math.min(0.5, ...lows) * 10) / 10)
}

interface BinMarkProps {
  readonly bin: CalibrationBin
  readonly x: number
  readonly slot: number
  readonly y: (share: number) => number
}

function BinMark({ bin, x, slot, y }: BinMarkProps) {
  const { answers, expected, recalled } = bin
  const range = wilsonRange(recalled, answers)
  const isFew = answers < fewestForPercent
  const reach = Math.min(18, slot * 0.36)
  return (
    <g>
      <title>{binWords(bin)}</title>
      <line
        class="calibration-predicted"
        x1={x - reach}
        x2={x + reach}
        y1={y(expected / answers)}
        y2={y(expected / answers)}
      />
      {range === null ? null : (
        <line
          class={isFew ? 'calibration-range is-few' : 'calibration-range'}
          x1={x}
          x2={x}
          y1={y(range.high)}
          y2={y(range.low)}
        />
      )}
      <circle
        class={isFew ? 'calibration-dot is-few' : 'calibration-dot'}
        cx={x}
        cy={y(recalled / answers)}
        r="5"
      />
      <text class="tick" x={x} y={height - 24} text-anchor="middle">
        {slot < roomForName
          ? Math.round(bin.low * 100)
          : `${Math.round(bin.low * 100)}–${Math.round(bin.high * 100)}`}
      </text>
      <text class="tick" x={x} y={height - 6} text-anchor="middle">
        {whole(answers)}
      </text>
    </g>
  )
}

function Legend() {
  return (
    <ul class="chart-key">
      <li>
        <svg aria-hidden="true">
          <circle class="calibration-dot" cx="8" cy="8" r="5" />
        </svg>
        recalled, with its plausible range
      </li>
      <li>
        <svg aria-hidden="true">
          <circle class="calibration-dot is-few" cx="8" cy="8" r="5" />
        </svg>
        of fewer than {fewestForPercent} answers
      </li>
      <li>
        <svg aria-hidden="true">
          <line class="calibration-predicted" x1="0" x2="16" y1="8" y2="8" />
        </svg>
        predicted
      </li>
      <li>below: predicted per cent, then how many answers</li>
    </ul>
  )
}

function BinTable({ bins }: { readonly bins: readonly CalibrationBin[] }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Predicted</th>
          <th scope="col">on average</th>
          <th scope="col">recalled</th>
          <th scope="col">plausible range</th>
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => {
          const tally = { passed: bin.recalled, asked: bin.answers }
          return (
            <tr key={bin.low}>
              <th scope="row">{binName(bin)}</th>
              <td class="nums">{percent(bin.expected / bin.answers)}</td>
              <td class="nums">{tallyWords(tally)}</td>
              <td class="nums">{rangeWords(tally)}</td>
            </tr>
          )
        })}
      </tbody>
    </>
  )
}
