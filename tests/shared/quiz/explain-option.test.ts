import { expect, test } from 'vitest'
import { basic } from '../../../shared/card/kinds/basic.ts'
import { listRecall } from '../../../shared/card/kinds/list-recall.ts'
import { explainOption } from '../../../shared/quiz/explain-option.ts'

test.each([
  [
    basic('What does MVC stand for?', 'Model-View-Controller'),
    'Model-View-Controller',
    '“Model-View-Controller” is the answer to: What does MVC stand for?',
  ],
  [
    { kind: 'cloze', before: '`PUT` ', hidden: 'replaces', after: ' a resource.' },
    'replaces',
    '“replaces” fills the gap in: PUT ___ a resource.',
  ],
  [
    listRecall('Name the two seats of a clerk.', ['counter', 'office']),
    'office',
    '“office” is one of the answers to: Name the two seats of a clerk.',
  ],
] as const)('%j', (origin, option, sentence) => {
  expect(explainOption(origin, option)).toBe(sentence)
})
