import { fromBestPractice } from './from-best-practice.ts'
import { fromProse } from './from-prose.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Draft } from '../fact.ts'
import { type Statement, aStatement } from '../read/statement.ts'

/** A later sentence of a line that names its own subject states a fact of its own, whatever the first one says. */
export function fromLater(statement: Statement): Draft[] {
  const sentences = splitSentences(statement.full)
  if (sentences.length < 2) return []
  return sentences
    .slice(1, 6)
    .filter((sentence) => !/^(?:it|they|this|these|that|those|he|she|such|both|each)\b/i.test(sentence))
    .flatMap((sentence) => {
      const own = { label: '', text: sentence, full: sentence, opens: false, strong: [] }
      const later = aStatement({ ...statement, ...own })
      const advice = statement.label === '' && statement.section === 'practice' ? fromBestPractice(later) : []
      return advice.length > 0 ? advice : fromProse(later)
    })
}
