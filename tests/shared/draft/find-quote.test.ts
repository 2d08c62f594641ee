import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuote, plainWords } from '../../../shared/draft/find-quote.ts'
import { findMarked, markedNote, quoteMark } from '../../../shared/draft/quote-mark.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const corpus = ['learnings', 'tests/fixtures/notes'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
)
/** Every line of the notes that says something, with its note and its number. */
const said = corpus.flatMap((text) =>
  text
    .split(/\r\n|\n|\r/)
    .flatMap((line, i) => (/\p{L}{3}/u.test(line) ? [{ text, line: i + 1, words: line }] : [])),
)
const aPlace = fc
  .integer({ min: 0, max: said.length - 1 })
  .map((at) => said[at] ?? { text: '', line: 0, words: '' })

describe('a quote', () => {
  test('that is a whole line of a note is found at its line', () => {
    for (const { text, line, words } of said)
      expect(findQuote(plainWords(text), words, line)?.lines, words).toContain(line)
  })

  test('cut between words from any line of a note is found at its line', () => {
    fc.assert(
      fc.property(aPlace, fc.nat(), fc.nat(), ({ text, line, words }, a, b) => {
        const parts = plainWords(words).text.split(' ')
        const from = a % parts.length
        const quote = parts.slice(from, from + 1 + (b % (parts.length - from))).join(' ')
        // Signs alone quote nothing.
        if (!/[\p{L}\p{N}]/u.test(quote)) return
        expect(findQuote(plainWords(text), quote, line)?.lines).toContain(line)
      }),
      { numRuns: 500 },
    )
  })

  test('is found whatever its white space, line ends and accents', () => {
    fc.assert(
      fc.property(
        aPlace,
        fc.constantFrom('\n', '  ', '\t', '\u00a0', '\r\n'),
        ({ text, line, words }, space) => {
          const quote = plainWords(words).text.replaceAll(' ', space).normalize('NFD')
          const windows = plainWords(text.replaceAll(/\r\n|\n|\r/g, '\r\n'))
          expect(findQuote(windows, quote, line)?.lines).toContain(line)
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each([
    ['`price >= 0` holds', 'price\n>= 0 holds'],
    ['The range is 3 - 5 m', 'The range is 3\n- 5 m'],
    ['It was finished in 1999. Then it burned', 'It was finished in\n1999. Then it burned'],
    ['Take 12. Not 13', 'Take\n12. Not\n13'],
    ['The key of C # major', 'The key of C\n# major'],
  ])('of “%s” is found when it is broken before a sign that begins lines elsewhere', (line, quote) => {
    expect(findQuote(plainWords(`# Notes\n\n- ${line}.\n`), quote, null)?.lines).toEqual([3])
  })

  test('with one other word is not found', () => {
    fc.assert(
      fc.property(aPlace, fc.nat(), ({ text, words }, at) => {
        const parts = plainWords(words).text.split(' ')
        parts[at % parts.length] = 'xyzzyquux'
        expect(findQuote(plainWords(text), parts.join(' '), null)).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  test('never begins or ends inside a word', () => {
    const note = plainWords('The hepatocyte stores glycogen.')
    expect(findQuote(note, 'cyte stores', null)).toBeUndefined()
    expect(findQuote(note, 'stores glyco', null)).toBeUndefined()
    expect(findQuote(note, 'stores glycogen', null)?.lines).toEqual([1])
  })

  test('that stands in several places is taken where it was said to stand', () => {
    const note = plainWords('Ice floats.\n\nWhy?\n\nIce floats.\n')
    expect(findQuote(note, 'Ice floats.', 5)?.lines).toEqual([5])
    expect(findQuote(note, 'Ice floats.', 1)?.lines).toEqual([1])
    expect(findQuote(note, 'Ice floats.', null)?.lines).toEqual([1])
  })
})

describe('the mark of a quote', () => {
  test('finds it in its note again, at the same lines', () => {
    fc.assert(
      fc.property(aPlace, fc.nat(), fc.nat(), ({ text, line, words }, a, b) => {
        const parts = plainWords(words).text.split(' ')
        const from = a % parts.length
        const quote = parts.slice(from, from + 1 + (b % (parts.length - from))).join(' ')
        const found = findQuote(plainWords(text), quote, line)
        if (found === undefined || !/[\p{L}\p{N}]/u.test(found.words)) return
        expect(findMarked(markedNote(plainWords(text)), quoteMark(found.words), line)).toContain(line)
      }),
      { numRuns: 500 },
    )
  })

  test('finds it when lines moved, and not when one of its words changed', () => {
    fc.assert(
      fc.property(aPlace, fc.nat(), ({ text, line, words }, at) => {
        const plain = plainWords(words).text
        const mark = quoteMark(plain)
        const others = text.split(/\r\n|\n|\r/).map((own, i) => (i === line - 1 ? '' : own))
        // What the note says twice still stands in it.
        if (findMarked(markedNote(plainWords(others.join('\n'))), mark, line) !== undefined) return
        const moved = markedNote(plainWords(`One line more.\n\n${text}`))
        expect(findMarked(moved, mark, line)).toContain(line + 2)
        const parts = plain.split(' ')
        const spoken = parts.flatMap((part, i) => (/\p{L}/u.test(part) ? [i] : []))
        parts[spoken[at % spoken.length] ?? 0] = 'xyzzyquux'
        const lines = others.map((own, i) => (i === line - 1 ? parts.join(' ') : own))
        expect(findMarked(markedNote(plainWords(lines.join('\n'))), mark, line)).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    ['a stop and quotation marks', 'Ice, "being light", floats.', 'Ice “being light” floats', true],
    ['emphasis', 'Ice **floats** on water', 'Ice floats on *water*', true],
    ['a capital', 'A lamp of 5 mW', 'A lamp of 5 MW', false],
    ['a sign', 'The rate is x < 5', 'The rate is x > 5', false],
    ['a decimal', 'It weighs 1.5 g', 'It weighs 15 g', false],
    ['a denial', 'Ice does sink', 'Ice does not sink', false],
  ])('%s', (_what, before, after, isSame) => {
    expect(quoteMark(plainWords(before).text) === quoteMark(plainWords(after).text)).toBe(isSame)
  })
})
