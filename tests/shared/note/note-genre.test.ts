import { expect, test } from 'vitest'
import { noteGenre } from '../../../shared/note/note-genre.ts'
import { parseNote } from '../../../shared/note/parse-note.ts'

test.each([
  [
    'study',
    '# Mitosis\n\n## Prophase\n\nThe chromatin condenses.\n\n## Metaphase\n\nThe chromosomes line up.\n\n## Anaphase\n\nThe chromatids part.\n\n## Telophase\n\nTwo nuclei form.\n',
  ],
  ['study', '# Torts\n\n- **Negligence**: a breach of a duty of care that causes harm.\n'],
  ['how_to', '# Prune an apple tree\n\nCut above a bud that points outward.\n'],
  ['how_to', '# Listing open ports\n\n```sh\nss -tln\n```\n'],
  [
    'project',
    '# Tidewatch\n\n## Features\n\n- Tide tables\n\n## Installation\n\nRun the script.\n\n## Usage\n\nOpen it.\n\n## License\n\nMIT\n',
  ],
  [
    'portfolio',
    '# My nursing year\n\n## Skills covered\n\n- Wound care\n\n## Challenges\n\n- Night shifts\n\n## Key takeaways\n\n- Ask early.\n',
  ],
  [
    'diary',
    '# Field work\n\n## Day 1\n\nI measured the river.\n\n## Day 2\n\nWe counted the birds.\n\n## Day 3\n\nBuilt a weir.\n',
  ],
])('a note is %s by its headings and by who speaks in it', (genre, text) => {
  expect(noteGenre(parseNote({ path: 'note.md', text }).note)).toBe(genre)
})

test('an empty note is taken for study', () => {
  expect(noteGenre(parseNote({ path: 'note.md', text: '' }).note)).toBe('study')
})
