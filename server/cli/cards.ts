import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Concept } from '../../shared/concept/concept.ts'
import type { GeneratedCard } from '../../shared/card/card.ts'
import { readLibrary } from '../../shared/card/read-library.ts'
import type { Library, NoteReport } from '../../shared/card/read-library.ts'
import type { NoteProblem, NoteSource } from '../../shared/note/note.ts'

const extensions = /\.(?:md|markdown|txt)$/i
const largestNote = 10 * 1024 * 1024

interface Read {
  readonly sources: NoteSource[]
  readonly problems: NoteProblem[]
}

/** `cards PATH… [--json]`: prints the cards that files and folders of notes give. No server, no database. */
export async function runCards(args: string[]): Promise<number> {
  const json = args.includes('--json')
  const paths = args.filter((arg) => !arg.startsWith('--'))
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json')
  if (unknown !== undefined) return refuse(`Unknown option ${unknown}; write: cards PATH… [--json]`)
  if (paths.length === 0) return refuse('Say which notes to read: cards PATH… [--json]')
  const read: Read = { sources: [], problems: [] }
  for (const path of paths) {
    const missing = readPath(path, read)
    if (missing !== undefined) return refuse(missing)
  }
  const library = readLibrary(read.sources)
  await write(json ? JSON.stringify(toJson(library, library.reports, read.problems), null, 1) + '\n' : preview(library, library.reports, read.problems))
  return 0
}

function refuse(sentence: string): number {
  process.stderr.write(sentence + '\n')
  return 2
}

/** A pipe takes a long text in pieces; the command ends only when all of it is out. */
function write(text: string): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(text, (error) => (error == null ? done() : fail(error)))
  })
}

function readPath(path: string, read: Read): string | undefined {
  let stats
  try {
    stats = statSync(path)
  } catch {
    return `There is no file or folder at ${path}.`
  }
  if (stats.isDirectory()) readFolder(realpathSync(path), realpathSync(path), read, new Set())
  else readFile(path, path.split(/[\\/]/).at(-1) ?? path, read)
  return undefined
}

/** Symlinks are followed only while they stay inside the folder, and each folder is read once. */
function readFolder(folder: string, root: string, read: Read, seen: Set<string>): void {
  if (seen.has(folder)) return
  seen.add(folder)
  let names: string[]
  try {
    names = readdirSync(folder).sort()
  } catch {
    report(read, relative(root, folder) || '.', 'unreadable', 'This folder cannot be read.')
    return
  }
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules') continue
    const path = join(folder, name)
    const file = relative(root, path).split(sep).join('/')
    try {
      const real = realpathSync(path)
      if (real !== root && !real.startsWith(root + sep)) {
        report(read, file, 'outside', 'This link leads out of the folder, so it was not followed.')
        continue
      }
      if (statSync(path).isDirectory()) readFolder(real, root, read, seen)
      else if (extensions.test(name)) readFile(path, file, read)
    } catch {
      report(read, file, 'unreadable', 'This file cannot be read.')
    }
  }
}

function readFile(path: string, file: string, read: Read): void {
  let bytes: Buffer
  try {
    if (statSync(path).size > largestNote) return report(read, file, 'too_large', 'This file is larger than 10 MB, so it was not read.')
    bytes = readFileSync(resolve(path))
  } catch {
    return report(read, file, 'unreadable', 'This file cannot be read.')
  }
  if (bytes.length === 0) return report(read, file, 'empty', 'This file is empty.')
  if (bytes.includes(0)) return report(read, file, 'binary', 'This file is not text.')
  try {
    read.sources.push({ path: file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) })
  } catch {
    report(read, file, 'not_utf8', 'This file is not encoded in UTF-8; save it as UTF-8.')
  }
}

function report(read: Read, file: string, code: string, sentence: string): void {
  read.problems.push({ file, line: 1, code, sentence })
}

function toJson(library: Library, reports: readonly NoteReport[], problems: readonly NoteProblem[]): unknown {
  const terms = termsOf(library.concepts)
  return {
    cards: library.cards.map((card) => ({
      id: card.key,
      type: card.kind,
      front: card.front,
      back: card.back,
      concept: terms.get(card.conceptKey) ?? '',
      fact: card.factKey,
      status: card.status,
      reasons: card.reasons.map((reason) => reason.sentence),
      sources: card.sources,
    })),
    concepts: library.concepts.map(({ key, term, aliases, facts }) => ({ key, term, aliases, facts: facts.length })),
    conflicts: library.conflicts,
    report: Object.fromEntries([
      ...reports.map(({ file, ...rest }) => [file, rest] as const),
      ...problems.map((problem) => [problem.file, { facts: 0, cards: 0, skipped: [], problems: [problem] }] as const),
    ]),
  }
}

function termsOf(concepts: readonly Concept[]): Map<string, string> {
  return new Map(concepts.map((concept) => [concept.key, concept.term]))
}

function preview(library: Library, reports: readonly NoteReport[], problems: readonly NoteProblem[]): string {
  const terms = termsOf(library.concepts)
  const ready = library.cards.filter((card) => card.status === 'ready')
  const doubtful = library.cards.filter((card) => card.status === 'doubtful')
  const show = (card: GeneratedCard): string[] => [
    `  ${card.front}`,
    ...card.back.split('\n').map((line) => `    ${line}`),
    ...card.reasons.map((reason) => `    ? ${reason.sentence}`),
    `    ${card.sources.map((source) => `${source.file}:${source.lines.join(',')}`).join('  ')}`,
  ]
  const byConcept = (cards: readonly GeneratedCard[]): string[] => {
    const names = [...new Set(cards.map((card) => terms.get(card.conceptKey) ?? ''))].sort()
    return names.flatMap((name) => [name, ...cards.filter((card) => terms.get(card.conceptKey) === name).flatMap(show), ''])
  }
  const allProblems = [...problems, ...reports.flatMap((note) => note.problems)]
  return [
    ...byConcept(ready),
    ...(doubtful.length === 0 ? [] : ['── Doubtful: these wait for a decision ──', '', ...byConcept(doubtful)]),
    ...library.conflicts.map((conflict) => `! ${conflict.sentence}`),
    ...allProblems.map((problem) => `! ${problem.file}:${problem.line} ${problem.sentence}`),
    `${reports.length} notes, ${ready.length} cards ready, ${doubtful.length} doubtful, ${library.conflicts.length} conflicts.`,
    '',
  ].join('\n')
}
