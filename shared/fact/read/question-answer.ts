import type { Placed } from '../to-fact.ts'
import { turnedCard } from './written-answer.ts'
import type { WrittenGroup, WrittenLine } from './written-groups.ts'
import { withoutMarker } from './written-text.ts'

/** A card with the number of lines that it took from its group. */
interface Read {
  readonly card: Placed
  readonly read: number
}

/** "Q: …" and "A: …" on lines of their own, in one line, or with a blank line between them. */
export function questionAnswer(
  lines: readonly WrittenLine[],
  next: WrittenGroup | undefined,
  path: readonly string[],
): Read | undefined {
  const inLine = answeredInLine(lines[0], path)
  if (inLine !== undefined) return inLine
  const at = lines.findIndex((line, i) => i > 0 && answerLabel.test(withoutMarker(line.text)))
  const opens = (line: WrittenLine): boolean =>
    /^(?:Q(?:uestion)?|C)\s*[:：]|^---+$/.test(withoutMarker(line.text))
  const nextCard = lines.findIndex((line, i) => i > 0 && opens(line))
  if (at < 0 && nextCard < 0 && next !== undefined && samePath(next.path, path)) {
    // A blank line between "Q:" and "A:" separates nothing.
    const answered = answerLabel.test(withoutMarker(next.lines[0]?.text ?? ''))
    const both = answered ? questionAnswer([...lines, ...next.lines], undefined, path) : undefined
    return both === undefined ? undefined : { card: both.card, read: lines.length }
  }
  if (at < 0 || (nextCard > 0 && nextCard < at)) return undefined
  const end = nextCard < 0 ? lines.length : nextCard
  const asked = lines
    .slice(0, at)
    .map((line, i) => (i === 0 ? dropLabel(line, /^Q(?:uestion)?\s*[:：]\s*/) : line))
  const told = lines.slice(at, end).map((line, i) => (i === 0 ? dropLabel(line, answerLabel) : line))
  const given = told.filter((line) => line.text.trim() !== '')
  // "A:" alone is answered by the list or code after the blank line.
  const isCard = (line: WrittenLine): boolean => !line.inCode && (opens(line) || line.text.includes('::'))
  const far =
    given.length === 0 &&
    end === lines.length &&
    next !== undefined &&
    samePath(next.path, path) &&
    !next.lines.some(isCard)
  const answer = far ? next.lines : given
  const [card] = turnedCard(asked, answer, lines.slice(at, at + 1), false, path)
  return card === undefined ? undefined : { card: { ...card, lines: ascending(card.lines) }, read: end }
}

/** "Q: What is a mast? A: A pole for sails" */
function answeredInLine(line: WrittenLine | undefined, path: readonly string[]): Read | undefined {
  const found =
    line === undefined
      ? null
      : /^Q(?:uestion)?\s*[:：]\s*(.+[?？])\s+A(?:nswer)?\s*[:：]\s*(\S.*)$/.exec(withoutMarker(line.text))
  if (line === undefined || found === null) return undefined
  const [asked = '', told = ''] = found.slice(1)
  const [card] = turnedCard([{ ...line, text: asked }], [{ ...line, text: told }], [], false, path)
  return card === undefined ? undefined : { card: { ...card, lines: [line.line] }, read: 1 }
}

const answerLabel = /^A(?:nswer)?\s*[:：]\s*/
const samePath = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n')
const ascending = (lines: readonly number[]): number[] => [...new Set(lines)].sort((a, b) => a - b)
const dropLabel = (line: WrittenLine, label: RegExp): WrittenLine => ({
  ...line,
  text: withoutMarker(line.text).replace(label, ''),
})
