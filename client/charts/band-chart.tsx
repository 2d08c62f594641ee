import { niceCeiling } from './bar-chart.tsx'
import { useWidth } from './use-width.ts'
import './band-chart.css'

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
  const [chart, width] = useWidth()
  const most = Math.max(0, ...points.flatMap(({ high, now }) => [high, now]))
  const scale = isShare ? 1 : niceCeiling(Math.max(1, most))
  const x = (i: number) => left + ((width - left) * i) / Math.max(1, points.length - 1)
  const y = (value: number) => baseline - ((baseline - top) * Math.min(scale, value)) / scale
  const line = (value: (point: BandPoint) => number) =>
    points
      .map((point, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value(point)).toFixed(1)}`)
      .join('')
  const back = points
    .map((point, i) => `L${x(i).toFixed(1)} ${y(point.low).toFixed(1)}`)
    .reverse()
    .join('')
  const show = (value: number) =>
    isShare ? `${Math.round(value * 100)} %` : Math.round(value).toLocaleString('en')
  return (
    <figure class="chart">
      <figcaption>
        <h3>{title}</h3>
        <p class="sub">{sentence}</p>
      </figcaption>
      <svg
        ref={chart}
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        role="img"
        aria-label={`${title}. ${sentence}`}
      >
        {[0, scale / 2, scale].map((value) => (
          <g key={value}>
            <line class="grid-line" x1={left} x2={width} y1={y(value)} y2={y(value)} />
            <text class="tick" x={left - 6} y={y(value) + 4} text-anchor="end">
              {show(value)}
            </text>
          </g>
        ))}
        <path class="band" d={`${line((point) => point.high)}${back}Z`} />
        <path class="line-now" d={line((point) => point.now)} />
        <path class="line" d={line((point) => point.median)} />
        {points.map((point, i) =>
          point.tick === undefined ? null : (
            <text
              key={point.label}
              class="tick"
              x={Math.min(width - 24, Math.max(left + 12, x(i)))}
              y={height - 4}
              text-anchor="middle"
            >
              {point.tick}
            </text>
          ),
        )}
      </svg>
      <ul class="band-legend">
        <li>
          <i class="key-line" aria-hidden="true" /> as tried, in the middle of the runs
        </li>
        <li>
          <i class="key-band" aria-hidden="true" /> where eight in ten runs lie
        </li>
        <li>
          <i class="key-now" aria-hidden="true" /> settings as they are
        </li>
      </ul>
      <details>
        <summary>Table</summary>
        <table>
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
        </table>
      </details>
    </figure>
  )
}
