import { wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { isForeign } from '../../english/foreign.ts'
import { isTerm } from '../../english/is-term.ts'
import { labelKind } from '../../english/labels.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Statement } from '../read/statement.ts'

/** True for a line whose sentences the rules cannot read, since they know English only. */
export const isForeignLine = ({ full }: Statement): boolean => isForeign(full)

/** "Anker: schweres Gerät …": its own words ask for the term, without an English sentence around them. */
export function fromForeign(statement: Statement): Draft[] {
  const { label } = statement
  const marked = statement.listed || statement.strong.some((run) => run.startsWith(label))
  if (label === '' || !marked || labelKind(label) !== 'term' || !isTerm(label) || asides.test(label))
    return []
  if (/[。，,；;!?？]/.test(label) || label.length > 40) return []
  const text = trimEnd(splitSentences(statement.text)[0] ?? '').replace(/[。；，]$/, '')
  if (text === '' || wordCount(text) > 20 || text.length > 120 || /https?:/.test(text)) return []
  return [
    {
      kind: 'question',
      term: label,
      question: label,
      sides: { kind: 'backward' },
      statement: text,
      items: [],
    },
  ]
}

/** "Note", "source", "example" in the languages that notes are most often written in. */
const asides =
  /^(?:注意|来源|來源|例如|提示|备注|備註|参考|參考|答案|示例|hinweis|achtung|quelle|beispiel|antwort|nota|ejemplo|fuente|remarque|attention|exemple|примечание|источник|пример|внимание|ответ)$/i
