import { type Case, firstAnswer } from '../basics/first-answer.ts'
import { contentStems, normaliseText, stemsOfWord, wordCount, wordSet, words } from '../basics/text.ts'
import { lintCard } from '../card/lint-card.ts'
import { questionSpan, spanKey } from '../card/rejected-spans.ts'
import { thresholds } from '../card/taste.ts'
import { worthOf } from '../card/worth.ts'
import { type WrittenCard, writeCard } from '../card/write-card.ts'
import { isForeign } from '../language/tell-language.ts'
import type { NoteGenre } from '../note/note-genre.ts'
import { noteGenre } from '../note/note-genre.ts'
import { parseNote } from '../note/parse-note.ts'
import type { Draft, DraftedNote, DraftLibrary, DraftRefusal, DraftVerdict } from './draft.ts'
import { type FoundQuote, type PlainWords, findQuote, plainWords } from './find-quote.ts'
import { type Grounding, grounding } from './grounded.ts'
import { headingsAbove } from './headings-above.ts'
import { levelFormula, squeezed } from '../answer/level-formula.ts'
import { levelStems } from './level-words.ts'

/**
 * The one door for drafts: what each one is, in its order. A draft is accepted when its quote stands in the note, its answer
 * says what the note says, it is a well-formed card worth asking, and nothing asks it yet. Nobody else decides: who drafts
 * may be wrong, or may have been told to deceive by a text that it read.
 */
export function judgeDrafts(
  drafts: readonly Draft[],
  note: DraftedNote,
  library: DraftLibrary,
): DraftVerdict[] {
  const judgeOne = draftGate(note, library)
  return drafts.map((draft) => judgeOne(draft))
}

/** The same one draft after another, for a caller that lets others work in between. */
export function draftGate(note: DraftedNote, library: DraftLibrary): (draft: Draft) => DraftVerdict {
  const read = readForDrafts(note)
  const onLine = new Map(library.onLine)
  let { room } = library
  return (draft) => {
    const verdict = judge({ draft: tidy(draft), note: read, library, room, onLine })
    if (verdict.kind === 'accepted') {
      room--
      const [line = 0] = verdict.lines
      onLine.set(line, (onLine.get(line) ?? 0) + 1)
      library.add(verdict.draft.question, verdict.draft.answer)
    }
    return verdict
  }
}

/** A note as the gate reads it. */
interface ReadNote extends DraftedNote {
  readonly lines: readonly string[]
  readonly genre: NoteGenre
  readonly words: PlainWords
  /** The stems of all that it says. */
  readonly stems: ReadonlySet<string>
  /** The headings above each line, outermost first. */
  readonly headings: (line: number) => readonly string[]
}

function readForDrafts(note: DraftedNote): ReadNote {
  const parsed = parseNote({ path: 'note.md', text: note.text }).note
  return {
    ...note,
    lines: note.text.split(/\r\n|\n|\r/),
    genre: noteGenre(parsed),
    words: plainWords(note.text),
    stems: new Set(levelStems(`${note.title} ${note.text}`)),
    headings: (line) => headingsAbove(parsed.rawLines, line),
  }
}

interface Asked {
  readonly draft: Draft
  readonly note: ReadNote
  readonly library: DraftLibrary
  readonly room: number
  /** How many drafts quote each line by now. */
  readonly onLine: ReadonlyMap<number, number>
}

interface Placed extends Asked {
  readonly found: FoundQuote
  readonly headings: readonly string[]
}

interface Grounded extends Placed {
  readonly ground: Grounding
}

interface Written extends Placed {
  readonly written: WrittenCard
}

const refused = (code: DraftRefusal, sentence: string): DraftVerdict => ({ kind: 'refused', code, sentence })

function judge(asked: Asked): DraftVerdict {
  const early = firstAnswer(byItself, asked)
  if (early !== undefined) return early
  const { draft, note } = asked
  const found = findQuote(note.words, draft.quote, draft.lines?.[0] ?? null)
  if (found === undefined) return quoteNotFound
  const placed = { ...asked, found, headings: note.headings(found.lines[0] ?? 1) }
  const unwanted = firstAnswer(byItsLines, placed)
  if (unwanted !== undefined) return unwanted
  const ground = groundOf(placed)
  const unsaid = firstAnswer(byItsGround, { ...placed, ground })
  if (unsaid !== undefined) return unsaid
  const written = writeCard(asTyped(draft))
  if (written === null) return notACard
  const last = firstAnswer(asACard, { ...placed, written })
  return last ?? { kind: 'accepted', draft: marked(draft, ground), lines: found.lines, written }
}

/** What its note says of the answer: the dearest question, asked when nothing cheaper has spoken against the draft. */
function groundOf({ draft, note, found, headings }: Placed): Grounding {
  const around = [note.title, ...headings, ...neighbours(note.lines, found.lines)].join(' ')
  return grounding(draft.answer, { quote: found.words, around })
}

/** A word that the note spells otherwise may be right, or another word: its owner is told. */
function marked(draft: Draft, ground: Grounding): Draft {
  if (draft.corrects !== null || ground.kind === 'ungrounded' || ground.misspelt.length === 0) return draft
  const words = ground.misspelt.slice(0, 3).map((word) => `“${word}”`)
  return { ...draft, corrects: `The note has ${words.join(', ')}.` }
}

const quoteNotFound = refused(
  'quote_not_found',
  'The quote does not stand in the note word for word. Copy one unbroken passage of it.',
)
const notACard = refused(
  'not_a_card',
  'The words cannot be kept as a card: their signs mean something else in a note. Write them with fewer signs.',
)

type Sieve<What> = Case<What, DraftVerdict>
const when =
  <What>(code: DraftRefusal, sentence: string, holds: (what: What) => boolean): Sieve<What> =>
  (what) =>
    holds(what) ? refused(code, sentence) : undefined

const mostWords = { question: 30, answer: 30, item: 14 } as const
const mostItems = 7
/** A word may be as long as a line; a card may not. */
const mostLetters = { question: 400, answer: 1200 } as const
const longestQuote = 1200
/** So many drafts any line may give, and one more for so many words. */
const fewestOfLine = 3
const wordsOfDraft = 4
const fewestQuotedWords = 2

/** What speaks against a draft before the note is looked at. */
const byItself: readonly Sieve<Asked>[] = [
  when(
    'empty',
    'Question, answer or quote is empty. Give all three.',
    ({ draft: { question, answer, quote } }) =>
      [question, answer, quote].some((text) => normaliseText(text) === '') || !/\p{L}/u.test(question),
  ),
  when(
    'markup',
    'Drafts are plain text: leave out HTML, links and pictures.',
    ({ draft: { question, answer, concept } }) =>
      [question, answer, concept ?? ''].some((text) => isMarkup.test(text.replaceAll(/`[^`]*`/g, ' '))),
  ),
  when('no_gap', 'A cloze needs one gap, written ___.', ({ draft }) => {
    return draft.kind === 'cloze' && (draft.question.match(/_{3,}/g) ?? []).length !== 1
  }),
  when(
    'too_long',
    `The quote has more than ${longestQuote} letters: quote less, down to the clause that states the answer.`,
    ({ draft: { quote } }) => quote.length > longestQuote,
  ),
  when(
    'too_long',
    `A question has ${mostWords.question} words at most, an answer ${mostWords.answer}, a list ${mostItems} items of ${mostWords.item} words: ask about one thing.`,
    ({ draft }) => isTooLong(draft),
  ),
  when(
    'quote_too_short',
    'The quote is too short to tell where it stands. Quote the words that state the answer.',
    ({ draft: { quote, lines } }) => wordCount(quote) < fewestQuotedWords && lines === null,
  ),
  when(
    'too_many',
    'Enough drafts of this note wait already. Let their owner look at them first.',
    (asked) => {
      return asked.room <= 0
    },
  ),
]

const isMarkup = /<\/?[a-z][^>]*>|<!--|!?\[[^\][]*\]\([^()]*\)|https?:\/\/|javascript:|data:\w+\//i

function isTooLong({ kind, question, answer }: Draft): boolean {
  if (question.length > mostLetters.question || answer.length > mostLetters.answer) return true
  const items = answer.split('\n')
  if (wordCount(question) > mostWords.question + (kind === 'cloze' ? 10 : 0)) return true
  if (kind === 'list')
    return items.length > mostItems || items.some((item) => wordCount(item) > mostWords.item)
  return !isCode(answer) && wordCount(answer) > mostWords.answer
}

const isCode = (text: string): boolean => /^`[^]*`$/.test(text)

/** What speaks against a draft once its quote was found, before its answer is held against the note. */
const byItsLines: readonly Sieve<Placed>[] = [
  when(
    'not_worth',
    'These lines are a task, or point at another place: they state nothing to remember.',
    ({ found, note }) => found.lines.every((line) => statesNothing.test(note.lines[line - 1] ?? '')),
  ),
  ({ draft, library }) => {
    const same = library.sameAs(draft.question, draft.answer)
    return same === undefined ? undefined : refused('same_card', `A card asks this already: “${same}”`)
  },
  when(
    'too_many',
    'This line has as many drafts as a line of its length may have. Leave it, and go on with others.',
    ({ found, note, onLine }) => {
      const words = found.lines
        .map((line) => wordCount(note.lines[line - 1] ?? ''))
        .reduce((a, b) => a + b, 0)
      return (
        (onLine.get(found.lines[0] ?? 0) ?? 0) >= Math.max(fewestOfLine, Math.floor(words / wordsOfDraft))
      )
    },
  ),
  when('rejected_lines', 'Its owner wants no card from these lines.', ({ found, note, library }) =>
    isRejected(found.lines, note.lines, library.rejected),
  ),
]

/** What speaks against a draft when its note does not say what it says. */
const byItsGround: readonly Sieve<Grounded>[] = [
  ({ draft, ground }) =>
    draft.corrects === null && ground.kind === 'ungrounded'
      ? refused('not_grounded', ground.sentence)
      : undefined,
  when(
    'not_grounded',
    'The note does not speak of what the question asks about.',
    ({ draft: { question }, note }) => {
      const stems = [...new Set(levelStems(question))]
      return (
        stems.length > 0 && stems.filter((stem) => note.stems.has(stem)).length / stems.length < leastSpokenOf
      )
    },
  ),
]

/** An open check-box and a reminder are intentions; "see chapter 4" is a signpost. */
const statesNothing =
  /^\s*(?:[-*+]|\d{1,3}[.)])\s+\[ \]\s|^[\s>*+_-]*(?:(?:TODO|FIXME|TBD)\b|see (?:also|chapter|section|pages?|pp?\.)\s)/i

/** As much of a question as its note must speak of: the rest is how it asks. */
const leastSpokenOf = 0.15

function isRejected(
  lines: readonly number[],
  all: readonly string[],
  rejected: ReadonlySet<string>,
): boolean {
  const quoted = lines.map((line) => all[line - 1] ?? '')
  return (
    rejected.has(spanKey({ text: quoted })) || quoted.every((text) => rejected.has(spanKey({ text: [text] })))
  )
}

/** How many lines around a quote may name what it speaks of. */
const reach = 3

function neighbours(all: readonly string[], lines: readonly number[]): readonly string[] {
  const [first, last] = [lines[0] ?? 1, lines.at(-1) ?? 1]
  return all.slice(Math.max(0, first - 1 - reach), last + reach)
}

/** What speaks against a draft as a card. */
const asACard: readonly Sieve<Written>[] = [
  when(
    'form',
    'The question gives its answer away.',
    ({ draft: { question, answer } }) => !tellsNews(question, answer),
  ),
  when('rejected_lines', 'Its owner does not want to be asked this.', ({ written, library }) =>
    library.rejected.has(questionSpan(written.card.key)),
  ),
  ({ draft, written, found }) => {
    const { content, conceptKey } = written.card
    const [reason] = lintCard(content, {
      concept: new Set(contentStems(draft.concept ?? conceptKey)),
      source: new Set(contentStems(`${found.words} ${draft.answer}`)),
      written: false,
      abroad: isForeign(`${draft.question} ${draft.answer}`),
    }).filter(({ code }) => !ofReading.has(code))
    return reason === undefined ? undefined : refused('form', reason.sentence)
  },
  ({ draft, written, found, headings, note }) => {
    const { chance, doubt } = worthOf({
      kind: written.card.content.kind,
      front: draft.question,
      back: draft.answer,
      concept: draft.concept ?? headings.at(-1) ?? note.title,
      heading: headings,
      source: found.lines.map((line) => note.lines[line - 1] ?? ''),
      genre: note.genre,
    })
    return chance < thresholds.few.proposed / 2
      ? refused('not_worth', `Hardly worth asking: ${doubt}.`)
      : undefined
  },
]

/** Whether an answer says a word, a number or a formula that its question does not. */
function tellsNews(question: string, answer: string): boolean {
  const asked = new Set([...words(levelFormula(question)), ...levelStems(question)])
  const isNew = (word: string): boolean =>
    !asked.has(word) && stemsOfWord(word).every((stem) => !asked.has(stem)) && !lightWords.has(word)
  return (
    words(levelFormula(answer)).some(isNew) ||
    (!squeezed(question).includes(squeezed(answer)) && /[^\p{L}\s]/u.test(answer)) ||
    // A letter alone, as a note of music or a blood group, is no word.
    /^\p{L}$/u.test(answer.trim())
  )
}

/** Words that tell nothing by themselves; "no" and "not" do. */
const lightWords = wordSet(
  'a an the of in on at to for by with from and or is are was were be it its they their this that',
)

/** Rules about what our own reading may leave behind; a draft is held to its own ones. */
const ofReading: ReadonlySet<string> = new Set([
  'residue',
  'not_grounded',
  'several_facts',
  'answer_too_long',
  'answer_in_question',
  'repeats_question',
  'says_little',
  'states_nothing',
])

function tidy(draft: Draft): Draft {
  const oneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const items = draft.answer
    .split(/\r\n|\n|\r/)
    .map((item) => oneLine(item).replace(/^(?:[-*•]|\d{1,2}[.)])\s+/, ''))
    .filter((item) => item !== '')
  return {
    ...draft,
    question: oneLine(draft.question),
    answer: draft.kind === 'list' || isCode(draft.answer.trim()) ? items.join('\n') : items.join(' '),
    quote: draft.quote.trim(),
    concept: draft.concept === null || oneLine(draft.concept) === '' ? null : oneLine(draft.concept),
    corrects: draft.corrects === null || oneLine(draft.corrects) === '' ? null : oneLine(draft.corrects),
  }
}

const asTyped = ({ question, answer, concept }: Draft) => ({
  question: question.replace(/_{3,}/, '___'),
  answer,
  concept,
  origin: '',
})
