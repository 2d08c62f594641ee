import { expect, test } from 'vitest'
import { tonguesOf } from '../../../../shared/fact/read/note-tongues.ts'
import { readStatements } from '../../../../shared/fact/read/read-statements.ts'
import { parseNote } from '../../../../shared/note/parse-note.ts'

function tonguesIn(text: string): string[] {
  const { note } = parseNote({ path: 'n.md', text })
  const reading = readStatements(note)
  const tongueOf = tonguesOf(note, reading)
  return reading.statements.map(({ full, path }) => tongueOf(full, path))
}

test('a line that does not tell its language has that of what stands below its heading', () => {
  const text =
    '# Ships\n\n- The keel is the lowest beam of the ship\n- Mast: spar\n\n# Schiffe\n\n- Der Kiel ist der unterste Balken\n- Mast: Rundholz\n'
  expect(tonguesIn(text)).toEqual(['en', 'en', 'de', 'de'])
})

test('the front matter has the first word', () => {
  expect(tonguesIn('---\nlang: fr-CA\n---\n\nMast: espar\n')).toEqual(['fr'])
  expect(tonguesIn('---\nlang: nl\n---\n\nMast: paal\n')).toEqual(['other'])
})

test('a note whose words tell nothing is read as English', () => {
  expect(tonguesIn('Mast: spar\n')).toEqual(['en'])
})
