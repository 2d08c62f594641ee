import { hashFields } from '../basics/hash.ts'
import { compareText, normaliseTerm, normaliseText } from '../basics/text.ts'
import { cleanHeading } from '../note/clean-text.ts'
import type { Note, SourceQuote } from '../note/note.ts'
import type { Draft, Fact, FactKey } from './fact.ts'

/** A proposal with the lines that it was drawn from and the headings above them. */
export interface Placed {
  readonly draft: Draft
  readonly lines: readonly number[]
  readonly path: readonly string[]
}

/** What a fact is about, levelled: its key however its note spells it. */
export function factKey({ term, kind, slot = '' }: Pick<Draft, 'term' | 'kind' | 'slot'>): FactKey {
  return hashFields(['fact', normaliseTerm(term), kind, normaliseText(slot)]) as FactKey
}

/** A proposal as a fact: with its key and the quote that states it. */
export function toFact(note: Note, { draft, lines, path }: Placed): Fact {
  return {
    key: factKey(draft),
    kind: draft.kind,
    term: draft.term,
    spoken: draft.term,
    slot: draft.slot ?? '',
    cue: draft.cue ?? '',
    statement: draft.statement ?? '',
    items: draft.items ?? [],
    aliases: [...new Set(draft.aliases ?? [])].sort(compareText),
    variants: [],
    sources: [quote(note, draft.lines ?? lines, path)],
  }
}

function quote(note: Note, lines: readonly number[], path: readonly string[]): SourceQuote {
  const own = [...new Set(lines)]
    .sort((a, b) => a - b)
    .filter((line) => (note.rawLines[line - 1] ?? '').trim() !== '')
  return {
    file: note.file,
    lines: own,
    heading: path.map(cleanHeading),
    text: own.map((line) => note.rawLines[line - 1] ?? ''),
  }
}
