import { atSpaces, isFunctionWord, upTo, wordCount } from '../../basics/text.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { shapeOf, splitAdverb } from '../../english/shape.ts'
import type { Statement } from '../read/statement.ts'

/** What the advice is about: its bold words, else the object of its verb. */
export function objectOf(action: string, statement: Statement): string {
  const strong = statement.strong.find(
    (run) =>
      wordCount(run) <= 6 && endsPhrase(statement.full.slice(statement.full.indexOf(run) + run.length)),
  )
  if (strong !== undefined) {
    const first = firstWord(strong)
    const rest = strong.slice(first.length).trim()
    const bare = shapeOf(strong) === 'imperative' && wordCount(rest) >= 2 ? rest : strong
    return bare.replace(/\s*\([^)]*\)$/, '')
  }
  const { rest } = splitAdverb(action)
  const object = rest.slice(firstWord(rest).length).trim()
  const head = upTo(
    object.replace(/^(?:an?|the|your|all|any|every|each|clear|proper|good)\s+/i, ''),
    /\s+(?:with|using|by|via|through|for|from|in|on|before|after|to|of|into|across|at|as|early|when|while|over)\s+|[,;:–—]\s/i,
  )
  const bare = trimEnd(head.replace(/\s+(?:properly|clearly|early|carefully|effectively|consistently)$/i, ''))
  const named =
    !/^(?:\p{L}+ly|updated|clean|early|late|small|simple)$/iu.test(bare) &&
    wordCount(bare) >= 1 &&
    wordCount(bare) <= 5 &&
    bare.length > 2 &&
    !isFunctionWord(firstWord(bare))
  return named
    ? bare
    : statement.subject !== ''
      ? statement.subject
      : atSpaces(trimEnd(rest)).slice(0, 5).join(' ')
}

/** True when nothing that belongs to a noun phrase follows. */
const endsPhrase = (rest: string): boolean =>
  /^\s*(?:$|[.;:(—–]|(?:with|to|for|in|on|using|by|from|of|and|before|after|across|at|as|when|so|because|out|early)\b)/i.test(
    rest,
  )
