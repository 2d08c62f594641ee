import type { Brand } from '../basics/brand.ts'
import type { SourceQuote } from '../note/note.ts'

/** What a fact is about and in which respect, whatever its wording: `hash(["fact", term, kind, slot])`. */
export type FactKey = Brand<string, 'FactKey'>

/** The layouts that state something. One rule file (`from-*.ts`) answers for each family. */
export const factKinds = [
  'definition',
  'expansion',
  'purpose',
  'effect',
  'aspect',
  'comparison',
  'problem_solution',
  'list',
  'example',
  'best_practice',
  'code',
  'question',
  'cloze',
] as const
export type FactKind = (typeof factKinds)[number]

/** One assertion drawn from a block of a note. Plain data: it survives JSON, so a note's facts can be cached. */
export interface Fact {
  readonly key: FactKey
  readonly kind: FactKind
  /** The term as the note writes it, without marks, emoji or numbering. */
  readonly term: string
  /** The term inside a sentence: "a branch", "caching", "GraphQL". */
  readonly spoken: string
  /** Which respect of the term: '' for its definition, a column heading, a list's lead-in … */
  readonly slot: string
  /** The author's own cue: the problem, the action advised, the question, the sentence with its gap. Often ''. */
  readonly cue: string
  /** What is asserted, as inline Markdown: the definition, the expansion, the solution … */
  readonly statement: string
  /** For lists and several solutions: the items, in the note's order. Empty otherwise. */
  readonly items: readonly string[]
  /** Other names of the same term that the note itself gives ("TTL (Time to Live)"). */
  readonly aliases: readonly string[]
  /** Other wordings of the same statement, from other notes. */
  readonly variants: readonly string[]
  readonly sources: readonly SourceQuote[]
}

/** A fact before it has its key and sources: what a rule proposes. */
export interface Draft {
  readonly kind: FactKind
  readonly term: string
  readonly slot?: string
  readonly cue?: string
  readonly statement?: string
  readonly items?: readonly string[]
  readonly aliases?: readonly string[]
  /** Source lines, when they differ from the statement's own. */
  readonly lines?: readonly number[]
}
