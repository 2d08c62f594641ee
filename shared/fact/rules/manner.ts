import { isFunctionWord, wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { splitTopLevel } from '../../english/enumeration.ts'
import { isPlural } from '../../english/nouns.ts'
import { firstWord } from '../../english/phrase.ts'
import { splitAdverb } from '../../english/shape.ts'
import { lower } from './lower-action.ts'

/** What follows these belongs to them: "stay updated with trends" tells no manner. */
const needsWith =
  /\b(?:updated|up to date|current|familiar|consistent|in touch|aligned|comfortable|compatible|engaged?|interact|communicate|comply|experiment|start|begin|deal|work|collaborate|communication|contact|alignment)$/i

/** "Use X with Y": asks how X is to be used. */
export function mannerOf(term: string, action: string): Draft[] {
  const found =
    /^(.{6,}?)\s+((?:with|using|by|via|through|from|before|after|when|whenever|out of|in)\s+.+)$/i.exec(
      action,
    )
  if (
    found?.[1] !== undefined &&
    found[2] !== undefined &&
    wordCount(found[1].replace(/^(?:always|never)\s/i, '')) >= 2 &&
    wordCount(found[2]) >= 2 &&
    wordCount(found[2]) <= 14 &&
    !needsWith.test(found[1])
  ) {
    const how = /^(?:before|after|when|whenever)\b/i.test(found[2])
      ? 'when'
      : /^(?:in|from|out of)\b/i.test(found[2])
        ? 'where'
        : 'how'
    if (how !== 'where')
      return [{ kind: 'best_practice', asks: how, term, action: lower(found[1]), statement: found[2] }]
  }
  const kind = /^(\p{L}+)\s+((?:[\p{L}-]+,\s+)*[\p{L}-]+,?\s+and\s+[\p{L}-]+)\s+(\p{L}+(?:\s\p{L}+)?)$/u.exec(
    splitAdverb(action).rest,
  )
  if (
    kind?.[1] !== undefined &&
    kind[2] !== undefined &&
    kind[3] !== undefined &&
    !isFunctionWord(firstWord(kind[3])) &&
    !/ly\b/.test(kind[2]) &&
    !splitTopLevel(kind[2]).some((piece) => isPlural(piece.split(/\s+and\s+/)[0] ?? ''))
  ) {
    return [
      {
        kind: 'best_practice',
        term: kind[3],
        asks: 'which',
        action: lower(kind[1]),
        statement: `${kind[2]} ${kind[3]}`,
      },
    ]
  }
  return []
}
