import { expect, test } from 'vitest'
import { deviceWords } from '../../../shared/account/device-words.ts'
import { nameFault, nameKey } from '../../../shared/account/account.ts'
import { scopeOf } from '../../../shared/account/token-scopes.ts'

test.each([
  ['GET', '/queue', 'read'],
  ['HEAD', '/imports', 'read'],
  ['POST', '/reviews', 'review'],
  ['DELETE', '/reviews/:id', 'review'],
  ['POST', '/quizzes/:id/answers', 'review'],
  ['POST', '/imports', 'import'],
  ['POST', '/reviewsome', 'write'],
  ['PUT', '/settings', 'write'],
  ['DELETE', '/notes/:id', 'write'],
] as const)('%s %s asks for a token that may %s', (method, path, scope) => {
  expect(scopeOf(method, path)).toBe(scope)
})

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19 Mobile/15E Safari/604',
    'Safari on an iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 (KHTML, like Gecko) Chrome/156 Safari/537 Edg/156',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537 (KHTML, like Gecko) Chrome/156 Mobile Safari/537',
    'Chrome on Android',
  ],
  ['curl/8', 'A browser'],
])('%s is called %s', (agent, words) => {
  expect(deviceWords(agent)).toBe(words)
})

test('names that look alike are one name', () => {
  expect(nameKey('  Ａda   LOVELACE ')).toBe(nameKey('ada lovelace'))
  expect(nameFault('Ada')).toBeNull()
  for (const name of ['', '   ', 'a\u0000b', 'x'.repeat(65)]) expect(nameFault(name)).toMatch(/\.$/)
})
