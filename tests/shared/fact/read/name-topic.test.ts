import { expect, test } from 'vitest'
import { readLibrary } from '../../../../shared/card/read-library.ts'

const fence = (code: string, language = ''): string => `\`\`\`${language}\n${code}\n\`\`\``
const cardsOf = (path: string, text: string) =>
  readLibrary([{ path, text }]).cards.filter((card) => card.status === 'ready')
const asked = (path: string, text: string): string[] => cardsOf(path, text).map((card) => card.front)

test.each([
  [
    'the folder of the note',
    'git/a.md',
    '# Rename A Mast',
    fence('$ ship rename fore'),
    'In Git, how do you rename a mast?',
  ],
  [
    'the folder above a folder that names nothing',
    'vim/2024/a.md',
    '# Join All The Lines',
    fence(':%j', 'vim'),
    'In Vim, how do you join all the lines?',
  ],
  [
    'a heading above',
    'notes/a.md',
    '# Docker cheat sheet\n\n## Remove All The Boats',
    fence('$ ship rm -a'),
    'With Docker, how do you remove all the boats?',
  ],
  [
    'the program that is called',
    'a.md',
    '# List All The Harbours',
    fence('$ kubectl get harbours'),
    'With `kubectl`, how do you list all the harbours?',
  ],
  [
    'a known program in its usual spelling',
    'a.md',
    '# List All The Harbours',
    fence('$ psql --list'),
    'In PostgreSQL, how do you list all the harbours?',
  ],
  [
    'the shell for its own tools',
    'til/a.md',
    '# Count All The Boats',
    fence('wc -l boats', 'bash'),
    'In the shell, how do you count all the boats?',
  ],
  [
    'the language of the code',
    'posts/a.md',
    '# Reverse All The Boats',
    fence('boats.reverse', 'ruby'),
    'In Ruby, how do you reverse all the boats?',
  ],
  [
    'nothing where nothing tells',
    'drafts/a.md',
    '# Reverse All The Boats',
    fence('boats.reverse'),
    'How do you reverse all the boats?',
  ],
  [
    'nothing more where the title names it',
    'git/a.md',
    '# Rename A Mast With Git',
    fence('$ git frob --fore'),
    'How do you rename a mast with git?',
  ],
  [
    'nothing more where the title names the program',
    'unix/a.md',
    '# Sort The Boats With Sort',
    fence('$ sort -u crews'),
    'How do you sort the boats with sort?',
  ],
  [
    'no topic that a heading shares with another',
    'a.md',
    '# Git and Docker\n\n## Reverse All The Boats',
    fence('boats.reverse'),
    'How do you reverse all the boats?',
  ],
])('a how-to names %s', (_law, path, heading, code, expected) => {
  expect(asked(path, `${heading}\n\n${code}`)).toEqual([expected])
})

test('naming the topic changes no key', () => {
  const text = `# Rename A Mast\n\n${fence('$ ship rename fore')}`
  const keys = (path: string): string[] => cardsOf(path, text).map((card) => card.key)
  expect(keys('git/a.md')).toEqual(keys('a.md'))
})

test.each([
  [
    'postgres/a.md',
    '# Tables\n\n- **ladder**: the order in which tables are read',
    'In PostgreSQL, what is the ladder?',
  ],
  [
    'mac/a.md',
    '# Keys\n\n- `ctrl-e` to move the cursor to the end of the line',
    'On macOS, what is the purpose of `ctrl-e`?',
  ],
  [
    'notes/a.md',
    '# Keys\n\n- `ctrl-e` to move the cursor to the end of the line',
    'What is the purpose of `ctrl-e`?',
  ],
])('a plain word or a key in %s names its tool', (path, text, expected) => {
  expect(asked(path, text).map((front) => front.replace(/is (?:an?|the) ladder/, 'is ladder'))).toContain(
    expected.replace('the ladder', 'ladder'),
  )
})
