import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../../shared/card/read-library.ts'

const asked = (text: string): string[] =>
  readLibrary([{ path: 'a.md', text }])
    .cards.filter((card) => card.status === 'ready')
    .map((card) => `${card.front} → ${card.back.replaceAll('\n', ' / ')}`)

const cases: readonly (readonly [law: string, text: string, ...cards: string[]])[] = [
  [
    'what it is called is the term of its description',
    'The process by which plants turn light into sugar is called photosynthesis.',
    'What is photosynthesis? → The process by which plants turn light into sugar',
  ],
  [
    'what the next sentence names means the one before',
    'Two threads wait for a lock that the other one holds. This is called a deadlock.',
    'What is a deadlock? → Two threads wait for a lock that the other one holds',
  ],
  [
    'another name of a term is asked for',
    'Erythrocytes are also called red blood cells.',
    'What is another name for erythrocytes? → Red blood cells',
  ],
  [
    'plurals define themselves without an article',
    'Catalysts are substances that speed up a reaction without being used up.',
    'What are catalysts? → Substances that speed up a reaction without being used up',
  ],
  [
    'what something with an “of” is needs no term',
    'The SI unit of force is the newton.',
    'What is the SI unit of force? → The newton',
  ],
  [
    'a term is defined in brackets behind it',
    'The central bank lowers the discount rate (the price of a loan from the central bank) in a slump.',
    'What is a discount rate? → The price of a loan from the central bank',
  ],
  [
    'a counted enumeration inside a sentence is a list',
    'There are three types of muscle: skeletal, cardiac and smooth.',
    'Name the three types of muscle. → Skeletal / Cardiac / Smooth',
  ],
  [
    'what something consists of is a list',
    'A nucleotide consists of a sugar, a phosphate and a base.',
    'Name the three parts that a nucleotide consists of. → Sugar / Phosphate / Base',
  ],
  [
    'a reason answers why',
    'Ice floats on liquid water because its molecules lie further apart in a crystal.',
    'Why does ice float on liquid water? → Because its molecules lie further apart in a crystal',
  ],
  [
    'a cause is asked for from its effect',
    'A burst blood vessel in the brain causes a haemorrhagic stroke.',
    'What causes a haemorrhagic stroke? → A burst blood vessel in the brain',
  ],
  [
    'a condition asks what happens',
    'When the guard cells swell, the stomata open.',
    'What happens when the guard cells swell? → The stomata open',
  ],
  [
    'what occurs when something else does is asked for its time',
    'An offer of contract ends when the offeror dies.',
    'When does an offer of contract end? → When the offeror dies',
  ],
  [
    'a law is asked for what it states',
    'Hooke’s law states that the force is proportional to the extension.',
    'What does Hooke’s law state? → The force is proportional to the extension',
  ],
  [
    'what must be is asked for its object',
    'A valid contract must contain an offer and an acceptance.',
    'What must a valid contract contain? → An offer and an acceptance',
  ],
  [
    'a relation strands its preposition',
    'The boiling point of a liquid depends on the pressure of the surrounding air.',
    'What does the boiling point of a liquid depend on? → The pressure of the surrounding air',
  ],
  [
    'two things are told apart in one sentence',
    'Arteries carry blood away from the heart, whereas veins return it.',
    'How do arteries differ from veins? → Arteries carry blood away from the heart, whereas veins return it',
  ],
  [
    'a marked term is the gap of its sentence',
    'The pressure of a plant cell is kept up by the water in its **vacuole**.',
    'The pressure of a plant cell is kept up by the water in its ___ → vacuole',
  ],
  [
    'what a sentence names is its gap',
    'Starch is broken down to maltose by an enzyme called amylase.',
    'Starch is broken down to maltose by an enzyme called ___ → amylase',
  ],
  [
    'a number is the gap, and what else is counted says where',
    'Water in an open pan boils at 93 °C on a mountain of 2000 m.',
    'Water in an open pan boils at ___ °C on a mountain of 2000 m → 93',
  ],
  [
    'who did it is the gap of a passive sentence',
    'Attachment theory was developed in the fifties by John Bowlby.',
    'Attachment theory was developed in the fifties by ___ → John Bowlby',
  ],
  [
    'the agent of a passive sentence is asked for',
    'The hormone glucagon is secreted by the alpha cells of the pancreas.',
    'What is the hormone glucagon secreted by? → The alpha cells of the pancreas',
  ],
  [
    'a sentence about “it” names the heading first',
    '# Great Fire of London\n\nIt destroyed about 13,200 houses within the old city walls.',
    'Great Fire of London: it destroyed about ___ houses within the old city walls → 13,200',
  ],
  [
    'a law that bears a name is the gap of what follows it',
    'The motion of the planets around the sun follows Kepler’s laws.',
    'The motion of the planets around the sun follows ___ → Kepler’s laws',
  ],
  [
    'a quality with a name of its own is the gap',
    'The scale of earthquake magnitudes is logarithmic.',
    'The scale of earthquake magnitudes is ___ → logarithmic',
  ],
  [
    'the same condition below another heading is another question',
    '# Demand\n\n## Wealth effect\n\nAs prices rise, people hold more money and lend less.\n\n## Trade effect\n\nAs prices rise, exports fall and imports grow.',
    'Wealth effect: what happens as prices rise? → People hold more money and lend less',
    'Trade effect: what happens as prices rise? → Exports fall and imports grow',
  ],
  [
    'an enumeration belongs to the subject of the sentence before',
    'Joints are grouped by the tissue between their bones. The three main types are fibrous, cartilaginous and synovial joints.',
    'Name the three main types of joints. → Fibrous / Cartilaginous / Synovial joints',
  ],
  [
    'the count of a whole is asked for',
    'There are seven spectral classes of stars.',
    'There are ___ spectral classes of stars → seven',
  ],
]

describe('running prose gives its facts in any field', () => {
  test.each(cases)('%s', (_law, text, ...cards) => {
    expect(asked(text)).toEqual(expect.arrayContaining(cards))
  })
})

describe('a sentence that needs its neighbours gives no gap', () => {
  test.each([
    ['a pronoun', 'It lowers the concentration of 40 hormones in the plasma.'],
    ['a process told before', 'The process doubles the output of 30 cells within an hour.'],
    ['a picture', 'The rate rises by 12 units as shown in figure 3.'],
    ['half a comparison', 'The second reaction is 12 times faster.'],
    ['an example', 'For example, the **pancreas** makes insulin for the whole body.'],
    ['the reader', 'You can take about 40 samples from the **vacuole** of a cell.'],
    ['the author', 'We measured about 40 samples in the **vacuole** of a cell.'],
    ['no verb', 'A long row of 40 cells around the **vacuole** of a plant'],
    ['one member of several', 'The heart, the **spleen**, and the liver are organs of the trunk.'],
    [
      'words of promise',
      '# Testing\n\nTesting helps in the delivery of reliable and maintainable applications.',
    ],
  ])('%s', (_law, text) => {
    expect(asked(text).filter((card) => card.includes('___'))).toEqual([])
  })
})
