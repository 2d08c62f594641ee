import { groupBy } from '../../basics/group-by.ts'
import { normaliseText, wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { impersonal } from '../../english/impersonal.ts'
import { labelKind } from '../../english/labels.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Statement } from '../read/statement.ts'

/**
 * Labels that stand below most headings of one level ("Scope", "Port") name a respect of each heading's subject,
 * not terms of their own.
 */
export function respectsOf(statements: readonly Statement[]): ReadonlySet<Statement> {
  const families = groupBy(
    statements.filter((statement) => statement.path.length > 1),
    (statement) => statement.path.slice(0, -1).join('\n'),
  )
  return new Set([...families.values()].flatMap(familyRespects))
}

function familyRespects(family: readonly Statement[]): Statement[] {
  const places = new Set(family.map(placeOf))
  const labelled = groupBy(family.filter(mayBeRespect), (statement) => normaliseText(statement.label))
  return [...labelled.values()]
    .filter((same) => {
      const own = new Set(same.map(placeOf))
      return own.size >= 2 && own.size === same.length && own.size * 2 >= places.size
    })
    .flat()
}

const placeOf = (statement: Statement): string => statement.path.at(-1) ?? ''

/** One plain word that is nowhere a heading of its own. */
const mayBeRespect = ({ label, text, subject }: Statement): boolean =>
  /^\p{L}\p{Ll}+$/u.test(label) && text !== '' && subject !== '' && labelKind(label) === 'term'

/** "Scope: one process" below "Thread" is the scope of a thread. */
export function fromRespect(statement: Statement): Draft[] {
  const text = impersonal(trimEnd(splitSentences(statement.text)[0] ?? ''))
  if (text === undefined || text === '' || wordCount(text) > 20 || /https?:/.test(text)) return []
  const { subject } = statement
  return [
    {
      kind: 'aspect',
      term: subject,
      respect: { kind: 'asked', words: `what is the ${statement.label.toLowerCase()} of ${subject}` },
      statement: text,
    },
  ]
}
