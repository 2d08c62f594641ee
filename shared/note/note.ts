import type { Brand } from '../basics/brand.ts'

/** The minted id of a stored note. */
export type NoteId = Brand<string, 'NoteId'>

/** One Markdown file as it was read: its path relative to the folder it came from, and its text. */
export interface NoteSource {
  readonly path: string
  readonly text: string
}

/** Something in a note that could not be read as meant. Not an error: everything else goes on. */
export interface NoteProblem {
  readonly file: string
  /** 1-based line where it was found. */
  readonly line: number
  readonly code: string
  /** A sentence that says what was found and what to write instead. */
  readonly sentence: string
}

/** A line that gave no fact, with the reason the report shows. */
export interface SkippedLine {
  readonly line: number
  readonly reason: string
}

/** Where something was said: quoting `lines` of `file` reproduces it. */
export interface SourceQuote {
  readonly file: string
  /** 1-based line numbers, ascending, none blank. */
  readonly lines: readonly number[]
  /** The headings above it, outermost first, without marks. */
  readonly heading: readonly string[]
  /** The quoted lines as they stand in the file, one for each of `lines`. */
  readonly text: readonly string[]
}

/** A note as blocks in document order, each with its place. */
export interface Note {
  readonly file: string
  /** The file's lines as they stand there, without line ends. */
  readonly rawLines: readonly string[]
  readonly blocks: readonly Block[]
}

/** One thought on one or several source lines: hard-wrapped lines are joined, deliberate line breaks are not. */
export interface TextLine {
  /** Inline text: code spans keep their backticks, every other mark is gone. */
  readonly text: string
  /** The bold or italic run that opens the line, or ''. */
  readonly lead: string
  /** Every bold run. */
  readonly strong: readonly string[]
  /** 1-based source lines. */
  readonly lines: readonly number[]
}

interface Placed {
  /** The headings above the block, outermost first. */
  readonly path: readonly string[]
}

export interface Heading extends Placed {
  readonly kind: 'heading'
  readonly level: number
  readonly line: TextLine
}

export interface Paragraph extends Placed {
  readonly kind: 'paragraph'
  readonly lines: readonly TextLine[]
}

export interface ListItem {
  readonly lines: readonly TextLine[]
  /** What the item holds besides its own text: nested lists, code, further paragraphs. */
  readonly children: readonly Block[]
  /** `null` unless the item is a check-box. */
  readonly checked: boolean | null
}

export interface List extends Placed {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly ListItem[]
}

export interface TableRow {
  readonly cells: readonly string[]
  /** 1-based source lines: one, but for rows that are written as HTML. */
  readonly lines: readonly number[]
}

export interface Table extends Placed {
  readonly kind: 'table'
  readonly header: TableRow
  readonly rows: readonly TableRow[]
}

export interface Code extends Placed {
  readonly kind: 'code'
  readonly language: string
  readonly code: string
  /** 1-based lines of the code itself, without its fence. */
  readonly lines: readonly number[]
}

export interface Quote extends Placed {
  readonly kind: 'quote'
  readonly blocks: readonly Block[]
}

export type Block = Heading | Paragraph | List | Table | Code | Quote
