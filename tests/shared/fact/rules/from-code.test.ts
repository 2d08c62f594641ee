import { expect, test } from 'vitest'
import { readLibrary } from '../../../../shared/card/read-library.ts'

const cardsOf = (text: string): string[] =>
  readLibrary([{ path: 'til.md', text }])
    .cards.filter((card) => card.status === 'ready')
    .map((card) => `${card.front} → ${card.back.replaceAll('  \n', ' / ')}`)

const fence = (code: string, language = 'bash'): string => `\`\`\`${language}\n${code}\n\`\`\``

test.each([
  [
    'a prompt is no part of a command',
    'List Hidden Files In A Folder',
    fence('$ ls -A boats'),
    '`ls -A boats`',
  ],
  [
    'output is no part of an answer',
    'Count Lines Of A File',
    fence('$ wc -l log.txt\n  42 log.txt'),
    '`wc -l log.txt`',
  ],
  [
    'a result in a comment is none either',
    'Reverse A List In Place',
    fence('boats.reverse()\n# => [3, 2, 1]', 'python'),
    '`boats.reverse()`',
  ],
  [
    'a query is one line',
    'Delete Rows Older Than A Day',
    fence("> delete from logs\n  where day < 'today';\nDELETE 7", 'sql'),
    "`delete from logs where day < 'today';`",
  ],
  [
    'the command after the trouble is the way',
    'Rename A Mast',
    `Let's say this is the fleet:\n\n${fence('$ ship list')}\n\nTo rename one, run:\n\n${fence('$ ship rename foremast mizzen')}`,
    '`ship rename foremast mizzen`',
  ],
  [
    'a sentence that offers the way answers where no code does',
    'Silence The Fog Horn',
    'This can be done with the `--quiet` flag.',
    'With the `--quiet` flag',
  ],
])('%s', (_law, title, body, answer) => {
  expect(cardsOf(`# ${title}\n\n${body}\n`).map((card) => card.split(' → ')[1])).toContain(answer)
})

test.each([
  ['a title that names a thing', `# Load Balancing Strategies\n\n${fence('$ balance now')}`],
  ['a title that states something', `# The Log Holds Every Change\n\n${fence('$ log show')}`],
  [
    'two commands that fit alike',
    `# Squash All Commits\n\n${fence('$ ship squash all')}\n\n${fence('$ boat squash all')}`,
  ],
  ['a program', `# Draw A Chart\n\n${fence('one()\ntwo()\nthree()\nfour()\nfive()', 'python')}`],
  ['only output', `# Show The Route\n\n${fence('A -> B -> C', 'text')}`],
])('%s gives no how-to card', (_what, text) => {
  expect(cardsOf(text).filter((card) => card.startsWith('How do you'))).toEqual([])
})
