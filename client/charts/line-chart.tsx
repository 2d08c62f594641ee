import { type ChartAbout, ChartFrame, Tick, niceCeiling } from './chart-frame.tsx'
import './line-chart.css'

export interface LinePoint {
  readonly label: string
  readonly tick?: string
  readonly value: number
  readonly cells: readonly string[]
}

interface LineChartProps {
  readonly title: string
  readonly sentence: string
  readonly about: ChartAbout
  readonly columns: readonly string[]
  readonly points: readonly LinePoint[]
  /** What the top of the axis holds at least. */
  readonly most: number
}

const height = 176
const left = 44
const baseline = height - 22
const top = 14

/** One line, from nought upwards. */
export function LineChart({ title, sentence, about, columns, points, most }: LineChartProps) {
  const scale = niceCeiling(Math.max(1, most, ...points.map(({ value }) => value)))
  const y = (value: number) => baseline - ((baseline - top) * value) / scale
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      about={about}
      height={height}
      left={left}
      lines={[0, scale / 2, scale].map((value) => ({
        y: y(value),
        words: Number.isInteger(value) ? value.toLocaleString('en') : '',
      }))}
      draw={(width) => {
        const x = (i: number) => left + ((width - left - 6) * i) / Math.max(1, points.length - 1)
        const path = points
          .map(({ value }, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`)
          .join('')
        return (
          <>
            <path class="line-chart-line" d={path} />
            {points.map(({ label, tick }, i) => (
              <Tick key={label} x={x(i)} height={height} left={left} width={width} words={tick} />
            ))}
          </>
        )
      }}
      table={
        <>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({ label, cells }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {cells.map((cell, i) => (
                  <td key={columns[i + 1]} class="nums">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </>
      }
    />
  )
}
