import { wordCount } from '../../basics/text.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { isPlural } from '../../english/nouns.ts'
import { readClause } from '../../english/read-clause.ts'
import { shapeOf } from '../../english/shape.ts'
import { trimEnd } from '../../english/phrase.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'

/** "Higher prices -> less demand", "loss of blood ==> low pressure": an arrow behind a change says what the change leads to. */
export function fromArrow({ full, section }: Statement): Draft[] {
  if (section === 'trouble' || section === 'practice' || isPersonal(full) || /[`$]/.test(full)) return []
  const parts = trimEnd(full).split(/\s*(?:={1,2}>|-{1,2}>|→|⇒)\s*/)
  const [cause = '', effect = ''] = parts
  if (parts.length !== 2 || !isChange(cause) || wordCount(effect) < 2 || wordCount(effect) > 16) return []
  if (readClause(cause) !== undefined || /[:?]/.test(cause)) return []
  const term = cause.charAt(0).toLowerCase() + cause.slice(1)
  const words = `what ${isPlural(term) ? 'do' : 'does'} ${term} lead to`
  return [{ kind: 'aspect', term, respect: { kind: 'asked', words }, statement: effect }]
}

/** A noun phrase of a change or a lack, which can have an effect. */
const isChange = (cause: string): boolean =>
  wordCount(cause) <= 8 && change.test(cause) && shapeOf(cause) === 'noun'

const change =
  /^(?:(?:an?|the)\s)?(?:absence|decline|decrease|destruction|drop|excess|fall|growth|high|higher|increase|increased|decreased|decreasing|increasing|lack|larger|less|loss|low|lower|lowered|more|raised|reduced|rise|rising|shortage|smaller|too (?:little|many|much))\s/i
