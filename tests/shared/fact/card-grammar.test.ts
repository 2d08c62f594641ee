import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'
import { isPlainWord, lowerTitle } from '../../../shared/english/title-case.ts'
import { splitSentences } from '../../../shared/english/sentences.ts'
import { shapeOf } from '../../../shared/english/shape.ts'

const ready = (...texts: string[]): string[] => withStatus('ready', texts)

const withStatus = (status: string, texts: readonly string[]): string[] =>
  readLibrary(texts.map((text, i) => ({ path: `n${i}.md`, text })))
    .cards.filter((card) => card.status === status)
    .map((card) => `${card.front} → ${card.back.replaceAll('\n', ' / ')}`)
    .sort()

const practice = (line: string): string => `# Kitchen\n\n## Best practices\n\n${line}\n`
const trouble = (line: string): string => `# Kitchen\n\n## Challenges and solutions\n\n${line}\n`

describe('an order is told from a name by what follows its first word', () => {
  test.each([
    ['Version control with pencils', 'noun'],
    ['Request logging, guest checks', 'noun'],
    ['Clear menus with large letters', 'noun'],
    ['Secure guest authentication and authorization', 'noun'],
    ['Clean the stove with vinegar', 'imperative'],
    ['Secure sensitive notes with a key', 'imperative'],
    ['Use caching for menus', 'imperative'],
    ['Apply labels to jars', 'imperative'],
    ['Determine which jars are empty', 'imperative'],
  ])('%s', (text, shape) => {
    expect(shapeOf(text)).toBe(shape)
  })

  test.each([
    ['- Form handling, validation, and security best practices'],
    ['- Optimize plates and lazy-load cups'],
    ['- Stay updated with new recipes'],
    ['- Communicate clearly and consistently during dinner'],
  ])('no manner is asked where none is told: %s', (line) => {
    expect(ready(practice(line))).toEqual([])
  })

  test.each([
    ['a duty below its topic', '- **Backup and Recovery**: Always keep a second copy of each menu'],
    ['a manner that belongs to the deed', '- Break menus into small parts when planning'],
    ['how an order is followed', '1. __Identify empty jars__: Determine which jars need a refill'],
    ['qualities', '- Write short, clear and complete menus'],
  ])('what nobody doubts is no question: %s', (_law, line) => {
    expect(ready(practice(line))).toEqual([])
  })

  test.each([
    [
      '- **Menu planning**: Weigh the jars before the guests arrive',
      'In menu planning, when should you weigh the jars? → Before the guests arrive',
    ],
    [
      '- Store the keys in a safe, never in the kitchen',
      'Where should you store the keys? → In a safe, never in the kitchen',
    ],
    [
      '- **Apply separation of tasks**: Give each cook one pot',
      'What does separation of tasks mean? → Give each cook one pot',
    ],
    [
      '- **Never trust a label**: Check each jar first',
      'What does “never trust a label” mean in practice? → Check each jar first',
    ],
    [
      '- **Tests are Contracts**: cooks rely on their size',
      'Why are tests contracts? → Cooks rely on their size',
    ],
    ['- **Label everything**: Nobody opens a jar twice', 'Why label everything? → Nobody opens a jar twice'],
    ['- **Service First**: Plan each table before noon', 'When should you plan each table? → Before noon'],
  ])('%s', (line, expected) => {
    expect(ready(practice(line))).toContain(expected)
  })
})

describe('a sentence about an activity is no activity', () => {
  test.each([
    ['Using labels, shelves, and boxes reduces search time', 'clause'],
    ['Sorting jars by size ensures a quick grip', 'clause'],
    ['Moving the old stove to the cellar caused two leaks', 'clause'],
    ['Clear signs and teamwork amplify each cook', 'clause'],
    ['Sorting jars which ensures a quick grip', 'gerund'],
    ['Writing menus that are short and clear', 'gerund'],
    ['Sorting jars, washing plates, and filling cups', 'gerund'],
  ])('%s', (text, shape) => {
    expect(shapeOf(text)).toBe(shape)
  })

  test('a list of activities stays whole', () => {
    expect(
      ready('# Tools\n\n- **Potlux**: Sorting jars, managing shelves, and enabling quick cleaning'),
    ).toEqual(['What is Potlux used for? → Sorting jars, managing shelves, and enabling quick cleaning'])
  })

  test('praise alone is no reason', () => {
    expect(ready(practice('- **Access Planning**: The importance of a plan cannot be overstated'))).toEqual(
      [],
    )
    expect(ready(practice('- **Backups**: Regular copies of menus are essential'))).toEqual([])
  })

  test('a strong emphasis leaves what was stressed', () => {
    const text = practice(
      '- **Access Planning**: A strong emphasis was placed on writing menus before the feast, leading to less waste',
    )
    expect(ready(text)).toEqual([
      'What does access planning do? → Leads to less waste',
      'What does access planning mean? → Writing menus before the feast',
    ])
  })
})

describe('a problem is asked by what one wants to do', () => {
  test.each([
    [
      '- **Challenge**: Sorting old menus was a big challenge.\n  **Solution**: Used Potlux for the labels.',
      'What can you use to sort old menus? → Potlux',
    ],
    [
      '- **Challenge**: Slow stoves were common hurdles.\n  **Solution**: Added gas.',
      'How can slow stoves be handled? → By adding gas',
    ],
    [
      '- **Challenge**: Detecting and flagging empty jars.\n  **Solution**: Integrated Potlux and Jarline with the till.',
      'What can you use to detect and flag empty jars? → Potlux and Jarline',
    ],
    [
      '- **Challenge**: Preventing burnt soups.\n  **Solution**: Added a thick plate.',
      'How can you prevent burnt soups? → By adding a thick plate',
    ],
    [
      '- **Challenge**: Sorting menus for the harbour inn project.\n  **Solution**: Adopted Potlux.',
      'What can you use to sort menus? → Potlux',
    ],
    [
      '- **Challenge**: Avoiding broken dishes.\n  **Solution**: Set up a machine with two trays.',
      'How can you avoid broken dishes? → By setting up a machine with two trays',
    ],
  ])('%s', (line, expected) => {
    expect(ready(trouble(line))).toContain(expected)
  })

  test.each([
    ['a deed of many', '- **Challenge**: Sorting old menus.\n  **Solution**: Added labels.'],
    ['a wish', '- **Challenge**: Dish consistency.\n  **Solution**: Added labels.'],
    ['any trouble', '- **Challenge**: Kitchen issues.\n  **Solution**: Added labels.'],
    ['what is learned', '- **Challenge**: Learning curve with new stoves.\n  **Solution**: Added a manual.'],
  ])('what a hundred things would help is not asked: %s', (_law, line) => {
    expect(ready(trouble(line))).toEqual([])
  })

  test('of a list too long to be asked, what has a name keeps its use', () => {
    const items = [
      'Added seat limits using Potlux.',
      'Wrote clear rules for guests who come late.',
      'Hung a bell.',
      'Moved the tables.',
      'Painted the door.',
    ]
    expect(
      ready(
        trouble(
          `- **Challenge**: Crowds at the door.\n  **Solution**:\n${items.map((item) => `  - ${item}`).join('\n')}`,
        ),
      ),
    ).toEqual(['What is Potlux used for? → Adding seat limits'])
  })

  test('short parts of a remedy are asked as a list, and then not as a whole', () => {
    expect(
      withStatus('doubtful', [
        trouble('- **Challenge**: Slow soups.\n  **Solution**: Warm plates, thin pots, and a hot stove.'),
      ]),
    ).toEqual(['Name three ways to deal with slow soups. → Warm plates / Thin pots / A hot stove'])
  })

  test('an answer too long to recall leaves out what the deed was for', () => {
    const [card = ''] = ready(
      trouble(
        '- **Challenge**: Preventing lost menus.\n  **Solution**: Used numbered paper labels on all shelves and large printed cards on every door of the cellar to reduce the number of lost menus.',
      ),
    )
    expect(card).toMatch(/every door of the cellar$/)
  })

  test('solutions joined by semicolons are ways of their own', () => {
    expect(
      withStatus('doubtful', [
        trouble('- **Challenge**: Slow soups.\n  **Solution**: Warm the plates; serve from the stove.'),
      ]),
    ).toEqual(['Name two ways to deal with slow soups. → Warm the plates / Serve from the stove'])
  })

  test('what a deed leads to is no further deed', () => {
    const asked = ready(
      trouble(
        '- **Challenge**: Slow soups.\n  **Solution**: Adopted warm plates, reducing waste and improving taste.',
      ),
    )
    expect(asked.every((card) => card.startsWith('How can'))).toBe(true)
  })
})

describe('a term says itself as sentences do', () => {
  test.each([
    ['Asynchronous Cooking', 'asynchronous cooking'],
    ['API Security Issues', 'API security issues'],
    ['Docker Environment Consistency', 'Docker environment consistency'],
    ['Test-Driven Development', 'test-driven development'],
    ['RESTful Principles', 'RESTful principles'],
    ['GitHub Actions', 'GitHub Actions'],
    ['Amazon Web Services', 'Amazon Web Services'],
    ['React Native', 'React Native'],
    ['State Management/Data Fetching', 'State Management/Data Fetching'],
  ])('%s', (title, said) => {
    expect(lowerTitle(title)).toBe(said)
  })

  test('a name is no plain word', () => {
    expect(['Redis', 'GraphQL', 'Celery'].filter(isPlainWord)).toEqual([])
  })

  test('a note that writes a term small teaches the others', () => {
    const asked = ready(
      '# Tools\n\n- **Oven Tray**: Flat metal sheet that carries bread',
      '# Notes\n\nA clean oven tray is a joy.\n\n- **Oven tray**: For sorting bread by size',
    )
    expect(asked.some((card) => card.includes('Oven Tray?'))).toBe(false)
  })

  test('a proper adjective keeps its noun countable', () => {
    expect(ready('# Tools\n\n- **Docker image**: Snapshot that starts a machine anew')).toContain(
      'What is a Docker image? → Snapshot that starts a machine anew',
    )
  })
})

describe('what a noun phrase says of a term depends on both', () => {
  test.each([
    [
      '- **Potlux**: Orchestration for managing ovens',
      ['What is Potlux used for? → Orchestration for managing ovens'],
    ],
    ['- **Oven Strategies**: Potlux for better bread', []],
    ['- **Performance**: Tricks for front and back ovens', []],
    ['- Use of Potlux for small meals', ['What is Potlux used for? → Small meals']],
    ['- **Additional Trays**: metal in the lower shelf', []],
    ['- **Tray Documentation**: Potlux pages for tray documentation', []],
    [
      '- **Service Relationships**: One-to-One, One-to-Many, Many-to-Many',
      ['Name the three service relationships. → One-to-One / One-to-Many / Many-to-Many'],
    ],
    ['- **Load balancing**: Horizontal scaling and traffic distribution', []],
  ])('%s', (line, expected) => {
    expect(ready(`# Tools\n\n${line}`)).toEqual(expected)
  })

  test('uses are never listed: there is always one more', () => {
    const asked = ready(
      '# A\n\n- **Potlux**: Sorting jars by size',
      '# B\n\n- **Potlux**: Counting cups at night',
    )
    expect(asked.filter((card) => card.startsWith('Name'))).toEqual([])
  })

  test('a use that the definition says is not asked again', () => {
    expect(ready('# Tools\n\n- **Potlux**: Kitchen framework for building stoves')).toEqual([
      'What is Potlux? → Kitchen framework for building stoves',
    ])
  })
})

describe('a kind of which examples are asked is one that others could name', () => {
  test.each([
    ['- Used queries that are frequently asked queries (feeds, posts)'],
    ['- Learned to manage kitchen setups (stove + sink + tray)'],
    ['- Covered critical flows (eating, drinking)'],
    ['- Learned Potlux basics for orchestrating trays, including forks, knives, and spoons'],
  ])('%s', (line) => {
    expect(ready(`# Tools\n\n## Potlux\n\n${line}`)).toEqual([])
  })

  test.each([
    ['a bracket of things', '- Learned kitchen skills (cutting, stirring)'],
    ['things after “such as”', '- Large meals such as feasts and weddings'],
    ['advantages among others', '- We looked at its advantages in terms of speed and warmth'],
    ['places of use', '- **Potlux**: We looked at its use in hotels and canteens.'],
    ['a line that only enumerates', '- Burners, knobs, and trays'],
    ['topics', '- **Kitchen design**: Stoves, sinks, and shelves'],
  ])('an open set is not asked as a closed one: %s', (_law, line) => {
    expect(ready(`# Notes\n\n## Potlux\n\n${line}`)).toEqual([])
  })

  test.each([
    [
      '- Kitchen languages (Potlang, Stovescript)',
      'What kind of languages are Potlang and Stovescript? → Kitchen languages',
    ],
    ['- Soup warming with Potlux', 'What is Potlux used for? → Soup warming'],
    ['- Oven levels (grill, rack, tray)', 'Name the three oven levels. → grill / rack / tray'],
  ])('names are asked what they are, and a whole for its parts: %s', (line, expected) => {
    expect(ready(`# Notes\n\n## Kitchen\n\n${line}`)).toEqual([expected])
  })

  test.each([
    [
      'a sentence that only counts introduces a noun',
      'There are 2 heating models for kilns:\n\n- Convection\n- Radiation',
      ['Name the two heating models for kilns. → Convection / Radiation'],
    ],
    [
      'the counted things need no heading beside them',
      'The three main brass valves:\n\n- Rotary\n- Piston\n- Vienna',
      ['Name the three main brass valves. → Rotary / Piston / Vienna'],
    ],
    [
      'what one does with them is not what they are',
      'There are three details to get right:\n\n- Lute\n- Harp\n- Drum',
      [],
    ],
    ['where something holds', 'For lutes and harps:\n\n- Thin gut strings\n- Curved wooden frames', []],
    ['other cases', 'Other cases of tuning include:\n\n- Scordatura\n- Just intonation', []],
    ['brackets alone', '## Types of tuning\n\n### (by ratio)\n\n### (by ear)', []],
  ])('a list is asked by the noun that its lead counts: %s', (_law, text, expected) => {
    expect(ready(`# Year 9 revision\n\n## Year 9 revision\n\n${text}\n`)).toEqual(expected)
  })

  test.each([
    [
      'an amount is no kind',
      '- Whales range from 1 meter (Vaquita) to over 25 meters (Blue whale, Fin whale)',
    ],
    [
      'a phrase behind a preposition has no use',
      '- Each sort runs in linear time (for each pass of the array)',
    ],
    ['what one did to do something is no thing', '- Used to swallow some stones to help digestion'],
  ])('%s', (_law, line) => {
    expect(ready(`# Notes\n\n${line}\n`).filter((card) => !card.startsWith('What are'))).toEqual([])
  })

  test.each([
    ['A soup has three phases:', 'ready'],
    ['A cook avoids three mistakes:', 'ready'],
    ['Habits that keep a kitchen clean:', 'doubtful'],
  ])('a list is whole where the note counts it or its noun says so: %s', (lead, status) => {
    const { cards } = readLibrary([
      {
        path: 'a.md',
        text: `# Soup\n\n## Soup\n\n${lead}\n\n- Heating the broth\n- Adding salt\n- Waiting an hour\n`,
      },
    ])
    expect(cards.map((card) => card.status)).toEqual([status])
  })
})

describe('what is no name, no meaning and no remedy gives no question', () => {
  test.each([
    ['a part of the text', '- **Assignment 2**: The theory of the northern tides'],
    ['the rest of a sentence', '- **Salt**: But can include other minerals'],
    ['a place of a sentence', '- **Harbour law**: Under the old charter'],
    ['a comparison with the unsaid', '- **Copper**: A better conductor of heat'],
    ['half a formula', '- **Tension**: $$ F over the length'],
    ['a deed in some place', '- **Competing in prices**: The price is set by each baker'],
    ['a remark', '- **Perhaps a bit salty**: The soup of the day'],
    ['praise', '- **Thyme**: The backbone of any good soup'],
    ['a course', '- **Thyme**: The herb that was used in the program'],
    ['a noun before what it does', '- Lead pipes to supply water'],
    ['a sentence about a deed', '- Fishermen lobbied to keep the old nets'],
    ['a noun with what is said of it', '- **Salt required**: To keep the soup from spoiling'],
    ['a step', '- Use list of given herbs to season the soup'],
    ['what the writer gained', '- **Thyme**: Gaining experience in seasoning soups'],
  ])('%s', (_law, line) => {
    expect(ready(`# Notes\n\n## Words\n\n${line}`)).toEqual([])
  })

  test.each([
    ['what the writer noticed', 'Discovered that the jars were mixed up.'],
    ['a trouble of one day', 'Labels.'],
  ])('%s', (_law, solution) => {
    expect(
      ready(trouble(`- **Challenge**: Jars would break at night.\n  **Solution**: ${solution}`)),
    ).toEqual([])
  })

  test('what an order says is its meaning, but a rule asks for it', () => {
    expect(
      ready('# Notes\n\n- **Waxing**: Wrap each peach in thin wax\n- **Cellar law**: Keep every barrel dry'),
    ).toEqual([
      'What does the cellar law ask you to do? → Keep every barrel dry',
      'What does waxing mean? → Wrap each peach in thin wax',
    ])
  })
})

test('a verb of gain stands in the answer, in the form of its subject', () => {
  expect(ready('# Notes\n\n## Sails\n\nSails reduce the roll of a long hull.')).toEqual([
    'What do Sails do? → Reduce the roll of a long hull',
  ])
})

describe('later sentences of a line', () => {
  test('orders written one a line and joined are told apart', () => {
    expect(splitSentences('Keep plates small Document each recipe with pictures')).toEqual([
      'Keep plates small',
      'Document each recipe with pictures',
    ])
    expect(splitSentences('Draw each Use Case by hand')).toEqual(['Draw each Use Case by hand'])
  })

  test('a later sentence that names its subject states a fact of its own', () => {
    expect(
      ready('# Notes\n\n## Stoves\n\n- Heat the oven early. Potlux is a stove that warms plates.'),
    ).toContain('What is Potlux? → A stove that warms plates')
  })

  test('the one number of a plain sentence is its gap', () => {
    expect(ready('# Notes\n\n## Stoves\n\nPotlux listens on port 8443 by default.')).toEqual([
      'Potlux listens on port ___ by default → 8443',
    ])
    expect(
      ready(
        '# Notes\n\n## Stoves\n\nPotlux listens on port 8443 by default. Potlux needs 250 watts for a small meal.',
      ),
    ).toHaveLength(2)
    expect(ready('# Notes\n\n## Stoves\n\nPotlux had 12 bugs and 3 fixes by then.')).toEqual([])
  })
})
