import { wordCount } from '../basics/text.ts'
import { splitEnumeration } from './enumeration.ts'
import { isName, isOwnName } from './is-name.ts'
import { trimEnd } from './phrase.ts'
import { topicOf } from './topics.ts'

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
  const items = splitEnumeration(bare.replace(/(?<!\p{Lu})\s*\/\s*(?=\p{Lu})/gu, ', '))?.map((item) =>
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

/** Kinds of things that bear names of their own, so that their members are names even where they are written small. */
export const bearsNames =
  /(?:^|\s)(?:apps|brokers|browsers|clients|compilers|databases|distributions|editors|engines|formats|frameworks|languages|libraries|modules|packages|platforms|plugins|programs|protocols|runtimes|servers|stores|systems|tools)(?:\s(?:for|in|of)\s.*)?$/i

/** Kinds of doing, whose members are done and not named: what stands in such a bracket is a means. */
const isDone =
  /(?:^|\s)(?:activities|duties|efforts|events|features|functionalities|jobs|operations|practices|processes|queries|skills|tasks|workflows)(?:\s(?:for|in|of)\s.*)?$/i

/** True for proper names: "Redis, Celery", or members of a kind whose members bear names: "testing frameworks: unittest". */
export const areNames = (items: readonly string[], kind: string): boolean =>
  isDone.test(kind)
    ? false
    : items.every((item) => isName(item))
      ? items.some(isOwnName)
      : bearsNames.test(kind) &&
        items.every((item) => wordCount(item) <= 3) &&
        items.some((item) => isOwnName(item) || topicOf(item) !== undefined)
