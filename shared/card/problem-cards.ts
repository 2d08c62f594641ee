import { capitalise, wordCount } from '../basics/text.ts'
import type { FactOf } from '../fact/fact.ts'
import { basic } from './kinds/basic.ts'
import { listRecall } from './kinds/list-recall.ts'
import { trimEnd, withoutAsides } from '../english/phrase.ts'
import { isPlainWord } from '../english/title-case.ts'
import { toGerund } from '../english/verb-phrases.ts'
import { type AskedProblem, askProblem, nameWays } from './ask-problem.ts'
import type { Proposal } from './proposal.ts'
import { alternatives, asTold, byDoing, doing, listParts, shortItem, solutionText } from './solution-text.ts'
import { answer, longestAnswer } from './wording.ts'

/** "How can X be solved?" – with the problem in the question, the solution as what one does. */
export function problemCards(fact: FactOf<'problem_solution'>): Proposal[] {
  const asked = askProblem(fact)
  return [...(fact.statement === '' ? [] : toldCards(fact.statement, asked)), ...itemCards(fact.items, asked)]
}

/** A solution in one sentence: the whole, or its parts when there are several. */
function toldCards(statement: string, asked: AskedProblem): Proposal[] {
  if (isTitle(statement)) return []
  const told = solutionText(asTold(statement))
  const several = alternatives(told)
  if (several !== undefined) return [listOf(several, asked, 11)]
  const parts = listParts(told)
  const whole = asked.by ? byDoing(told) : doing(statement, told).replace(/^with\s+/i, '')
  const cards: Proposal[] = []
  if (wordCount(told) <= longestAnswer || parts === undefined)
    cards.push({ content: basic(asked.question, answer(whole)), score: 10 })
  if (parts !== undefined) {
    const items = parts.map((part) => capitalise(withoutAsides(part)))
    cards.push(listOf(items, asked, wordCount(told) > 13 ? 11 : 6))
  }
  return cards
}

/** "Managing Asynchronous Tasks" is the heading of something else, no solution. */
function isTitle(text: string): boolean {
  const words = text.split(' ').filter((word) => word.length > 3)
  return words.length >= 2 && words.every((word) => /^\p{Lu}/u.test(word) && isPlainWord(word))
}

/** Solutions in a list of their own. */
function itemCards(listed: readonly string[], asked: AskedProblem): Proposal[] {
  const items = listed.filter((item) => !isTitle(item))
  const told = items.some((item) => toGerund(trimEnd(item)) !== undefined)
  const deeds = items.map((item) => shortItem(solutionText(told ? asTold(item) : item)))
  const [only = ''] = deeds
  if (deeds.length === 1) {
    const back = answer(asked.by ? byDoing(only) : only)
    return [{ content: basic(asked.question, back), slot: 'items', score: 9 }]
  }
  return deeds.length >= 2 && deeds.length <= 6 ? [{ ...listOf(deeds, asked, 10), slot: 'items' }] : []
}

function listOf(items: readonly string[], { topic }: AskedProblem, score: number): Proposal {
  return { content: listRecall(nameWays(items.length, topic), items), score }
}
