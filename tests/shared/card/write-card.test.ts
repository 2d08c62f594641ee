import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'
import { origin, readOrigin } from '../../../shared/card/card-origin.ts'
import { cardsNoteHead, withCard, writeCard } from '../../../shared/card/write-card.ts'

const typed = (question: string, answer: string, more: { concept?: string; origin?: string } = {}) => ({
  question,
  answer,
  concept: more.concept ?? null,
  origin: more.origin ?? '',
})
const cardsOf = (text: string) => readLibrary([{ path: 'my-cards.md', text }]).cards

describe('a typed card', () => {
  test.each([
    ['What is the capital of Peru?', 'Lima'],
    ['der Hund', 'the dog'],
    ['In what year did the Berlin Wall fall?', '1989'],
    ['What does 404 mean?', 'The resource was not found'],
    ['Who wrote “Middlemarch”?', 'George Eliot, in 1871'],
    ['Why is the sky blue?', 'Short waves scatter more: blue more than red'],
    ['Does a whale breathe air?', 'Yes'],
    ['¿Qué es el pan?', 'bread'],
    ['What does `a -> b` mean in a type?', 'A function from `a` to `b`'],
  ])('“%s” is written as one line that is read as exactly this card', (question, answer) => {
    const written = writeCard(typed(question, answer))
    expect(written).toMatchObject({ isExact: true, card: { front: question, back: answer } })
    expect(written?.lines).toHaveLength(1)
  })
  test.each([
    ['What is `std::vector`?', 'A list: `std::vector<int>::push_back` adds to it'],
    ['What does == compare?', 'Two values, as in a == b'],
    ['What is {{user}} in a template?', 'A place for a name'],
    ['Name the primary colours', 'Red\nYellow\nBlue'],
    ['What does the function print?', 'First line\n\nSecond line, after a blank one'],
    ['水', 'water'],
    ['Hund', 'dog'],
    ['# of planets', '8'],
    ['Q: what?', 'A: that'],
    ['What is *this*?', '**bold** and <b>more</b>'],
    ['x'.repeat(590), 'y'],
  ])('“%s” gives one card, whatever its signs mean elsewhere', (question, answer) => {
    expect(writeCard(typed(question, answer))).not.toBeNull()
  })
  test('whatever is typed gives one card or none, and never breaks the note', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => /\p{L}/u.test(text))
    fc.assert(
      fc.property(words, words, (question, answer) => {
        const written = writeCard(typed(question.replaceAll(/\s+/g, ' ').trim(), answer.trim()))
        if (written === null) return
        const { text } = withCard('', { concept: null, lines: written.lines })
        expect(cardsOf(text).map(({ front, back }) => [front, back])).toEqual([
          [written.card.front, written.card.back],
        ])
      }),
      { numRuns: 60 },
    )
  })

  test('a full stop at the end of an answer is no other card', () => {
    expect(writeCard(typed('Why is the sky blue?', 'Short waves scatter more.'))?.isExact).toBe(true)
  })
  test('where its words come from stands beside it and is no part of it', () => {
    const remark = origin('trees/oak.md', 12, 'note-1')
    const written = writeCard(typed('How old can an oak grow?', 'A thousand years', { origin: remark }))
    expect(written?.isExact).toBe(true)
    expect(readOrigin(written?.lines[0] ?? '')).toEqual({
      bare: 'How old can an oak grow?::A thousand years',
      from: { file: 'trees/oak.md', line: 12, noteId: 'note-1' },
    })
    expect(readOrigin('plain')).toEqual({ bare: 'plain', from: null })
  })
})

describe('the note of typed cards', () => {
  const add = (text: string, concept: string | null, ...lines: string[]) => withCard(text, { concept, lines })
  test('begins with its head; the line of the card is known', () => {
    const first = add('', null, 'a::b')
    expect(first.text).toBe(`${cardsNoteHead}\na::b\n`)
    expect(first.text.split('\n')[first.line - 1]).toBe('a::b')
  })
  test('keeps cards of one concept under its heading, in the order in which they came', () => {
    const cards: [string | null, string][] = [
      ['Trees', 'an oak::eine Eiche'],
      [null, 'number one::die Eins'],
      ['Birds', 'an owl::eine Eule'],
      ['trees', 'an elm::eine Ulme'],
      [null, 'number two::die Zwei'],
    ]
    let text = ''
    for (const [concept, line] of cards) {
      const next = add(text, concept, line)
      expect(next.text.split('\n')[next.line - 1]).toBe(line)
      text = next.text
    }
    expect(text).toBe(
      `${cardsNoteHead}\nnumber one::die Eins\n\nnumber two::die Zwei\n\n## Trees\n\nan oak::eine Eiche\n\nan elm::eine Ulme\n\n## Birds\n\nan owl::eine Eule\n`,
    )
    expect(cardsOf(text)).toHaveLength(5)
  })
  test('leaves what its owner wrote into it', () => {
    const own = '# Mine\n\nSome words.\n\n## Trees\n\n- **Elm**: a tall tree that grows in wet ground.\n'
    expect(add(own, 'Trees', 'an oak::eine Eiche').text).toBe(`${own}\nan oak::eine Eiche\n`)
  })
})
