import { type ChartAbout, ChartFrame, Tick, niceCeiling } from './chart-frame.tsx'

export interface Bar {
  /** What the table and the ear call it: "Thursday 14 May". */
  readonly label: string
  /** What stands under the axis, where anything does. */
  readonly tick?: string
  readonly value: number
  /** A second part that stands on it, hatched. */
  readonly more?: number
  /** Too few to tell anything: drawn pale. */
  readonly isDim?: boolean
  /** Its row of the table; its values where nothing else is said. */
  readonly cells?: readonly string[]
}

interface BarChartProps {
  readonly title: string
  readonly sentence: string
  readonly about?: ChartAbout
  /** The heading of the table: of the bars first, then of each cell. */
  readonly columns: readonly [string, ...string[]]
  readonly bars: readonly Bar[]
  /** What the two parts of a bar are called, where it has two. */
  readonly parts?: readonly [string, string]
  /** Values are shares of one. */
  readonly isShare?: boolean
}

const height = 176
const left = 46
const baseline = height - 22
const top = 14

/** One bar a day, an hour or a part of a scale. */
export function BarChart({ title, sentence, about, columns, bars, parts, isShare = false }: BarChartProps) {
  // Charts of a page have titles of their own.
  const hatch = `hatch-${title.replaceAll(/\W+/g, '-')}`
  const most = Math.max(...bars.map((bar) => bar.value + (bar.more ?? 0)), 0)
  const scale = isShare ? 1 : niceCeiling(Math.max(1, most))
  const y = (value: number) => baseline - ((baseline - top) * value) / scale
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      about={about}
      height={height}
      left={left}
      lines={[0, scale / 2, scale].map((value) => ({ y: y(value), words: lineWords(value, isShare) }))}
      draw={(width) => (
        <>
          <Hatch id={hatch} />
          {bars.map((bar, i) => (
            <BarMark key={bar.label} bar={bar} at={i} of={bars.length} width={width} y={y} hatch={hatch} />
          ))}
        </>
      )}
      legend={parts === undefined ? undefined : <PartsLegend parts={parts} hatch={hatch} />}
      table={<BarTable columns={columns} bars={bars} />}
    />
  )
}

function lineWords(value: number, isShare: boolean): string {
  if (isShare) return `${Math.round(value * 100)} %`
  return Number.isInteger(value) ? value.toLocaleString('en') : ''
}

function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line class="bar-hatch" x1="0" y1="0" x2="0" y2="5" />
    </pattern>
  )
}

interface BarMarkProps {
  readonly bar: Bar
  readonly at: number
  readonly of: number
  readonly width: number
  readonly y: (value: number) => number
  readonly hatch: string
}

function BarMark({ bar, at, of, width, y, hatch }: BarMarkProps) {
  const { value, more = 0 } = bar
  const step = (width - left) / Math.max(1, of)
  const place = { x: left + at * step + step * 0.14, width: step * 0.72 }
  const words = `${bar.label}: ${cellsOf(bar).join(', ')}`
  return (
    <g>
      {value === 0 ? null : (
        <rect
          class={bar.isDim === true ? 'bar is-dim' : 'bar'}
          {...place}
          y={y(value)}
          height={baseline - y(value)}
          rx="1.5"
        >
          <title>{words}</title>
        </rect>
      )}
      {more === 0 ? null : (
        <rect
          class="bar-more"
          {...place}
          y={y(value + more)}
          height={y(value) - y(value + more)}
          fill={`url(#${hatch})`}
        >
          <title>{words}</title>
        </rect>
      )}
      <Tick x={left + (at + 0.5) * step} height={height} left={left} width={width} words={bar.tick} />
    </g>
  )
}

function PartsLegend(props: { readonly parts: readonly [string, string]; readonly hatch: string }) {
  const [below, above] = props.parts
  return (
    <ul class="chart-key">
      <li>
        <svg aria-hidden="true">
          <rect class="bar" width="16" height="16" />
        </svg>
        {below}
      </li>
      <li>
        <svg aria-hidden="true">
          <rect class="bar-more" width="16" height="16" fill={`url(#${props.hatch})`} />
        </svg>
        {above}
      </li>
    </ul>
  )
}

const cellsOf = ({ cells, value, more }: Bar): readonly string[] =>
  cells ?? [value, ...(more === undefined ? [] : [more])].map((one) => one.toLocaleString('en'))

function BarTable({ columns, bars }: Pick<BarChartProps, 'columns' | 'bars'>) {
  return (
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
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            {cellsOf(bar).map((cell, i) => (
              <td key={columns[i + 1]} class="nums">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  )
}
