/** What a new note begins with: two lines that give cards, to be written over. */
export const noteTemplate = `# Title

- **Spacing effect**: better recall when the same reviews are spread over several days.
- **TTL** (Time to Live): time after which a cached entry expires.
`

const untitled = 'new-note.md'

/** A file name made of the note's first heading; the learner may choose another. */
export function suggestPath(text: string): string {
  const heading = /^#\s+(.+)$/m.exec(text)?.[1] ?? ''
  const words = heading
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  if (words === null || heading.trim() === 'Title') return untitled
  return `${words.join('-').slice(0, 80)}.md`
}
