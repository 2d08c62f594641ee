import { shortDay } from '../words/words.ts'
import { ChartFrame, Tick } from './chart-frame.tsx'
import { BandLegend } from './band-legend.tsx'
import './trend-chart.css'

export interface TrendChartDay {
  readonly on: string
  readonly value: number
  readonly low: number
  readonly high: number
  /** What happened on that day, in a few words. */
  readonly mark?: string | undefined
}

interface TrendChartProps {
  readonly title: string
  readonly sentence: string
  /** What the values are, as the table calls them. */
  readonly unit: string
  /** One after the other, the last one is today. */
  readonly days: readonly TrendChartDay[]
  /** What the values cannot be above. */
  readonly most: number
}

const height = 180
const left = 36
const baseline = height - 24
const top = 14
const weekDays = 7

/** How a number went day by day, with its range, and marks where something happened. */
export function TrendChart({ title, sentence, unit, days, most }: TrendChartProps) {
  const scale = Math.max(1, most)
  const y = (value: number) => baseline - ((baseline - top) * Math.min(scale, value)) / scale
  const last = days.length - 1
  const told = days.filter(({ mark }, i) => mark !== undefined || (last - i) % weekDays === 0)
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      height={height}
      left={left}
      lines={linesUpTo(scale).map((value) => ({ y: y(value), words: String(value) }))}
      draw={(width) => <TrendLine days={days} width={width} y={y} />}
      legend={
        <BandLegend>
          <li>
            <i aria-hidden="true" /> {unit}, an estimate
          </li>
          <li>
            <i class="band-key" aria-hidden="true" /> where it lies nine times in ten
          </li>
          {days.some(({ mark }) => mark !== undefined) ? (
            <li class="trend-key">
              <i class="trend-key-mark" aria-hidden="true" /> its level moved
            </li>
          ) : null}
        </BandLegend>
      }
      table={
        <>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">{unit}</th>
              <th scope="col">range</th>
              <th scope="col">level</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ on, value, low, high, mark }) => (
              <tr key={on}>
                <th scope="row">{shortDay(on)}</th>
                <td class="nums">{value.toFixed(1)}</td>
                <td class="nums">
                  {low.toFixed(1)}–{high.toFixed(1)}
                </td>
                <td>{mark ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </>
      }
    />
  )
}

/** The middle is a line of its own where it is a whole number. */
function linesUpTo(most: number): number[] {
  return most % 2 === 0 ? [0, most / 2, most] : [0, most]
}

interface TrendLineProps {
  readonly days: readonly TrendChartDay[]
  readonly width: number
  readonly y: (value: number) => number
}

function TrendLine({ days, width, y }: TrendLineProps) {
  const right = width - 8
  const x = (i: number) => left + ((right - left) * i) / Math.max(1, days.length - 1)
  const point = (i: number, value: number) => `${x(i).toFixed(1)} ${y(value).toFixed(1)}`
  const over = days.map(({ high }, i) => point(i, high))
  const under = days.map(({ low }, i) => point(i, low)).reverse()
  const last = days.length - 1
  return (
    <>
      <path class="band-area" d={`M${[...over, ...under].join('L')}Z`} />
      <path class="band-line" d={`M${days.map(({ value }, i) => point(i, value)).join('L')}`} />
      {days.map(({ on, mark }, i) =>
        mark === undefined ? null : (
          <path key={on} class="trend-mark" d={`M${x(i).toFixed(1)} ${baseline}l4 8h-8z`}>
            <title>
              {shortDay(on)}: {mark}
            </title>
          </path>
        ),
      )}
      {[0, last].map((i) => (
        <Tick
          key={i}
          x={x(i)}
          height={height}
          left={left}
          width={width}
          words={i === last ? 'today' : shortDay(days[i]?.on ?? '')}
        />
      ))}
    </>
  )
}
