import type { WouldBe } from '../../../shared/api/notes.ts'
import type { DraftReading, LiveCard } from './draft-reading.ts'

/** What stands beside one line of the text: the cards that begin there, or why there is none. */
export interface LiveRow {
  readonly key: string
  readonly line: number
  /** The last line it speaks of. */
  readonly until: number
  readonly cards: readonly LiveCard[]
  readonly reason: string | null
  readonly isProblem: boolean
  /** Cards of these lines that were left out for their worth. */
  readonly offers: readonly Offer[]
}

export interface Offer {
  readonly line: number
  readonly card: WouldBe
}

/** Rows in the order of the text. A row with cards keeps its key while its first card is the same, wherever it moves. */
export function liveRows({ cards, silent, problems }: DraftReading): LiveRow[] {
  const byLine = new Map<number, LiveCard[]>()
  for (const card of cards) {
    const line = card.lines[0] ?? 1
    byLine.set(line, [...(byLine.get(line) ?? []), card])
  }
  const rows = [...byLine].map(([line, held]): LiveRow => {
    const until = Math.max(line, ...held.flatMap((card) => card.lines))
    return { key: held[0]?.key ?? '', line, until, cards: held, reason: null, isProblem: false, offers: [] }
  })
  for (const problem of problems)
    rows.push(quietRow({ ...problem, until: problem.line, reason: problem.sentence, offers: [] }, true))
  for (const run of runsOf(silent)) rows.push(quietRow(run, false))
  return rows.sort((a, b) => a.line - b.line || Number(b.cards.length > 0) - Number(a.cards.length > 0))
}

/** The cards that a line makes: a card may stand on several lines. */
export function cardsOfLine(cards: readonly LiveCard[], line: number): LiveCard[] {
  return cards.filter((card) => card.lines.includes(line))
}

/** The row that speaks of `line`: its cards, or why it gives none. */
export function rowOf(rows: readonly LiveRow[], line: number): LiveRow | undefined {
  return (
    rows.find((row) => row.cards.some((card) => card.lines.includes(line))) ??
    rows.find((row) => row.cards.length === 0 && row.line <= line && line <= row.until)
  )
}

/** The row to look at beside `line`: its own, or the nearest one above. */
export function rowNear(rows: readonly LiveRow[], line: number): LiveRow | undefined {
  return rowOf(rows, line) ?? rows.findLast((row) => row.line <= line) ?? rows[0]
}

type Run = Pick<LiveRow, 'line' | 'until' | 'offers'> & { readonly reason: string }

function quietRow({ line, until, reason, offers }: Run, isProblem: boolean): LiveRow {
  const key = `${isProblem ? 'problem' : 'silent'} ${line} ${reason}`
  return { key, line, until, cards: [], reason, isProblem, offers }
}

/** Lines in a row that are silent for one reason say it once. */
function runsOf(silent: DraftReading['silent']): Run[] {
  const runs: Run[] = []
  for (const { line, reason, wouldBe } of [...silent].sort((a, b) => a.line - b.line)) {
    const last = runs.at(-1)
    const own = wouldBe === null ? [] : [{ line, card: wouldBe }]
    // A blank line between two of them separates nothing.
    if (last !== undefined && last.reason === reason && line - last.until <= 2)
      runs.splice(-1, 1, { ...last, until: line, offers: [...last.offers, ...own] })
    else runs.push({ line, until: line, reason, offers: own })
  }
  return runs
}
