import { expect, test } from 'vitest'
import { impersonal } from '../../../shared/card/lint-question.ts'

type Asked = Parameters<typeof impersonal>[0]

test.each([
  ['A tick lasts 10 ___ on this clock.', 'us', undefined],
  ['A tick lasts ___ us on this clock.', '10', undefined],
  ['The zone ___ lies in Virginia.', 'us-east', undefined],
  ['The map helped us to find the ___.', 'harbour', 'first_person'],
  ['Who helped with the map?', 'Two of us', 'first_person'],
])('%s (%s)', (front, back, code) => {
  expect(impersonal({ front, back } as Asked, {} as never)?.code).toBe(code)
})
