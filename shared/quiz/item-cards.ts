import { basic } from '../card/kinds/basic.ts'
import type { QuizCard } from './quiz-card.ts'

const nameList = /^Name (?:the )?(?:\p{L}+|\d+) (.+?)\.?$/u

/** Such lists name what belongs together in one note; another note's item may belong there as well. */
const openLists = /^(?:topics?|things?|concepts?|aspects?|areas?|subjects?|skills?|ideas?)\b/i

/**
 * A list as questions for one of its items each ("Which is one of the cache levels?"), to be asked as multiple
 * choice only. Open lists and lists of solutions give
 * none: what helps against one problem may well help against another.
 */
export function itemCards(card: QuizCard): QuizCard[] {
  const list = nameList.exec(card.front)?.[1]
  if (card.content.kind !== 'list_recall' || card.factKind === 'problem_solution' || list === undefined)
    return []
  if (openLists.test(list)) return []
  const front = `Which is one of the ${list}?`
  return card.content.items
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((back) => ({ ...card, content: basic(front, back), front, back, category: 'item' }))
}
