import type { Code, Formula, Table } from '../../note/note.ts'
import type { SectionKind } from '../../note/section-words.ts'

/** One line of a note as the rules see it: label and text apart, with what stands above and below it. */
export interface Statement {
  /** The term before the separator, or ''. */
  readonly label: string
  /** What follows the label, or the whole line. */
  readonly text: string
  /** The whole line. */
  readonly full: string
  readonly strong: readonly string[]
  readonly lines: readonly number[]
  /** The concept that headings or the parent item give, or ''. */
  readonly subject: string
  /** The kind of the nearest heading that only names a part of the document. */
  readonly section: SectionKind
  readonly path: readonly string[]
  /** Nested items, or those of the list that this line introduces. */
  readonly items: readonly Statement[]
  readonly listed: boolean
  /** The first line below its heading. */
  readonly opens: boolean
  /** The line that introduces the list in which this item stands, or ''. */
  readonly leadIn: string
  /** What a relation above it belongs to: below "Treatment" of "Measles" it is "Measles"; '' outside of relations. */
  readonly whole: string
  readonly checked: boolean | null
}

/**
 * A statement made field by field. Spread objects come in many shapes inside the engine; of one shape the rules, which
 * read every statement dozens of times, read fastest.
 */
export function aStatement(made: Statement): Statement {
  return {
    label: made.label,
    text: made.text,
    full: made.full,
    strong: made.strong,
    lines: made.lines,
    subject: made.subject,
    section: made.section,
    path: made.path,
    items: made.items,
    listed: made.listed,
    opens: made.opens,
    leadIn: made.leadIn,
    whole: made.whole,
    checked: made.checked,
  }
}

/** A problem and its solution, in whichever of the many layouts they were written. */
export interface Pair {
  /** The name of the problem, or ''. */
  readonly title: string
  readonly problem: string
  readonly solution: string
  readonly items: readonly string[]
  readonly lines: readonly number[]
  readonly path: readonly string[]
}

/** A code block with the text that says what it does. */
export interface TitledCode {
  readonly code: Code
  /** The sentence before it, or ''. */
  readonly intro: string
  readonly introLines: readonly number[]
  readonly path: readonly string[]
  readonly section: SectionKind
  readonly subject: string
  /** True for the first code block below its heading. */
  readonly first: boolean
}

export interface PlacedTable {
  readonly table: Table
  readonly path: readonly string[]
  readonly section: SectionKind
  readonly subject: string
}

export interface PlacedFormula {
  readonly formula: Formula
  /** The line before it, or ''. */
  readonly intro: string
  readonly introLines: readonly number[]
  readonly path: readonly string[]
  readonly section: SectionKind
  readonly subject: string
}

/** A note as its statements, tables, code blocks and formulas, in document order. */
export interface Reading {
  readonly statements: readonly Statement[]
  readonly tables: readonly PlacedTable[]
  readonly codes: readonly TitledCode[]
  readonly formulas: readonly PlacedFormula[]
}
