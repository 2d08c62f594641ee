import { wordCount } from '../basics/text.ts'
import { splitEnumeration } from './enumeration.ts'
import { trimEnd } from './phrase.ts'

/** The members of a list: two to six short names. */
export function membersOf(list: string): string[] | undefined {
  const bare = trimEnd(
    list.replace(/,?\s*etc\.?$/i, '').replace(/^(?:e\.?g\.?,?|i\.e\.?,?|for example,?)\s*/i, ''),
  )
  if (
    /^(?:to|for|if|when|no|not|with|or|and|see|optional|planned|basics)\b/i.test(bare) ||
    /https?:|\bvs\b|\s\+\s/i.test(bare)
  )
    return undefined
  const items = splitEnumeration(bare.replace(/\s*\/\s*(?=\p{Lu})/gu, ', '))?.map((item) =>
    item.replace(/\s+basics$/i, ''),
  )
  if (items === undefined || items.length < 2 || items.length > 6) return undefined
  if (
    items.some(
      (item) =>
        wordCount(item) > 4 ||
        item.length < 2 ||
        /[.!?:=]$/.test(item) ||
        /^(?:not|no|never|and|or)\b|\s(?:and|or)\s/i.test(item),
    )
  )
    return undefined
  if (new Set(items.map((item) => item.toLowerCase())).size !== items.length) return undefined
  return items
}
