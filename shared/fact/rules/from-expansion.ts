import { atSpaces, upTo } from '../../basics/text.ts'
import { asidesIn } from '../../english/asides.ts'
import type { Draft } from '../fact.ts'
import { fitsAcronym, isAcronym } from './terms.ts'
import type { Statement } from '../read/statement.ts'

/** An acronym spelt out in parentheses or in running text, in either direction. The letters must fit. */
export function fromExpansion(statement: Statement): Draft[] {
  return expansionsIn(statement.full, statement.label)
}

/** The expansions that a line gives: "TTL (Time to Live)", "Time to Live (TTL)", "TTL stands for Time to Live". */
export function expansionsIn(full: string, label: string): Draft[] {
  const drafts: Draft[] = []
  const add = (acronym: string, expansion: string): void => {
    if (fitsAcronym(acronym, expansion))
      drafts.push({ kind: 'expansion', term: acronym, statement: expansion.trim() })
  }
  for (const aside of asidesIn(full, 'short')) {
    const before = aside.before.replace(/[*_]/g, '')
    const inside = aside.inside
      .replace(/^(?:short for|stands for|i\.e\.?,?|aka|also known as)\s+/i, '')
      .trim()
    const last = atSpaces(before).at(-1) ?? ''
    if (isAcronym(last)) add(last, inside)
    if (isAcronym(inside)) {
      const parts = atSpaces(before)
      for (let take = 1; take <= Math.min(7, parts.length); take++) {
        const expansion = parts
          .slice(-take)
          .join(' ')
          .replace(/^["'“]/, '')
        if (fitsAcronym(inside, expansion) && !/^(?:and|or|of|to|the|for|in|a|an|with)\s/i.test(expansion)) {
          add(inside, expansion)
          break
        }
      }
    }
  }
  const says =
    /\b([A-Z][A-Za-z0-9/]{1,9})\s+(?:stands for|is short for|is an acronym for|means)\s+["“]?([^.,;:"”()]{4,80})/.exec(
      full,
    )
  if (says?.[1] !== undefined && says[2] !== undefined) add(says[1], says[2])
  const bare = label.replace(/\s*\([^)]*\)/g, '').trim()
  if (isAcronym(bare)) {
    const rest = full.slice(full.indexOf(label) + label.length).replace(/^[\s:–—→>*-]+/, '')
    const parts = atSpaces(upTo(rest, /[,;(.]/))
    for (let take = 2; take <= Math.min(7, parts.length); take++) {
      const start = parts.slice(0, take)
      if (
        start.every((word) => /^\p{Lu}|^(?:and|or|of|to|the|for|in|as)$/u.test(word)) &&
        fitsAcronym(bare, start.join(' '))
      ) {
        add(bare, start.join(' '))
        break
      }
    }
  }
  return drafts
}
