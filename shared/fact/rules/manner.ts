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

/** "Use X with Y": asks how X is to be used; "Write unit, integration and load tests": which tests to write. */
export const mannerOf = (term: string, action: string): readonly Draft[] =>
  howOrWhen(term, action) ?? whichOfKind(action) ?? []

/** "Test queries with real data", "Run migrations before deployment". */
function howOrWhen(term: string, action: string): readonly Draft[] | undefined {
  const [, deed, manner] =
    /^(.{6,}?)\s+((?:with|using|by|via|through|from|before|after|when|whenever|out of|in)\s+.+)$/i.exec(
      action,
    ) ?? []
  if (deed === undefined || manner === undefined || needsWith.test(deed)) return undefined
  if (wordCount(deed.replace(/^(?:always|never)\s/i, '')) < 2) return undefined
  if (wordCount(manner) < 2 || wordCount(manner) > 14) return undefined
  if (/^(?:in|from|out of)\b/i.test(manner)) return undefined
  const asks = /^(?:before|after|when|whenever)\b/i.test(manner) ? 'when' : 'how'
  return [{ kind: 'best_practice', asks, term, action: lower(deed), statement: manner }]
}

/** "Write unit, integration and load tests". */
function whichOfKind(action: string): readonly Draft[] | undefined {
  const [, verb, which, kind] =
    /^(\p{L}+)\s+((?:[\p{L}-]+,\s+)*[\p{L}-]+,?\s+and\s+[\p{L}-]+)\s+(\p{L}+(?:\s\p{L}+)?)$/u.exec(
      splitAdverb(action).rest,
    ) ?? []
  if (verb === undefined || which === undefined || kind === undefined) return undefined
  if (isFunctionWord(firstWord(kind)) || /ly\b/.test(which) || namesThings(which)) return undefined
  return [
    { kind: 'best_practice', term: kind, asks: 'which', action: lower(verb), statement: `${which} ${kind}` },
  ]
}

/** "models, views and": things of their own, no kinds of what follows. */
const namesThings = (which: string): boolean =>
  splitTopLevel(which).some((piece) => isPlural(piece.split(/\s+and\s+/)[0] ?? ''))
