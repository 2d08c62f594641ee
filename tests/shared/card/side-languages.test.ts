import { expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'
import { sideLanguage } from '../../../shared/card/side-languages.ts'

/** The languages of the card whose question holds these words. */
function languagesOf(text: string, words: string) {
  const { cards } = readLibrary([{ path: 'note.md', text }])
  const card = cards.find(({ front }) => front.includes(words))
  if (card === undefined)
    throw new Error(`No card asks “${words}”: ${cards.map(({ front }) => front).join(' | ')}`)
  return card.languages
}

const german = `# Gezeiten

Die Tide ist der Wechsel von Ebbe und Flut, und sie wird vom Mond bestimmt.

- **Nipptide**: eine Tide, die schwächer ist als die anderen
- **Priel**: Wasserlauf im Watt
`

test('a note in another language has cards in it, its short sides too', () => {
  expect(languagesOf(german, 'Nipptide')).toEqual({ front: 'de', back: 'de' })
  expect(languagesOf(german, 'Priel')).toEqual({ front: 'de', back: 'de' })
})

test('a question in its author’s words is read in them, or like the place where it stands', () => {
  expect(languagesOf(`${german}\nHauptstadt von Peru? :: Lima\n`, 'Peru')).toEqual({
    front: 'de',
    back: 'de',
  })
  const mixed =
    '# Phrases\n\nWo ist der Bahnhof, und wie weit ist es? :: Where is the station, and how far is it?\n'
  expect(languagesOf(mixed, 'Bahnhof')).toEqual({ front: 'de', back: null })
})

test('a word is asked in English, and answered in the language that its table names', () => {
  const words = '# Farm\n\n| German | English |\n| --- | --- |\n| Huhn | chicken |\n| Kuh | cow |\n'
  expect(languagesOf(words, '“Huhn”')).toEqual({ front: null, back: null })
  expect(languagesOf(words, '“chicken”')).toEqual({ front: null, back: 'de' })
})

test('a note in English, and code in any, name no language', () => {
  const tides = '# Tides\n\n- **Neap tide**: a tide that is weaker than the others\n'
  expect(languagesOf(tides, 'neap tide')).toEqual({ front: null, back: null })
  expect(sideLanguage('`git log`', 'de')).toBeNull()
})

test('a language that is not told apart is unknown, never English', () => {
  const russian = '# Море\n\n- **Прилив**: подъём воды под действием притяжения Луны\n'
  expect(languagesOf(russian, 'Прилив')).toEqual({ front: 'und', back: 'und' })
})
