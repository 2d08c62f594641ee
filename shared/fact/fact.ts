import type { Brand } from '../basics/brand.ts'
import type { Tongue } from '../language/language.ts'
import type { SourceQuote } from '../note/note.ts'

/** What a fact is about and in which respect, whatever its wording: see `factKey`. */
export type FactKey = Brand<string, 'FactKey'>

/** What something is; or, with `kindOf`, what kind of thing: "general-purpose" for the kind "language". */
export interface Definition {
  readonly kind: 'definition'
  readonly statement: string
  readonly kindOf?: string
}

/** What an abbreviation stands for. */
export interface Expansion {
  readonly kind: 'expansion'
  readonly statement: string
}

/**
 * What something is for; with `one_use` what its author did with it, one use among many; what it is about, is a good fit
 * for, or is used as.
 */
export interface Purpose {
  readonly kind: 'purpose'
  readonly use: 'purpose' | 'one_use' | 'subject' | 'fit' | 'role'
  readonly statement: string
}

/** What something does to its object: "lets | clients | do", "speeds | up". The verb stands in its base form. */
export interface Deed {
  readonly verb: string
  /** Who is enabled by it, without an article changed. */
  readonly whom?: string
  /** The preposition that belongs to the verb. */
  readonly particle?: string
  /** How the deed of `whom` follows: "allow clients to do", "let clients do". */
  readonly follows?: 'do' | 'to do'
}

/** What something does; with a deed the statement is its object, without one the whole predicate. */
export interface Effect {
  readonly kind: 'effect'
  readonly deed: Deed | null
  readonly statement: string
}

/** A row of a table as a question names it: `name` is '' where the heading of its column says nothing. */
export interface TableRowName {
  readonly name: string
  /** What the rows are levels or stages of; '' where the name is enough. */
  readonly place: string
  /** The row as a sentence names it, "HTTP status code 404"; '' where the term can stand by itself. */
  readonly said: string
  /** The same for a term that could stand by itself, "the hormone insulin", where a question asks about one of its properties; ''. */
  readonly called: string
  /** "In Docker, " where only a topic makes the row understood; ''. */
  readonly lead: string
}

/** In which respect something is told. */
export type Respect =
  | { readonly kind: 'importance' }
  /** A use that shows it at work. */
  | { readonly kind: 'example' }
  /** What it sums up. */
  | { readonly kind: 'coverage' }
  | { readonly kind: 'tool' }
  | { readonly kind: 'tools'; readonly names: readonly string[] }
  /** The author's label or heading asks it: "why does Python stand out", without capital and sign. */
  | { readonly kind: 'asked'; readonly words: string }
  /**
   * A label ("benefit") or a column's heading; `row` is null outside tables. `asks` is the question in its own words, for a
   * heading that does not fit "What is the … of …?".
   */
  | {
      readonly kind: 'named'
      readonly name: string
      readonly row: TableRowName | null
      readonly asks?: string
    }
  /** A table that compares its columns: the respect stands in the row, below the heading `head`. */
  | { readonly kind: 'compared'; readonly name: string; readonly head: string }

/** What holds for something in one respect. */
export interface Aspect {
  readonly kind: 'aspect'
  readonly respect: Respect
  readonly statement: string
  /**
   * Why a cell of a table is only proposed: it lies beyond the columns that are asked first, or its question is understood
   * beside its table only.
   */
  readonly waits?: 'further' | 'bare'
}

/** How something differs from another thing. */
export interface Comparison {
  readonly kind: 'comparison'
  readonly other: string
  readonly statement: string
}

/** What solved a problem: a sentence, a list, or both. One of them is not empty. */
export interface ProblemSolution {
  readonly kind: 'problem_solution'
  /** Its description; '' where the term says it all. */
  readonly problem: string
  readonly statement: string
  readonly items: readonly string[]
}

/** What the items of a list are to their term. */
export type ListCue =
  /** The topics that the term covers. */
  | { readonly kind: 'topics' }
  | { readonly kind: 'effects' }
  /** Where it is used. */
  | { readonly kind: 'places' }
  /** A line that only enumerates: "parts", "features" or "techniques". */
  | { readonly kind: 'enumerated'; readonly noun: string }
  /** How to do what is advised. */
  | { readonly kind: 'ways'; readonly action: string }
  /** What the advice names: "security practices". */
  | { readonly kind: 'advised'; readonly noun: string }
  /** "X is about using a, b and c": the objects of one verb. */
  | { readonly kind: 'objects'; readonly verb: string }
  /** As the introducing line or heading names them: "problems that GraphQL avoids"; counted where it says how many. */
  | { readonly kind: 'introduced'; readonly words: string; readonly counted?: true }
  /** What a relational noun names of the term: its "treatment". */
  | { readonly kind: 'related'; readonly name: string }

/** A closed list below its term. */
export interface List {
  readonly kind: 'list'
  readonly cue: ListCue
  readonly items: readonly string[]
}

/** What the members given as examples are members of. */
export type ExampleCue =
  /** Names to choose from for a whole topic. */
  | { readonly kind: 'options' }
  /** A kind so general that only its owner tells which: "tools for testing". */
  | { readonly kind: 'general'; readonly noun: string }
  /** A kind of its own, as a question names it: "NoSQL databases". */
  | { readonly kind: 'named'; readonly words: string }

/** Members of an open kind. */
export interface Example {
  readonly kind: 'example'
  readonly cue: ExampleCue
  readonly items: readonly string[]
}

/** Advice: why something is to be done or avoided, when and where, or how a ban is kept. */
export interface BestPractice {
  readonly kind: 'best_practice'
  readonly asks: 'why' | 'how' | 'when' | 'where'
  readonly action: string
  readonly statement: string
}

/** What a piece of code does (the term is the code), or the code that does what its sentence or title says. */
export type CodeUse = { readonly kind: 'code'; readonly statement: string } & (
  { readonly told: 'meaning' } | { readonly told: 'sentence' | 'title'; readonly question: string }
)

/** From which sides a written question is asked. */
export type QuestionSides =
  | { readonly kind: 'forward' }
  | { readonly kind: 'backward' }
  | { readonly kind: 'both' }
  /** A word and its meaning, in the languages that a table names. */
  | { readonly kind: 'languages'; readonly from: string; readonly to: string }
  /** The same where the table says only "word" and "meaning". */
  | { readonly kind: 'word' }
  /**
   * A term and what it is, in another language than English. `named` is the term with its article, where a sentence of the
   * note calls it so, and whether it is plural.
   */
  | { readonly kind: 'defined'; readonly named: Named | null }

/** A term as a sentence calls it: "la fotosíntesis". */
export interface Named {
  readonly words: string
  readonly plural: boolean
}

/** A question that the author wrote, or a term with its meaning; the answer is a text or, with two items and more, a list. */
export interface Question {
  readonly kind: 'question'
  readonly question: string
  readonly sides: QuestionSides
  readonly statement: string
  readonly items: readonly string[]
}

/** A question with the options that its author wrote and marked below it. */
export interface Choice {
  readonly kind: 'choice'
  readonly question: string
  /** In the note's order; at least one is right and one is wrong. */
  readonly options: readonly { readonly text: string; readonly isRight: boolean }[]
}

/** A piece of a sentence: running text, or a word that the sentence may be asked for. */
export type ClozePiece =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'gap'; readonly text: string }

/** A sentence that asks for one of its words. */
export interface Cloze {
  readonly kind: 'cloze'
  /**
   * Who made the gap: its author by a mark, or a rule, for the one number of the sentence, a term that its author
   * stressed, the one who did it, or the term it is about.
   */
  readonly by: 'author' | 'number' | 'term' | 'name' | 'subject' | 'object'
  readonly sentence: readonly ClozePiece[]
  /** The gaps that are asked, one to three of them. */
  readonly hidden: readonly string[]
}

/** A sentence cut at its main verb, without what stands before its subject. */
export interface ToldClause {
  readonly subject: string
  /** The finite verb with what belongs to it: "lower", "cannot reproduce", "was abolished". */
  readonly verb: string
  readonly rest: string
  readonly plural: boolean
}

/** What a sentence of running text is asked for. */
export type Asked =
  /** Why it is so: "… because …". */
  | { readonly kind: 'reason'; readonly clause: ToldClause }
  /** What something with an "of" is: "the SI unit of force". */
  | { readonly kind: 'value'; readonly clause: ToldClause }
  /** What leads to it: the words are verb and object, "causes stale reads". */
  | { readonly kind: 'cause'; readonly effect: string }
  /** What happens "when demand rises", below a topic that the condition does not name, or ''. */
  | { readonly kind: 'outcome'; readonly condition: string; readonly topic: string }
  /** When it occurs. */
  | { readonly kind: 'time'; readonly clause: ToldClause }
  /** The object of "must", "cannot" and their like. */
  | { readonly kind: 'object'; readonly clause: ToldClause }
  /** Another name of the term. */
  | { readonly kind: 'alias' }
  /** What something is called. */
  | { readonly kind: 'name'; readonly clause: ToldClause }
  /** How, where, until when: a circumstance of the whole clause. */
  | { readonly kind: 'circumstance'; readonly word: CircumstanceWord; readonly clause: ToldClause }
  /** How something changes its object, which is the rest of the clause. */
  | { readonly kind: 'change'; readonly clause: ToldClause }
  /** Who or what does it: the words are verb and object, "charted the coast". */
  | { readonly kind: 'doer'; readonly word: 'Who' | 'What'; readonly deed: string }
  /** How many of them do it. */
  | { readonly kind: 'amount'; readonly noun: string; readonly deed: string }

/** What a question about a circumstance begins with. */
export type CircumstanceWord = 'How' | 'Where' | 'In what form' | 'Until when'

/** What a sentence of running text tells, asked with its own words. */
export interface Told {
  readonly kind: 'told'
  readonly asked: Asked
  readonly statement: string
  /** What is spoken of, before a question that does not name it; left out where it does. */
  readonly about?: string
}

/** What a note asserts, by the form of the assertion. One rule file (`rules/from-*.ts`) answers for each family of layouts. */
export type Assertion =
  | Definition
  | Expansion
  | Purpose
  | Effect
  | Aspect
  | Comparison
  | ProblemSolution
  | List
  | Example
  | BestPractice
  | CodeUse
  | Question
  | Choice
  | Cloze
  | Told

export type FactKind = Assertion['kind']

/** By what a fact can be filed. Which of them counts, its library decides: see `concept/file-facts.ts`. */
export interface Filing {
  /** Its term reads as the name of something. */
  readonly isName: boolean
  /** It says what its term is or stands for: that makes a name of nearly any term. */
  readonly defines: boolean
  /** What a written question asks about, where it names it. */
  readonly subject: string | null
  /** The nearest heading, title or folder that says what it is about. */
  readonly topic: string | null
}

export type ForeignTongue = Exclude<Tongue, 'en'>

/** What a question must know of a fact that is not written in English. */
export interface Abroad {
  readonly tongue: ForeignTongue
  /** The heading that its term belongs to, or ''. */
  readonly topic: string
}

/** One assertion drawn from a block of a note. Plain data: it survives JSON, so a note's facts can be cached. */
export type Fact = Assertion & {
  readonly key: FactKey
  /** The term as the note writes it, without marks, emoji or numbering. */
  readonly term: string
  /** The term inside a sentence: "a branch", "caching", "GraphQL". */
  readonly spoken: string
  /** Other names of the same term that the note itself gives ("TTL (Time to Live)"). */
  readonly aliases: readonly string[]
  /** Other wordings of the same statement, from other notes. */
  readonly variants: readonly string[]
  readonly sources: readonly SourceQuote[]
  /** Where its note speaks of it: folders or tag, title and headings, the outermost first. */
  readonly topic: readonly string[]
  readonly filing: Filing
  /** Left out where it is written in English. */
  readonly abroad?: Abroad
  /** For a question or gap of its author's own: the language of the place where it stands, where that is not English. */
  readonly writtenIn?: ForeignTongue
  /** Named where another deck asks the same words for something else. */
  readonly deck?: string
}

/** The facts of one kind. */
export type FactOf<Kind extends FactKind> = Extract<Fact, { readonly kind: Kind }>

/** A fact before it has its key and sources: what a rule proposes. */
export type Draft = Assertion & {
  readonly term: string
  readonly aliases?: readonly string[]
  /** Source lines, when they differ from the statement's own. */
  readonly lines?: readonly number[]
  readonly abroad?: Abroad
  readonly writtenIn?: ForeignTongue
}

/** True for a word with its meaning: such cards are asked in words that name the two sides. */
export function isVocabulary(asserted: Assertion): boolean {
  return (
    asserted.kind === 'question' && (asserted.sides.kind === 'languages' || asserted.sides.kind === 'word')
  )
}

/** What is asserted as one text; '' for what is only a list. */
export function statementOf(asserted: Assertion): string {
  if (asserted.kind === 'cloze') return asserted.hidden[0] ?? ''
  return 'statement' in asserted ? asserted.statement : ''
}

/** What is asserted as a list; empty for what is one text. */
export function itemsOf(asserted: Assertion): readonly string[] {
  if (asserted.kind === 'cloze') return asserted.hidden.length > 1 ? asserted.hidden : []
  if (asserted.kind === 'aspect') return asserted.respect.kind === 'tools' ? asserted.respect.names : []
  return 'items' in asserted ? asserted.items : []
}
