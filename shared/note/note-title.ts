import type { Note } from './note.ts'

/** What a note calls itself: its first top heading, else its file name without folder and ending. */
export function noteTitle(note: Note): string {
  const headings = note.blocks.filter((block) => block.kind === 'heading')
  const first = headings.find((heading) => heading.level === 1) ?? headings[0]
  const text = first?.line.text.trim().replace(/:$/, '') ?? ''
  if (text !== '') return text.slice(0, 200)
  const name = note.file.split('/').at(-1) ?? note.file
  return name.replace(/\.[^.]+$/, '') || name
}
