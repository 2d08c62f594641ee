import { describe, expect, test } from 'vitest'
import type { CardKind } from '../../../shared/card/card.ts'
import type { FactKind } from '../../../shared/fact/fact.ts'
import { isAlsoTrue } from '../../../shared/quiz/is-also-true.ts'
import { chooseDistractors } from '../../../shared/quiz/choose-distractors.ts'
import type { QuizCard } from '../../../shared/quiz/quiz-card.ts'
import { prepareLibrary } from '../../../shared/quiz/quiz-library.ts'
import { aQuizCard, bothSides, plainWishes } from './a-quiz-library.ts'

const card = (
  concept: string,
  factKind: FactKind,
  front: string,
  back: string,
  more: { kind?: CardKind; conceptAliases?: string[]; notes?: string[] } = {},
) => aQuizCard({ concept, factKind, front, back, ...more })
const remedy = (trouble: string, back: string) =>
  card(trouble, 'problem_solution', `How can ${trouble} be handled?`, back)
const reason = (deed: string, back: string) => card(deed, 'best_practice', `Why ${deed}?`, back)
const list = (concept: string, named: string, items: readonly string[], note = 'one.md') =>
  card(concept, 'list', `Name the ${named}.`, items.join('\n'), { kind: 'list_recall', notes: [note] })

/** Several fields side by side, as one library holds them. */
const library: readonly QuizCard[] = [
  // Music
  ...bothSides('Chordophone', 'instrument that sounds by a stretched string'),
  ...bothSides('Lute', 'plucked chordophone with a rounded back'),
  ...bothSides('Viol', 'bowed chordophone with frets'),
  ...bothSides('Shawm', 'woodwind with a double reed'),
  ...bothSides('Oboe', 'woodwind that is played through a double reed'),
  list('Quartet', 'three string instruments of a quartet', ['violin', 'viola', 'cello']),
  list('Consort', 'three wind instruments of a consort', ['recorder', 'cornett', 'lute']),
  list('Overture', 'three tempos of an overture', ['grave', 'vivace', 'largo']),
  list('March', 'three brass instruments of a march', ['trumpet', 'tuba', 'horn'], 'two.md'),
  // Houses and gardens
  remedy('damp walls', 'By airing each room twice a day'),
  remedy('mould in cellars', 'By laying a course of slate against rising damp'),
  remedy('inconsistent mortar', 'By weighing lime and sand on one scale'),
  remedy('cracks between storeys', 'By mixing every batch to a consistent recipe'),
  remedy('slow drains', 'By flushing pipes with boiling water'),
  remedy('a chimney that smokes', 'By raising the flue above its ridge'),
  remedy('drains that are slow', 'By fitting a wider trap'),
  reason('prune roses', 'To let light reach inner shoots'),
  reason('thin fruit trees', 'To keep air moving among shoots'),
  reason('label seed trays', 'To tell seedlings apart before leaves form'),
  // Medicine
  ...bothSides('Scurvy', 'disease by want of ascorbic acid', { conceptAliases: ['vitamin C deficiency'] }),
  ...bothSides('Rickets', 'softening of bones by want of sunlight'),
  ...bothSides('Lock-jaw', 'spasm of the muscles by a toxin in wounds'),
  ...bothSides('Tetanus', 'infection of wounds whose toxin cramps muscles'),
  card('Beriberi', 'purpose', 'What is the treatment of beriberi?', 'thiamine by mouth'),
  card('Pellagra', 'purpose', 'What is the treatment of pellagra?', 'niacin by mouth'),
  // Law
  ...bothSides('Token', 'object that proves a right'),
  ...bothSides('Entry token', 'object that proves a right to enter a hall'),
  ...bothSides('Deed', 'signed paper that passes land to another'),
  ...bothSides('Conveyance', 'passing of land to another by a signed deed'),
  ...bothSides('Easement', 'right to cross the land of a neighbour'),
]
const prepared = prepareLibrary(library)

const find = (front: string, back?: string): QuizCard => {
  const found = prepared.askable.find(
    (one) => one.front === front && (back === undefined || one.back === back),
  )
  if (found === undefined) throw new Error(`no card asks ${front} ${back ?? ''}`)
  return found
}

describe('is true as well, by the library’s own words', () => {
  test.each([
    [
      'an item that another list has, of a kind that its definition names',
      'Which is one of the string instruments of a quartet?',
      'violin',
      'Which is one of the wind instruments of a consort?',
      'lute',
    ],
    [
      'an item of a list in another note',
      'Which is one of the string instruments of a quartet?',
      'cello',
      'Which is one of the brass instruments of a march?',
      'tuba',
    ],
    ['what is a kind of what is asked', 'What is Chordophone?', undefined, 'What is Lute?', undefined],
    ['what is asked is a kind of', 'What is Viol?', undefined, 'What is Chordophone?', undefined],
    ['a name that holds the other', 'What is Entry token?', undefined, 'What is Token?', undefined],
    ['the same described with other words', 'What is Shawm?', undefined, 'What is Oboe?', undefined],
    ['the same meaning under another name', 'What is Lock-jaw?', undefined, 'What is Tetanus?', undefined],
    [
      'a term whose definition fits the description',
      'What is the term for “spasm of the muscles by a toxin in wounds”?',
      undefined,
      'What is the term for “infection of wounds whose toxin cramps muscles”?',
      undefined,
    ],
    [
      'an item of a list whose kind has a word in common',
      'Which is one of the string instruments of a quartet?',
      'violin',
      'Which is one of the wind instruments of a consort?',
      'cornett',
    ],
    [
      'a definition that this one names and shares a word with',
      'What is Conveyance?',
      undefined,
      'What is Deed?',
      undefined,
    ],
    [
      'a remedy that speaks of the trouble',
      'How can damp walls be handled?',
      undefined,
      'How can mould in cellars be handled?',
      undefined,
    ],
    [
      'a remedy that speaks of its opposite',
      'How can inconsistent mortar be handled?',
      undefined,
      'How can cracks between storeys be handled?',
      undefined,
    ],
    [
      'a remedy of the same trouble in other words',
      'How can slow drains be handled?',
      undefined,
      'How can drains that are slow be handled?',
      undefined,
    ],
    [
      'a reason that shares a telling word',
      'Why prune roses?',
      undefined,
      'Why thin fruit trees?',
      undefined,
    ],
  ])('%s', (_, asked, key, other, option) => {
    expect(isAlsoTrue(find(other, option), find(asked, key), prepared)).toBe(true)
  })
})

describe('is certainly wrong', () => {
  test.each([
    [
      'an item of another kind of list in the same note',
      'Which is one of the string instruments of a quartet?',
      'violin',
      'Which is one of the tempos of an overture?',
      'vivace',
    ],
    ['another thing of the same kind', 'What is Lute?', undefined, 'What is Viol?', undefined],
    ['another disease', 'What is Scurvy?', undefined, 'What is Lock-jaw?', undefined],
    ['another right', 'What is Easement?', undefined, 'What is Deed?', undefined],
    [
      'a remedy of something else',
      'How can slow drains be handled?',
      undefined,
      'How can a chimney that smokes be handled?',
      undefined,
    ],
    ['a reason for something else', 'Why prune roses?', undefined, 'Why label seed trays?', undefined],
    [
      'what the same note gives in the same words for another',
      'What is the treatment of beriberi?',
      undefined,
      'What is the treatment of pellagra?',
      undefined,
    ],
  ])('%s', (_, asked, key, other, option) => {
    expect(isAlsoTrue(find(other, option), find(asked, key), prepared)).toBe(false)
  })
})

describe('options come from the field that is asked about', () => {
  const monarchy = [
    ...bothSides('Heir apparent', 'person who is entitled to inherit a throne before all others'),
    ...bothSides('Regent', 'person who governs while a monarch is a child'),
    ...bothSides('Dowager', 'person who was married to a monarch that died'),
    ...bothSides('Pretender', 'person who claims a throne that another holds'),
  ].map((one) => ({ ...one, notes: ['monarchy.md'] }))
  const frameworks = [
    ...bothSides('Django', 'framework that maps addresses to views and rows to classes'),
    ...bothSides('Flask', 'framework that leaves storage and forms to extensions'),
    ...bothSides('Rails', 'framework that prefers conventions over configuration files'),
    ...bothSides('Phoenix', 'framework that keeps channels open to many browsers'),
  ].map((one) => ({ ...one, notes: ['frameworks.md'] }))

  test('and never from another one', () => {
    const both = prepareLibrary([...monarchy, ...frameworks])
    const fields = [monarchy, frameworks]
    for (const one of both.askable) {
      const field = fields.find((cards) => cards.some(({ cardId }) => cardId === one.cardId))
      const distractors = chooseDistractors(one, both, plainWishes('seed'))
      for (const { origin } of distractors ?? []) expect(field?.map(({ cardId }) => cardId)).toContain(origin)
    }
    expect(
      chooseDistractors(
        both.askable.find(({ front }) => front === 'What is Django?')!,
        both,
        plainWishes('s'),
      ),
    ).toHaveLength(2)
  })

  test('and none where that holds too little', () => {
    const few = prepareLibrary([...monarchy, ...frameworks.slice(0, 2)])
    const django = few.askable.find(({ front }) => front === 'What is Django?')!
    expect(chooseDistractors(django, few, plainWishes('seed'))).toBeNull()
  })

  test('a person is no option for a thing, even in one note', () => {
    const mixed = prepareLibrary([...monarchy, ...frameworks].map((one) => ({ ...one, notes: ['one.md'] })))
    const django = mixed.askable.find(({ front }) => front === 'What is Django?')!
    for (const seed of ['a', 'b', 'c', 'd', 'e'])
      for (const { option } of chooseDistractors(django, mixed, plainWishes(seed)) ?? [])
        expect(option).not.toMatch(/^person/)
  })
})
