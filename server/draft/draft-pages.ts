import { quoteOrigin } from '../../shared/card/card-origin.ts'
import type { CardKey } from '../../shared/card/card.ts'
import { readLibrary } from '../../shared/card/read-library.ts'
import { type WrittenCard, withCard, writeCard } from '../../shared/card/write-card.ts'
import { type FoundQuote, findQuote, plainWords } from '../../shared/draft/find-quote.ts'
import { insertBelow } from '../../shared/draft/insert-below.ts'
import { quoteMark } from '../../shared/draft/quote-mark.ts'
import type { Settings } from '../../shared/api/settings.ts'
import type { StoredNote } from '../db/note-rows.ts'
import {
  type LibrarySource,
  type NoteFolders,
  bodyHash,
  draftsFolder,
  uploadPrefix,
} from '../library/gather-notes.ts'
import { keepLineEnds } from '../library/keep-line-ends.ts'
import { noteFile, readNow } from '../library/note-files.ts'
import type { WantedDraft, WhyNot } from './wanted-draft.ts'

/** A draft and the lines that it is written as. */
export interface PlacedDraft extends WantedDraft {
  readonly path: string
  readonly written: WrittenCard
}

/** A note that drafts are written into, with the text that it gets. */
interface Page {
  readonly path: string
  readonly file: string
  readonly origin: LibrarySource['origin']
  /** The text that it has now; null when there is no file. */
  readonly before: string | null
  readonly mark: string
  text: string
}

/** The notes that accepted drafts are written into: filled draft by draft, and written together. */
export class DraftPages {
  readonly #folders: NoteFolders
  readonly #into: Settings['draftsInto']
  readonly #pages = new Map<string, Page>()
  readonly placed: PlacedDraft[] = []
  readonly refused: (WhyNot & { readonly draftId: string })[] = []

  constructor(folders: NoteFolders, into: Settings['draftsInto']) {
    this.#folders = folders
    this.#into = into
  }

  /**
   * Writes a draft as lines of its page, or refuses it: its note may say something else by now, or a card may ask it. After
   * a crash between the file and the database that card is its own: its lines are there already.
   */
  async place(wanted: WantedDraft, note: StoredNote | undefined, isAsked: boolean): Promise<void> {
    if (note === undefined || note.missing) return this.#refuse(wanted, noteGone)
    const original = await this.#open(note.path, note.origin)
    const text = original.before ?? note.body
    const found = findQuote(plainWords(text), wanted.draft.quote, wanted.draft.lines[0] ?? null)
    if (found === undefined) return this.#refuse(wanted, quoteGone)
    return this.#into === 'note'
      ? this.#placeInNote(wanted, note, original, isAsked)
      : this.#placeInCompanion(wanted, note, found, isAsked)
  }

  #refuse({ draft }: WantedDraft, why: WhyNot): void {
    this.refused.push({ draftId: draft.id, ...why })
  }

  /** The drafts with what their lines ask, read as the whole note reads them. */
  keyed(): (PlacedDraft & { readonly key: CardKey })[] {
    return [...this.#written()].flatMap(({ path, text }) => {
      const { cards } = readLibrary([{ path, text }])
      return this.placed.flatMap((one) => {
        if (one.path !== path) return []
        const [first] = one.written.lines
        const card = cards.find(({ sources }) => sources.some((source) => source.text[0] === first))
        return card === undefined ? [] : [{ ...one, key: card.key }]
      })
    })
  }

  paths(): string[] {
    return this.#written().map(({ path }) => path)
  }

  sources(): LibrarySource[] {
    return this.#written().map(({ path, text, origin }) => ({ path, text, origin }))
  }

  /** What to write, and the hash of the text that it replaces. */
  files() {
    return this.#written().map(({ path, file, mark, text, before }) => ({
      path,
      file,
      bytes: mark + text,
      expected: before === null ? null : bodyHash({ text: before }),
    }))
  }

  #written(): Page[] {
    const paths = new Set(this.placed.map(({ path }) => path))
    return [...this.#pages.values()].filter(({ path }) => paths.has(path))
  }

  #placeInNote(wanted: WantedDraft, note: StoredNote, page: Page, isAsked: boolean): void {
    // What is written over must be what its owner saw last, as when they save it themselves.
    if (page.before === null || bodyHash({ text: page.before }) !== note.bodyHash)
      return this.#refuse(wanted, noteChanged)
    const found = findQuote(plainWords(page.text), wanted.draft.quote, wanted.draft.lines[0] ?? null)
    const written = writeCard({ ...wanted, concept: null, origin: '' })
    if (written === null || found === undefined) return this.#refuse(wanted, notACard)
    if (!holds(page, written)) {
      if (isAsked) return this.#refuse(wanted, sameQuestion)
      page.text = keepLineEnds(page.text, insertBelow(page.text, found.lines.at(-1) ?? 1, written.lines))
    }
    this.placed.push({ ...wanted, path: page.path, written })
  }

  async #placeInCompanion(
    wanted: WantedDraft,
    note: StoredNote,
    found: FoundQuote,
    isAsked: boolean,
  ): Promise<void> {
    const concept = headingOf(wanted.draft.concept)
    const [line = 1] = found.lines
    const origin = quoteOrigin({ file: note.path, line, noteId: note.id, mark: quoteMark(found.words) })
    const written = writeCard({ ...wanted, concept, origin })
    if (written === null) return this.#refuse(wanted, notACard)
    const page = await this.#open(companionOf(note.path), 'upload')
    if (!holds(page, written)) {
      if (isAsked) return this.#refuse(wanted, sameQuestion)
      const before = page.text === '' ? `# ${headingOf(note.title) ?? 'Drafts'}\n` : page.text
      page.text = keepLineEnds(before, withCard(before, { concept, lines: written.lines }).text)
    }
    this.placed.push({ ...wanted, path: page.path, written })
  }

  async #open(path: string, origin: LibrarySource['origin']): Promise<Page> {
    const known = this.#pages.get(path)
    if (known !== undefined) return known
    const file = noteFile(this.#folders, path)
    const now = await readNow(file)
    const before = now?.note.text ?? null
    const mark = now?.hasByteOrderMark === true ? '\uFEFF' : ''
    const page: Page = { path, file, origin, before, mark, text: before ?? '' }
    this.#pages.set(path, page)
    return page
  }
}

const holds = ({ text }: Page, { lines }: WrittenCard): boolean =>
  text.split(/\r\n|\n|\r/).includes(lines[0] ?? '')

/** The note of our own that holds the accepted drafts of a note. */
export function companionOf(path: string): string {
  const name = /\.(?:md|markdown)$/i.test(path) ? path : `${path}.md`
  return `${uploadPrefix}${draftsFolder}${name}`
}

/** Words as a heading holds them; null where there are none. */
function headingOf(words: string | null): string | null {
  const heading = (words ?? '').replaceAll(/[\s#]+/g, ' ').trim()
  return heading === '' ? null : heading
}

const sameQuestion: WhyNot = {
  code: 'same_card',
  sentence: 'You have this question already. Drop the draft, or ask it in other words.',
}
const noteGone: WhyNot = { code: 'note_gone', sentence: 'Its note is not there any more. Drop the draft.' }
const quoteGone: WhyNot = {
  code: 'quote_not_found',
  sentence: 'Its note says something else now. Drop the draft, or type the card by hand.',
}
const noteChanged: WhyNot = {
  code: 'note_changed',
  sentence: 'Its note was changed by another program since it was read. Read the folder again, then accept.',
}
const notACard: WhyNot = {
  code: 'not_a_card',
  sentence:
    'These words cannot be kept as a card: their signs mean something else in a note. Write them with fewer signs.',
}
