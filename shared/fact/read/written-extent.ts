import {
  type Signs,
  inlinePair,
  isMarked,
  isTagged,
  opensCloze,
  questionLabel,
  separatorOf,
} from './written-card.ts'
import { type WrittenLine, type WrittenSection, isBelow } from './written-lines.ts'

/**
 * Where an answer ends: it goes on over blank lines, with lists, code and formulas, to the next card, or out of the item
 * of a list in which it began.
 */
export function endOfAnswer(
  lines: WrittenSection,
  from: number,
  signs: Signs,
  begun: 'begun' | 'not_begun' = 'not_begun',
): number {
  const first = lines[from]
  if (first === undefined) return from
  const begins = lines[from - 1] ?? first
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined || line.kind === 'scheduled') return i
    if (leavesItem(line, begins) || opensCard(lines, i, signs, begun === 'begun' || i > from)) return i
  }
  return lines.length
}

/** Another item of the list in which the answer began, or what follows that list. */
const leavesItem = (line: WrittenLine, begins: WrittenLine): boolean =>
  begins.depth > 0 && (line.depth < begins.depth || (line.depth === begins.depth && line.opensItem))

/** True where a card of its own begins. */
function opensCard(lines: WrittenSection, at: number, signs: Signs, later: boolean): boolean {
  const line = lines[at]
  if (line === undefined) return false
  if (line.kind === 'pair') return true
  if (line.kind !== 'text') return false
  if (questionLabel(line.text) !== undefined || opensCloze(line.text) || isTagged(line)) return true
  if (separatorOf(line, signs) !== undefined) return later
  if (inlinePair(line, signs) !== undefined) return true
  return later && !line.joins && (isTurnedBelow(lines, at, signs) || hasGap(lines, at, signs))
}

/** True for the first line of a paragraph that a separator below it turns into a question. */
function isTurnedBelow(lines: WrittenSection, at: number, signs: Signs): boolean {
  for (let i = at + 1; i < Math.min(lines.length, at + longestQuestion); i++) {
    const [above, line] = [lines[i - 1], lines[i]]
    if (above === undefined || line === undefined || !isBelow(above, line)) return false
    if (separatorOf(line, signs) !== undefined) return true
  }
  return false
}

/** No question has more lines. */
const longestQuestion = 12

/** True where the paragraph has a word that its author marked as a gap. */
function hasGap(lines: WrittenSection, at: number, signs: Signs): boolean {
  for (let i = at; i < lines.length && (i === at || lines[i]?.joins === true); i++)
    if (isMarked(lines[i]?.text ?? '', signs)) return true
  return false
}
