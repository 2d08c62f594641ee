import type { Day } from '../basics/time.ts'
import {
  type Level,
  type LevelProof,
  type LevelRule,
  levelRules,
  lostUnder,
  missedBy,
  shareOf,
  slippingUnder,
} from './levels.ts'
import { type MasterySums, countProven, lastingRecall } from './mastery-sums.ts'

/** What is missing for a level. */
export type LevelNeed =
  /** No card asks about any of its facts. */
  | { readonly kind: 'card' }
  /** Cards ask about them, but only with options to choose among. */
  | { readonly kind: 'recall_card' }
  | { readonly kind: 'answered'; readonly facts: number }
  | { readonly kind: 'proven'; readonly facts: number; readonly proof: LevelProof }
  | { readonly kind: 'other_form'; readonly facts: number }
  /** A failure took the level lately: it comes back on that day at the earliest. */
  | { readonly kind: 'hold'; readonly until: Day }
  /** Mean predicted recall of the answered facts, as it is and as it must be. */
  | { readonly kind: 'recall'; readonly now: number; readonly wanted: number }

/** The highest level whose rule is fully met, and those of all below it. */
export function reachedLevel(sums: MasterySums): Level {
  if (sums.seen === 0) return 0
  const missed = levelRules.find((rule) => needsOf(sums, rule).length > 0)
  return missed === undefined ? 5 : ((missed.level - 1) as Level)
}

/**
 * How much of a level is kept. Recall may sink some way under the line: that is a prediction, and no answer has failed yet.
 * What was proven must still be proven; in its days of grace a level may miss its shares by a little.
 */
export function keptLevel(held: Level, sums: MasterySums, isGraced: boolean): Level {
  if (sums.seen === 0) return 0
  const lost = levelRules.find(
    (rule) =>
      rule.level <= held &&
      (!isProven(sums, isGraced ? graced(rule) : rule) ||
        lastingRecall(sums) < rule.recall - lostUnder - hair),
  )
  return lost === undefined ? (Math.max(1, held) as Level) : ((lost.level - 1) as Level)
}

/** Whether a level that is held is not proven in full any more. */
export function isMissed(level: Level, sums: MasterySums): boolean {
  return levelRules.some((rule) => rule.level <= level && !isProven(sums, rule))
}

/** The level after a day, which rises to `most` at the most. */
export function nextLevel(held: Level, sums: MasterySums, isGraced: boolean, most: Level): Level {
  return Math.max(keptLevel(held, sums, isGraced), Math.min(most, reachedLevel(sums))) as Level
}

/** Whether a level is on its way to be lost: well under the recall that it asks for, or not proven in full any more. */
export function isSlipping(level: Level, sums: MasterySums): boolean {
  const rule = levelRules.find((one) => one.level === level)
  if (rule === undefined) return false
  return lastingRecall(sums) < rule.recall - slippingUnder - hair || isMissed(level, sums)
}

/** Whether a concept that others build on is not held: below Solid, or on its way to be. */
export const isWeak = ({ level, slipping }: { readonly level: Level; readonly slipping: boolean }): boolean =>
  level < solid || slipping
/** From here on a level rests on gaps that were bridged. */
export const solid: Level = 3

/** What the next level needs besides what there is; empty at the top. */
export function nextNeeds(level: Level, sums: MasterySums): readonly LevelNeed[] {
  if (sums.covered === 0) return [{ kind: 'card' }]
  if (level === 0) return [{ kind: 'answered', facts: 1 }]
  const next = levelRules.find((rule) => rule.level === level + 1)
  return next === undefined ? [] : needsOf(sums, next)
}

/** Whether what a level wants shown is shown, whatever recall is predicted. */
export function isProven(sums: MasterySums, rule: LevelRule): boolean {
  return needsOf(sums, rule).every(({ kind }) => kind === 'recall')
}

const graced = (rule: LevelRule): LevelRule => ({
  ...rule,
  answered: rule.answered - missedBy,
  proven: rule.proven - missedBy,
})

// Sums of a hundred floats may end a hair under a line that they are on.
const hair = 1e-9

function needsOf(sums: MasterySums, rule: LevelRule): LevelNeed[] {
  const needs: LevelNeed[] = []
  const facts = sums.recallable
  if (facts === 0) return [{ kind: sums.covered === 0 ? 'card' : 'recall_card' }]
  const answered = shareOf(rule.answered, facts) - sums.recallableAnswered
  if (answered > 0) needs.push({ kind: 'answered', facts: answered })
  const proven = shareOf(rule.proven, facts) - countProven(sums, rule.proof)
  if (proven > 0) needs.push({ kind: 'proven', facts: proven, proof: rule.proof })
  const forms = rule.factsPerOtherForm === 0 ? 0 : Math.ceil(facts / rule.factsPerOtherForm)
  if (sums.otherForms < forms) needs.push({ kind: 'other_form', facts: forms - sums.otherForms })
  const recall = lastingRecall(sums)
  if (recall < rule.recall - hair) needs.push({ kind: 'recall', now: recall, wanted: rule.recall })
  return needs
}
