import { wordCount } from '../../basics/text.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Held } from '../../note/note.ts'
import { partedAtGaps, sayTyped } from '../../note/typed-text.ts'
import type { ClozePiece } from '../fact.ts'
import type { Placed } from '../to-fact.ts'
import { type Signs, bracedGap, isMarked, opensCloze, withoutClozeLabel } from '../read/written-card.ts'
import type { WrittenLine } from '../read/written-lines.ts'

/** Sentences with gaps that their author marked; the gaps of one sentence are one fact, so that its cards are siblings. */
export function fromGaps(lines: readonly WrittenLine[], signs: Signs): Placed[] {
  const own = lines.filter(({ kind, text }) => kind === 'text' && text !== '')
  if (!own.some(({ text }) => isMarked(text, signs))) return []
  return thoughts(own).flatMap((thought) => fromThought(thought, signs))
}

/** Items of lists stand alone, and so does a line "C: …"; the lines of a paragraph are one text. */
function thoughts(lines: readonly WrittenLine[]): WrittenLine[][] {
  const out: WrittenLine[][] = []
  for (const line of lines) {
    const last = out.at(-1)
    if (last === undefined || !line.joins || opensCloze(line.text)) out.push([line])
    else last.push(line)
  }
  return out
}

function fromThought(lines: readonly WrittenLine[], { held, orbit }: Signs): Placed[] {
  const texts = lines.map((line) => withoutClozeLabel(line.text).replace(/\n/g, ' '))
  const whole = texts.join(' ')
  const parts = wordCount(sayTyped(whole, held)) <= longestWhole ? [whole] : splitSentences(whole)
  return parts.flatMap((part) => {
    const sentence = piecesOf(part, held, orbit)
    const gaps = sentence.filter(({ kind }) => kind === 'gap').map(({ text }) => text)
    const length = sentence.reduce((sum, { text }) => sum + text.length, 0)
    if (gaps.length === 0 || length > longestSentence || gaps.some((gap) => gap.length > longestGap))
      return []
    const own = lines.filter((_, i) => sharesText(texts[i] ?? '', part)).flatMap((line) => line.lines)
    return chunks(gaps).map((hidden): Placed => ({
      draft: { kind: 'cloze', by: 'author', term: hidden[0] ?? '', sentence, hidden },
      lines: own.length > 0 ? own : lines.flatMap((line) => line.lines),
      path: lines[0]?.path ?? [],
    }))
  })
}

/** A longer text is cut to the sentence around its gap. */
const longestWhole = 30
const longestSentence = 600
const longestGap = 120

const allBraces = new RegExp(bracedGap.source, 'gu')

/** A marked sentence as pieces: what its author marked may be asked. */
function piecesOf(text: string, held: readonly Held[], orbit: boolean): ClozePiece[] {
  const pieces: ClozePiece[] = []
  let open = ''
  const flush = (): void => {
    const said = aroundSpaces(open, held)
    if (said !== '') pieces.push({ kind: 'text', text: said })
    open = ''
  }
  for (const piece of parted(text, held, orbit)) {
    if (piece.kind === 'text') open += piece.text
    else {
      flush()
      const said = sayTyped(piece.text, held)
      if (said !== '') pieces.push({ kind: 'gap', text: said })
    }
  }
  flush()
  return trimmed(pieces)
}

/** The text between gaps as it was typed, and the texts of the gaps. */
const parted = (text: string, held: readonly Held[], orbit: boolean): readonly ClozePiece[] =>
  partedAtGaps(text, held).flatMap((part): readonly ClozePiece[] =>
    part.kind === 'gap' || !orbit ? [part] : bracedPieces(part.text),
  )

const bracedPieces = (text: string): ClozePiece[] =>
  text.split(allBraces).map((own, i): ClozePiece => ({ kind: i % 2 === 1 ? 'gap' : 'text', text: own }))

/** Said, with the spaces that part it from the gaps beside it. */
function aroundSpaces(text: string, held: readonly Held[]): string {
  const said = sayTyped(text, held)
  if (said === '') return text === '' ? '' : ' '
  return (/^\s/.test(text) ? ' ' : '') + said + (/\s$/.test(text) ? ' ' : '')
}

/** Without the spaces around the whole sentence. */
function trimmed(pieces: readonly ClozePiece[]): ClozePiece[] {
  return pieces
    .map((piece, i): ClozePiece => {
      const start = i === 0 ? piece.text.trimStart() : piece.text
      return { ...piece, text: i === pieces.length - 1 ? start.trimEnd() : start }
    })
    .filter(({ kind, text }) => kind === 'gap' || text !== '')
}

/** True when a line gave words to the sentence. */
function sharesText(line: string, sentence: string): boolean {
  const head = line.slice(0, 12)
  return (
    sentence.includes(head) ||
    (line.length > 12 && sentence.includes(line.slice(-12))) ||
    line.includes(sentence)
  )
}

/** A fact has three scheduled cards at most; a sentence with more gaps is several facts. */
function chunks(gaps: readonly string[]): string[][] {
  const out: string[][] = []
  const own = [...new Set(gaps)]
  for (let i = 0; i < own.length; i += 3) out.push(own.slice(i, i + 3))
  return out
}
