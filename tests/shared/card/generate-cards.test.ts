import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/notes')
const read = (text: string, path = 'a.md') => readLibrary([{ path, text }])
const asked = (text: string): string[] =>
  read(text)
    .cards.filter((card) => card.status === 'ready')
    .map((card) => `${card.front} → ${card.back.replaceAll('\n', ' / ')}`)
    .sort()

describe('a note gives the cards beside it', () => {
  for (const file of readdirSync(fixtures).filter((name) => name.endsWith('.md'))) {
    test(file, () => {
      const cards = read(readFileSync(join(fixtures, file), 'utf8'), file).cards.map(
        ({ content, front, back, status }) => ({ kind: content.kind, front, back, status }),
      )
      const expected = join(fixtures, file.replace(/\.md$/, '.cards.json'))
      if (!existsSync(expected)) writeFileSync(expected, JSON.stringify(cards, null, 2) + '\n')
      expect(cards).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
    })
  }
})

test.each([
  [
    'an expansion asks what the letters stand for',
    '- TTL (Time to Live)',
    ['What does TTL stand for? → Time to Live'],
  ],
  [
    'a problem asks how it can be handled',
    '## Challenges\n\n- **Slow queries** – Solved by adding an index',
    ['How can slow queries be handled? → By adding an index'],
  ],
  [
    'a titled command answers how it is done',
    '# T\n\n## Show the last commit\n\n```sh\ngit show\n```',
    ['In Git, how do you show the last commit? → `git show`'],
  ],
  [
    'a written question stays as it is',
    'Who wrote the first compiler::Grace Hopper',
    ['Who wrote the first compiler? → Grace Hopper'],
  ],
  [
    'a marked gap is the gap',
    'The capital of ==Peru== lies near the western coast.',
    ['The capital of ___ lies near the western coast. → Peru'],
  ],
])('%s', (_law, text, expected) => {
  expect(asked(text)).toEqual(expected)
})

const base =
  '# Locks\n\n- **Mutex**: lock that one thread holds at a time\n- **Semaphore**: counter that limits how many threads may enter\n'

test('CRLF and LF give the same keys', () => {
  expect(read(base.replaceAll('\n', '\r\n')).cards.map((card) => card.key)).toEqual(
    read(base).cards.map((card) => card.key),
  )
})

test('editing one line changes no key of another', () => {
  const before = read(base)
    .cards.filter((card) => card.front.includes('emaphore'))
    .map((card) => card.key)
  const after = read(base.replace('at a time', 'until it lets go')).cards.map((card) => card.key)
  expect(after).toEqual(expect.arrayContaining(before))
})

test('the order of the notes changes nothing', () => {
  const notes = [
    { path: 'a.md', text: base },
    { path: 'b.md', text: '- **Mutex** – a lock for one thread\n- TTL (Time to Live)' },
  ]
  const [one, two] = [readLibrary(notes), readLibrary([...notes].reverse())]
  expect(two.cards).toEqual(one.cards)
  expect(two.concepts).toEqual(one.concepts)
})

test('a question has one answer in the whole set', () => {
  const { cards } = readLibrary([
    { path: 'a.md', text: base },
    { path: 'b.md', text: '- **Mutex**: something else that is quite different' },
  ])
  const questions = cards.map((card) => `${card.content.kind} ${card.front.toLowerCase()}`)
  expect(new Set(questions).size).toBe(questions.length)
})

test('no fact has more than three cards', () => {
  const perFact = new Map<string, number>()
  for (const card of read(readFileSync(join(fixtures, 'layouts.md'), 'utf8')).cards)
    perFact.set(card.factKey, (perFact.get(card.factKey) ?? 0) + 1)
  expect(Math.max(...perFact.values())).toBeLessThanOrEqual(3)
})

test.each([
  ['a backup job blocks the main table', 'What can you do when a backup job blocks the main table?'],
  [
    'release quality sinks while deadlines press',
    'What can you do when release quality sinks while deadlines press?',
  ],
  ['nobody knows who owns a service', 'What can you do when nobody knows who owns a service?'],
  ['staging servers differ from production', 'What can you do when staging servers differ from production?'],
  ['parallel uploads fail in odd ways', 'What can you do when parallel uploads fail in odd ways?'],
  [
    'loading every row before filtering exhausts the memory of the worker',
    'What can you do when loading every row before filtering exhausts the memory of the worker?',
  ],
  ['slow reports under heavy traffic', 'How can slow reports under heavy traffic be handled?'],
  [
    'connection errors when the network is down',
    'How can connection errors when the network is down be handled?',
  ],
  ['handling many branches', 'How can you handle many branches?'],
])('a problem told in a sentence is a condition, a noun phrase is handled: %s', (problem, question) => {
  const cards = asked(`## Challenges\n\n- **Challenge**: ${problem}.\n  **Solution**: Agree on one plan.`)
  expect(cards.join('\n')).toContain(question)
})

test.each([
  [
    'a cell keeps its own article',
    '| Task | Fitting tool |\n|---|---|\n| A nightly export | cron job |',
    ['What is the fitting tool for a nightly export? → Cron job'],
  ],
  [
    'an adjective stands before what the column calls it',
    '| Rollout style | Way of working |\n|---|---|\n| Wave-based | a few servers at a time |',
    ['What is the way of working for the wave-based rollout style? → A few servers at a time'],
  ],
  [
    'a level is named with its heading',
    '## Storage tiers\n\n| Level | What is stored |\n|---|---|\n| Archive | records older than a year |',
    ['What is stored at the archive level of storage tiers? → Records older than a year'],
  ],
  [
    'a column that is a question about the row is asked so',
    '| Report | Question it answers |\n|---|---|\n| Invoices | who owes how much money |',
    ['Which question do invoices answer? → Who owes how much money'],
  ],
  [
    'a column of advice asks when',
    '| Structure | When to use |\n|---|---|\n| `heapq` | smallest element needed often |',
    ['When do you use `heapq`? → Smallest element needed often'],
  ],
  [
    'a row that names a respect asks how the two differ in it',
    '| Aspect | Lorry | Goods train |\n|---|---|---|\n| Start | within minutes | once a day |',
    [
      'How does Lorry differ from a goods train in start? → Lorry: within minutes   / Goods train: once a day',
    ],
  ],
  [
    'a strength of an adjective is asked with what the column calls it',
    '| Way to grow | Strength | Price |\n|---|---|---|\n| Lateral | no single point of failure | harder bookkeeping |',
    [
      'What is the price of the way to grow “Lateral”? → Harder bookkeeping',
      'What is the strength of the way to grow “Lateral”? → No single point of failure',
    ],
  ],
  [
    'an adjective borrows the noun of its column',
    '| Relationship | Implementation |\n|---|---|\n| One-to-one | shared primary key column |',
    ['What is the implementation of the one-to-one relationship? → Shared primary key column'],
  ],
  [
    'a number is told by its kind, which the heading names in full',
    '## Paper size codes\n\n| Code | Meaning |\n|---|---|\n| 4 | half of a letter |',
    ['What does paper size code 4 mean? → Half of a letter'],
  ],
  [
    'code is asked for where the note says what it belongs to',
    '## Docker\n\n| Instruction | Purpose |\n|---|---|\n| `LABEL` | add a note to an image |',
    ['With Docker, what is `LABEL` used for? → To add a note to an image'],
  ],
  [
    'a verb that no list knows is turned by its ending',
    '| Insect | What it pollinates |\n|---|---|\n| Honey bee | night flowers |',
    ['What does a honey bee pollinate? → Night flowers'],
  ],
  [
    'a count is asked for as one',
    '| Planet | Moons |\n|---|---|\n| Mars | 2 |',
    ['How many moons does Mars have? → 2'],
  ],
  [
    'a year asks for itself',
    '| Year | Event |\n|---|---|\n| 1066 | The Normans took the crown of England |',
    ['In ___, the Normans took the crown of England → 1066'],
  ],
  [
    'a deed is no thing',
    '| Rule | Description |\n|---|---|\n| Reef the sails early | before the wind rises |',
    [],
  ],
  [
    "the fields of a writer's own data are not asked for",
    '| Field | Type | Description |\n|---|---|---|\n| invoice | string | number of the invoice |',
    [],
  ],
])('a table: %s', (_law, table, expected) => {
  expect(asked(`# Notes\n\nAll invoices of a goods train arrive monthly.\n\n${table}`)).toEqual(expected)
})

const inTable = (table: string): string[] =>
  read(`# Notes\n\n${table}`)
    .cards.map(({ status, front, back }) => `${status}: ${front} → ${back}`)
    .sort()

test.each([
  [
    'which of its rows has an example',
    '| Rock | Example |\n|---|---|\n| Igneous rock | granite |',
    ['doubtful: Which rock is granite an example of? → Igneous rock'],
  ],
  [
    'what only stands beside a row',
    '| Choir | Key singer |\n|---|---|\n| Chamber choir | Alto |',
    ['doubtful: Which key singer is associated with a chamber choir? → Alto'],
  ],
  [
    'a part that only this table has, with a lone word',
    '| Model | Vacant side |\n|---|---|\n| Traffic | Lane |',
    ['doubtful: What is the vacant side of the traffic model? → Lane'],
  ],
])('only its table explains %s: such a cell waits', (_law, table, expected) => {
  expect(inTable(table)).toEqual(expected)
})

test.each([
  [
    'what bears a name',
    '| Planet | Average colour |\n|---|---|\n| Mars | Red |',
    ['ready: What is the average colour of Mars? → Red'],
  ],
  [
    'a figure that belongs to a name',
    '| Protocol | Port |\n|---|---|\n| LDAP | 389 |',
    ['ready: Which port is associated with LDAP? → 389'],
  ],
  [
    'a relation that everyone knows',
    '| Quantity | Unit |\n|---|---|\n| Torque | Newton metre |',
    ['ready: What is the unit of torque? → Newton metre'],
  ],
  [
    'what the answer explains',
    '| Rite | Inner form |\n|---|---|\n| Baptism | washing with water and words |',
    ['ready: What is the inner form of baptism? → Washing with water and words'],
  ],
])('away from its table, a cell is asked for %s', (_law, table, expected) => {
  expect(inTable(table)).toEqual(expected)
})

test.each([
  [
    'lines of a cell are several values',
    '| Term | Load balancing |\n|---|---|\n| VRRPX | one master<br>two backups |',
    ['ready: How does VRRPX handle load balancing? → One master; two backups'],
  ],
  [
    'a row of several things has no properties of its own',
    '| Dose | Feature |\n|---|---|\n| High:<br>Toxic<br>Lethal | first<br>second<br>third |',
    [],
  ],
  [
    'a narrow column breaks a name',
    '| Plant | Meaning |\n|---|---|\n| Garden<br>angelica | tall herb whose stems are candied |',
    [
      'ready: What is a garden angelica? → Tall herb whose stems are candied',
      'ready: What is the term for “tall herb whose stems are candied”? → Garden angelica',
    ],
  ],
  [
    'a quiz that was filled in is no knowledge',
    '| Question | Options | First try | Final |\n|---|---|---|---|\n| Longest bone | femur, tibia | tibia | femur |',
    [],
  ],
  [
    'a column of names names what its rows are',
    '| Mechanism name | Source of energy |\n|---|---|\n| Pulmonic | air that the lungs push out |',
    ['ready: What is the source of energy for the pulmonic mechanism? → Air that the lungs push out'],
  ],
])('in a table, %s', (_law, table, expected) => {
  expect(inTable(table)).toEqual(expected)
})

test.each([
  ['- **Switch `verbose` off at night**: each line costs disk space', 'Why switch `verbose` off at night'],
  ['- **Pin the compiler version**: the newest one may break the build', 'Why pin the compiler version?'],
  ['- **Delete stale branches**: nobody knows what they contain', 'Why delete stale branches?'],
  ["- **Don't merge red builds**: everyone else inherits the fault", 'Why should you not merge red builds?'],
  [
    'Threat modeling comes before coding: a drawing is cheaper than a patch.',
    'Why does Threat modeling come before coding?',
  ],
  ['- **Build cache**: store of results that lets a step be skipped', 'What is a build cache?'],
  ['- **Clean room**: place of work kept free from dust', 'What is a clean room?'],
  ['- **Likeness**: close agreement of two names', 'What is likeness?'],
])('an order or a claim is no term: %s', (line, question) => {
  expect(asked(`# Handbook\n\nThings to keep.\n\n${line}`).join('\n')).toContain(question)
})

test.each([
  [
    '- **Covering view**: catalog structure over several shelves, useful for visitors',
    ['What is a covering view? → Catalog structure over several shelves, useful for visitors'],
  ],
  [
    '- **Ledger quality**: correctness and completeness of all bookings in a year',
    ['What is ledger quality? → Correctness and completeness of all bookings in a year'],
  ],
  [
    '- **Slow start**: postponement of requests until a server feels warm',
    ['What is a slow start? → Postponement of requests until a server feels warm'],
  ],
  [
    '- **Night job**: script started by the clock to run apart from others',
    [
      'What is a night job? → Script started by the clock to run apart from others',
      'What is the term for “script started by the clock to run apart from others”? → Night job',
    ],
  ],
])('a noun phrase says what something is, once: %s', (line, expected) => {
  expect(asked(`# Handbook\n\nThings to keep.\n\n${line}`)).toEqual(expected)
})

test.each([
  ['- **Gridlock**: situation in which every car waits for another one', 'What is a gridlock?'],
  ['- **Hesitancy**: habit of waiting before each small decision', 'What is hesitancy?'],
  ['- **Demolition**: removal of a building by heavy machines', 'What is demolition?'],
  ['- **Ticket**: small record that names one open question', 'What is a ticket?'],
  ['- **Zebrix**: Python framework for striped pages in browsers', 'What is Zebrix?'],
  ['- **Bottling**: process of filling liquids into small containers', 'What is bottling?'],
  [
    '- **Chimney**: place at which the smoke leaves a house.\n\nThey say that Chimney needs care.',
    'What is Chimney?',
  ],
  ['- **Traffic safety**: property of roads on which few accidents happen', 'What is traffic safety?'],
  ['- **Sorter**: machine that puts letters into their boxes', 'What is a sorter?'],
  ['- **Watcher**: process that waits for rain all night long', 'What is a watcher?'],
  ['- **Reef**: a line of rocks below the water', 'What is a reef?'],
  ['- **Petty theft**: unlawful taking of small things', 'What is petty theft?'],
  ["- **Halley's comet**: body of ice that comes back every 76 years", "What is Halley's comet?"],
  ['- **Wishes**: things that people want to have soon', 'What are wishes?'],
])('a common noun is small and has its article, a name stands alone: %s', (line, question) => {
  expect(asked(`# Handbook\n\n## Words\n\n${line}`).join('\n')).toContain(question)
})

test.each([
  ['## Code review\n\n- **Keep seats free**: both people stay awake', 'In code review, why keep seats free?'],
  ['## Code review\n\n- **Keep reviews short**: long ones get skipped', 'Why keep reviews short?'],
  [
    '## Tables\n\n- **Partition tolerance**: the system works while links are down',
    'What does partition tolerance mean?',
  ],
])('advice of few words names its topic, a name is no advice: %s', (text, question) => {
  expect(asked(`# Handbook\n\n${text}`).join('\n')).toContain(question)
})

test('what something serves as is its use, an order is no kind of thing', () => {
  expect(asked('# Tools\n\n- **Lumen**: As the main lamp for small workshops')).toEqual([
    'What is Lumen used as? → The main lamp for small workshops',
  ])
  const orders = asked('# Tools\n\n- Prioritize careful storage of chemicals (e.g. acetone, ammonia)')
  expect(orders.join()).not.toContain('prioritize careful storage')
})

const every = (text: string): string[] =>
  read(text).cards.map(({ front, back }) => `${front} → ${back.replaceAll('\n', ' / ')}`)

describe('the grammar of a line decides what it is asked', () => {
  test.each([
    [
      'a day asks for what happened on it',
      '# The siege\n\n- 23rd October 1652 - The garrison surrendered the upper town.',
      ['On ___, the garrison surrendered the upper town → 23rd October 1652'],
    ],
    [
      'a rule that binds a person is no person',
      '# Contracts\n\n**Contra Formam**\nA rule that if a term is vague, it is read against the person who wrote it',
      ['What is Contra Formam? → A rule that if a term is vague, it is read against the person who wrote it'],
    ],
    [
      'an example ends a definition, however it is spelled',
      '# Tax\n\n## Levy\n\nThe tax on a single estate. eg. The levy of a mill falls on its owner.',
      ['What is a levy? → The tax on a single estate'],
    ],
    [
      'an activity takes no article',
      '# Crafts\n\n- **Tatting**: a way of making lace with a small shuttle',
      ['What is tatting? → A way of making lace with a small shuttle'],
    ],
    [
      'no answer ends before the object of its verb',
      '- A trawl register is a tool that allows you to gather, sort and compare the landings of all harbours of a coast and the sizes of fish by yearly charts.',
      [
        'What is a trawl register? → A tool that allows you to gather, sort and compare the landings of all harbours of a coast and the sizes of fish by yearly charts',
      ],
    ],
    [
      'no answer ends before its main clause',
      '- **Twin rudder**: a pair of blades below the stern which keeps a large ship on course, ensuring that if one blade breaks, the other one still steers',
      ['What is a twin rudder? → A pair of blades below the stern which keeps a large ship on course'],
    ],
    [
      'a field that is only partly told keeps its name',
      '# Notes\n\n## Some anatomy\n\n- ACL (Anterior Cruciate Ligament)',
      ['In anatomy, what does ACL stand for? → Anterior Cruciate Ligament'],
    ],
  ])('%s', (_law, text, expected) => {
    expect(every(text)).toEqual(expect.arrayContaining(expected))
  })

  test.each([
    ['what is known to do something is called nothing', '- The serum is known to cause a rash', 'called'],
    [
      'both halves of what a person argues are theirs',
      '- Zeno argues that motion is seeming, while rest and being are real',
      'differ',
    ],
    [
      'what is made to do more is not affected',
      '# Fatigue\n\n- Makes muscles do more work so slows the runner',
      'affect',
    ],
    [
      'a little more of a quality says nothing of it',
      '# Tides\n\nThe usual formula for coastal tides is a little more complicated.',
      'formula',
    ],
    [
      'a preposition is no gap',
      '# Craft\n\n- Intarsia is hiding thin sheets inside walnut panels or drawers.',
      'sheets ___',
    ],
    [
      '“as” begins a clause',
      '# Eskers\n\n- The gravel is sorted as the heaviest pebbles were dropped first',
      'sorted as',
    ],
    [
      'a counted noun is no sentence',
      '# Doping\n\nThe dopant is heated twice. 2 stages:\n\n- Deposition: Sets the dose\n- Drive: Spreads the dose',
      'things that',
    ],
    [
      'what becomes of a patient is no term',
      '# Illness\n\n- **Type 2 beriberi** - Heart becomes unable to pump the blood that returns from a limb',
      'term for',
    ],
  ])('%s', (_law, text, asks) => {
    expect(every(text).join('\n')).not.toContain(asks)
  })
})
