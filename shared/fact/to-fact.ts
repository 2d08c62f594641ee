import { compareText } from '../basics/text.ts'
import { cleanHeading } from '../note/clean-text.ts'
import type { Note, SourceQuote } from '../note/note.ts'
import { topicOfNote, topicPath } from '../note/topic-path.ts'
import type { Draft, Fact } from './fact.ts'
import { filingOf, nearestTopic } from './filing.ts'
import { factKey } from './identity.ts'

/** A proposal with the lines that it was drawn from and the headings above them. */
export interface Placed {
  readonly draft: Draft
  readonly lines: readonly number[]
  readonly path: readonly string[]
}

/** What the headings above a fact tell of it. */
interface Above {
  readonly heading: readonly string[]
  readonly topic: readonly string[]
  /** The nearest topic that names something. */
  readonly nearest: string | null
}

/** The facts of one note. What stands below one heading shares its path, which is read once. */
export function factsOf(note: Note): (placed: Placed) => Fact {
  const known = new Map<readonly string[], Above>()
  let ofNote: readonly string[] | undefined
  return (placed) => {
    ofNote ??= topicOfNote(note)
    const above = known.get(placed.path) ?? readPath(ofNote, placed.path)
    known.set(placed.path, above)
    return toFact(note, above, placed)
  }
}

function readPath(ofNote: readonly string[], path: readonly string[]): Above {
  const topic = topicPath(ofNote, path)
  return { heading: path.map(cleanHeading), topic, nearest: nearestTopic(topic) }
}

/** A proposal as a fact: with its key, the quote that states it, and its topic below that of its note. */
function toFact(note: Note, { heading, topic, nearest }: Above, { draft, lines }: Placed): Fact {
  const { lines: own = lines, aliases = [], ...asserted } = draft
  return {
    ...asserted,
    key: factKey(draft),
    spoken: draft.term,
    aliases: [...new Set(aliases)].sort(compareText),
    variants: [],
    sources: [quote(note, own, heading)],
    topic,
    filing: filingOf(draft, nearest),
  }
}

function quote(note: Note, lines: readonly number[], heading: readonly string[]): SourceQuote {
  const own = [...new Set(lines)]
    .sort((a, b) => a - b)
    .filter((line) => (note.rawLines[line - 1] ?? '').trim() !== '')
  return {
    file: note.file,
    lines: own,
    heading,
    text: own.map((line) => note.rawLines[line - 1] ?? ''),
  }
}
