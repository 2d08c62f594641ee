import './spark-line.css'

interface SparkLineProps {
  /** The last one is today. */
  readonly values: readonly number[]
  /** What the top of the line stands for. */
  readonly most: number
  /** How many values fill the whole width: fewer begin further to the right. */
  readonly room: number
}

const width = 96
const height = 20

/** A line as small as a word, of numbers that stand beside it in words. */
export function SparkLine({ values, most, room }: SparkLineProps) {
  if (values.length < 2) return <span class="spark-line empty" />
  const x = (i: number) => width - ((values.length - 1 - i) * width) / (room - 1)
  const y = (value: number) => height - 1 - ((height - 2) * Math.min(most, value)) / Math.max(1, most)
  const path = values
    .map((value, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('')
  return (
    <svg class="spark-line" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
