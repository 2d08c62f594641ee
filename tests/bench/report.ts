import { type Bar, type Finding, type Spread, type Unit, type WorkloadReport, isMet } from './measure.ts'

/** One workload as a table for people. */
export function printReport(title: string, { findings, notes }: WorkloadReport): void {
  console.log(`\n${title}`)
  const rows = findings.map((finding) => [
    finding.what,
    showSpread(finding.ours, finding.unit),
    finding.floor === null ? '' : `${finding.floor.name} ${showSpread(finding.floor.figure, finding.unit)}`,
    finding.ratio === null ? '' : showRatio(finding.ratio, finding.unit),
    showBar(finding),
  ])
  printTable([['', 'ours', 'floor or peer', 'ratio', 'bar'], ...rows])
  for (const note of notes) console.log(`  · ${note}`)
}

function printTable(rows: readonly (readonly string[])[]): void {
  const columns = rows[0]?.length ?? 0
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  for (const row of rows) {
    console.log(
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd()}`,
    )
  }
}

function showSpread({ median, low, high }: Spread, unit: Unit): string {
  const middle = showFigure(median, unit)
  return low === high ? middle : `${middle} (${showNumber(low)}–${showNumber(high)})`
}

export function showFigure(value: number, unit: Unit): string {
  return unit === '/s' ? `${showNumber(value)}/s` : `${showNumber(value)} ${unit}`
}

/** Three digits are all that the spread of such a measurement bears. */
export function showNumber(value: number): string {
  if (value >= 1_000_000) return `${(value / 1_000_000).toPrecision(3)} M`
  if (value >= 1000) return Math.round(value).toLocaleString('en').replaceAll(',', ' ')
  return Number(value.toPrecision(3)).toString()
}

/** Speed as a share of the floor, time as a multiple of it. */
function showRatio({ median, low, high }: Spread, unit: Unit): string {
  if (unit !== '/s' || median >= 2) return `${median.toFixed(2)}× (${low.toFixed(2)}–${high.toFixed(2)})`
  return `${percent(median)} (${percent(low)}–${percent(high)})`
}

function showBar(finding: Finding): string {
  const { bar, unit } = finding
  if (bar === null) return ''
  return `${bar.is === 'at least' ? '≥' : '≤'} ${showLimit(bar, unit)} ${isMet(finding) === true ? 'met' : 'missed'}`
}

function showLimit(bar: Bar, unit: Unit): string {
  if (bar.of === 'figure') return showFigure(bar.value, unit)
  return unit === '/s' && bar.value < 1 ? percent(bar.value) : `${bar.value}×`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`
}
