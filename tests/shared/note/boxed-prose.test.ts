import { describe, expect, test } from 'vitest'
import { parseNote } from '../../../shared/note/parse-note.ts'

const kindsOf = (text: string): string[] =>
  parseNote({ path: 'a.md', text }).note.blocks.map(({ kind }) => kind)

const terms = [
  'Osmosis - Water moves through a membrane',
  'Habitat - Place where an organism lives',
  'Bile - Breaks up fats',
].join('\n')

describe('a box of terms is read as a list', () => {
  test.each([
    ['without a language', `\`\`\`\n${terms}\n\`\`\``],
    [
      'with dashes between its parts',
      `\`\`\`\n${terms}\n--------- 3 May ---------\n${terms.replaceAll(' - ', ' – ').replace('Bile', 'Liver').replace('Osmosis', 'Plasma')}\n\`\`\``,
    ],
    ['of tildes', `~~~\n${terms}\n~~~`],
  ])('%s', (_law, text) => {
    expect(kindsOf(text)).toContain('list')
    expect(kindsOf(text)).not.toContain('code')
  })

  test.each([
    ['a box with a language', `\`\`\`text\n${terms}\n\`\`\``],
    ['commands', '```\nbuild - build the app\ntest - test the app\nclean - remove all\n```'],
    ['a log', '```\nINFO - the server starts\nINFO - the server listens\nWARN - the disk is full\n```'],
    ['code', '```\nA - b;\nC - d();\nE - {f}\n```'],
    ['two lines', '```\nKeel - lowest beam of a ship\nMast - pole that carries sails\n```'],
    ['a poem', '```\nThe sea is calm tonight.\nThe tide is full,\nthe moon lies fair\n```'],
  ])('%s stays code', (_law, text) => {
    expect(kindsOf(text)).toEqual(['code'])
  })

  test('what is indented below a term belongs to it, on its own line', () => {
    const { note } = parseNote({
      path: 'a.md',
      text: `# Cells\n\n\`\`\`\n${terms}\n    - Stored in the gall bladder\n\`\`\``,
    })
    const list = note.blocks.find((block) => block.kind === 'list')
    const last = list?.kind === 'list' ? list.items.at(-1) : undefined
    expect(last?.lines[0]?.lines).toEqual([6])
    expect(last?.children).toHaveLength(1)
  })
})
