import { expect, test } from 'vitest'
import { languageTag, tagOfName } from '../../../shared/language/language-tag.ts'

test.each([
  ['The tide is the rise and fall of the sea.', 'en'],
  ['Die Tide ist der Wechsel von Ebbe und Flut.', 'de'],
  ['La ósmosis es el paso de agua por una membrana, y no siempre se nota.', 'es'],
  // Two neighbours may hold so few words together.
  ['La ósmosis es el paso de agua por una membrana.', 'und'],
  ['As falhas são fraturas da crosta terrestre.', 'pt'],
  ['La marée est la montée et la baisse de la mer.', 'fr'],
  ['La marea è il moto periodico delle acque del mare.', 'it'],
  ['Het getij is het op en neer gaan van de zee door de maan.', 'nl'],
  ['潮汐は月の引力によって起こる。', 'ja'],
  ['潮汐是由月球的引力引起的。', 'zh'],
  ['조수는 달의 인력으로 생긴다.', 'ko'],
  ['Η παλίρροια είναι η άνοδος της θάλασσας.', 'el'],
  ['Прилив вызван притяжением Луны.', 'und'],
  // Danish and Norwegian share their small words with Swedish here.
  ['Tidevand er havets stigning og fald, og det er månen der styrer det.', 'und'],
  ['mitochondrion', undefined],
  ['x² + y² = r²', undefined],
])('“%s” is written in %s', (text, tag) => {
  expect(languageTag(text)).toBe(tag)
})

test('a language is known by its English name', () => {
  expect(['German', 'Welsh', 'Word'].map(tagOfName)).toEqual(['de', 'cy', undefined])
})
