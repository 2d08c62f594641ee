import { expect, test } from 'vitest'
import { aQuizCard } from './a-quiz-library.ts'

test.each([
  [{ factKind: 'expansion', front: 'What does DLO stand for?', back: 'Dead-Letter-Office' }, 'expansion'],
  [
    {
      factKind: 'expansion',
      kind: 'reverse',
      front: 'What is the abbreviation of “Dead Letter Office”?',
      back: 'DLO',
    },
    'acronym',
  ],
  [{ kind: 'reverse', front: 'What is the term for “bag of cloth”?', back: 'Pouch' }, 'term'],
  [{ front: 'Which clerk weighs parcels?', back: 'Counter clerk', factKind: 'effect' }, 'term'],
  [{ front: 'What is Pouch?', back: 'bag of strong cloth' }, 'definition'],
  [{ front: 'Which method removes a parcel?', back: 'DELETE', factKind: 'code' }, 'http_verb'],
  [{ front: 'Which status says that there is no parcel?', back: '404', factKind: 'code' }, 'http_status'],
  [{ front: 'How many stamps?', back: '12 stamps', factKind: 'effect' }, 'number'],
  [{ front: 'How do you weigh?', back: '`parcel.weigh()`', factKind: 'code' }, 'code'],
  [{ factKind: 'purpose', front: 'What is Weighing used for?', back: 'setting the price' }, 'purpose'],
  [{ factKind: 'best_practice', front: 'Why weigh twice?', back: 'to find mistakes' }, 'benefit'],
  [
    { factKind: 'problem_solution', front: 'How can lost parcels be handled?', back: 'by insurance' },
    'solution',
  ],
  [{ factKind: 'effect', front: 'What does Sealing prevent?', back: 'unseen opening' }, 'phrase'],
  [{ factKind: 'effect', front: 'What does Sorting need?', back: 'shelves, bags and clerks' }, 'list'],
  [
    {
      factKind: 'list',
      kind: 'list_recall',
      front: 'Name the two seats of a clerk.',
      back: 'counter\noffice',
    },
    'list',
  ],
] as const)('%j is a %s', (card, category) => {
  expect(aQuizCard({ concept: 'Post', ...card }).category).toBe(category)
})
