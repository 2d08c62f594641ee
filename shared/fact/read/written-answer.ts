import type { Draft } from '../fact.ts'
import type { Placed } from '../to-fact.ts'
import { cleanWritten, isListLine, withoutMarker } from './written-text.ts'
import type { WrittenLine } from './written-groups.ts'

interface Answer {
  readonly statement: string
  readonly items: readonly string[]
}

/** A card whose question and answer stand on lines of their own. */
export function turnedCard(
  asked: readonly WrittenLine[],
  told: readonly WrittenLine[],
  between: readonly WrittenLine[],
  both: boolean,
  path: readonly string[],
): Placed[] {
  const cue = asked
    .map((line) => cleanWritten(withoutMarker(line.text)))
    .filter((text) => text !== '')
    .join(' ')
  const answer = answerOf(told)
  if (cue === '' || answer === undefined) return []
  const lines = [...asked, ...between, ...told].map((line) => line.line)
  return [{ draft: cardOf(cue, answer, both), lines, path }]
}

/** Listed lines are items to recall; other lines are one answer, each on its line as the author broke them. */
function answerOf(told: readonly WrittenLine[]): Answer | undefined {
  const fences = told.filter((line) => line.inCode)
  if (fences.length > 0) {
    const code = fences.map((line) => line.text).filter((text) => !/^\s*(?:`{3,}|~{3,})/.test(text))
    return code.length === 0 ? undefined : { statement: ['```', ...code, '```'].join('\n'), items: [] }
  }
  // "Answer:" alone on its line introduces the answer.
  const own = told.length > 1 && /^\s*\p{L}+\s*[:：]\s*$/u.test(told[0]?.text ?? '') ? told.slice(1) : told
  const texts = own.map((line) => cleanWritten(withoutMarker(line.text))).filter((text) => text !== '')
  if (texts.length === 0) return undefined
  const listed = own.length >= 2 && own.every((line) => isListLine(line.text))
  if (listed) return { statement: texts.join('; '), items: texts }
  const wrapped =
    told.every((line, i) => i === 0 || /^\s*\p{Ll}/u.test(line.text)) && !/\s{2}$/.test(told[0]?.text ?? '')
  return { statement: texts.join(wrapped ? ' ' : '  \n'), items: [] }
}

/** A question that its author wrote, with the answer. */
export function cardOf(cue: string, { statement, items }: Answer, both: boolean): Draft {
  return {
    kind: 'question',
    term: cue.replace(/[?:.？：]+$/, ''),
    question: cue,
    sides: { kind: both ? 'both' : 'forward' },
    statement,
    items: items.length > 1 ? items : [],
  }
}
