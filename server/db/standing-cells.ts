import { type EpochMs, dayNumber, formatDay } from '../../shared/basics/time.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { CardStanding } from '../../shared/mastery/card-standing.ts'
import { noEvidence } from '../../shared/mastery/fact-evidence.ts'
import type { LevelCause, LevelChange, TrendPoint } from '../../shared/mastery/concept-standing.ts'
import type { Level } from '../../shared/mastery/levels.ts'
import type { FactStanding, FactsDigest } from '../../shared/mastery/mastery-sums.ts'
import { defaultDecay } from '../../shared/schedule/predicted-recall.ts'

/**
 * A fact as it stands in its concept's row: a page reads tens of thousands of them, so they are cells without names. Days are
 * counted from 1970, 0 stands for none; what nobody answered has no cells but the first three.
 */
export type FactCells = readonly [
  key: FactKey,
  since: number,
  cards: readonly CardCells[],
  seenOn?: number,
  failedOn?: number,
  recalledOn?: number,
  gapDays?: number,
  scored?: number,
  form?: string | 0,
  hasOtherForm?: number,
]
/** A card never answered is its flags alone. */
type CardCells =
  | number
  | readonly [flags: number, answeredOn: number]
  | readonly [
      flags: number,
      answeredOn: number,
      on: number,
      stability: number,
      decay: number,
      forgottenOn: number,
    ]
/** The facts in short: their counts, the gaps, and what predicts them. */
export type DigestCells = readonly [
  counts: readonly [
    facts: number,
    cards: number,
    covered: number,
    recallable: number,
    seen: number,
    answered: number,
    recallableAnswered: number,
    scored: number,
    recalledLater: number,
    otherForms: number,
  ],
  gaps: readonly number[],
  memories: readonly number[],
]
/** A step of the level: the day, from, to, why, and the number that says how much. */
export type ChangeCells = readonly [
  on: number,
  from: number,
  to: number,
  kind: LevelCause['kind'],
  much: number,
]

/** A fact's standing as its cells. The inverse of `toFactStanding`. */
export function toFactCells({ key, since, evidence, cards }: FactStanding): FactCells {
  const cells = cards.map(toCardCells)
  if (evidence.seenOn === null) return [key, since ?? 0, cells]
  const { seenOn, failedOn, recalledOn, gapDays, scored, form, hasOtherForm } = evidence
  const days = [seenOn, failedOn ?? 0, recalledOn ?? 0] as const
  return [key, since ?? 0, cells, ...days, gapDays, scored, form ?? 0, hasOtherForm ? 1 : 0]
}

/** The cells of a fact as the standing that they are. */
export function toFactStanding(cells: FactCells): FactStanding {
  // By their places, one after the other: a page does this tens of thousands of times.
  const since = cells[1] === 0 ? null : (cells[1] as EpochMs)
  const cards = cells[2].map(toCardStanding)
  if (cells[3] === undefined) return { key: cells[0], since, evidence: noEvidence, cards }
  const evidence = {
    seenOn: cells[3],
    failedOn: cells[4] || null,
    recalledOn: cells[5] || null,
    gapDays: cells[6] ?? 0,
    form: cells[8] || null,
    hasOtherForm: cells[9] === 1,
    scored: cells[7] ?? 0,
  }
  return { key: cells[0], since, evidence, cards }
}

/** Facts in short as their cells. The inverse of `toFactsDigest`. */
export function toDigestCells({ counts, gaps, memories }: FactsDigest): DigestCells {
  const { facts, cards, covered, recallable, seen, answered, recallableAnswered } = counts
  const { scored, recalledLater, otherForms } = counts
  const shown = [scored, recalledLater, otherForms] as const
  return [[facts, cards, covered, recallable, seen, answered, recallableAnswered, ...shown], gaps, memories]
}

/** The cells as the facts in short that they are. */
export function toFactsDigest([own, gaps, memories]: DigestCells): FactsDigest {
  const [facts, cards, covered, recallable, seen, answered, recallableAnswered, ...shown] = own
  const [scored, recalledLater, otherForms] = shown
  const asked = { facts, cards, covered, recallable, seen, answered, recallableAnswered }
  return { counts: { ...asked, scored, recalledLater, otherForms }, gaps, memories }
}

/** A step of the level as its cells. The inverse of `toLevelChange`. */
export function toChangeCells({ on, from, to, why }: LevelChange): ChangeCells {
  const much = 'facts' in why ? why.facts : 'recall' in why ? why.recall : 0
  return [dayNumber(on), from, to, why.kind, much]
}

/** The cells of a step as the step that they are. */
export function toLevelChange([on, from, to, kind, much]: ChangeCells): LevelChange {
  return { on: formatDay(on), from: from as Level, to: to as Level, why: toCause(kind, much) }
}

/** The points of a trend one after the other, three numbers each: day, recall and reach. */
export const toTrendCells = (trend: readonly TrendPoint[]): number[] =>
  trend.flatMap(({ on, recall, reach }) => [on, recall, reach])

/** The inverse of `toTrendCells`. */
export function toTrend(cells: readonly number[]): TrendPoint[] {
  return Array.from({ length: Math.floor(cells.length / 3) }, (_, i) => {
    const [on = 0, recall = 0, reach = 0] = cells.slice(i * 3, i * 3 + 3)
    return { on, recall, reach }
  })
}

function toCause(kind: LevelCause['kind'], much: number): LevelCause {
  switch (kind) {
    case 'started':
    case 'more_asked':
      return { kind }
    case 'recalled':
    case 'failed':
      return { kind, facts: much }
    case 'faded':
      return { kind, recall: much }
  }
}

/** What stands in a card's first cell, added up. */
const activeFlag = 1
const optionsFlag = 2

function toCardCells({ isActive, showsOptions, answeredOn, memory }: CardStanding): CardCells {
  const flags = (isActive ? activeFlag : 0) + (showsOptions ? optionsFlag : 0)
  if (memory === null) return answeredOn === null ? flags : [flags, answeredOn]
  const { on, stability, decay, forgottenOn } = memory
  // Nearly every card falls by the usual curve.
  const decayCell = decay === defaultDecay ? 0 : decay
  return [flags, answeredOn ?? 0, on, stability, decayCell, forgottenOn ?? 0]
}

function toCardStanding(cells: CardCells): CardStanding {
  const [flags, answeredOn, on, stability, decay, forgottenOn] =
    typeof cells === 'number' ? [cells, 0] : cells
  const base = {
    isActive: (flags & activeFlag) !== 0,
    showsOptions: (flags & optionsFlag) !== 0,
    answeredOn: answeredOn || null,
  }
  if (on === undefined || stability === undefined) return { ...base, memory: null }
  const memory = {
    on,
    stability,
    decay: decay || defaultDecay,
    forgottenOn: forgottenOn || null,
  }
  return { ...base, memory }
}
