import type { QuizCard } from './quiz.ts'

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
  if (card.kind !== 'list_recall' || card.factKind === 'problem_solution' || list === undefined) return []
  if (openLists.test(list)) return []
  return card.back
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => ({ ...card, front: `Which is one of the ${list}?`, back: item, category: 'item' }))
}
