import { expect, test } from 'vitest'
import { readNote } from '../../../shared/card/read-library.ts'
import { workMs } from '../../support/work-time.ts'

const read = (text: string) => readNote({ path: 'hostile.md', text })
const megabyte = 1_000_000

test.each(['*', '(', '|', ' ', '[', '![', '`', '_', '<', '\\', '$', '> ', '- '])(
  'a megabyte of %j in one line is reported and not read',
  (sign) => {
    const { facts, problems } = read(sign.repeat(megabyte / sign.length))
    expect(facts).toEqual([])
    expect(problems.map((problem) => problem.code)).toContain('line_too_long')
  },
)

test.each(['*', '(', '|', '[', '![', '- ', '> '])(
  'a megabyte of %j in short lines is read to its end',
  (sign) => {
    const line = sign.repeat(60 / sign.length)
    expect(read(`${line}\n`.repeat(megabyte / 61)).facts).toEqual([])
  },
)

test.each(['> ', '- ', '1. '])('ten thousand levels of %j are read', (mark) => {
  expect(read(`${mark.repeat(10_000)}deep`).facts).toEqual([])
})

test('two thousand lists, each deeper than the one above, are read', () => {
  const lines = Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth * 2)}- item ${depth}`)
  expect(() => read(lines.join('\n'))).not.toThrow()
})

test('a line of 100 000 characters is a problem with its length', () => {
  const { problems } = read('word '.repeat(20_000))
  expect(problems).toMatchObject([{ line: 1, code: 'line_too_long' }])
})

test('a paragraph that is cut is a problem at its first line', () => {
  const { problems } = read(`# Logs\n\n${'some words of a log line\n'.repeat(2000)}`)
  expect(problems).toMatchObject([{ line: 3, code: 'paragraph_too_long' }])
})

test('a line too long for a statement is a skipped line with a reason', () => {
  const { skipped } = read(`# Logs\n\n${'some words '.repeat(300)}`)
  expect(skipped).toMatchObject([{ line: 3, reason: expect.stringContaining('2000 characters') as string }])
})

const within = (milliseconds: number, work: () => void): void =>
  expect(workMs(work)).toBeLessThan(milliseconds)

test.each(['*', '(', '|', ' '])('a megabyte of %j below itself takes less than a second', (sign) => {
  within(1000, () => read(`${sign.repeat(1000)}\n`.repeat(1000)))
})

test.each([
  '[',
  '![',
  '{{',
  '==',
  '::',
  'a\t',
  '`',
  '%%',
  '[^',
  '$$',
  '\\[',
  'C: [',
  '~~',
  '<sup>',
  '🚀 x ',
  '>> ',
])('a megabyte of %j takes less than three seconds', (sign) => {
  within(3000, () => read(`${sign.repeat(1000 / sign.length)}\n`.repeat(1000)))
})

test.each(['```', '~~~', '$$', '<!--', '**', '`', '[[', '{{', '<div>', '---\ntitle: x'])(
  'a note in which %j never closes is read to its end',
  (open) => {
    const { facts } = read(`${open}\n\n# Ropes\n\n- **Bight**: loop in the middle of a rope\n`)
    expect(facts.length).toBeLessThanOrEqual(2)
  },
)

test.each([' ', '# ', '> ', '\t', '-- '])(
  'a code block of 60 000 times %j below a title is read at once',
  (sign) => {
    const code = sign.repeat(60_000 / sign.length)
    within(500, () => read(`# List All Files\n\nThis can be done with:\n\n\`\`\`sh\n${code}x\n\`\`\`\n`))
  },
)
