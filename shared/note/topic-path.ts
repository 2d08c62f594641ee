import { normaliseText } from '../basics/text.ts'
import { cleanHeading } from './clean-text.ts'
import type { Note } from './note.ts'
import { noteTags } from './note-tags.ts'
import { noteTitle } from './note-title.ts'

/** Where a note stands among all: its folders, or the first of its tags where it lies in no folder, and its title. */
export function topicOfNote(note: Note): readonly string[] {
  const folders = note.file.split('/').slice(0, -1)
  return withoutRepeats([...(folders.length > 0 ? folders : firstTag(note)), cleanHeading(noteTitle(note))])
}

/** The path from the outermost topic to the heading that something stands below. */
export function topicPath(ofNote: readonly string[], headings: readonly string[]): readonly string[] {
  return withoutRepeats([...ofNote, ...headings.map(cleanHeading)])
}

/** `#web/css` lies in `#web`. */
function firstTag(note: Note): string[] {
  const [outermost, ...others] = noteTags(note.rawLines.join('\n'))
  if (outermost === undefined) return []
  return (others.findLast((tag) => tag.startsWith(`${outermost}/`)) ?? outermost).split('/')
}

/** A note is often called like its folder, and its first heading like the note. */
function withoutRepeats(path: readonly string[]): string[] {
  return path.filter((name, i) => name !== '' && !path.slice(0, i).some((above) => isSame(above, name)))
}

const isSame = (a: string, b: string): boolean => levelled(a) === levelled(b)
const levelled = (name: string): string => normaliseText(name).replace(/[\s_-]+/g, ' ')
