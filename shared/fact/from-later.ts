import { fromBestPractice } from './from-best-practice.ts'
import { fromProse } from './from-prose.ts'
import { splitSentences } from './sentences.ts'
import type { Draft } from './fact.ts'
import type { Statement } from './statement.ts'

/** A later sentence of a line that names its own subject states a fact of its own, whatever the first one says. */
export function fromLater(statement: Statement): Draft[] {
  return splitSentences(statement.full)
    .slice(1, 6)
    .filter((sentence) => !/^(?:it|they|this|these|that|those|he|she|such|both|each)\b/i.test(sentence))
    .flatMap((sentence) => {
      const later = { ...statement, label: '', text: sentence, full: sentence, opens: false, strong: [] }
      const advice = statement.label === '' && statement.section === 'practice' ? fromBestPractice(later) : []
      return advice.length > 0 ? advice : fromProse(later)
    })
}
