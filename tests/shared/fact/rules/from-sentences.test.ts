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
    'the other thing of a contrast ends before the verb that both have',
    'Refractors use lenses, whereas reflectors use mirrors.',
    'How do refractors differ from reflectors? → Refractors use lenses, whereas reflectors use mirrors',
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
    'What secretes the hormone glucagon? → The alpha cells of the pancreas',
  ],
  [
    'what does it by something is asked how',
    'Glaciers carve valleys by grinding rock against rock.',
    'How do glaciers carve valleys? → By grinding rock against rock',
  ],
  [
    'the means of a passive sentence answer how',
    'The effect of heparin can be reversed by giving protamine.',
    'How can the effect of heparin be reversed? → By giving protamine',
  ],
  [
    'a condition behind its sentence answers when',
    'The hearing of an appeal is closed to the public only if the judge orders it.',
    'When is the hearing of an appeal closed to the public? → Only if the judge orders it',
  ],
  [
    '“unless” behind a denial is “only if”',
    'A will is not valid unless two witnesses have signed it.',
    'When is a will valid? → Only if two witnesses have signed it',
  ],
  [
    'a verb of change asks how its object is affected',
    'Restrictions on exports lower the domestic price of grain.',
    'How do restrictions on exports affect the domestic price of grain? → They lower it',
  ],
  [
    'what makes something cheaper is asked how it affects that',
    'A strong currency makes imports cheaper.',
    'How does a strong currency affect imports? → It makes them cheaper',
  ],
  [
    'what something is turned into is asked for',
    'Chloroplasts convert light into chemical energy.',
    'What do chloroplasts convert light into? → Chemical energy',
  ],
  [
    'what is used for an aim is asked for',
    'Bats use ultrasound to locate their prey.',
    'What do bats use to locate their prey? → Ultrasound',
  ],
  [
    'where something is made answers where',
    'Erythrocytes are produced in the red bone marrow.',
    'Where are erythrocytes produced? → In the red bone marrow',
  ],
  [
    'what must be done for an aim is asked for',
    'To keep a wound sterile, the nurse must change the dressing daily.',
    'What must the nurse do to keep a wound sterile? → Change the dressing daily',
  ],
  [
    'what may be done in a case is asked for',
    'If a witness lies under oath, the court may impose a fine.',
    'What may the court do if a witness lies under oath? → Impose a fine',
  ],
  [
    'what one is required to do is asked for',
    'A trustee is required to keep accounts of the estate.',
    'What is a trustee required to do? → Keep accounts of the estate',
  ],
  [
    '“only” asks which',
    'Only lipid-soluble hormones cross the cell membrane without a receptor.',
    'What crosses the cell membrane without a receptor? → Only lipid-soluble hormones',
  ],
  [
    'a person who did something is asked for by who',
    'Edmund Hillary climbed Mount Everest in 1953.',
    'Who climbed Mount Everest in 1953? → Edmund Hillary',
  ],
  [
    'what limits something is asked for in active words',
    'The powers of the bailiff are limited by statute.',
    'What limits the powers of the bailiff? → Statute',
  ],
  [
    'what something is called is asked for in its own words',
    'The study of coins is called numismatics.',
    'What is the study of coins called? → Numismatics',
  ],
  [
    'a number before its noun asks how many',
    'About 4,000 islands belong to the archipelago.',
    'How many islands belong to the archipelago? → About 4,000',
  ],
  [
    'where a sentence holds is said before its question',
    'In cold climates, water is stored in glaciers.',
    'In cold climates, where is the water stored? → In glaciers',
  ],
  [
    'the word whose opposite would fit as well is the gap',
    'Higher tariffs shift the import curve to the left.',
    'Higher tariffs shift the import curve to the ___ → left',
  ],
  [
    'a term in quotation marks is the gap',
    'If a firm can double its output without doubling its costs, it has an "economy of scale".',
    'If a firm can double its output without doubling its costs, it has an "___" → economy of scale',
  ],
  [
    'a reason that stands first answers why',
    'Since mercury is liquid at room temperature, it was used in thermometers.',
    'Why was mercury used in thermometers? → Since mercury is liquid at room temperature',
  ],
  [
    'a term that is used to describe something is defined',
    'The term cadence is used to describe the end of a phrase.',
    'What is cadence? → The end of a phrase',
  ],
  [
    'two things in clauses joined by “but” are told apart',
    'Plants make their own food but fungi absorb theirs from other organisms.',
    'How do plants differ from fungi? → Plants make their own food but fungi absorb theirs from other organisms',
  ],
  [
    'a line in note form is asked for its year, below its heading',
    '# Canal\n\n- first barge 1788 to carry coal to the mills',
    'Canal: first barge ___ to carry coal to the mills → 1788',
  ],
  [
    'a heading names what the question leaves open',
    '# Selective repeat\n\nThe effect can be reversed by raising the dose of the agonist.',
    'Selective repeat: how can the effect be reversed? → By raising the dose of the agonist',
  ],
  [
    'what follows by “so” is asked for its reason',
    'Deserts get little rain, so cacti store water in their stems.',
    'Why do cacti store water in their stems? → Because deserts get little rain',
  ],
  [
    'what follows by “and therefore” is asked for its reason',
    'Red blood cells lack a nucleus and therefore cannot divide.',
    'Why can red blood cells not divide? → Because they lack a nucleus',
  ],
  [
    'what must be done before something else is asked for',
    'The nurse must check the pulse before giving digoxin.',
    'What must the nurse do before giving digoxin? → Check the pulse',
  ],
  [
    'with what something is treated answers how',
    'Warfarin is monitored with the INR.',
    'How is warfarin monitored? → With the INR',
  ],
  [
    'where something keeps its things answers where',
    'A hash table stores its entries in buckets.',
    'Where does a hash table store its entries? → In buckets',
  ],
  [
    'the aim of a deed answers why',
    'The kidneys filter the blood to remove urea.',
    'Why do the kidneys filter the blood? → To remove urea',
  ],
  [
    'what one must do for an aim is asked of the one who is named there',
    'In order for a tenant to end a lease, they must give a written notice.',
    'What must a tenant give to end a lease? → A written notice',
  ],
  [
    'two changes at once are what something does',
    'A rise in interest rates lowers investment and slows growth.',
    'What does a rise in interest rates do? → Lowers investment and slows growth',
  ],
  [
    'what somebody suggested in a year is asked for',
    'Mendel (1866) suggested that traits are passed on in separate units.',
    'What did Mendel (1866) suggest? → Traits are passed on in separate units',
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
    '# Demand\n\n## Wealth effect\n\nMoney in hand loses value. As prices rise, people hold more money and lend less.\n\n## Trade effect\n\nForeign goods look cheap. As prices rise, exports fall and imports grow.',
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
  [
    'a clause without “that” belongs to the noun before it',
    'The average amount of water an adult must drink in a day is 2 litres.',
    'What is the average amount of water an adult must drink in a day? → 2 litres',
  ],
  [
    'the noun that counts the parts names them',
    'Clauses are divided into two further types of main clauses and subordinate clauses.',
    'Name the two types into which clauses are divided. → Main clauses / Subordinate clauses',
  ],
  [
    'what is done by a counted set asks for its members',
    'Moods are ruled by two slow hormones: serotonin and dopamine.',
    'Name the two slow hormones by which moods are ruled. → Serotonin / Dopamine',
  ],
  [
    'a label that counts asks for what stands beside it',
    '# Trade\n\n## Basics\n\nFour factors of Production - Land, Labour, Capital and Enterprise',
    'Name the four factors of production. → Land / Labour / Capital / Enterprise',
  ],
  [
    'what is told of the past below a case was so in that case',
    '# GS Dairies v Harrow and Ors\n\n### The case\n\nGS Dairies claimed damages and rendition of accounts.',
    'In GS Dairies v Harrow, what did GS Dairies claim? → Damages and rendition of accounts',
  ],
  [
    'what a person does in a tale is asked of that tale',
    '# Fables\n\n- Tale of Reynard\n    - Chaucer mocks the pride of courtiers and bishops',
    'Tale of Reynard: what does Chaucer mock? → The pride of courtiers and bishops',
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

describe('a gap is asked only where its sentence tells what fills it', () => {
  test.each([
    [
      'the topic of the note',
      '# Bluetooth\n\nBluetooth connects wireless headsets and keyboards to a computer.',
    ],
    [
      'an abbreviation beside its words',
      '# Coasts\n\nSailors at night rely on the LORAN (Long Range Navigation) receiver.',
    ],
    [
      'one of two shares of a whole',
      '# Mandate\n\nThe treaty divides Togo into French (60%) and British zones (40%).',
    ],
    [
      'where a quotation stands',
      '# Diogenes\n\nDiogenes compared those who speak well and act badly to a harp (288).',
    ],
    ['general words', '# Trade\n\nMerchants of the league shared their records with many people.'],
    [
      'a side that the thing itself names',
      '# Customs\n\nThe tariff guards internal markets from cheap goods.',
    ],
    [
      'a phrase without its noun',
      '# Birds\n\nKeeled downward projected sternum that carries powerful flight muscles.',
    ],
    ['what is very well', '# Apes\n\nOpposable thumbs are very well developed with broad pads for climbing.'],
    ['one of all ways', '# Estates\n\nThe residue of an estate can be settled in pecuniary ways.'],
    ['the number of a decade’s things', "# Dance\n\nModern revues repeat the steps of 80's stage shows."],
    ['one example', '# Trade\n\nEx: the Ford company opened a new plant in Mexico in 1964.'],
  ])('%s', (_law, text) => {
    expect(asked(text).filter((card) => card.includes('___'))).toEqual([])
  })
})

describe('a question is asked only where its frame fits the sentence', () => {
  test.each([
    ['two ends at once', 'Electrons are excited from the valence band to the conduction band.'],
    ['what a thing is set to do', 'A packet filter can be configured to filter packets in both directions.'],
    [
      'who acts when something is done to another',
      '# Guards\n\nWhen an intruder is detected, it locks the vault doors.',
    ],
    ['the reason of what is denied', 'Galen denied the claim that arteries hold air due to his dissections.'],
    [
      'a name with initials that is told by the way',
      '# Firms\n\nHenry Millstone bought a bakery, H.M. Crusts Ltd., the oldest in town, and its ovens.',
    ],
    ['what was said before', '# Plants\n\nSaid factory is run by Mexican engineers.'],
    [
      'what most people believe by what means',
      'Most economists believe that poor regions grow using open trade.',
    ],
  ])('%s', (_law, text) => {
    expect(asked(text)).toEqual([])
  })
})

describe('a question names what it is about', () => {
  test.each([
    [
      'a heading that says nothing stands before no question',
      '# Assignment 2\n\nThe effect can be reversed by raising the dose of the agonist.',
      ['How can the effect be reversed? → By raising the dose of the agonist'],
    ],
    [
      'a heading that holds the answer stands before no question',
      '# Starch\n\nWheat grains keep energy in the form of starch.',
      ['In what form do wheat grains keep energy? → Starch'],
    ],
  ])('%s', (_law, text, cards) => {
    expect(asked(text).filter((card) => !cards.includes(card) && card.includes(': '))).toEqual([])
  })
})
