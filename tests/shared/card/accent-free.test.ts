import { expect, test } from 'vitest'
import { accentFreePattern } from '../../../shared/card/accent-free.ts'
import { readPattern } from '../../../shared/card/read-pattern.ts'

const finds = (words: string, text: string) => {
  const pattern = readPattern(accentFreePattern(words) ?? '(?!)')
  if (typeof pattern === 'string') throw new Error(pattern)
  return pattern.test(text)
}

test.each([
  ['resume', 'a résumé of it'],
  ['résumé', 'resume'],
  ['Da Nang', 'Đà Nẵng'],
  ['oeuvre', 'l’œuvre'],
  ['œuvre', 'oeuvre'],
  ['aether', 'Æther'],
  ['thorn', 'þorn'],
  ['lodz', 'Łódź'],
  ['ανθρωπος', 'Άνθρωπος'],
  ['елка', 'Ёлка'],
  ['C++ (1998)', 'of c++ (1998).'],
  ['cafe', 'cafe\u0301'],
])('“%s” finds “%s”', (words, text) => expect(finds(words, text)).toBe(true))

test.each([
  ['resume', 'rèssume'],
  ['a.b', 'acb'],
  ['мой', 'мои'],
])('“%s” does not find “%s”', (words, text) => expect(finds(words, text)).toBe(false))

test.each(['한국', '日本', '42', '%_'])(
  'words without letters that have accents are found as they are: %s',
  (words) => expect(accentFreePattern(words)).toBeNull(),
)
