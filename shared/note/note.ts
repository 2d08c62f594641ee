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
  /** The same as its author typed it; without lines where no card can be written. */
  readonly typed: TypedNote
}

/** A note as card plugins read it: line by line, in document order. */
export interface TypedNote {
  readonly lines: readonly TypedLine[]
  /** What the signs in the lines' texts stand for (`typed-text.ts`). */
  readonly held: readonly Held[]
  /** True for a note that a card plugin has already scheduled. */
  readonly scheduled: boolean
}

/** What stands in a line and is not running text: no sign of a card is looked for inside it. */
export type Held =
  | { readonly kind: 'code'; readonly code: string }
  /** `markup` is `$` or `$$`. */
  | { readonly kind: 'formula'; readonly tex: string; readonly markup: string }
  | { readonly kind: 'picture'; readonly target: string }
  /** A link between notes, by the words that it shows. */
  | { readonly kind: 'link'; readonly text: string }
  /** Marked by its author as what is to be asked; its text may hold code and formulas. */
  | { readonly kind: 'gap'; readonly text: string }

/**
 * One line as its author typed it, without the marks of its block: text, or a whole code block, formula, table, rule, or
 * the comment of a card plugin. What is hidden or struck out is not there.
 */
export interface TypedLine {
  readonly kind: 'text' | 'heading' | 'code' | 'formula' | 'table' | 'rule' | 'scheduled' | 'pair'
  /** Running text with signs for what is held; of other kinds the Markdown of an answer. */
  readonly text: string
  /** The other side of a `pair`: a row of two cells in a file of nothing else. */
  readonly told: string
  /** 1-based source lines. */
  readonly lines: readonly number[]
  /** How many lists are around it. */
  readonly depth: number
  /** True for the first line of a list's item. */
  readonly opensItem: boolean
  /** The mark of its item: "-" or "1.". */
  readonly marker: string
  /** True where it goes on with the paragraph of the line above. */
  readonly joins: boolean
  /** True where its author broke the line above on purpose. */
  readonly broken: boolean
  /** The tags at its end. */
  readonly tags: readonly string[]
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

/** A formula on lines of its own. */
export interface Formula extends Placed {
  readonly kind: 'formula'
  readonly tex: string
  /** 1-based lines, its signs with them. */
  readonly lines: readonly number[]
}

export interface Quote extends Placed {
  readonly kind: 'quote'
  readonly blocks: readonly Block[]
}

export type Block = Heading | Paragraph | List | Table | Code | Formula | Quote
