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

const width = 640
const height = 180
const baseline = height - 22
const top = 16

/** Bars with their sentence and their table: three ways to the same numbers. */
export function BarChart({ title, sentence, unit, bars }: BarChartProps) {
  const highest = Math.max(1, ...bars.map((bar) => bar.value))
  const scale = niceCeiling(highest)
  const step = (width - 34) / Math.max(1, bars.length)
  return (
    <figure class="chart">
      <figcaption>
        <h2>{title}</h2>
        <p class="sub">{sentence}</p>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${sentence}`}>
        {[0, scale / 2, scale].map((line) => (
          <g key={line}>
            <line class="grid-line" x1="34" x2={width} y1={yOf(line, scale)} y2={yOf(line, scale)} />
            <text class="tick" x="28" y={yOf(line, scale) + 4} text-anchor="end">
              {Number.isInteger(line) ? line : ''}
            </text>
          </g>
        ))}
        {bars.map((bar, i) => (
          <g key={i}>
            {bar.value === 0 ? null : (
              <rect
                class="bar"
                x={34 + i * step + step * 0.14}
                y={yOf(bar.value, scale)}
                width={step * 0.72}
                height={baseline - yOf(bar.value, scale)}
                rx="1.5"
              >
                <title>{`${bar.label}: ${bar.value} ${unit}`}</title>
              </rect>
            )}
            {bar.tick === undefined ? null : (
              <text class="tick" x={34 + (i + 0.5) * step} y={height - 5} text-anchor="middle">
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

/** The least of 2, 4, 10, 20, 40, 100 … that holds `value`, so that the middle line is a whole number. */
export function niceCeiling(value: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [2, 4, 6, 8, 10]) if (factor * power >= value) return factor * power
  }
}
