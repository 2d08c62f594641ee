import { ChartFrame, Tick, niceCeiling } from './chart-frame.tsx'
import { BandLegend } from './band-legend.tsx'

export interface BandPoint {
  /** What the table and the ear call it. */
  readonly label: string
  /** What stands under the axis, where anything does. */
  readonly tick?: string
  readonly median: number
  readonly low: number
  readonly high: number
  /** The same under the settings in force. */
  readonly now: number
}

interface BandChartProps {
  readonly title: string
  readonly sentence: string
  readonly unit: string
  readonly points: readonly BandPoint[]
  readonly isShare?: boolean
}

const height = 220
const left = 44
const baseline = height - 22
const top = 16

/** A line with the range that holds eight in ten runs, and a dashed line for things as they are. */
export function BandChart({ title, sentence, unit, points, isShare = false }: BandChartProps) {
  const most = Math.max(0, ...points.flatMap(({ high, now }) => [high, now]))
  const scale = isShare ? 1 : niceCeiling(Math.max(1, most))
  const y = (value: number) => baseline - ((baseline - top) * Math.min(scale, value)) / scale
  const show = (value: number) =>
    isShare ? `${Math.round(value * 100)} %` : Math.round(value).toLocaleString('en')
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      height={height}
      left={left}
      lines={[0, scale / 2, scale].map((value) => ({ y: y(value), words: show(value) }))}
      draw={(width) => <BandLines points={points} width={width} y={y} />}
      legend={<BandMarks />}
      table={
        <>
          <thead>
            <tr>
              <th scope="col">{unit}</th>
              <th scope="col">tried</th>
              <th scope="col">10–90 %</th>
              <th scope="col">as it is</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row">{point.label}</th>
                <td class="nums">{show(point.median)}</td>
                <td class="nums">
                  {show(point.low)}–{show(point.high)}
                </td>
                <td class="nums">{show(point.now)}</td>
              </tr>
            ))}
          </tbody>
        </>
      }
    />
  )
}

interface BandLinesProps {
  readonly points: readonly BandPoint[]
  readonly width: number
  readonly y: (value: number) => number
}

function BandLines({ points, width, y }: BandLinesProps) {
  const x = (i: number) => left + ((width - left) * i) / Math.max(1, points.length - 1)
  const line = (value: (point: BandPoint) => number) =>
    points
      .map((point, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value(point)).toFixed(1)}`)
      .join('')
  const back = points
    .map((point, i) => `L${x(i).toFixed(1)} ${y(point.low).toFixed(1)}`)
    .reverse()
    .join('')
  return (
    <>
      <path class="band-area" d={`${line((point) => point.high)}${back}Z`} />
      <path class="band-line-now" d={line((point) => point.now)} />
      <path class="band-line" d={line((point) => point.median)} />
      {points.map((point, i) => (
        <Tick key={point.label} x={x(i)} height={height} left={left} width={width} words={point.tick} />
      ))}
    </>
  )
}

function BandMarks() {
  return (
    <BandLegend>
      <li>
        <i aria-hidden="true" /> as tried, in the middle of the runs
      </li>
      <li>
        <i class="band-key" aria-hidden="true" /> where eight in ten runs lie
      </li>
      <li>
        <i class="band-key-now" aria-hidden="true" /> settings as they are
      </li>
    </BandLegend>
  )
}
