import { describe, expect, test } from 'vitest'
import { contentOfTexts } from '../../../shared/card/kinds/content-of-texts.ts'
import { expansionCards } from '../../../shared/card/term-cards.ts'
import type { FactKey, FactOf } from '../../../shared/fact/fact.ts'
import { lintCard } from '../../../shared/card/lint-card.ts'
import { readLibrary } from '../../../shared/card/read-library.ts'
import { contentStems } from '../../../shared/basics/text.ts'

const reasonsFor = (front: string, back: string, kind: 'basic' | 'list_recall' = 'basic'): string[] =>
  lintCard(contentOfTexts(kind, front, back), {
    concept: new Set(),
    source: new Set(contentStems(back)),
    written: false,
  }).map(({ code }) => code)

const asked = (text: string): string[] =>
  readLibrary([{ path: 'a.md', text }])
    .cards.filter((card) => card.status === 'ready')
    .map((card) => `${card.front} → ${card.back.replaceAll('\n', ' / ')}`)

describe('an answer that praises or repeats is doubtful', () => {
  test.each([
    ['What is a benefit of rigging?', 'Clean and robust boats'],
    ['What is rigging used for?', 'Building scalable systems'],
    ['What does rigging enable?', 'Efficient data handling'],
    ['What does careful rigging lead to?', 'More robust, reliable and maintainable applications'],
    ['What does sail updating do?', 'Updates sails regularly'],
    ['Why use modular hulls?', 'To ensure scalability'],
    ['What does ship documentation mean?', 'Comprehensive documents'],
  ])('%s → %s', (front, back) => {
    expect(reasonsFor(front, back)).toContain('says_little')
  })

  test.each([
    ['What does rigging enable?', 'Sailing against the wind'],
    ['What does test-first building involve?', 'Writing tests before code'],
    ['In rigging, why apply tar?', 'To ensure rope integrity'],
    ['Why use sealed hulls?', 'For consistent environments'],
    ['What does hull testing involve?', 'Testing joint strength'],
    ['What is denormalised rigging used for?', 'Performance'],
  ])('%s → %s tells something', (front, back) => {
    expect(reasonsFor(front, back)).not.toContain('says_little')
  })
})

test.each([
  ['Name two safety measures.', 'open_list'],
  ['Name three core rigging concepts.', 'open_list'],
  ['Name three clean rigging principles in Rust.', 'open_list'],
])('%s has dozens of answers', (front, code) => {
  expect(reasonsFor(front, 'Ropes\nKnots', 'list_recall')).toContain(code)
})

test.each([
  'Name three concepts of rigging.',
  'Name the two rigging principles.',
  'Name two strategies to save rope.',
])('%s is limited', (front) => {
  expect(reasonsFor(front, 'Ropes\nKnots', 'list_recall')).not.toContain('open_list')
})

test.each([
  ['What is `h` used for?', 'To hide the answer', 'no_context'],
  ['Why never sail without a lamp Use oil for it?', 'To be seen', 'run_together'],
])('%s asks about nothing that can be known', (front, back, code) => {
  expect(reasonsFor(front, back)).toContain(code)
})

test.each([
  [
    'initials are asked from their side only',
    '- TDD (Test-Driven Development)',
    ['What does TDD stand for? → Test-Driven Development'],
  ],
  [
    'what letters stand for is told before what they mean',
    '- **TTD**: Time to delivery, the average time that a letter takes',
    ['What does TTD stand for? → Time to delivery', 'What is TTD? → The average time that a letter takes'],
  ],
  [
    'what the author did with a tool is one of its uses',
    '# Boats\n\n- Used PortLog signals to clear the log when data changed',
    ['What can PortLog signals be used for? → Clearing the log when data changed'],
  ],
  [
    'a use in one project is none',
    '# Boats\n\n- Used PortLog signals to clear the log for the harbour app',
    [],
  ],
  [
    'a verb that needs what follows its object stays in the answer',
    '# Boats\n\n## What is Segmentation?\n\n**Simple answer**: Segmentation breaks large tables into smaller pages.',
    ['What does segmentation do? → Breaks large tables into smaller pages'],
  ],
  [
    'advertising is no part of a definition',
    '# Tern\n\n- **Tern**: A delightful open format for tide tables',
    ['What is Tern? → An open format for tide tables'],
  ],
  [
    'a plain word that a theory uses in its own way names the theory',
    '# Ports\n\n## The BOB theorem\n\n- **Consistency**: every boat sees the same tide',
    ['In the BOB theorem, what does consistency mean? → Every boat sees the same tide'],
  ],
  [
    'names of an open kind are asked what they are',
    '# Boats\n\n- Adopted PortLog’s throttling classes (SlowGate, FastGate)',
    ['What kind of classes are SlowGate and FastGate? → PortLog’s throttling classes'],
  ],
  ['a unit has no members', '# Boats\n\nThe report shows wind percentages (gust, calm, storm).', []],
  ['a small count is no gap', '# Locks\n\nA keeper holds 1 lock while waiting for another boat.', []],
  [
    'a kind belongs to the tool whose section names it',
    '# Notes\n\n## Python\n\n- Testing frameworks (unittest, pytest) and debugging',
    ['What kind of frameworks are unittest and pytest? → Testing frameworks for Python'],
  ],
])('%s', (_law, text, expected) => {
  expect(asked(text).sort()).toEqual([...expected].sort())
})

test('solution lines without a full stop are ways of their own, of which others know other ones', () => {
  const text =
    '## Challenges\n\n**Problem:** The crew lost the logs at sea.\n\n**Solution:**\n\nWrote logs on two decks\n\nStored copies in tar barrels'
  const [card, ...more] = readLibrary([{ path: 'a.md', text }]).cards
  expect([card?.front, card?.back, card?.status, more]).toEqual([
    'Name two things that help when the crew loses the logs at sea.',
    'Writing logs on two decks\nStoring copies in tar barrels',
    'doubtful',
    [],
  ])
})

test('letters that no initials give are asked from both sides', () => {
  const fact: FactOf<'expansion'> = {
    key: 'k' as FactKey,
    kind: 'expansion',
    term: 'XML',
    spoken: 'XML',
    statement: 'Extensible Markup Language',
    aliases: [],
    variants: [],
    sources: [],
    topic: [],
    filing: { isName: true, defines: true, subject: null, topic: null },
  }
  expect(expansionCards(fact).map(({ content }) => content.kind)).toEqual(['basic', 'reverse'])
  expect(
    expansionCards({ ...fact, term: 'XRAM', statement: 'Extended RAM' }).map(({ content }) => content.kind),
  ).toEqual(['basic'])
  expect(expansionCards({ ...fact, term: 'EML' }).map(({ content }) => content.kind)).toEqual(['basic'])
})

test.each([
  'Sort the castings by hand, let the rest dry for a day, and bring the worms back to beds that were just filled with straw',
  'The work in which keepers sort the castings by hand, let the rest dry for a day, and bring the worms back to their beds',
])('an answer is not shortened by its last step: %s', (told) => {
  const { cards } = readLibrary([{ path: 'a.md', text: `- **Harvesting**: ${told}` }])
  expect(cards.map(({ back, reasons }) => [back, reasons.map(({ code }) => code)])).toEqual([
    [told, ['answer_too_long']],
  ])
})

test.each([
  ['- IRQ (interrupt request)', ['What does IRQ stand for?']],
  ['- REST (Representational State Transfer)', ['What does REST stand for?']],
  ["- DRY (Don't Repeat Yourself)", ['What does DRY stand for?']],
  ['- ECG (electrocardiogram gauge)', ['What does ECG stand for?']],
])('an abbreviation is not asked for where its letters can be read off: %s', (line, expected) => {
  expect(readLibrary([{ path: 'a.md', text: `# T\n\n${line}` }]).cards.map((card) => card.front)).toEqual(
    expected,
  )
})

test('letters in another order than their words wait', () => {
  const { cards } = readLibrary([{ path: 'a.md', text: '# T\n\n- RSM (Red Mast Sail)' }])
  expect(cards.map(({ front, status }) => [status, front])).toEqual([
    ['doubtful', 'What does RSM stand for?'],
  ])
})

test('what a description begins with in a sentence is not in its question', () => {
  const { cards } = readLibrary([
    {
      path: 'a.md',
      text: '# Cells\n\n- **Cilia**: They are short hairs that move in time along the wall of a cell',
    },
  ])
  expect(cards.map((card) => `${card.front} → ${card.back}`).sort()).toEqual([
    'What are cilia? → Short hairs that move in time along the wall of a cell',
    'What is the term for “short hairs that move in time along the wall of a cell”? → Cilia',
  ])
})

test('brackets that name as many things as the meaning counts are asked for', () => {
  const text =
    '# Plans\n\n- **SWOT** (strengths, weaknesses, opportunities, threats): four things that weigh a plan'
  const asked = readLibrary([{ path: 'a.md', text }]).cards.filter((card) => card.status === 'ready')
  expect(asked.map((card) => card.front)).toContain('Name the four things that weigh a plan (SWOT).')
})

test('a meaning that only counts waits', () => {
  const text = '# Contracts\n\n- **Privity**: three ties that a contract makes'
  const { cards } = readLibrary([{ path: 'a.md', text }])
  expect(cards.map(({ status, reasons }) => [status, ...reasons.map(({ code }) => code)])).toContainEqual([
    'doubtful',
    'counts_only',
  ])
})
