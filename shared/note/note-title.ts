import { frontMatterTitle } from './front-matter.ts'
import type { Note } from './note.ts'

/** What a note calls itself: its first top heading, the title in its front matter, its first heading, else its file name without folder and ending. */
export function noteTitle(note: Note): string {
  const headings = note.blocks.filter((block) => block.kind === 'heading')
  const top = headings.find((heading) => heading.level === 1)?.line.text
  const own = frontMatterTitle(note.rawLines)
  const found = top ?? (own === '' ? (headings[0]?.line.text ?? '') : own)
  const text = found.trim().replace(/:$/, '')
  if (text !== '') return text.slice(0, 200)
  const name = note.file.split('/').at(-1) ?? note.file
  return name.replace(/\.[^.]+$/, '') || name
}
