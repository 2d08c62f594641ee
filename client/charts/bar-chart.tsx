import { useWidth } from './use-width.ts'
import './bar-chart.css'

export interface Bar {
  /** What the table and the ear call it: "Thursday 14 May". */
  readonly label: string
  /** What stands under the axis, where anything does. */
  readonly tick?: string
  readonly value: number
}

interface BarChartProps {
  readonly title: string
  /** One plain sentence that says what the bars say. */
  readonly sentence: string
  readonly unit: string
  readonly bars: readonly Bar[]
}

const height = 190
const left = 34
const baseline = height - 22
const top = 16

/** Bars with their sentence and their table: three ways to the same numbers. */
export function BarChart({ title, sentence, unit, bars }: BarChartProps) {
  const [chart, width] = useWidth()
  const scale = niceCeiling(Math.max(1, ...bars.map((bar) => bar.value)))
  const step = (width - left) / Math.max(1, bars.length)
  return (
    <figure class="chart">
      <figcaption>
        <h2>{title}</h2>
        <p class="sub">{sentence}</p>
      </figcaption>
      <svg
        ref={chart}
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        role="img"
        aria-label={`${title}. ${sentence}`}
      >
        {[0, scale / 2, scale].map((line) => (
          <g key={line}>
            <line class="grid-line" x1={left} x2={width} y1={yOf(line, scale)} y2={yOf(line, scale)} />
            <text class="tick" x={left - 6} y={yOf(line, scale) + 4} text-anchor="end">
              {Number.isInteger(line) ? line : ''}
            </text>
          </g>
        ))}
        {bars.map((bar, i) => (
          <g key={i}>
            {bar.value === 0 ? null : (
              <rect
                class="bar"
                x={left + i * step + step * 0.14}
                y={yOf(bar.value, scale)}
                width={step * 0.72}
                height={baseline - yOf(bar.value, scale)}
                rx="1.5"
              >
                <title>{`${bar.label}: ${bar.value} ${unit}`}</title>
              </rect>
            )}
            {bar.tick === undefined ? null : (
              <text
                class="tick"
                x={tickX(left + (i + 0.5) * step, width)}
                y={height - 4}
                text-anchor="middle"
              >
                {bar.tick}
              </text>
            )}
          </g>
        ))}
      </svg>
      <details>
        <summary>Table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">{unit}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                <td class="nums">{bar.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function yOf(value: number, scale: number): number {
  return baseline - ((baseline - top) * value) / scale
}

/** Keeps a word at the edge inside the drawing. */
function tickX(x: number, width: number): number {
  return Math.min(width - 24, Math.max(left + 4, x))
}

/** A round number that holds `value` and has a whole half, for the middle line. */
export function niceCeiling(value: number): number {
  for (let power = 1; ; power *= 10) {
    const factors = power === 1 ? [2, 4, 6, 8, 10] : [2, 3, 4, 5, 6, 8, 10]
    const factor = factors.find((one) => one * power >= value)
    if (factor !== undefined) return factor * power
  }
}
