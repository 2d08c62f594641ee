import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareText } from '../../../shared/basics/text.ts'
import { makeCards, readLibrary, readNote } from '../../../shared/card/read-library.ts'

const read = (text: string) => readLibrary([{ path: 'a.md', text }])
const asked = (text: string): string[] =>
  read(text).cards.map((card) => `${card.front} → ${card.back.replaceAll('\n', ' / ')}`)

/** Every way to write a card, each as a function of its question and its answer. */
const layouts: readonly (readonly [string, (question: string, answer: string) => string])[] = [
  ['Q and A', (question, answer) => `Q: ${question}\nA: ${answer}`],
  ['Q and A in one line', (question, answer) => `Q: ${question} A: ${answer}`],
  ['Q and A with a blank line between', (question, answer) => `Q: ${question}\n\nA: ${answer}`],
  ['two colons', (question, answer) => `${question}::${answer}`],
  ['three colons', (question, answer) => `${question}:::${answer}`],
  ['a question mark between', (question, answer) => `${question}\n?\n${answer}`],
  ['an arrow', (question, answer) => `${question} -> ${answer}`],
]

describe('questions that differ in a number only are cards of their own', () => {
  test.each(layouts)('%s', (_layout, write) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 9 }),
        fc.integer({ min: 1, max: 12 }),
        (numbers, added) => {
          const note = numbers.map((one) =>
            write(`What is the sum of ${one} and ${added}?`, `${one + added}`),
          )
          const cards = read(note.join('\n\n')).cards.filter(({ content }) => content.kind === 'basic')
          expect(cards.map(({ front, back }) => `${front} ${back}`).sort()).toEqual(
            numbers.map((one) => `What is the sum of ${one} and ${added}? ${one + added}`).sort(),
          )
          expect(cards.every(({ status }) => status === 'ready')).toBe(true)
        },
      ),
      { numRuns: 20 },
    )
  })

  test('gaps in sentences that differ in a number', () => {
    const note = [0, 1, 2, 3].map((one) => `- Worker ${one} tries again ==7== times in the queue.`).join('\n')
    expect(
      read(note)
        .cards.map(({ front }) => front.slice(0, 8))
        .sort(),
    ).toEqual(['Worker 0', 'Worker 1', 'Worker 2', 'Worker 3'])
  })
})

describe('what levelling would join is kept apart', () => {
  test.each([
    ['What does `p` do in the editor?', 'What does `P` do in the editor?'],
    ['What does `[]` mean?', 'What does `{}` mean?'],
    ['What does `==` compare?', 'What does `===` compare?'],
    ['How many zeros has 10²?', 'How many zeros has 102?'],
    ['What is 2*3?', 'What is 23?'],
    ['What is the root of -4?', 'What is the root of 4?'],
    ['What came with version 1.5?', 'What came with version 15?'],
    ['What came with version 3.8 of the tool?', 'What came with version 3.9 of the tool?'],
    ['Who made C++?', 'Who made C#?'],
    ['What is vitamin C good for?', 'What is vitamin D good for?'],
    ['What stands in the box?', 'What stands in the boxes?'],
    ['Which of the sorting methods are stable?', 'Which of the sorting methods are not stable?'],
  ])('%s and %s', (one, two) => {
    const note = `${one}::the first thing here\n\n${two}::the second thing there\n`
    const cards = read(note).cards.map(({ front, back, status }) => `${front} → ${back}, ${status}`)
    expect(new Set(cards)).toEqual(
      new Set([`${one} → the first thing here, ready`, `${two} → the second thing there, ready`]),
    )
    expect(new Set(read(note).cards.map(({ key }) => key)).size).toBe(2)
  })

  test('commands whose flags differ in case', () => {
    const note = '- `git branch -d`: deletes a merged branch\n- `git branch -D`: deletes any branch at all\n'
    expect(asked(note).sort()).toEqual([
      'What does `git branch -D` do? → Deletes any branch at all',
      'What does `git branch -d` do? → Deletes a merged branch',
    ])
  })

  test('a card that shares its levelled words with another one gets its own key, and the rest keep theirs', () => {
    const [one, two] = ['What does `[]` mean?::An empty list\n', 'What is a fathom?::Six feet\n']
    const alone = read(two).cards.map(({ key }) => key)
    const all = read(`${one}\nWhat does \`{}\` mean?::An empty map\n\n${two}`).cards
    expect(all).toHaveLength(3)
    expect(all.map(({ key }) => key)).toEqual(expect.arrayContaining(alone))
  })
})

test('the same question with the same answer is one card with every source', () => {
  const library = readLibrary([
    { path: 'a.md', text: 'What is a fathom?::Six feet\n' },
    { path: 'b.md', text: '# Deck\n\nQ: What is a fathom?\nA: Six feet.\n' },
    { path: 'c.md', text: 'What is a fathom?:::six feet\n' },
  ])
  const [card, ...others] = library.cards.filter(({ content }) => content.kind === 'basic')
  expect(others).toEqual([])
  expect(card?.sources.map(({ file }) => file)).toEqual(['a.md', 'b.md', 'c.md'])
  expect(card?.status).toBe('ready')
})

describe('the same question with another answer is said', () => {
  const notes = [
    { path: 'a.md', text: 'Q: How long is a cable?\nA: 185 metres\n' },
    { path: 'b.md', text: 'How long is a cable?::219 metres\n' },
  ]

  test('as a conflict whose card waits', () => {
    const { cards, conflicts } = readLibrary(notes)
    expect(conflicts.map(({ sentence }) => sentence)).toEqual([
      'Your notes answer “How long is a cable?” in different ways: “185 metres” and “219 metres”.',
    ])
    expect(cards.map(({ status, reasons }) => [status, reasons.map(({ code }) => code)])).toEqual([
      ['doubtful', ['conflict']],
    ])
    expect(cards[0]?.sources.map(({ file }) => file)).toEqual(['a.md', 'b.md'])
  })

  test('until the learner says which is right', () => {
    const facts = notes.flatMap((note) => readNote(note).facts)
    const key = facts[0]?.key
    if (key === undefined) throw new Error('Inconsistent: the note has a fact')
    const byHand = { apart: new Set<string>(), joined: new Map(), called: new Map() }
    const one = makeCards(facts, { ...byHand, sides: new Map([[key, '219 metres']]) })
    expect(one.conflicts).toEqual([])
    expect(one.cards.map(({ back, status }) => [back, status])).toEqual([['219 metres', 'ready']])
    const both = makeCards(facts, { ...byHand, sides: new Map([[key, null]]) })
    expect(both.cards.map(({ status }) => status)).toEqual(['ready'])
    expect(new Set([both.cards[0]?.back, ...(both.cards[0]?.accepted ?? [])])).toEqual(
      new Set(['185 metres', '219 metres']),
    )
  })

  test('when one of them is asked from both sides', () => {
    const { cards } = read('Name the hull’s keel::carina\n\nName the hull’s keel:::spine\n')
    const basic = cards.filter(({ content }) => content.kind === 'basic')
    expect(basic.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([['conflict']])
  })
})

test('a sentence that many lines repeat with another number has no one number', () => {
  const lines = Array.from(
    { length: 30 },
    (_, i) => `- The ledger carries entry number ${i + 10} of the set.`,
  )
  const { cards, conflicts } = read(`# Ledger\n\n${lines.join('\n')}\n`)
  expect(cards.map(({ status, reasons }) => [status, reasons.map(({ code }) => code)])).toEqual([
    ['doubtful', ['conflict']],
  ])
  expect(conflicts[0]?.sentence).toBe(
    'Your notes fill “The ledger carries entry number ___ of the set” in different ways: “10”, “11”, “12” and 27 more.',
  )
})

test('a gap that is too long waits beside the others of its sentence', () => {
  const cards = read(
    'The ==keel== bears the hull, and the ==very long and tall wooden mast== bears the ==sails==.',
  ).cards.map(({ back, status }) => `${back}, ${status}`)
  expect(cards.sort(compareText)).toEqual([
    'keel, ready',
    'sails, ready',
    'very long and tall wooden mast, doubtful',
  ])
})

test('gaps of one sentence that differ in case are cards of their own', () => {
  const cards = read('Press ==p== to paste behind the cursor and ==P== to paste before it.').cards
  expect(cards.map(({ back }) => back).sort(compareText)).toEqual(['P', 'p'])
})

test('sentences whose gaps leave the same words are said to disagree', () => {
  const countries = ['Chile', 'Peru', 'Togo', 'Fiji', 'Oman']
  const { cards } = read(
    countries.map((name) => `- The capital of ==${name}== lies near the coast.`).join('\n'),
  )
  expect(cards).toHaveLength(1)
  expect(cards[0]?.reasons.map(({ code }) => code)).toEqual(['conflict'])
  expect(cards[0]?.sources).toHaveLength(countries.length)
})

test('a letter alone is an answer', () => {
  expect(read('Which vitamin prevents scurvy?::Vitamin C\n\nWhich key quits?::q\n').cards).toMatchObject([
    { status: 'ready' },
    { status: 'ready' },
  ])
})

test('every line gives a card or has its reason', () => {
  const text = [
    '# Deck',
    '',
    'Q: What is a keel?',
    'A: The spine of a ship',
    '',
    'Q: Who sailed without an answer?',
    '',
    '- **Worker**: a process that sorts the incoming letters of the northern office',
    '- **Workers**: a process that sorts the incoming letters of the northern office',
    '- **Sorter**: a process that sorts the incoming letters of the northern office',
    '',
    'Q: What is a sorter?',
    'A: A machine for letters',
    '',
  ]
  const { cards, reports } = read(text.join('\n'))
  const quoted = new Set(cards.flatMap((card) => card.sources.flatMap((source) => source.lines)))
  const reasons = new Map(reports[0]?.skipped.map(({ line, reason }) => [line, reason]))
  const lost = text.flatMap((line, i) =>
    line === '' || line.startsWith('#') || quoted.has(i + 1) || reasons.has(i + 1) ? [] : [line],
  )
  expect(lost).toEqual([])
  expect(reasons.get(6)).toBe('a question without an answer')
  expect(reasons.get(10)).toBe('asks what another card asks already')
})
