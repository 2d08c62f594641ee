import { type MarkedOrigin, type Origin, readOrigin, writtenFile } from '../card/card-origin.ts'
import type { Fact } from '../fact/fact.ts'
import type { SourceQuote } from '../note/note.ts'
import { plainWords } from './find-quote.ts'
import { headingsAbove } from './headings-above.ts'
import { findMarked, markedNote } from './quote-mark.ts'

/** A note that drafted cards may quote. */
export interface QuotableNote {
  readonly path: string
  readonly text: string
}

/** The origin that a source's remark names, where it quotes a note. */
export function quotedOrigin({ text }: Pick<SourceQuote, 'text'>): MarkedOrigin | null {
  for (const line of text) {
    if (!line.includes('<!-- from ')) continue
    const { from } = readOrigin(line)
    if (from?.mark !== undefined) return { ...from, mark: from.mark }
  }
  return null
}

/**
 * The facts with what they quote in place of where they are written: a drafted card stands in a note of its own, and its
 * source is the line that it quotes. A fact whose quote stands nowhere any more is stated by nobody, and is left out.
 */
export function withQuotedSources(
  facts: readonly Fact[],
  notesOf: (origin: MarkedOrigin) => readonly QuotableNote[],
): readonly Fact[] {
  const read = rememberedNotes()
  const quoteOf = (source: SourceQuote): SourceQuote[] => {
    const origin = quotedOrigin(source)
    if (origin === null) return [source]
    for (const note of notesOf(origin)) {
      const { marked, lines } = read(note)
      const found = findMarked(marked, origin.mark, origin.line)
      if (found === undefined) continue
      const [first = 1] = found
      return [
        {
          file: note.path,
          lines: found,
          heading: headingsAbove(lines, first).map((words) => plainWords(words).text),
          text: found.map((line) => lines[line - 1] ?? ''),
        },
      ]
    }
    return []
  }
  return facts.flatMap((fact) => {
    if (!isQuoting(fact)) return [fact]
    const sources = fact.sources.flatMap(quoteOf)
    return sources.length === 0 ? [] : [{ ...fact, sources }]
  })
}

/** Whether a fact is a drafted card, which names the lines that it quotes. */
export function isQuoting({ sources }: Pick<Fact, 'sources'>): boolean {
  return sources.some((source) => quotedOrigin(source) !== null)
}

/** Whether a path is the one that a remark names. */
export function isNamed(path: string, { file }: Pick<Origin, 'file'>): boolean {
  return writtenFile(path) === file
}

/** Notes by their words, read when they are first asked for. */
function rememberedNotes() {
  const known = new Map<QuotableNote, ReturnType<typeof readQuotable>>()
  return (note: QuotableNote) => {
    const read = known.get(note) ?? readQuotable(note)
    known.set(note, read)
    return read
  }
}

function readQuotable({ text }: QuotableNote) {
  return { marked: markedNote(plainWords(text)), lines: text.split(/\r\n|\n|\r/) }
}
