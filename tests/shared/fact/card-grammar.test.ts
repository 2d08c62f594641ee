import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../shared/card/read-library.ts'
import { isPlainWord, lowerTitle } from '../../../shared/english/title-case.ts'
import { splitSentences } from '../../../shared/english/sentences.ts'
import { shapeOf } from '../../../shared/english/shape.ts'

const ready = (...texts: string[]): string[] =>
  readLibrary(texts.map((text, i) => ({ path: `n${i}.md`, text })))
    .cards.filter((card) => card.status === 'ready')
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

  test('a pair of nouns is a topic of advice, not a deed', () => {
    expect(ready(practice('- **Backup and Recovery**: Always keep a second copy of each menu'))).toEqual([
      'What is good practice for backup and recovery? → Always keep a second copy of each menu',
    ])
  })

  test.each([
    [
      '- Break menus into small parts when planning',
      'When should you break menus into small parts? → When planning',
    ],
    [
      '- **Tests are Contracts**: cooks rely on their size',
      'Why are tests contracts? → Cooks rely on their size',
    ],
    ['- **Label everything**: Nobody opens a jar twice', 'Why label everything? → Nobody opens a jar twice'],
    [
      '- **Service First**: Plan each table before noon',
      'What is good practice for service? → Plan each table before noon',
    ],
  ])('%s', (line, expected) => {
    expect(ready(practice(line))).toContain(expected)
  })

  test('an order with the way to follow it asks how', () => {
    expect(ready(practice('1. __Identify empty jars__: Determine which jars need a refill'))).toEqual([
      'How should you identify empty jars? → Determine which jars need a refill',
    ])
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
      '- **Access Planning**: A strong emphasis was placed on writing menus early, leading to less waste',
    )
    expect(ready(text)).toEqual([
      'What does access planning involve? → Writing menus early',
      'What does access planning lead to? → Less waste',
    ])
  })
})

describe('a problem is asked by what one wants to do', () => {
  test.each([
    [
      '- **Challenge**: Sorting old menus was a big challenge.\n  **Solution**: Added labels.',
      'How can you sort old menus? → By adding labels',
    ],
    [
      '- **Challenge**: Slow stoves were common hurdles.\n  **Solution**: Added gas.',
      'How can slow stoves be handled? → By adding gas',
    ],
    [
      '- **Challenge**: Detecting and flagging empty jars.\n  **Solution**: Added a scale.',
      'How can you detect and flag empty jars? → By adding a scale',
    ],
    [
      '- **Challenge**: Learning curve with new stoves.\n  **Solution**: Added a manual.',
      'How can learning curve with new stoves be handled? → By adding a manual',
    ],
    [
      '- **Challenge**: Sorting menus for the harbour inn project.\n  **Solution**: Added labels.',
      'How can you sort menus? → By adding labels',
    ],
    [
      '- **Challenge**: Automating dish washing.\n  **Solution**: Set up a machine with two trays.',
      'How can you automate dish washing? → By setting up a machine with two trays',
    ],
  ])('%s', (line, expected) => {
    expect(ready(trouble(line))).toContain(expected)
  })

  test('an answer too long to recall leaves out what the deed was for', () => {
    const [card = ''] = ready(
      trouble(
        '- **Challenge**: Sorting old menus.\n  **Solution**: Used numbered paper labels on all shelves and large printed cards on every door of the cellar to reduce the number of lost menus.',
      ),
    )
    expect(card).toMatch(/every door of the cellar$/)
  })

  test('solutions joined by semicolons are ways of their own', () => {
    expect(
      ready(trouble('- **Challenge**: Slow soups.\n  **Solution**: Warm the plates; serve from the stove.')),
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
      '# Notes\n\nA clean oven tray is a joy.\n\n- **Oven tray**: Sorting bread by size',
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
    [
      '- **Load balancing**: Horizontal scaling and traffic distribution',
      ['What does load balancing involve? → Horizontal scaling and traffic distribution'],
    ],
  ])('%s', (line, expected) => {
    expect(ready(`# Tools\n\n${line}`)).toEqual(expected)
  })

  test('notes that name different uses give a list of them', () => {
    const asked = ready(
      '# A\n\n- **Potlux**: Sorting jars by size',
      '# B\n\n- **Potlux**: Counting cups at night',
    )
    expect(asked.filter((card) => card.startsWith('Name two uses of Potlux.'))).toHaveLength(1)
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

  test('a line that only enumerates gives the parts of its heading', () => {
    expect(ready('# Notes\n\n## Potlux\n\n- Burners, knobs, and trays')).toEqual([
      'Name three parts of Potlux. → Burners / Knobs / Trays',
    ])
  })

  test('advantages and places of use are listed', () => {
    const text =
      '# Tools\n\n- **Potlux**: We looked at its advantages in terms of speed and warmth for large meals and its use in hotels and canteens.'
    expect(ready(text)).toEqual([
      'Name two advantages of Potlux. → speed / warmth',
      'Name two places where Potlux is used. → Hotels / Canteens',
    ])
  })
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
