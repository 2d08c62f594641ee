import type { NoteProblem, NoteSource } from '../../shared/note/note.ts'

/** Larger files are no notes a person wrote. */
export const maxNoteBytes = 10_000_000

/** A file that was passed over, with what its owner can do about it. */
export interface UnreadableNote {
  readonly path: string
  readonly code:
    | 'not_text'
    | 'empty'
    | 'too_large'
    | 'unreadable'
    | 'outside'
    | 'changing'
    | 'same_name'
    | 'not_a_note'
    | 'unsafe_path'
  readonly sentence: string
}

/** A note's text, and what must be said about how it was read. */
export interface DecodedNote extends NoteSource {
  /** The encoding that was guessed, for a file that is not UTF-8. */
  readonly guessed?: string
}

/** The text of a note from its bytes, or why they are none. A file that is not UTF-8 is read by the likeliest encoding. */
export async function decodeNote(path: string, bytes: Uint8Array): Promise<DecodedNote | UnreadableNote> {
  if (bytes.byteLength > maxNoteBytes) return tooLarge(path, bytes.byteLength)
  const decoded = decodeUtf8(bytes) ?? (await guessText(bytes))
  if (decoded === null) {
    return {
      path,
      code: 'not_text',
      sentence: `${path} is not a text file. Save it as Markdown or plain text.`,
    }
  }
  if (decoded.text.trim() === '') {
    return {
      path,
      code: 'empty',
      sentence: `${path} is empty, so there is nothing to learn from it yet.`,
    }
  }
  return { path, ...decoded }
}

/** What the learner should know about a note whose encoding was guessed. */
export function guessedProblem(path: string, encoding: string): NoteProblem {
  return {
    file: path,
    line: 1,
    code: 'guessed_encoding',
    sentence: `The file is not UTF-8; it was read as ${encoding}, which is a guess. If letters look wrong, save it as UTF-8.`,
  }
}

export function tooLarge(path: string, bytes: number): UnreadableNote {
  const size = (bytes / 1_000_000).toFixed(0)
  const limit = maxNoteBytes / 1_000_000
  return {
    path,
    code: 'too_large',
    sentence: `${path} has ${size} MB; a note may have ${limit} MB. Split it into several notes.`,
  }
}

function decodeUtf8(bytes: Uint8Array): { text: string } | null {
  if (bytes.includes(0)) return null
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return null
  }
}

const sampleBytes = 100_000

async function guessText(bytes: Uint8Array): Promise<{ text: string; guessed: string } | null> {
  const { detect } = await import('chardet')
  const wide = wideEncoding(bytes)
  if (wide === null && bytes.includes(0)) return null
  const guessed = wide ?? detect(bytes.subarray(0, sampleBytes)) ?? 'windows-1252'
  const text = decodeAs(guessed, bytes) ?? decodeAs('windows-1252', bytes)
  return text === null || looksBinary(text) ? null : { text, guessed }
}

/** Two bytes a letter: named by its first bytes, or seen by every second byte of plain text being zero. */
function wideEncoding(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 1000)
  if (sample.length < 20) return null
  const zeros = (parity: number) => sample.filter((byte, i) => i % 2 === parity && byte === 0).length
  const half = sample.length / 2
  if (zeros(1) > half * 0.6 && zeros(0) < half * 0.1) return 'utf-16le'
  return zeros(0) > half * 0.6 && zeros(1) < half * 0.1 ? 'utf-16be' : null
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return null
  }
}

/** A wrong guess at a file of another kind shows in signs that nobody types. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, sampleBytes)
  const strange = sample.match(/(?![\t\n\v\f\r])\p{Cc}|\uFFFD/gu)?.length ?? 0
  return strange > sample.length / 100
}
