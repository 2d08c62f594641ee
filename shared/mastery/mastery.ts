import { type Day, addDays } from '../basics/time.ts'
import { type RecallFit, defaultRecallFit, predictedRecall } from '../schedule/predicted-recall.ts'
import type { CardState } from '../schedule/schedule.ts'
import { type LevelRule, levelNames, levelRules, thinAnswers, thinFacts } from './levels.ts'

/** One fact of a concept with the states of its scheduled cards (none: no card covers it). */
export interface FactStanding {
  readonly cards: readonly CardState[]
}

/** How well a concept is held. Three numbers that are never blended: predicted now, proven durability, coverage. */
export interface ConceptMastery {
  readonly level: number
  readonly levelName: string
  readonly thin: boolean
  readonly facts: number
  readonly covered: number
  readonly answered: number
  /** Expected number of facts recalled on the day, an estimate, with its 90 % range. */
  readonly recallNow: number
  readonly recallLow: number
  readonly recallHigh: number
  readonly recallIn30Days: number
  readonly durabilityDays: number
  readonly nextNeeds: string | null
}

interface FactMeasure {
  readonly covered: boolean
  readonly answered: boolean
  readonly recall: number
  readonly recallLater: number
  readonly gapDays: number
  readonly answers: number
  readonly otherForms: number
}

const horizonDays = 30
/** The normal quantile of a 90 % range. */
const z90 = 1.645

/** Mastery of a concept on `today`. It falls by itself with time, and after a forgotten card. */
export function conceptMastery(
  facts: readonly FactStanding[],
  today: Day,
  fit: RecallFit = defaultRecallFit,
): ConceptMastery {
  const measures = facts.map((fact) => measureFact(fact, today, fit))
  const recallNow = sum(measures, (fact) => fact.recall)
  // Normal approximation of the Poisson-binomial: each fact is recalled or not, with its own chance.
  const reach = z90 * Math.sqrt(sum(measures, (fact) => fact.recall * (1 - fact.recall)))
  const answers = sum(measures, (fact) => fact.answers)
  const level = reachedLevel(measures)
  return {
    level,
    levelName: levelNames[level] ?? 'Unseen',
    thin: level > 0 && (measures.length < thinFacts || answers < thinAnswers),
    facts: measures.length,
    covered: measures.filter((fact) => fact.covered).length,
    answered: measures.filter((fact) => fact.answered).length,
    recallNow: round(recallNow),
    recallLow: round(Math.max(0, recallNow - reach)),
    recallHigh: round(Math.min(measures.length, recallNow + reach)),
    recallIn30Days: round(sum(measures, (fact) => fact.recallLater)),
    durabilityDays: median(measures.map((fact) => fact.gapDays)),
    nextNeeds: nextNeeds(measures, level),
  }
}

/** Mean chance of recall of a fact's answered cards on `day`; 0 when none was answered. */
export function factRecall(cards: readonly CardState[], day: Day, fit: RecallFit = defaultRecallFit): number {
  const recalls = cards.map((card) => heldRecall(card, day, fit)).filter((recall) => recall !== null)
  return recalls.length === 0 ? 0 : sum(recalls, (recall) => recall) / recalls.length
}

/** The predicted recall, but nothing for a card that was forgotten today and not yet recalled since. */
function heldRecall(card: CardState, day: Day, fit: RecallFit): number | null {
  const { lastAnswer } = card
  const isForgotten = lastAnswer !== null && lastAnswer.on === day && lastAnswer.grade < 3
  return isForgotten ? 0 : predictedRecall(card, day, fit)
}

function measureFact(fact: FactStanding, today: Day, fit: RecallFit): FactMeasure {
  return {
    covered: fact.cards.length > 0,
    answered: fact.cards.some((card) => card.answers > 0),
    recall: factRecall(fact.cards, today, fit),
    recallLater: factRecall(fact.cards, addDays(today, horizonDays), fit),
    gapDays: Math.max(0, ...fact.cards.map((card) => card.longestGapDays)),
    answers: sum(fact.cards, (card) => card.answers),
    otherForms: sum(fact.cards, (card) => card.otherFormSuccesses),
  }
}

function reachedLevel(facts: readonly FactMeasure[]): number {
  if (!facts.some((fact) => fact.answered)) return 0
  let level = 1
  while (level < levelRules.length - 1 && unmetNeeds(facts, levelRules[level + 1]).length === 0) level++
  return level
}

function nextNeeds(facts: readonly FactMeasure[], level: number): string | null {
  const next = levelNames[level + 1]
  if (next === undefined) return null
  if (level === 0) return 'Started needs one answered card.'
  return `${next} needs ${unmetNeeds(facts, levelRules[level + 1]).join(', and ')}.`
}

/** What is missing for a level, in words a learner can act on. */
function unmetNeeds(facts: readonly FactMeasure[], rule: LevelRule | undefined): string[] {
  if (rule === undefined) return ['more than there is']
  const needs: string[] = []
  const answered = facts.filter((fact) => fact.answered).length
  const answersNeeded = Math.ceil(rule.answered * facts.length)
  if (answered < answersNeeded) needs.push(`${answersNeeded - answered} more of the facts answered`)
  const proven = facts.filter((fact) => fact.gapDays >= rule.gapDays).length
  const provenNeeded = Math.ceil(rule.provenShare * facts.length)
  if (proven < provenNeeded)
    needs.push(`${provenNeeded - proven} more recalled after ${dayCount(rule.gapDays)}`)
  const recall = sum(facts, (fact) => fact.recall) / Math.max(1, facts.length)
  if (recall < rule.recall)
    needs.push(`predicted recall of ${Math.round(rule.recall * 100)} % (now ${Math.round(recall * 100)} %)`)
  const formsNeeded = rule.factsPerOtherForm === 0 ? 0 : Math.ceil(facts.length / rule.factsPerOtherForm)
  const forms = sum(facts, (fact) => fact.otherForms)
  if (forms < formsNeeded) needs.push(`${formsNeeded - forms} more typed right in a quiz`)
  return needs
}

function dayCount(days: number): string {
  return days === 1 ? 'a day or more' : `${days} days or more`
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0)
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
