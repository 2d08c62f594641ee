import { type Day, type EpochMs, dayNumber } from '../basics/time.ts'
import type { FactKey } from '../fact/fact.ts'
import { type CardMemory, type CardStanding, recallAfterDays, recallOn } from './card-standing.ts'
import type { FactEvidence } from './fact-evidence.ts'
import { type LevelProof, horizonDays } from './levels.ts'

/** One fact with what the log shows of it and the cards that ask for it (none: no card covers it). */
export interface FactStanding {
  readonly key: FactKey
  /** When the fact came in, while no answer of its concept came after that; null once one did. */
  readonly since: EpochMs | null
  readonly evidence: FactEvidence
  readonly cards: readonly CardStanding[]
}

/** What the facts of a concept have shown, whatever the day is. */
export interface ShownCounts {
  readonly facts: number
  /** Cards that ask about them. */
  readonly cards: number
  /** Facts that an active card asks about. */
  readonly covered: number
  /** Of these: facts that one of them asks to be recalled, and not only chosen among options. Levels speak of these. */
  readonly recallable: number
  /** Facts that were answered in any way. */
  readonly seen: number
  /** Facts that a review asked about. */
  readonly answered: number
  /** Recallable facts that a review asked about. */
  readonly recallableAnswered: number
  readonly scored: number
  /** Of the recallable facts: recalled once on a later day than seen, and in another form. */
  readonly recalledLater: number
  readonly otherForms: number
}

/** What facts amount to on a day. Sums of concepts are sums of their facts, so topics add up. */
export interface MasterySums extends ShownCounts {
  /** The gap of each recallable fact. */
  readonly gaps: readonly number[]
  /** Sums of predicted recall, of its variance, and of recall at the horizon. */
  readonly recall: number
  readonly variance: number
  readonly later: number
  /** Sum of the recall that levels go by, over the recallable facts that a review asked about. */
  readonly lasting: number
}

/**
 * A concept in short: what it takes to say its sums on any day. A list reads those of tens of thousands of cards, so what
 * predicts them lies flat.
 */
export interface FactsDigest {
  readonly counts: ShownCounts
  readonly gaps: readonly number[]
  /**
   * For each fact that was reviewed: how many cards predict it, 1 where it is recallable, and of each card the day, the
   * stability, the decay and the day it was forgotten on (0 for none).
   */
  readonly memories: readonly number[]
}

/** The facts in short. */
export function digestFacts(facts: readonly FactStanding[]): FactsDigest {
  const counts = { ...noCounts }
  const gaps: number[] = []
  const memories: number[] = []
  for (const { evidence, cards } of facts) {
    const isRecallable = cards.some(({ isActive, showsOptions }) => isActive && !showsOptions)
    const own = memoriesOf(cards)
    counts.facts++
    counts.cards += cards.length
    counts.scored += evidence.scored
    if (evidence.seenOn !== null) counts.seen++
    if (own.length > 0) {
      counts.answered++
      memories.push(own.length, isRecallable ? 1 : 0)
      for (const { on, stability, decay, forgottenOn } of own)
        memories.push(on, stability, decay, forgottenOn ?? 0)
    }
    if (isCovered(cards)) counts.covered++
    if (!isRecallable) continue
    counts.recallable++
    gaps.push(evidence.gapDays)
    if (evidence.recalledOn !== null) counts.recalledLater++
    if (evidence.hasOtherForm) counts.otherForms++
    if (own.length > 0) counts.recallableAnswered++
  }
  return { counts, gaps, memories }
}

/** The sums of some facts on a day. */
export function sumFacts(facts: readonly FactStanding[], on: Day): MasterySums {
  return sumDigest(digestFacts(facts), on)
}

/** The same of facts in short. */
export function sumDigest({ counts, gaps, memories }: FactsDigest, on: Day): MasterySums {
  const day = dayNumber(on)
  let recall = 0
  let variance = 0
  let later = 0
  let lasting = 0
  for (let at = 0; at < memories.length;) {
    const cards = memories[at] as number
    const isRecallable = memories[at + 1] === 1
    let now = 0
    let then = 0
    let lasts = 0
    for (let card = 0; card < cards; card++) {
      const place = at + 2 + card * 4
      const elapsed = day - (memories[place] as number)
      const stability = memories[place + 1] as number
      const decay = memories[place + 2] as number
      const isForgotten = memories[place + 3] === day
      const recalled = recallAfterDays(isForgotten ? 1 : elapsed, stability, decay)
      now += isForgotten ? 0 : recalled
      lasts += recalled
      then += recallAfterDays(elapsed + horizonDays, stability, decay)
    }
    const share = now / cards
    recall += share
    variance += share * (1 - share)
    later += then / cards
    if (isRecallable) lasting += lasts / cards
    at += 2 + cards * 4
  }
  return { ...counts, gaps, recall, variance, later, lasting }
}

/** The sums of several concepts or topics together. */
export function addSums(all: readonly MasterySums[]): MasterySums {
  const total = { ...noCounts, recall: 0, variance: 0, later: 0, lasting: 0 }
  const names = Object.keys(total) as (keyof typeof total)[]
  for (const sums of all) for (const name of names) total[name] += sums[name]
  return { ...total, gaps: all.flatMap(({ gaps }) => gaps) }
}

/** How many of the recallable facts have the proof of a level. */
export function countProven({ gaps, recalledLater }: MasterySums, proof: LevelProof): number {
  return proof.kind === 'recalled_later' ? recalledLater : gaps.filter((gap) => gap >= proof.days).length
}

/** The mean recall that levels go by; 0 before the first review. */
export function lastingRecall({ lasting, recallableAnswered }: MasterySums): number {
  return recallableAnswered === 0 ? 0 : lasting / recallableAnswered
}

/** The chance of recall of a fact on a day; null before its first review. */
export function factRecall(cards: readonly CardStanding[], on: Day): number | null {
  const day = dayNumber(on)
  const memories = memoriesOf(cards)
  return memories.length === 0
    ? null
    : memories.reduce((sum, memory) => sum + recallOn(memory, day), 0) / memories.length
}

/** What predicts the recall of a fact: its active cards; where all of them rest, what was known when they were laid aside. */
function memoriesOf(cards: readonly CardStanding[]): CardMemory[] {
  const covered = isCovered(cards)
  return cards.flatMap(({ isActive, memory }) => (memory === null || (covered && !isActive) ? [] : [memory]))
}

const isCovered = (cards: readonly CardStanding[]): boolean => cards.some(({ isActive }) => isActive)

const noCounts = {
  facts: 0,
  cards: 0,
  covered: 0,
  recallable: 0,
  seen: 0,
  answered: 0,
  recallableAnswered: 0,
  scored: 0,
  recalledLater: 0,
  otherForms: 0,
}
