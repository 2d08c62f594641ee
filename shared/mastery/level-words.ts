import { assertNever } from '../basics/brand.ts'
import type { Day } from '../basics/time.ts'
import type { LevelCause } from './concept-standing.ts'
import type { LevelNeed } from './held-level.ts'
import { type Level, type LevelProof, type LevelRule, levelNames, levelRules } from './levels.ts'
import { type MasterySums, countProven } from './mastery-sums.ts'
import type { ConceptMastery, LevelOnce } from './mastery.ts'
import type { Slip, SlipCause } from './slipping-since.ts'

/**
 * What earned the present level: “Solid since 12 Nov: 8 of 10 facts recalled after 7 days or more and not failed since;
 * predicted recall 8.4 of the 10 answered.”
 */
export function earnedSentence({ level, since, sums }: ConceptMastery, today: Day): string {
  if (level === 0) return 'Nothing of it was asked yet.'
  const name = since === null ? levelNames[level] : `${levelNames[level]} since ${dayWords(since, today)}`
  if (sums.recallable === 0) return `${name}: something of it was answered.${restWords(sums)}`
  const facts = factCount(sums.recallable)
  const rule = levelRules.find((one) => one.level === level)
  if (rule === undefined) return `${name}: ${sums.recallableAnswered} of ${facts} answered.${restWords(sums)}`
  const shown = [
    `${countProven(sums, rule.proof)} of ${facts} ${proofWords(rule.proof)}`,
    ...(rule.factsPerOtherForm === 0 ? [] : [`${sums.otherForms} in another form`]),
    `predicted recall ${tenths(sums.lasting)} of the ${sums.recallableAnswered} answered`,
  ]
  return `${name}: ${shown.join('; ')}.${restWords(sums)}`
}

/** A level says nothing of what no card asks to recall, so it says that there is more. */
function restWords({ recallable, covered, facts }: MasterySums): string {
  const chosen = covered - recallable
  const silent = facts - covered
  return [
    chosen === 0 ? '' : ` Only with options: ${more(chosen)}.`,
    silent === 0 ? '' : ` No card asks about ${more(silent)}.`,
  ].join('')
}

/** What the next level asks for, in words that one can act on; null at the top. */
export function needsSentence(
  { level, needs, sums }: Pick<ConceptMastery, 'level' | 'needs' | 'sums'>,
  today: Day,
): string | null {
  if (level === 5 || needs.length === 0) return null
  if (needs.some(({ kind }) => kind === 'card')) return 'No card asks about it yet.'
  if (level === 0) return 'Started needs one answer.'
  const wanted = needs.map((need) => needWords(need, sums, today))
  return `${levelNames[level + 1] ?? ''} needs ${listed(wanted)}.`
}

/** “Was Durable on 3 May; 2 facts failed since.” */
export function onceSentence({ level, on, why, failedSince }: LevelOnce, today: Day): string {
  const was = `Was ${levelNames[level]} on ${dayWords(on, today)}`
  if (failedSince > 0) return `${was}; ${factCount(failedSince)} failed since.`
  return why.kind === 'more_asked'
    ? `${was}; more of its facts are asked about since.`
    : `${was}; it was not reviewed for too long.`
}

/** “Slipping from Solid since 3 May: predicted recall is 5.6 of the 8 answered, and Solid asks for 6.4.” */
export function slipSentence({ level, on, isAtLatest, why }: Slip, today: Day): string {
  const since = `${dayWords(on, today)}${isAtLatest ? ' at the latest' : ''}`
  return `Slipping from ${levelNames[level]} since ${since}: ${slipWords(why, level)}.`
}

function slipWords(why: SlipCause, level: Level): string {
  switch (why.kind) {
    case 'failed':
      return `${factCount(why.facts)} failed`
    case 'more_asked':
      return 'more of its facts are asked about, and nothing is shown of them yet'
    case 'faded':
      return `predicted recall is ${tenths(why.recall)} of the ${why.answered} answered, and ${levelNames[level]} asks for ${tenths(why.wanted)}`
    default:
      return assertNever(why)
  }
}

/** Why a level moved: “5 facts recalled.” */
export function causeSentence(why: LevelCause): string {
  switch (why.kind) {
    case 'started':
      return 'The first answer.'
    case 'recalled':
      return `${factCount(why.facts)} recalled.`
    case 'failed':
      return `${factCount(why.facts)} failed.`
    case 'faded':
      return 'It was not reviewed for so long that much of it would be forgotten by now.'
    case 'more_asked':
      return 'More of its facts are asked about, and nothing is shown of them yet.'
    default:
      return assertNever(why)
  }
}

/** What a level asks for, as it is explained to people: each requirement by itself. */
export function ruleWords({ answered, proven, proof, recall, factsPerOtherForm }: LevelRule): string[] {
  return [
    `${percent(answered)} of its facts answered`,
    `${percent(proven)} ${proofWords(proof)}`,
    ...(factsPerOtherForm === 0 ? [] : [`one fact in ${factsPerOtherForm} recalled in another form`]),
    `a predicted recall of ${percent(recall)} of what was answered`,
  ]
}

/** What has been shown of a fact, after “8 of 10 facts”. */
export function proofWords(proof: LevelProof): string {
  return proof.kind === 'recalled_later'
    ? 'recalled on a later day than first seen'
    : `recalled after ${proof.days} days or more and not failed since`
}

function needWords(need: LevelNeed, sums: MasterySums, today: Day): string {
  switch (need.kind) {
    case 'card':
      return 'a card'
    case 'recall_card':
      return 'a card that asks without options'
    case 'answered':
      return `${more(need.facts)} answered`
    case 'proven':
      return `${more(need.facts)} ${proofWords(need.proof)}`
    case 'other_form':
      return `${more(need.facts)} recalled in another form (typed, in order, or item by item)`
    case 'hold':
      return `no failure until ${dayWords(need.until, today)}`
    case 'recall': {
      const answered = sums.recallableAnswered
      return `a predicted recall of ${tenths(need.wanted * answered)} of ${factCount(answered)} (now ${tenths(need.now * answered)})`
    }
    default:
      return assertNever(need)
  }
}

const more = (facts: number): string => (facts === 1 ? '1 more fact' : `${facts} more facts`)
const factCount = (facts: number): string => (facts === 1 ? '1 fact' : `${facts} facts`)
const percent = (share: number): string => `${Math.round(share * 100)} %`
/** Expected numbers of facts; one that is short of a line is never rounded up to it. */
const tenths = (facts: number): string => `${Math.floor(facts * 10 + 1e-6) / 10}`

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `3 May`, with its year when that is another one than today’s. */
export function dayWords(day: Day, today: Day): string {
  const month = months[Number(day.slice(5, 7)) - 1] ?? ''
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`
  return `${Number(day.slice(8, 10))} ${month}${year}`
}
