import { describe, expect, test } from 'vitest'
import {
  goodNote,
  otherSigns,
  readExamples,
  silentExamples,
  writtenExamples,
} from '../../../client/words/note-syntax.ts'
import { readLibrary } from '../../../shared/card/read-library.ts'

const cardsOf = (text: string) => readLibrary([{ path: 'sky.md', text: `# The sky\n\n${text}\n` }]).cards

const shown = (front: string) => front.split('\n- ')[0] ?? front

describe('what the help says of notes', () => {
  test.each([...writtenExamples, ...otherSigns, ...readExamples, goodNote])(
    '$name gives the cards beside it',
    ({ write, cards }) => {
      const found = cardsOf(write).map(({ front, back }) => [shown(front), back])
      for (const card of cards) expect(found).toContainEqual(card)
    },
  )

  test.each([...writtenExamples, ...otherSigns])(
    '$name is asked without a further look',
    ({ write, cards }) => {
      const found = cardsOf(write)
      expect(found).toHaveLength(cards.length)
      expect(found.map(({ status }) => status)).toEqual(cards.map(() => 'ready'))
    },
  )

  test.each(silentExamples)('$name gives no card', ({ write }) => {
    expect(cardsOf(write)).toEqual([])
  })

  test('one word on either side needs the tag of a deck', () => {
    expect(cardsOf('Moon ::: Mond')).toEqual([])
    expect(cardsOf('#flashcards\n\nMoon ::: Mond')).toHaveLength(2)
  })

  test('what is said beside an example is true', () => {
    const fronts = (text: string) => cardsOf(text).map(({ front }) => front)
    expect(fronts('Which planet is red? -> Mars')).toEqual(['Which planet is red?'])
    expect(fronts('Moonlight takes {{1.3 seconds}} to reach the ==Earth==.')).toHaveLength(2)
    expect(fronts('Perihelion\n??\nthe point of an orbit nearest the Sun')).toHaveLength(2)
    expect(fronts('Absolute magnitude is the brightness that a star would have at ten parsecs.')).toContain(
      'What is absolute magnitude?',
    )
    for (const next of ['## The Sun', '---', 'Q: What stands still?\nA: The Sun']) {
      const [card] = cardsOf(`Q: What goes around the Earth?\nA: The Moon\n\nfor ever\n\n${next}`)
      expect(card?.back).toBe('The Moon\n\nfor ever')
    }
  })
})
