import { wordCount } from '../../basics/text.ts'
import { isRelational } from '../../english/relational-nouns.ts'
import { isProperName } from '../../english/title-case.ts'
import type { Draft } from '../fact.ts'

/**
 * True where the question about a cell tells a stranger what is wanted: it has a verb of its own, its row is one thing
 * wherever it stands ("the function of DNA"), its column is a relation that everyone knows ("the capital of a country"), or
 * its answer is long enough to show what was asked. "What is the vacant site of electricity?" with "conductor" is
 * understood beside its table only.
 */
export function isTelling(draft: Draft): boolean {
  if (draft.kind !== 'aspect') return true
  const { respect, statement } = draft
  if (respect.kind === 'asked') return asksAlone(respect.words, draft)
  if (respect.kind !== 'named') return true
  if (respect.asks !== undefined) return asksAlone(respect.asks, draft)
  return (
    isKnownByName(`${draft.term} ${respect.row?.said ?? ''}`) ||
    // A kind whose members bear names calls them by their names: "Mars" of planets.
    /^\p{Lu}/u.test(respect.row?.called ?? '') ||
    isRelation(respect.name) ||
    wordCount(statement) >= enoughWords ||
    /[`$]|\w\(.+\)/.test(statement)
  )
}

type Cell = Extract<Draft, { readonly kind: 'aspect' }>

/** A question in words of its own; a figure belongs to a name however it is asked: "which port is associated with LDAP?". */
const asksAlone = (words: string, { term, statement }: Cell): boolean =>
  !namesNoRespect.test(words) || (isKnownByName(term) && /\d/.test(statement))

/**
 * What is only associated with a row, and which of the rows has an example: both are told by the table alone, unless the
 * rows are types of something that is named.
 */
const namesNoRespect = /\bassociated with\b|^which (?!\S+ of\b).+\bexamples? of$/

const enoughWords = 3

/** "Capital", "unit", "price", with no word that narrows it to the matter of this table. */
const isRelation = (column: string): boolean => wordCount(column) === 1 && isRelational(column)

/** "DNA", "IPv6", "404", "spectral class O", "Kenya", "`set`". */
const isKnownByName = (name: string): boolean =>
  /`[^`]+`|\p{Lu}\p{Lu}|\p{Ll}\p{Lu}|\d|(?:^|\s)\p{Lu}(?=\s|$)/u.test(name) ||
  name.split(' ').some((word) => /^\p{Lu}/u.test(word) && isProperName(word))
