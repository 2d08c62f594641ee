import { wordCount } from '../basics/text.ts'
import { splitEnumeration } from './enumeration.ts'
import { firstWord } from './phrase.ts'
import { baseVerb } from './verbs.ts'

/** "Prioritize security: validate inputs, manage secrets": the action with what it lists. */
export function colonList(text: string): { action: string; items: string[]; reason: string } | undefined {
  const found = /^([^:]{4,60}):\s+(.+)$/.exec(text)
  if (found?.[1] === undefined || found[2] === undefined) return undefined
  const purpose = /^(.+?)\s+to\s+(\p{Ll}+\s.+)$/u.exec(found[2])
  const isReason = purpose?.[2] !== undefined && baseVerb(firstWord(purpose[2])) !== undefined
  const items = splitEnumeration(isReason ? (purpose?.[1] ?? '') : found[2])
  if (items === undefined || items.length < 2 || items.some((item) => wordCount(item) > 8)) return undefined
  return { action: found[1], items, reason: isReason ? `To ${purpose?.[2] ?? ''}` : '' }
}
