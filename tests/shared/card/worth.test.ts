import { describe, expect, test } from 'vitest'
import { densities } from '../../../shared/card/density.ts'
import { makeCards, readLibrary, readNote } from '../../../shared/card/read-library.ts'
import { partByTaste, plainTaste, thresholds } from '../../../shared/card/taste.ts'
import { type CardLook, featuresOf } from '../../../shared/card/worth/card-features.ts'
import { questionForm } from '../../../shared/card/worth/question-form.ts'
import { sourceLayout } from '../../../shared/card/worth/source-layout.ts'
import { worthOf } from '../../../shared/card/worth.ts'
import { workMs } from '../../support/work-time.ts'

const look = (of: Partial<CardLook>): CardLook => ({
  kind: 'basic',
  front: 'What is osmosis?',
  back: 'The flow of water through a membrane towards the stronger solution',
  concept: 'Osmosis',
  heading: ['Cells'],
  source: ['- **Osmosis**: the flow of water through a membrane towards the stronger solution'],
  genre: 'study',
  ...of,
})

test.each([
  ['What does ATP stand for?', 'stands for'],
  ['What is a ratchet used for?', 'used for'],
  ['What is the purpose of a keel?', 'purpose'],
  ['In chess, what is a pin?', 'what is it'],
  ['Name the three branches of government.', 'name all'],
  ['Name two noble gases.', 'name some of many'],
  ['Why salt the water?', 'why do as advised'],
  ['Why does ice float?', 'why'],
  ['Why does punctuality matter?', 'why does it matter'],
  ['How can erosion be prevented?', 'how can a problem be solved'],
  ['How should you store seeds?', 'how should you'],
  ['In Vim, how do you undo a change?', 'how do you'],
  ['What does an enzyme do?', 'what does it do'],
  ['What does a passport allow its holder to do?', 'what does it allow'],
  ['What does gardening involve?', 'what does it involve'],
  ['What does “stare decisis” refer to?', 'what does it mean'],
  ['How does a monopoly differ from an oligopoly?', 'difference'],
  ['When did the war end?', 'when, where or who'],
  ['Which gas do plants take in?', 'which'],
  ['Hauptstadt von Peru', 'cue'],
])('“%s” asks in the form: %s', (front, form) => {
  expect(questionForm('basic', front)).toBe(form)
})

test.each([
  [['| Iron | Fe | 26 |'], 'Fe', 'row of a table'],
  [['- **Keel**: the spine of a ship'], 'The spine of a ship', 'label in bold with its text'],
  [['Keel: the spine of a ship'], 'The spine of a ship', 'label with its text'],
  [['1. Sand the board'], 'Sand the board', 'step of a numbered list'],
  [['- Sand the board'], 'Sand the board', 'item of a list'],
  [['- Oak', '- Ash'], 'Oak\nAsh', 'several items of a list'],
  [['A keel is the spine of a ship.'], 'The spine of a ship', 'prose'],
  [['ls -a'], '`ls -a`', 'command or code below a title'],
  [['Capital of Peru::Lima'], 'Lima', 'written as a card'],
])('the lines %j are read as: %s', (lines, back, layout) => {
  expect(sourceLayout(lines, back)).toBe(layout)
})

describe('worth', () => {
  test('is a chance, and the same each time', () => {
    const worth = worthOf(look({}))
    expect(worth.chance).toBeGreaterThan(0)
    expect(worth.chance).toBeLessThan(1)
    expect(worthOf(look({}))).toEqual(worth)
  })

  test('a definition is worth more than advice that praises', () => {
    const advice = look({
      front: 'What is good practice for garden planning?',
      back: 'Make a clean, simple and robust plan',
      concept: 'Garden planning',
      heading: ['Best practices'],
      source: ['- Make a clean, simple and robust plan'],
    })
    expect(worthOf(look({})).chance).toBeGreaterThan(worthOf(advice).chance)
    expect(worthOf(advice).doubt).toBe('advice without a reason')
  })

  test('is told from the names of features, each of a size between 0 and 1', () => {
    const features = featuresOf(look({ kind: 'list_recall', front: 'Name two acids.', back: 'HCl\nHNO3' }))
    expect(features.map(([name]) => name)).toContain('asks: name some of many')
    for (const [, size] of features) {
      expect(size).toBeGreaterThan(0)
      expect(size).toBeLessThanOrEqual(1)
    }
  })

  test('takes no longer for a line without an end', () => {
    const endless = 'a, b and '.repeat(200_000)
    const endlessly = look({ back: endless, source: [endless], front: `What is ${endless}?` })
    expect(workMs(() => worthOf(endlessly))).toBeLessThan(200)
  })
})

describe('the cards that a learner wants', () => {
  const text = `# Sailing

- **Keel**: the spine of a ship, which keeps it upright.
- **PFD**: Personal Flotation Device

## Best practices

- Label every rope to ensure consistency and quality.

Which side is port?::Left
`
  const all = makeCards(readNote({ path: 'sailing.md', text }).facts).cards

  test('the denser, the more of them, and none goes that a sparser one had', () => {
    const asked = densities.map((density) => {
      const { cards } = partByTaste(all, plainTaste(density))
      return new Set(cards.filter(({ status }) => status === 'ready').map(({ key }) => key))
    })
    const [few, balanced, every] = asked
    expect([...(few ?? [])].every((key) => balanced?.has(key))).toBe(true)
    expect([...(balanced ?? [])].every((key) => every?.has(key))).toBe(true)
    expect(every?.size).toBeGreaterThan(0)
  })

  test('with “all” only the rules hold a card back', () => {
    expect(partByTaste(all, plainTaste('all'))).toEqual({ cards: all, left: [] })
  })

  test('a card that its author wrote is asked whatever the density', () => {
    const { cards } = partByTaste(all, plainTaste('few'))
    expect(cards.find(({ back }) => back === 'Left')?.status).toBe('ready')
  })

  test('a proposed card says in words what speaks against it', () => {
    const [card] = all
    if (card === undefined) throw new Error('There is no card.')
    const unsure = {
      ...card,
      worth: { ...card.worth, chance: thresholds.balanced.proposed, doubt: 'a doubt' },
    }
    const { cards } = partByTaste([unsure], plainTaste('balanced'))
    expect(cards[0]?.status).toBe('doubtful')
    expect(cards[0]?.reasons.at(-1)).toEqual({ code: 'little_worth', sentence: 'A doubt.' })
  })

  test('a line whose card was left out says so in the report', () => {
    const { left, reports } = readLibrary([{ path: 'sailing.md', text }], plainTaste('few'))
    expect(left.map(({ front }) => front)).toContain('Why label every rope?')
    expect(reports[0]?.skipped).toContainEqual({ line: 8, reason: 'advice without a reason' })
  })
})
