import { normaliseTerm } from '../basics/text.ts'
import type { ConceptKey } from '../concept/concept.ts'
import { readLibrary } from './read-library.ts'
import type { GeneratedCard } from './card.ts'

/** A card as somebody types it. */
export interface TypedCard {
  /** A sentence with `___` for what is left out asks for that. */
  readonly question: string
  readonly answer: string
  /** What it is about, where that was said. */
  readonly concept: string | null
  /** Where its words come from, as `origin` writes it; an empty text for a card from nowhere. */
  readonly origin: string
}

/** The lines of a note that give a typed card. */
export interface WrittenCard {
  readonly lines: readonly string[]
  /** What the lines are read as. */
  readonly card: GeneratedCard
  /** The concept that the question makes by itself, which may be joined to another one; null where a heading names it. */
  readonly ownConcept: ConceptKey | null
  /** Whether the lines are read as exactly what was typed. */
  readonly isExact: boolean
}

/** The head of the note that typed cards are kept in. */
export const cardsNoteHead = '# My cards\n'

/**
 * Writes a typed card as lines of a note. Each way of writing is read as any note is, and the first that gives exactly the
 * card is taken; where signs in its words mean something else to every one, the first that gives one card at all.
 */
export function writeCard(typed: TypedCard): WrittenCard | null {
  let first: WrittenCard | null = null
  for (const lines of waysToWrite(typed)) {
    const written = readAs(lines, typed)
    if (written?.isExact === true) return written
    first ??= written
  }
  return first
}

/** The text of the note with the card in it: below the heading of its concept, or before the first of them. */
export function withCard(
  text: string,
  { concept, lines }: { readonly concept: string | null; readonly lines: readonly string[] },
): { readonly text: string; readonly line: number } {
  const old = (text.trim() === '' ? cardsNoteHead : text).split(/\r\n|\n|\r/)
  const heading = concept === null ? null : `## ${concept}`
  const isHeading = (line: string) => /^##\s/.test(line)
  const own =
    heading === null ? 0 : old.findIndex((line) => line.trim().toLowerCase() === heading.toLowerCase())
  const next = old.findIndex((line, i) => i > Math.max(own, 0) && isHeading(line))
  const end = own < 0 || next < 0 ? old.length : next
  const before = withoutBlankEnd(old.slice(0, end))
  const head = own < 0 && heading !== null ? ['', heading, ''] : ['']
  const rest = old.slice(end)
  const whole = [...before, ...head, ...lines, '', ...rest]
  return { text: `${withoutBlankEnd(whole).join('\n')}\n`, line: before.length + head.length + 1 }
}

function withoutBlankEnd(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return lines.slice(0, last + 1)
}

function waysToWrite({ question, answer, origin: remark }: TypedCard): string[][] {
  const asked = question.split('\n').join(' ')
  const told = answer.split('\n').filter((line) => line.trim() !== '')
  const [first = '', ...more] = told
  return [
    ...(/_{3,}/.test(asked) && more.length === 0
      ? [['==', '=='] as const, ['{{', '}}'] as const].map(([open, close]) => [
          `${asked.replace(/_{3,}/, `${open}${first}${close}`)}${remark}`,
        ])
      : []),
    ...(more.length === 0 ? [[`${asked}::${first}${remark}`], [`${asked} :: ${first}${remark}`]] : []),
    [`Q: ${asked}${remark}`, `A: ${first}`, ...more],
    [`${asked}${remark}`, '?', ...told],
    [`Q: ${asked}${remark}`, 'A:', ...told.map((line) => `- ${line}`)],
    [`Q: ${plain(asked)}${remark}`, `A: ${told.map(plain).join('; ')}`],
  ]
}

/** Words without the signs that could make something else of a line. */
function plain(text: string): string {
  return text
    .replaceAll(/[=:]{2,}|[{}[\]`*_<>|#$~^\\]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Readers drop the full stop at the end of an answer. */
function withoutStop(text: string): string {
  return text.replace(/\.$/, '')
}

function readAs(lines: readonly string[], { question, answer, concept }: TypedCard): WrittenCard | null {
  const { text } = withCard('', { concept, lines })
  const { cards, concepts } = readLibrary([{ path: 'my-cards.md', text }])
  const [card] = cards
  if (card === undefined || cards.length > 1) return null
  const own = concepts.find(({ key }) => key === card.conceptKey)
  const isExact = card.front === question && withoutStop(card.back) === withoutStop(answer)
  const headings = ['My cards', concept ?? ''].map(normaliseTerm)
  const ownConcept = own === undefined || headings.includes(normaliseTerm(own.term)) ? null : own.key
  return { lines, card, ownConcept, isExact }
}
