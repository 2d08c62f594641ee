import type { ComponentChildren, VNode } from 'preact'
import { useWidth } from './use-width.ts'
import './chart-frame.css'

/** What a drawing counts: how many, and by which rule. */
export interface ChartAbout {
  /** `1,391 answers`. */
  readonly count: string
  /** A sentence or two. */
  readonly definition: string
}

interface ChartFrameProps {
  readonly title: string
  /** One plain sentence that says what the drawing says. */
  readonly sentence: string
  readonly height: number
  /** The words at the lines of the grid, and where those lie. */
  readonly lines: readonly { readonly y: number; readonly words: string }[]
  /** Where the drawing begins: left of it stand the words of the lines. */
  readonly left: number
  readonly draw: (width: number) => VNode
  readonly legend?: ComponentChildren
  readonly about?: ChartAbout | undefined
  /** The rows of a table of the same numbers, its heading first. */
  readonly table: ComponentChildren
}

/** A drawing with its sentence and its table: three ways to the same numbers. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, sentence, height, lines, left, draw, legend, about, table } = props
  const [chart, width] = useWidth()
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
        {lines.map(({ y, words }) => (
          <g key={y}>
            <line class="grid-line" x1={left} x2={width} y1={y} y2={y} />
            <text class="tick" x={left - 6} y={y + 4} text-anchor="end">
              {words}
            </text>
          </g>
        ))}
        {draw(width)}
      </svg>
      {legend}
      <ChartFoot about={about} table={table} />
    </figure>
  )
}

/** What stands below a drawing: what it counts, and its numbers. */
export function ChartFoot(props: {
  readonly about: ChartAbout | undefined
  readonly table: ComponentChildren
}) {
  const { about, table } = props
  return (
    <>
      {about === undefined ? null : (
        <p class="small chart-about">
          n = {about.count}. {about.definition}
        </p>
      )}
      <details>
        <summary>Table</summary>
        <table>{table}</table>
      </details>
    </>
  )
}

/** A chart that has too little to draw: what it will show, and what it needs. No curve is made up. */
export function ChartMissing(props: {
  readonly title: string
  readonly needs: string
  readonly definition: string
}) {
  return (
    <figure class="chart chart-missing">
      <figcaption>
        <h3>{props.title}</h3>
        <p class="sub">{props.needs}</p>
      </figcaption>
      <p class="small chart-about">{props.definition}</p>
    </figure>
  )
}

interface TickProps {
  readonly x: number
  readonly height: number
  readonly left: number
  readonly width: number
  readonly words: string | undefined
}

/** A word under the axis, kept inside the drawing at both edges. */
export function Tick({ x, height, left, width, words }: TickProps) {
  if (words === undefined) return null
  return (
    <text class="tick" x={Math.min(width - 24, Math.max(left + 12, x))} y={height - 4} text-anchor="middle">
      {words}
    </text>
  )
}

/** A round number that holds `value` and has a whole half, for the middle line. */
export function niceCeiling(value: number): number {
  for (let power = 1; ; power *= 10) {
    const factors = power === 1 ? [2, 4, 6, 8, 10] : [1.2, 1.6, 2, 3, 4, 5, 6, 8, 10]
    const factor = factors.find((one) => one * power >= value)
    if (factor !== undefined) return Math.round(factor * power)
  }
}
