import { expect, test } from 'vitest'
import { namesConcept, namesDefined, namesTopic } from '../../../shared/english/names-concept.ts'

test.each([
  'Photosynthesis',
  'Second degree murder',
  'Load balancing',
  'Set theory',
  'Search warrant',
  'Dual Stack',
  'balance of payments',
  'Drug-receptor interactions',
  "M'Naghten rule",
  'IPv6',
  '`git rebase`',
  '`h`',
  '細胞',
  'Zellteilung',
])('“%s” is the name of a concept', (term) => expect(namesConcept(term)).toBe(true))

test.each([
  ['a letter', 'h'],
  ['a formula', '$V_m$'],
  ['a question', 'How deep is Baikal'],
  ['a question with its sign', 'What is history?'],
  ['an order', 'Keep the soil moist'],
  ['an order in capitals', 'Test Before Planting'],
  ['a sentence', 'nobody remembers why the treaty failed'],
  ['a deed', 'Increases affinity'],
  ['a told deed', 'Tobacco companies lobbied'],
  ['a person', 'our own notes'],
  ['a noun that may mean anything', 'files'],
  ['nouns that may mean anything', 'the main points'],
  ['a label', 'Advantages'],
  ['an amount', '6 months'],
  ['a cut quotation', '"breathing place'],
  ['a hedge', 'Perhaps a bit Platonic'],
  ['a long phrase', 'Managing differences of soil between one field and another'],
  ['a remark with a clause', 'Memory that runs out while exporting'],
  ['an open end', 'Working on'],
])('%s names no concept: “%s”', (_what, term) => expect(namesConcept(term)).toBe(false))

test.each(['Read committed', 'Order', 'Increases'])('“%s” is a name once a note defines it', (term) =>
  expect(namesDefined(term)).toBe(true),
)

test.each(['Key takeaways', 'Challenges & Solutions', 'Introduction', 'Assignment 1', 'Best practices'])(
  '“%s” is a part of its note and no topic',
  (heading) => expect(namesTopic(heading)).toBe(false),
)
