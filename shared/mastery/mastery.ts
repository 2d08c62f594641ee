import { type Day, addDays, dayNumber } from '../basics/time.ts'
import type { ConceptStanding, HeldLevel, LevelCause } from './concept-standing.ts'
import { levelHistory, levelLeft, returnsOn } from './level-history.ts'
import { type LevelNeed, isSlipping, nextNeeds, reachedLevel } from './held-level.ts'
import { type Level, rangeQuantile, thinAnswers, thinFacts } from './levels.ts'
import { type FactsDigest, type MasterySums, sumDigest, sumFacts } from './mastery-sums.ts'

/** Three numbers that are never blended: predicted recall, proven durability, and coverage. */
export interface MasteryNumbers {
  readonly facts: number
  /** Facts with an active card. */
  readonly covered: number
  /** Facts that a review asked about. */
  readonly answered: number
  /** Expected number of facts recalled on the day, an estimate, with its 90 % range. */
  readonly recallNow: number
  readonly recallLow: number
  readonly recallHigh: number
  /** The same 30 days later, without a further review. */
  readonly recallIn30Days: number
  /** Median over the recallable facts of the longest gap bridged since the fact's last failure. */
  readonly durabilityDays: number
}

/** A level above the present one that was held once. */
export interface LevelOnce {
  readonly level: Level
  /** The last day on which it was held. */
  readonly on: Day
  /** Why it was lost first. */
  readonly why: LevelCause
  /** How many facts failed since. */
  readonly failedSince: number
}

/** How well a concept is held. */
export interface ConceptMastery extends MasteryNumbers {
  readonly level: Level
  /** Since when, in the learner's study days; null for what was never answered. */
  readonly since: Day | null
  /** Too little evidence to be sure of the level. */
  readonly thin: boolean
  /** On its way to be lost: well under the recall that the level asks for, or not proven in full any more. */
  readonly slipping: boolean
  /** What is missing for the next level; empty at the top. */
  readonly needs: readonly LevelNeed[]
  readonly once: LevelOnce | null
  readonly sums: MasterySums
}

/** The same without the history of its level: what a list needs. */
export type MasteryInShort = Omit<ConceptMastery, 'since' | 'once'>

/** Mastery of a concept on `today`. */
export function conceptMastery(standing: ConceptStanding, today: Day): ConceptMastery {
  const sums = sumFacts(standing.facts, today)
  const history = levelHistory(standing, today, sums)
  const last = history.at(-1)
  const level = last?.to ?? 0
  const short = inShort(level, sums)
  const until = returnsOn(history, level, today)
  return {
    ...short,
    needs: until === null ? short.needs : [...short.needs, { kind: 'hold', until }],
    since: last?.on ?? null,
    once: levelOnce(standing, level, history),
  }
}

/** The same in short, from the level after the concept's last day. Law: both say the same, but for how long a lost level waits. */
export function masteryInShort(held: HeldLevel, digest: FactsDigest, today: Day): MasteryInShort {
  const sums = sumDigest(digest, today)
  return inShort(levelLeft(held, sums, today), sums)
}

/** Mastery of a topic: all facts below it. Its level is what they reach now by the same rules; it has no history of its own. */
export function topicMastery(sums: MasterySums): MasteryInShort {
  return inShort(reachedLevel(sums), sums)
}

function inShort(level: Level, sums: MasterySums): MasteryInShort {
  return {
    ...toNumbers(sums),
    level,
    thin: isThin(level, sums),
    slipping: isSlipping(level, sums),
    needs: nextNeeds(level, sums),
    sums,
  }
}

function toNumbers(sums: MasterySums): MasteryNumbers {
  // Normal approximation of the Poisson-binomial: each fact is recalled or not, with its own chance.
  const reach = rangeQuantile * Math.sqrt(sums.variance)
  return {
    facts: sums.facts,
    covered: sums.covered,
    answered: sums.answered,
    recallNow: rounded(sums.recall),
    recallLow: rounded(Math.max(0, sums.recall - reach)),
    recallHigh: rounded(Math.min(sums.facts, sums.recall + reach)),
    recallIn30Days: rounded(sums.later),
    durabilityDays: median(sums.gaps),
  }
}

function isThin(level: Level, { recallable, scored }: MasterySums): boolean {
  return level > 0 && (recallable < thinFacts || scored < thinAnswers)
}

function levelOnce(
  { facts }: ConceptStanding,
  level: Level,
  history: ReturnType<typeof levelHistory>,
): LevelOnce | null {
  const best = Math.max(level, ...history.map(({ from }) => from)) as Level
  const lost = history.findLast(({ from, to }) => from === best && to < best)
  if (best === level || lost === undefined) return null
  const since = dayNumber(lost.on)
  const failedSince = facts.filter(({ evidence }) => (evidence.failedOn ?? 0) >= since).length
  return { level: best, on: addDays(lost.on, -1), why: lost.why, failedSince }
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
