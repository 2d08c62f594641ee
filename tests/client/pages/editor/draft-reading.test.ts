import { describe, expect, test } from 'vitest'
import { openDraftReader } from '../../../../client/pages/editor/draft-reader.ts'
import { type DraftReading, createDraftReading } from '../../../../client/pages/editor/draft-reading.ts'
import { draftWords } from '../../../../client/pages/editor/draft-words.ts'
import { cardsOfLine, liveRows, rowNear, rowOf } from '../../../../client/pages/editor/live-rows.ts'
import type { DraftAnswer, DraftQuestion } from '../../../../client/pages/editor/read-draft.worker.ts'

const note = `# Caching

- **Cache hit**: request that finds its answer in the store.
- **Cache miss**: request that has to go to the original source.
- browser
- CDN
`

function reader(text = note, rejected: readonly string[] = []) {
  return createDraftReading({ path: 'caching.md', text, rejected, density: 'all', standing: [] })
}

describe('a draft beside its note', () => {
  test('changes nothing while it is the saved text', () => {
    const { changes, cards } = reader()(note)
    expect(changes).toEqual({ added: 0, changed: 0, meaning: 0, removed: 0 })
    expect(cards.every((card) => card.change === 'same')).toBe(true)
    expect(draftWords(changes)).toBe('No card changes.')
  })
  test('says what is new, what keeps its history and what goes, before it is saved', () => {
    const draft = note
      .replace('finds its answer in the store', 'finds its answer in the fast store')
      .replace(/- \*\*Cache miss.*\n/, '- **Hit ratio**: share of lookups that the cache answers.\n')
    const { changes } = reader()(draft)
    expect(changes.added).toBeGreaterThan(0)
    expect(changes.changed).toBeGreaterThan(0)
    expect(changes.removed).toBeGreaterThan(0)
    expect(draftWords({ added: 2, changed: 1, meaning: 0, removed: 1 })).toBe(
      '2 new cards, 1 changed (keeps its history), 1 removed.',
    )
    expect(draftWords({ added: 0, changed: 2, meaning: 1, removed: 0 })).toBe(
      '2 changed (keep their history), 1 with another meaning.',
    )
  })
  test('gives no card from lines that were told never', () => {
    const line = '- **Cache miss**: request that has to go to the original source.'
    const { cards } = reader(note, [line])(note)
    expect(cards.length).toBeGreaterThan(0)
    expect(cards.filter((card) => card.lines.includes(4))).toEqual([])
  })
  test('every card stands beside lines that the note has', () => {
    const lines = note.split('\n').length
    for (const card of reader()(note).cards) {
      expect(card.lines.length).toBeGreaterThan(0)
      expect(card.lines.every((line) => line >= 1 && line <= lines)).toBe(true)
    }
  })
})

describe('the rows beside the text', () => {
  const reading = reader()(note)
  const rows = liveRows(reading)
  test('stand in the order of the lines and hold every card once', () => {
    expect(rows.map((row) => row.line)).toEqual(rows.map((row) => row.line).sort((a, b) => a - b))
    expect(rows.flatMap((row) => row.cards.map((card) => card.key)).sort()).toEqual(
      reading.cards.map((card) => card.key).sort(),
    )
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
  })
  const wouldBe = { cardKey: 'k', front: 'What is it?', back: 'This' }
  test('say a reason once for lines in a row, and offer the card of each', () => {
    const silent = liveRows({
      ...reading,
      cards: [],
      silent: [
        { line: 5, reason: 'a bare topic', wouldBe: null },
        { line: 6, reason: 'a bare topic', wouldBe },
        { line: 9, reason: 'a bare topic', wouldBe: null },
      ],
    })
    expect(silent.map(({ line, until, offers }) => [line, until, offers])).toEqual([
      [5, 6, [{ line: 6, card: wouldBe }]],
      [9, 9, []],
    ])
  })
  test('the line of the caret finds its cards, and a line without any the nearest row above', () => {
    expect(rowOf(rows, 3)?.cards.map((card) => card.lines)).toContainEqual([3])
    expect(cardsOfLine(reading.cards, 3).length).toBeGreaterThan(0)
    expect(rowOf(rows, 2)).toBeUndefined()
    expect(rowNear(rows, 100)).toBe(rows.at(-1))
    expect(rowNear(rows, 1)).toBe(rows[0])
  })
  test('keep their key when a line is put in above them', () => {
    const moved = liveRows(reader()(note.replace('# Caching\n', '# Caching\n\nA line above.\n')))
    const keys = rows.filter((row) => row.cards.length > 0).map((row) => row.key)
    expect(moved.map((row) => row.key)).toEqual(expect.arrayContaining(keys))
  })
})

test('a line whose card is left out for its worth says which card it would give', () => {
  const text = '# Gardens\n\n## Best practices\n\n- Label every bed to ensure consistency and quality.\n'
  const saved = { path: 'a.md', text, rejected: [], density: 'few' as const }
  const [silent] = createDraftReading({ ...saved, standing: [] })(text).silent
  expect(silent).toMatchObject({ line: 5, wouldBe: { front: expect.stringContaining('bed') } })
  const standing = [silent?.wouldBe?.cardKey ?? '']
  expect(createDraftReading({ ...saved, standing })(text)).toMatchObject({
    silent: [],
    cards: [{ front: silent?.wouldBe?.front }],
  })
})

test('only the newest text is shown, however late the answers come', () => {
  const asked: DraftQuestion[] = []
  const shown: number[] = []
  let answer: (given: DraftAnswer) => void = () => {}
  const desk = openDraftReader((reading) => shown.push(reading.facts), {
    ask: (question) => asked.push(question),
    onAnswer: (take) => {
      answer = take
    },
    close: () => {},
  })
  const reading = (facts: number): DraftReading => ({ ...reader()(note), facts })
  desk.open({ path: 'a.md', text: '', rejected: [], density: 'all', standing: [] })
  desk.read('one')
  desk.read('two')
  desk.read('three')
  expect(asked.map((question) => (question.kind === 'text' ? question.text : question.kind))).toEqual([
    'saved',
    'one',
  ])
  answer({ number: 1, reading: reading(1) })
  expect(asked.at(-1)).toEqual({ kind: 'text', number: 3, text: 'three' })
  expect(shown).toEqual([])
  answer({ number: 3, reading: reading(3) })
  expect(shown).toEqual([3])
})
