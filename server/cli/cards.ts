import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { groupBy } from '../../shared/basics/group-by.ts'
import type { GeneratedCard } from '../../shared/card/card.ts'
import { type Density, densities } from '../../shared/card/density.ts'
import { type Library, type NoteReport, readLibrary } from '../../shared/card/read-library.ts'
import { plainTaste } from '../../shared/card/taste.ts'
import type { NoteSource } from '../../shared/note/note.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import { materialOf } from '../../shared/quiz/library-material.ts'
import { type QuizRow, quizRows } from '../../shared/quiz/quiz-rows.ts'
import type { UnreadableNote } from '../library/decode-note.ts'
import { isNoteName, readNoteFile, readNotes } from '../library/read-notes.ts'

interface Gathered {
  readonly sources: readonly NoteSource[]
  readonly unreadable: readonly UnreadableNote[]
}
type Result = Library &
  Gathered & { readonly left: readonly GeneratedCard[]; readonly reports: readonly NoteReport[] }

/**
 * `cards PATH… [--json] [--density=few|balanced|all]`: prints the cards that files and folders of notes give. No server, no
 * database.
 */
export async function runCards(args: readonly string[]): Promise<number> {
  const named = densityIn(args)
  if (typeof named === 'string') return refuse(named)
  const paths = named.rest.filter((arg) => !arg.startsWith('--'))
  const unknown = named.rest.find((arg) => arg.startsWith('--') && arg !== '--json')
  if (unknown !== undefined) return refuse(`There is no option ${unknown}. Write: ${usage}`)
  if (paths.length === 0) return refuse(`Say which notes to read: ${usage}`)
  const gathered: Gathered[] = []
  for (const path of paths) {
    const found = await gather(path)
    if (found === null) return refuse(`There is no file or folder at ${path}.`)
    gathered.push(found)
  }
  const sources = gathered.flatMap((found) => found.sources)
  const unreadable = gathered.flatMap((found) => found.unreadable)
  const result = { ...readLibrary(sources, plainTaste(named.density)), sources, unreadable }
  await print(args.includes('--json') ? `${JSON.stringify(toJson(result), null, 1)}\n` : toPreview(result))
  return 0
}

const usage = `npm run -s cards -- PATH… [--json] [--density=${densities.join('|')}]`

/** The density that is asked for, and the arguments without it; a sentence when there is none of that name. */
function densityIn(args: readonly string[]): string | { density: Density; rest: readonly string[] } {
  const option = args.find((arg) => arg.startsWith('--density='))
  if (option === undefined) return { density: defaultSettings.cardDensity, rest: args }
  const density = densities.find((one) => option === `--density=${one}`)
  if (density === undefined) return `Say how many cards: ${densities.join(', ')}. Write: ${usage}`
  return { density, rest: args.filter((arg) => arg !== option) }
}

async function gather(path: string): Promise<Gathered | null> {
  const found = await stat(path).catch(() => null)
  if (found === null) return null
  if (found.isDirectory()) return readNotes(path)
  if (!isNoteName(path)) return { sources: [], unreadable: [notANote(basename(path))] }
  const read = await readNoteFile(path, basename(path))
  return 'text' in read ? { sources: [read], unreadable: [] } : { sources: [], unreadable: [read] }
}

const notANote = (path: string): UnreadableNote => ({
  path,
  code: 'not_a_note',
  sentence: `${path} is not a note. Give Markdown or plain text (.md, .markdown, .txt); save a table as tab-separated .txt.`,
})

function refuse(sentence: string): number {
  console.error(sentence)
  return 2
}

/** A pipe takes a long text in pieces; the command ends only when all of it is out. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error == null ? resolve() : reject(error)))
  })
}

function toJson(result: Result): unknown {
  const terms = termsOf(result)
  return {
    cards: [...result.cards.map((card) => cardJson(card, terms)), ...quizJson(result)],
    concepts: result.concepts.map(({ key, term, aliases, facts }) => ({
      key,
      term,
      aliases,
      facts: facts.length,
    })),
    conflicts: result.conflicts,
    left: result.left.map((card) => ({ ...cardJson(card, terms), reasons: [card.worth.doubt] })),
    report: Object.fromEntries([
      ...result.reports.map(({ file, ...report }) => [file, report] as const),
      ...result.unreadable.map(({ path, code, sentence }) => {
        const problems = [{ file: path, line: 1, code, sentence }]
        return [path, { facts: 0, cards: 0, skipped: [], problems }] as const
      }),
    ]),
  }
}

function cardJson(card: GeneratedCard, terms: ReadonlyMap<string, string>) {
  return {
    id: card.key,
    type: card.content.kind,
    front: card.front,
    back: card.back,
    concept: terms.get(card.conceptKey) ?? '',
    fact: card.factKey,
    status: card.status,
    reasons: card.reasons.map((reason) => reason.sentence),
    worth: Math.round(card.worth.chance * 1000) / 1000,
    sources: card.sources,
  }
}

/** What a quiz would ask: the same facts as multiple choice and as true or false. Without a database the key is the id. */
function quizJson(result: Result) {
  const cards = new Map(result.cards.map((card) => [card.key as string, card]))
  return quizRows(materialOf(result), 'cards').map(({ cardId, factKey, ...row }: QuizRow) => ({
    id: `${cardId}-${row.type}`,
    ...row,
    fact: factKey,
    status: 'ready',
    reasons: [],
    sources: cards.get(cardId)?.sources ?? [],
  }))
}

function termsOf({ concepts }: Library): Map<string, string> {
  return new Map(concepts.map((concept) => [concept.key, concept.term]))
}

/** The cards as a person reads them: by concept, the doubtful ones apart, then what was found wrong. */
function toPreview(result: Result): string {
  const terms = termsOf(result)
  const ready = result.cards.filter((card) => card.status === 'ready')
  const doubtful = result.cards.filter((card) => card.status === 'doubtful')
  const problems = [
    ...result.unreadable.map(({ sentence }) => `! ${sentence}`),
    ...result.reports.flatMap((note) =>
      note.problems.map(({ file, line, sentence }) => `! ${file}:${line} ${sentence}`),
    ),
  ]
  return [
    ...byConcept(ready, terms),
    ...(doubtful.length === 0
      ? []
      : ['── Doubtful: these wait for a decision ──', '', ...byConcept(doubtful, terms)]),
    ...result.conflicts.map((conflict) => `! ${conflict.sentence}`),
    ...problems,
    `Notes: ${result.reports.length}. Cards ready: ${ready.length}, doubtful: ${doubtful.length}, left out: ${result.left.length}. Conflicts: ${result.conflicts.length}.`,
    '',
  ].join('\n')
}

function byConcept(cards: readonly GeneratedCard[], terms: ReadonlyMap<string, string>): string[] {
  const groups = [...groupBy(cards, (card) => terms.get(card.conceptKey) ?? '')]
  return groups
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([term, own]) => [term, ...own.flatMap(cardLines), ''])
}

function cardLines(card: GeneratedCard): string[] {
  return [
    `  ${card.front}`,
    ...card.back.split('\n').map((line) => `    ${line}`),
    ...card.reasons.map((reason) => `    ? ${reason.sentence}`),
    `    ${card.sources.map((source) => `${source.file}:${source.lines.join(',')}`).join('  ')}`,
  ]
}
