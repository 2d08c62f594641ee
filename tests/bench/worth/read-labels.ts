import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CardKind } from '../../../shared/card/card.ts'
import { cardKinds } from '../../../shared/card/kinds/kind-names.ts'
import type { CardLook } from '../../../shared/card/worth/card-features.ts'
import { noteGenre } from '../../../shared/note/note-genre.ts'
import type { NoteSource } from '../../../shared/note/note.ts'
import { parseNote } from '../../../shared/note/parse-note.ts'
import { Unreadable } from '../unreadable.ts'
import { root } from '../work-folder.ts'

/** What readers said of a card: keep it, edit it, delete it. */
export type Verdict = 'K' | 'E' | 'D'

/** A card that readers judged, with the note it is from. */
export interface JudgedCard {
  readonly set: string
  /** Tells documents apart, whatever set they are in. */
  readonly document: string
  readonly file: string
  readonly look: CardLook
  readonly verdicts: readonly Verdict[]
  /** A judge's own wording of a card that they would mend: it is kept, and only taught from. */
  readonly isReworded: boolean
}

export interface Judged {
  readonly cards: readonly JudgedCard[]
  /** The notes that were found, by the name of their document. */
  readonly notes: ReadonlyMap<string, NoteSource>
}

interface LabelRow {
  readonly set: string
  readonly file: string
  readonly lines: readonly number[]
  readonly heading: readonly string[]
  readonly type: string
  readonly concept: string
  readonly front: string
  readonly back: string
  readonly verdicts: readonly string[]
  /** Better wordings, one a judge: “question / answer”, or ''. */
  readonly better?: readonly string[]
}

/**
 * Reads judged cards, one JSON a line: set, file, lines, heading, type, concept, front, back, verdicts, better. Their notes are
 * looked for in `notes`, where the sets of a shared folder lie beside its labels (`../SET`, `../corpus/SET`), and among
 * the notes that ship.
 */
export function readLabels(files: readonly string[], notes: string | null): Judged {
  const found = new Map<string, NoteSource>()
  const cards = files.flatMap((file) => {
    if (!existsSync(file))
      throw new Unreadable(`There are no labels at ${file}. Name a file of judged cards.`)
    const rows = readFileSync(file, 'utf8').split('\n')
    return rows
      .filter((row) => row.trim() !== '')
      .flatMap((row) => judgedCard(JSON.parse(row) as LabelRow, rootsFor(file, notes), found))
  })
  return { cards, notes: found }
}

const rootsFor =
  (labels: string, notes: string | null) =>
  (set: string): string[] => {
    const shared = dirname(dirname(labels))
    const own = notes === null ? [] : [join(notes, set), notes]
    return [...own, join(shared, set), join(shared, 'corpus', set), join(root, 'learnings')]
  }

function judgedCard(
  row: LabelRow,
  rootsOf: (set: string) => readonly string[],
  found: Map<string, NoteSource>,
): JudgedCard[] {
  const { set, file, lines, heading, concept, front, back } = row
  if (!isKind(row.type)) return []
  const verdicts = row.verdicts.filter(isVerdict)
  if (verdicts.length === 0) return []
  const document = `${set}/${file}`
  const note = found.get(document) ?? findNote(rootsOf(set), file)
  if (note !== undefined) found.set(document, note)
  const text = note?.text.split(/\r\n|\n|\r/) ?? []
  const source = lines.map((line) => text[line - 1] ?? '')
  const genre = note === undefined ? 'study' : noteGenre(parseNote(note).note)
  const look = { kind: row.type, front, back, concept, heading, source, genre }
  const card = { set, document, file }
  return [
    { ...card, look, verdicts, isReworded: false },
    ...(row.better ?? []).flatMap((wording) => {
      const better = rewordedLook(look, wording)
      return better === undefined
        ? []
        : [{ ...card, look: better, verdicts: ['K'] as const, isReworded: true }]
    }),
  ]
}

/** The card as a judge would have it. */
function rewordedLook(look: CardLook, wording: string): CardLook | undefined {
  const [front = '', ...answers] = wording
    .replace(/^\s*Q:\s*/, '')
    .split(/\s\/\s/)
    .map((part) => part.replace(/^A:\s*/, '').trim())
  if (front === '' || answers.length === 0) return undefined
  const isList = answers.length > 1
  const kind = isList ? 'list_recall' : look.kind === 'list_recall' ? 'basic' : look.kind
  return { ...look, kind, front, back: answers.join('\n') }
}

function findNote(roots: readonly string[], file: string): NoteSource | undefined {
  const path = roots.map((root) => join(root, file)).find((one) => existsSync(one))
  return path === undefined ? undefined : { path: file, text: readFileSync(path, 'utf8') }
}

const isKind = (type: string): type is CardKind => (cardKinds as readonly string[]).includes(type)
const isVerdict = (verdict: string): verdict is Verdict => /^[KED]$/.test(verdict)
