import { capitalise, upTo, wordCount } from '../basics/text.ts'
import { inSeries, splitEnumeration, splitTopLevel } from '../english/enumeration.ts'
import { isName } from '../english/is-name.ts'
import { areNames } from '../english/members.ts'
import { firstWord, trimEnd, withoutAsides } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { toBase, toGerund } from '../english/verb-phrases.ts'
import { baseVerb, gerundBase, toGerundForm } from '../english/verbs.ts'

/** What one does, whatever tense the note used. */
export function solutionText(text: string): string {
  const bare = trimEnd(text)
  if (/^(?:by|through|with|using|via)\s/i.test(bare)) return bare
  return toGerund(bare) ?? bare
}

/** "What can you do when …?" is answered by the deed itself. */
export function doing(statement: string, told: string): string {
  return toBase(trimEnd(statement)) ?? told
}

/** "By adding logging" answers "How can …?"; other answers stay as they are. */
export function byDoing(told: string): string {
  const first = firstWord(told.replace(/^\p{L}+ly\s+/iu, ''))
  return gerundBase(first) === undefined ? told : `By ${told.charAt(0).toLowerCase()}${told.slice(1)}`
}

/** Among deeds "Set up pipelines" is a deed too. */
export function asTold(item: string): string {
  return item.replace(/^(?:set|put|cut|split|read|let)(?=\s)/i, (verb) => {
    const gerund = toGerundForm(verb.toLowerCase())
    return gerund.charAt(0).toUpperCase() + gerund.slice(1)
  })
}

/** An item of at most twelve words, cut where its reason or its examples begin. */
export function shortItem(item: string): string {
  const bare = capitalise(withoutAsides(item))
  if (wordCount(bare) <= 12) return bare
  const cut =
    (splitTopLevel(bare)[0] ?? bare).split(
      /\s+(?:for|to|so that|because|in order|such as|like|including)\s+/,
    )[0] ?? bare
  return trimEnd(cut)
}

/** The deeds that a solution enumerates, when they are alike; undefined for a whole that is no list. */
export function listParts(told: string): string[] | undefined {
  const bare = withoutAsides(told.replace(/^(?:by|through|with|via)\s+/i, ''))
  const pieces = splitTopLevel(bare)
  // "Adopting stores, reducing work": the second piece tells the effect of the first.
  if (pieces.length === 2 && gerundBase(firstWord(pieces[1] ?? '')) !== undefined) return undefined
  const parts = splitEnumeration(bare)
  if (parts === undefined || parts.length < 3 || parts.length > 6) return undefined
  const ordered = parts.filter((part) => baseVerb(firstWord(part)) !== undefined).length
  if (parts.some((part) => /^and\s/i.test(part)) || (ordered > 0 && ordered < parts.length)) return undefined
  const verbs = parts.filter(
    (part) => gerundBase(firstWord(part.replace(/^\p{L}+ly\s+/iu, ''))) !== undefined,
  ).length
  if (verbs !== 0 && verbs !== parts.length) return undefined
  return parts.every((part) => wordCount(part) <= 12 && wordCount(part) >= 1) ? parts : undefined
}

/** "Use transactions; lock optimistically": several short deeds, each an answer of its own. */
export function alternatives(told: string): string[] | undefined {
  if (told.includes('`') && /`[^`]*;[^`]*`/.test(told)) return undefined
  const pieces = told.split(/;\s+/).map((piece) => capitalise(trimEnd(withoutAsides(piece))))
  return pieces.length >= 2 &&
    pieces.length <= 6 &&
    pieces.every((piece) => wordCount(piece) >= 2 && wordCount(piece) <= 12)
    ? pieces
    : undefined
}

/** "Celery and Redis" of "Using Celery and Redis for background work": what a task is done with, where it has a name. */
export function meansOf(told: string): string | undefined {
  const [, phrase] = means.exec(withoutAsides(trimEnd(told))) ?? []
  if (phrase === undefined) return undefined
  const first = upTo(phrase, afterMeans)
  // "GitHub flow, Trello boards, and chats": the first of several is not the means.
  if (goesOnListing.test(phrase.slice(first.length))) return undefined
  const parts = first.split(/\s*(?:\+|&)\s*|\s+and\s+/)
  const named = parts.filter((part) => isName(part) || isName(withoutLast(part)))
  const short = parts.every(
    (part) => wordCount(part) <= (named.includes(part) ? 3 : 2) && shapeOf(part) === 'noun',
  )
  return parts.length <= 3 &&
    short &&
    areNames(
      named.map((part) => (isName(part) ? part : withoutLast(part))),
      '',
    )
    ? inSeries(parts)
    : undefined
}

/** What goes on after the names: what they are for, how they are used, what else was done. */
const afterMeans =
  /,?\s(?:to|for|with|as|in|on|across|so|that|which|by|from|via|using|ensuring|allowing|enabling|and\s\p{Ll}+ing)\s|,\s/u

const goesOnListing = /^,\s(?!\p{Ll}+ing\b)[^,;]{2,60},?\sand\s(?!\p{Ll}+ing\b)/u

/** "JWT" of "JWT authentication". */
const withoutLast = (part: string): string => part.replace(/\s\p{Ll}[\p{L}-]*$/u, '')

const means =
  /^(?:by\s+)?(?:adopt(?:ing)?|apply(?:ing)?|configur(?:e|ing)|employ(?:ing)?|implement(?:ing)?|integrat(?:e|ing)|introduc(?:e|ing)|leverag(?:e|ing)|through|us(?:e|ing)|utiliz(?:e|ing)|via|with)\s+(?:the\s+)?(.+)$/i
