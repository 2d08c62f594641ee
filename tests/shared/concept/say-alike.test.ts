import { expect, test } from 'vitest'
import { sayAlike } from '../../../shared/concept/say-alike.ts'
import type { Fact } from '../../../shared/fact/fact.ts'
import { readNote } from '../../../shared/card/read-library.ts'

const factsOf = (text: string): Fact[] => [...readNote({ path: 'a.md', text }).facts]
const capital = factsOf('# T\n\n- **Oven Tray**: Flat metal sheet that carries bread')
const small = factsOf('# T\n\nA clean oven tray is a joy.\n\n- **Oven tray**: Sorting bread by size')

test('a note that says a term small decides for the others, in any order', () => {
  for (const facts of [
    [...capital, ...small],
    [...small, ...capital],
  ])
    expect(new Set(sayAlike(facts).map(({ spoken }) => spoken))).toEqual(new Set(['an oven tray']))
})

test('where no note says it small, each fact keeps its way', () => {
  expect(sayAlike(capital)).toEqual(capital)
})
