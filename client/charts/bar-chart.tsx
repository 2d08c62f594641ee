import { ChartFrame, Tick, niceCeiling } from './chart-frame.tsx'

export interface Bar {
  /** What the table and the ear call it: "Thursday 14 May". */
  readonly label: string
  /** What stands under the axis, where anything does. */
  readonly tick?: string
  readonly value: number
}

interface BarChartProps {
  readonly title: string
  readonly sentence: string
  readonly unit: string
  readonly bars: readonly Bar[]
}

const height = 190
const left = 34
const baseline = height - 22
const top = 16

/** One bar a day. */
export function BarChart({ title, sentence, unit, bars }: BarChartProps) {
  const scale = niceCeiling(Math.max(1, ...bars.map((bar) => bar.value)))
  const y = (value: number) => baseline - ((baseline - top) * value) / scale
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      height={height}
      left={left}
      lines={[0, scale / 2, scale].map((value) => ({
        y: y(value),
        words: Number.isInteger(value) ? value.toLocaleString('en') : '',
      }))}
      draw={(width) => {
        const step = (width - left) / Math.max(1, bars.length)
        return (
          <>
            {bars.map((bar, i) => (
              <g key={bar.label}>
                {bar.value === 0 ? null : (
                  <rect
                    class="bar"
                    x={left + i * step + step * 0.14}
                    y={y(bar.value)}
                    width={step * 0.72}
                    height={baseline - y(bar.value)}
                    rx="1.5"
                  >
                    <title>{`${bar.label}: ${bar.value} ${unit}`}</title>
                  </rect>
                )}
                <Tick
                  x={left + (i + 0.5) * step}
                  height={height}
                  left={left}
                  width={width}
                  words={bar.tick}
                />
              </g>
            ))}
          </>
        )
      }}
      table={
        <>
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
        </>
      }
    />
  )
}
