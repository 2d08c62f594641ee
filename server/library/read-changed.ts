import { v7 as uuidv7 } from 'uuid'
import { readNote } from '../../shared/card/read-library.ts'
import type { Fact } from '../../shared/fact/fact.ts'
import type { NoteGenre } from '../../shared/note/note-genre.ts'
import type { NoteId, NoteProblem, NoteSource } from '../../shared/note/note.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { LibraryWrites, NoteStamp } from '../db/library-writes.ts'
import type { NoteSummary, StoredNote } from '../db/note-rows.ts'
import { findNotes } from '../db/notes.ts'
import type { Reader } from '../db/tables.ts'
import { type DecodedNote, type UnreadableNote, guessedProblem } from './decode-note.ts'
import {
  type LibraryFile,
  type LibrarySource,
  bodyHash,
  isAsRead,
  listLibrary,
  readLibraryFile,
  readerVersion,
} from './gather-notes.ts'
import type { PlanHooks, PlanRequest } from './library-plan.ts'

/** All notes as they are now: what they state, and the ones that change. */
export interface ReadLibrary {
  readonly facts: readonly Fact[]
  /** What kind of writing each note is, by its path. */
  readonly genres: ReadonlyMap<string, NoteGenre>
  readonly problems: readonly NoteProblem[]
  /** New notes, changed ones, and those that came back. */
  readonly notes: readonly StoredNote[]
  readonly stamps: LibraryWrites['stamps']
  /** Ids of the notes that are there no more. */
  readonly missing: readonly NoteId[]
  /** Every note that is there. */
  readonly paths: ReadonlySet<string>
  readonly unreadable: readonly UnreadableNote[]
}

/**
 * Reads what changed since the last reading; an unchanged note keeps the facts that were drawn from it then. A note whose
 * file cannot be read now, and whose facts older rules drew, is read again from the text that is stored.
 */
export async function readChanged(
  db: Reader,
  known: readonly NoteSummary[],
  request: PlanRequest,
  hooks: PlanHooks,
): Promise<ReadLibrary> {
  const reading = new Reading(known, request)
  const { files, unreadable } = await listLibrary(request.folders)
  const replaced = new Set([...request.without, ...request.extra.map((source) => source.path)])
  const ownFiles = files.filter((file) => !replaced.has(file.path))
  const toRead = ownFiles.filter((file) => !reading.takeUnread(file))
  const of = toRead.length + request.extra.length
  let done = 0
  const step = async (path: string, work: () => Promise<void>) => {
    await hooks.gate()
    await work()
    done++
    hooks.report({ done, of, facts: reading.factCount, file: path })
  }
  for (const file of toRead)
    await step(file.path, async () => reading.take(await readLibraryFile(file), file))
  for (const source of request.extra) await step(source.path, async () => reading.takeText(source))
  const { outdated, ...read } = reading.finish(unreadable)
  return withReread(read, await findNotes(db, request.learnerId, outdated))
}

/** The reading with these stored notes read again by the rules of today. */
function withReread(read: ReadLibrary, stored: readonly StoredNote[]): ReadLibrary {
  const notes = stored.map(readAgain)
  return {
    ...read,
    notes: [...read.notes, ...notes],
    facts: [...read.facts, ...notes.flatMap((note) => note.facts)],
    genres: new Map([...read.genres, ...notes.map(genreOf)]),
    problems: [...read.problems, ...notes.flatMap((note) => note.problems)],
  }
}

/** A stored note by the rules of today. */
function readAgain(note: StoredNote): StoredNote {
  return { ...note, ...drawnFrom({ path: note.path, text: note.body }) }
}

/** The library as it was read last, nothing looked at on the disk. Notes read by older rules are read again. */
export async function readStored(
  db: Reader,
  known: readonly NoteSummary[],
  restored: readonly StoredNote[],
  learnerId: LearnerId,
): Promise<ReadLibrary> {
  const present = known.filter((note) => !note.missing)
  const bodies = new Map(restored.map((note) => [note.id, note]))
  const outdated = present.filter((note) => note.readerVersion !== readerVersion && !bodies.has(note.id))
  for (const note of await findNotes(
    db,
    learnerId,
    outdated.map(({ id }) => id),
  ))
    bodies.set(note.id, note)
  const notes: StoredNote[] = []
  const facts: Fact[] = []
  const genres = new Map<string, NoteGenre>()
  const problems: NoteProblem[] = []
  for (const note of present) {
    const body = bodies.get(note.id)
    const reread = note.readerVersion === readerVersion || body === undefined ? null : readAgain(body)
    if (reread !== null) notes.push(reread)
    const current = reread ?? note
    facts.push(...current.facts)
    genres.set(...genreOf(current))
    problems.push(...current.problems)
  }
  const paths = new Set(present.map((note) => note.path))
  return { facts, genres, problems, notes, stamps: [], missing: [], paths, unreadable: [] }
}

const genreOf = ({ path, genre }: NoteSummary): [path: string, genre: NoteGenre] => [path, genre]

/** Collects a reading note by note. Its facts are told apart by their note, so the order changes nothing. */
class Reading {
  readonly #request: PlanRequest
  readonly #byPath: ReadonlyMap<string, NoteSummary>
  readonly #facts: Fact[] = []
  readonly #genres = new Map<string, NoteGenre>()
  readonly #problems: NoteProblem[] = []
  readonly #notes: StoredNote[] = []
  readonly #stamps: NoteStamp[] = []
  readonly #paths = new Set<string>()
  readonly #unreadable: UnreadableNote[] = []
  readonly #outdated: NoteId[] = []

  constructor(known: readonly NoteSummary[], request: PlanRequest) {
    this.#request = request
    this.#byPath = new Map(known.map((note) => [note.path, note]))
  }

  get factCount(): number {
    return this.#facts.length
  }

  /** Takes a file by what is known of it. False when it must be read. */
  takeUnread(file: LibraryFile): boolean {
    const known = this.#byPath.get(file.path)
    if (isAsRead(file, known)) {
      this.#keep(known)
      return true
    }
    return (
      known?.missing === true &&
      known.heldHash !== null &&
      known.modifiedUs === file.modifiedUs &&
      known.sizeBytes === file.sizeBytes
    )
  }

  take(read: LibrarySource | UnreadableNote, file: LibraryFile): void {
    const known = this.#byPath.get(file.path)
    if (!('text' in read)) {
      this.#unreadable.push(read)
      // What was learned from it stays until it can be read again; only a text that is there and empty states nothing.
      if (read.code !== 'empty' && known?.missing === false) this.#keep(known)
      return
    }
    const hash = bodyHash(read)
    const isHeld = known !== undefined && known.heldHash === hash
    const isSame =
      known?.missing === false && known.bodyHash === hash && known.readerVersion === readerVersion
    if (!isHeld && !isSame) return this.takeText(read)
    this.#stamps.push({ id: known.id, modifiedUs: file.modifiedUs, sizeBytes: file.sizeBytes })
    if (!known.missing) this.#keep(known)
  }

  /** Takes a text as it is given, whatever was known. */
  takeText(source: LibrarySource): void {
    const { now } = this.#request
    const known = this.#byPath.get(source.path)
    const drawn = drawnFrom(source)
    this.#paths.add(source.path)
    this.#facts.push(...drawn.facts)
    this.#genres.set(source.path, drawn.genre)
    this.#problems.push(...drawn.problems)
    this.#notes.push({
      id: known?.id ?? (uuidv7() as NoteId),
      path: source.path,
      origin: source.origin,
      body: source.text,
      lineCount: source.text.split('\n').length,
      bodyHash: bodyHash(source),
      ...drawn,
      readAt: now,
      missing: false,
      modifiedUs: source.stamp?.modifiedUs ?? 0,
      sizeBytes: source.stamp?.sizeBytes ?? -1,
      heldHash: null,
    })
  }

  finish(unlisted: readonly UnreadableNote[]): ReadLibrary & { readonly outdated: readonly NoteId[] } {
    const unreadable = [...unlisted, ...this.#unreadable]
    const closed = unlisted.filter(({ code }) => code === 'unreadable').map(({ path }) => `${path}/`)
    const missing: NoteId[] = []
    for (const note of this.#byPath.values()) {
      if (this.#paths.has(note.path) || note.missing) continue
      const cannotBeSeen = closed.some((folder) => note.path.startsWith(folder))
      const isTakenOut = this.#request.without.includes(note.path)
      if (!isTakenOut && (note.heldHash === 'gone' || cannotBeSeen)) this.#keep(note)
      else missing.push(note.id)
    }
    return {
      facts: this.#facts,
      genres: this.#genres,
      problems: this.#problems,
      notes: this.#notes,
      stamps: this.#stamps,
      missing,
      paths: this.#paths,
      unreadable,
      outdated: this.#outdated,
    }
  }

  #keep(note: NoteSummary | undefined): void {
    if (note === undefined) return
    this.#paths.add(note.path)
    if (note.readerVersion !== readerVersion) {
      this.#outdated.push(note.id)
      return
    }
    this.#facts.push(...note.facts)
    this.#genres.set(...genreOf(note))
    this.#problems.push(...note.problems)
  }
}

/** What the rules of reading draw from a note's text. */
function drawnFrom(
  source: NoteSource & Pick<DecodedNote, 'guessed'>,
): Pick<StoredNote, 'title' | 'genre' | 'facts' | 'skipped' | 'problems' | 'readerVersion'> {
  const read = readNote(source)
  const problems =
    source.guessed === undefined
      ? read.problems
      : [guessedProblem(source.path, source.guessed), ...read.problems]
  return {
    title: read.title,
    genre: read.genre,
    facts: read.facts,
    skipped: read.skipped,
    problems,
    readerVersion,
  }
}
