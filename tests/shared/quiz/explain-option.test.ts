import { expect, test } from 'vitest'
import { explainOption } from '../../../shared/quiz/explain-option.ts'

test.each([
  [
    { front: 'What does MVC stand for?', back: 'Model-View-Controller' },
    undefined,
    '“Model-View-Controller” is the answer to: What does MVC stand for?',
  ],
  [
    { front: '`PUT` ___ a resource.', back: 'replaces' },
    undefined,
    '“replaces” fills the gap in: PUT ___ a resource.',
  ],
  [
    { front: 'Name the two seats of a clerk.', back: 'counter\noffice' },
    'office',
    '“office” is one of the answers to: Name the two seats of a clerk.',
  ],
])('%j', (origin, option, sentence) => {
  expect(explainOption(origin, option)).toBe(sentence)
})
