import { capitalise, wordCount } from '../basics/text.ts'
import type { FactOf } from '../fact/fact.ts'
import { basic } from './kinds/basic.ts'
import { listRecall } from './kinds/list-recall.ts'
import { isTooLong } from '../english/enumeration.ts'
import { trimEnd, withoutAsides } from '../english/phrase.ts'
import { isPlainWord } from '../english/title-case.ts'
import { toGerund } from '../english/verb-phrases.ts'
import { type AskedProblem, askProblem, nameWays } from './ask-problem.ts'
import { openAnswer } from './lint-rule.ts'
import type { Proposal } from './proposal.ts'
import {
  alternatives,
  asTold,
  byDoing,
  doing,
  listParts,
  meansOf,
  shortItem,
  solutionText,
} from './solution-text.ts'
import { answer, longestAnswer } from './wording.ts'

/**
 * "How can X be solved?" – with the problem in the question, the solution as what one does. Its parts are asked as a list
 * where they are short, and then the whole is not asked beside it.
 */
export function problemCards(fact: FactOf<'problem_solution'>): Proposal[] {
  const asked = askProblem(fact)
  if (asked === undefined) return []
  return [...(fact.statement === '' ? [] : toldCards(fact.statement, asked)), ...itemCards(fact.items, asked)]
}

/** A solution in one sentence: what is used, the parts when there are several short ones, or the whole. */
function toldCards(statement: string, asked: AskedProblem): Proposal[] {
  if (isTitle(statement)) return []
  const told = solutionText(asTold(statement))
  const means = asked.kind === 'need' || asked.question.startsWith('How can you ') ? meansOf(told) : undefined
  if (means !== undefined) {
    const question = asked.question.replace(/^How can you /, 'What can you use to ')
    return [{ content: basic(question, answer(means)), slot: 'means', score: 11 }]
  }
  if (asked.kind === 'need') return []
  const several = alternatives(told)
  if (several !== undefined) return listOf(several, asked, 11)
  const parts = listParts(told)?.map((part) => capitalise(withoutAsides(part)))
  const list = parts === undefined ? [] : listOf(parts, asked, 11)
  if (list.length > 0) return list
  const whole = asked.by ? byDoing(told) : doing(statement, solutionText(statement)).replace(/^with\s+/i, '')
  return wordCount(told) <= longestAnswer || parts === undefined
    ? [{ content: basic(asked.question, answer(whole)), score: 10, ...doubtOf(asked) }]
    : []
}

/** A task may be done by a dozen deeds: which one, only the note knows. */
const doubtOf = ({ kind }: AskedProblem): Pick<Proposal, 'doubt'> =>
  kind === 'task' ? { doubt: openAnswer } : {}

/** "Managing Asynchronous Tasks" is the heading of something else, no solution. */
function isTitle(text: string): boolean {
  const words = text.split(' ').filter((word) => word.length > 3)
  return words.length >= 2 && words.every((word) => /^\p{Lu}/u.test(word) && isPlainWord(word))
}

/** Solutions in a list of their own. */
function itemCards(listed: readonly string[], asked: AskedProblem): Proposal[] {
  if (asked.kind === 'need') return []
  const items = listed.filter((item) => !isTitle(item))
  const told = items.some((item) => toGerund(trimEnd(item)) !== undefined)
  const deeds = items.map((item) => shortItem(solutionText(told ? asTold(item) : item)))
  const [only = ''] = deeds
  if (deeds.length === 1) {
    const back = answer(asked.by ? byDoing(only) : only)
    return [{ content: basic(asked.question, back), slot: 'items', score: 9, ...doubtOf(asked) }]
  }
  return listOf(deeds, asked, 10).map((proposal) => ({ ...proposal, slot: 'items' }))
}

function listOf(items: readonly string[], asked: AskedProblem, score: number): Proposal[] {
  return items.length < 2 || isTooLong(items)
    ? []
    : [
        {
          content: listRecall(nameWays(items.length, asked.topic), items),
          score,
          // Which of a dozen ways were taken, only the note knows.
          doubt: openAnswer,
        },
      ]
}
