import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeTexts } from '../../../../client/pages/editor/merge-texts.ts'
import { lineChanges } from '../../../../client/ui/line-diff.tsx'
import { asCloze, lineAt, offsetOfLine } from '../../../../client/words/text-lines.ts'
import { wordChanges } from '../../../../client/ui/word-diff.tsx'

describe('two edits of one text', () => {
  const base = 'one\ntwo\nthree\nfour\nfive'
  test('that touch different lines are joined', () => {
    expect(mergeTexts(base, base.replace('one', 'ONE'), base.replace('five', 'FIVE'))).toBe(
      'ONE\ntwo\nthree\nfour\nFIVE',
    )
    expect(mergeTexts(base, `${base}\nsix`, base.replace('two\n', ''))).toBe('one\nthree\nfour\nfive\nsix')
  })
  test('that touch the same line, or lines next to each other, are not', () => {
    expect(mergeTexts(base, base.replace('two', 'TWO'), base.replace('two', 'Two'))).toBeNull()
    expect(mergeTexts(base, base.replace('two', 'TWO'), base.replace('three', 'Three'))).toBeNull()
    expect(mergeTexts(base, `${base}\nmine`, `${base}\ntheirs`)).toBeNull()
  })
  test('that say the same are one', () => {
    const edit = base.replace('two', 'TWO')
    expect(mergeTexts(base, edit, edit)).toBe(edit)
  })
  test('give the other where one of them changed nothing, whatever the texts', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 })
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(mergeTexts(before, after, before)).toBe(after)
        expect(mergeTexts(before, before, after)).toBe(after)
      }),
    )
  })
})

describe('a line in a text', () => {
  test('is found from an offset and back', () => {
    const text = 'a\nbb\n\nccc'
    expect([0, 1, 2, 4, 5, 6, 9].map((at) => lineAt(text, at))).toEqual([1, 1, 2, 2, 3, 4, 4])
    expect([1, 2, 3, 4, 9].map((line) => offsetOfLine(text, line))).toEqual([0, 2, 5, 6, 9])
  })
})

describe('a selection', () => {
  test.each([
    ['time to live', '==time to live=='],
    [' time to live ', ' ==time to live== '],
    ['==time to live==', 'time to live'],
    ['two\nlines', 'two\nlines'],
    ['  ', '  '],
  ])('"%s" becomes the gap "%s"', (selected, gap) => {
    expect(asCloze(selected)).toBe(gap)
  })
})

describe('what changed', () => {
  test('is told word by word', () => {
    expect(wordChanges('kept for an hour', 'kept for a day')).toEqual([
      { kind: 'same', text: 'kept for ' },
      { kind: 'gone', text: 'an' },
      { kind: 'come', text: 'a' },
      { kind: 'same', text: ' ' },
      { kind: 'gone', text: 'hour' },
      { kind: 'come', text: 'day' },
    ])
  })
  test('is told as a whole where hardly a word stayed', () => {
    expect(wordChanges('a request of a client', 'what the server keeps')).toEqual([
      { kind: 'gone', text: 'a request of a client' },
      { kind: 'same', text: ' ' },
      { kind: 'come', text: 'what the server keeps' },
    ])
  })
  test('leaves out the lines far from it, and counts them', () => {
    const before = ['1', '2', '3', '4', '5', '6'].join('\n')
    expect(lineChanges(before, before.replace('5', 'five'))).toEqual([
      { kind: 'far', text: '3 lines as before' },
      { kind: 'same', text: '4' },
      { kind: 'gone', text: '5' },
      { kind: 'come', text: 'five' },
      { kind: 'same', text: '6' },
    ])
  })
})
