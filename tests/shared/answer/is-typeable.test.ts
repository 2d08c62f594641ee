import { expect, test } from 'vitest'
import { answerMode, isTypeable } from '../../../shared/answer/is-typeable.ts'

test.each([
  ['Redis', true],
  ['Model-View-Controller', true],
  ['Create, Read, Update, Delete', false],
  ['`cache.set("key", value, 300)`', true],
  ['`git push --force origin`', true],
  ['to reduce database load', false],
  ['because it is fast', false],
  ['Redis and Memcached', false],
  ['pip / pipenv', false],
  ['Swagger/OpenAPI', false],
  ['CI/CD', true],
  ['one\ntwo', false],
  ['a flexible query language for APIs', false],
  ['404', true],
  ['', false],
  ['…', false],
])('"%s" can be typed fairly: %s', (answer, fair) => {
  expect(isTypeable(answer)).toBe(fair)
})

test.each([
  ['`select_related`', 'code'],
  ['`camelCase`', 'code'],
  ['`-m`', 'code'],
  ['`git push`', 'text'],
  ['`pytest`', 'text'],
  ['`GET`', 'text'],
  ['Redis', 'text'],
  ['`a` or `b`', 'text'],
])('%s is compared as %s', (answer, mode) => {
  expect(answerMode(answer)).toBe(mode)
})
