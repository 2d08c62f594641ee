import { describe, expect, test } from 'vitest'
import { readLibrary } from '../../../../shared/card/read-library.ts'

const cardsIn = (text: string, path = 'deck.md') => readLibrary([{ path, text }]).cards
const asked = (text: string, path?: string): string[] =>
  cardsIn(text, path)
    .map(
      ({ front, back, status }) =>
        `${status === 'ready' ? '' : '? '}${front} → ${back.replace(/ *\n/g, ' / ')}`,
    )
    .sort()
const ready = (text: string): string[] => asked(text).filter((card) => !card.startsWith('? '))

describe('an answer goes on to its end', () => {
  test.each([
    [
      'over blank lines, with further paragraphs',
      'Q: What did Galvani see?\nA: A frog’s leg twitched\n\nwhen two metals touched it.',
      ['What did Galvani see? → A frog’s leg twitched /  / when two metals touched it'],
    ],
    [
      'with the items of a list below it',
      'Q: Which steps start a kiln?\nA: In this order:\n1. open the vent\n\n2. light the gas',
      ['Which steps start a kiln? → In this order: /  / 1. open the vent / 2. light the gas'],
    ],
    [
      'with a formula that holds a blank line',
      'Q: What is the system?\nA: $$\na = 1\n\nb = 2\n$$',
      ['What is the system? → $$ / a = 1 /  / b = 2 / $$'],
    ],
    [
      'with a formula in brackets',
      'Q: What is the sum?\nA: \\[\n\\sum_i x_i\n\n= 1\n\\]',
      ['What is the sum? → $$ / \\sum_i x_i /  / = 1 / $$'],
    ],
    [
      'that begins with an item',
      'Q: Which seas touch Egypt?\nA: - the Mediterranean\n- the Red Sea',
      ['Which seas touch Egypt? → the Mediterranean / the Red Sea'],
    ],
    [
      'with code and its blank lines',
      'Q: How is a row put in?\nA:\n\n```sql\ninsert into t\n\nvalues (1)\n```',
      ['How is a row put in? → ```sql / insert into t /  / values (1) / ```'],
    ],
    [
      'to a question with a block of code, which stays a block',
      'What does this print?\n```js\nconst a = `1`\n\n  log(a)\n```\n?\nThe number 1',
      ['What does this print?\n\n```js\nconst a = `1`\n\n  log(a)\n``` → The number 1'],
    ],
    [
      'to a question with a formula of its own line',
      'What is this the law of?\n$$\na^2 + b^2 = c^2\n$$\n?\nRight triangles',
      ['What is this the law of?\n\n$$\na^2 + b^2 = c^2\n$$ → Right triangles'],
    ],
    [
      'below a question mark, over a blank line',
      'What is a haiku?\n?\nFive syllables\nSeven syllables\n\nFive again',
      ['What is a haiku? → Five syllables / Seven syllables /  / Five again'],
    ],
    [
      'where a line of two colons is wrapped',
      'What is an isthmus?::a strip of land\nthat joins two larger ones',
      ['What is an isthmus? → a strip of land that joins two larger ones'],
    ],
    [
      'in the items below two colons',
      '- Which seas touch Egypt?::\n  - the Mediterranean\n  - the Red Sea',
      ['Which seas touch Egypt? → the Mediterranean / the Red Sea'],
    ],
    [
      'to the next card of any kind',
      'Q: What is a fjord?\nA: A drowned valley\n\nLargest fjord::Scoresby Sund\n\nQ: What is a ria?\nA: A drowned river mouth',
      [
        'Largest fjord → Scoresby Sund',
        'What is a fjord? → A drowned valley',
        'What is a ria? → A drowned river mouth',
      ],
    ],
    [
      'to a sentence with a gap of its own',
      'Q: What is a fjord?\nA: A drowned valley\n\nThe deepest ==fjord of Norway== is the Sognefjord.',
      ['The deepest ___ is the Sognefjord. → fjord of Norway', 'What is a fjord? → A drowned valley'],
    ],
    [
      'to a rule or a heading',
      'Q: What is a fjord?\nA: A drowned valley\n---\nSome words on boats.\n\n## Rias\n\nMore words.',
      ['What is a fjord? → A drowned valley'],
    ],
    [
      'to the end of its item',
      '- Q: What is a fjord?\n- A: A drowned valley\n  cut by ice\n- another item of the list',
      ['What is a fjord? → A drowned valley cut by ice'],
    ],
    [
      'in a quote',
      '> Q: What is a ria?\n> A: A drowned\n> river mouth',
      ['What is a ria? → A drowned river mouth'],
    ],
  ])('%s', (_where, text, expected) => {
    expect(
      asked(text)
        .map((card) => card.replace(/^\? /, ''))
        .sort(),
    ).toEqual([...expected].sort())
    expect(asked(text.replaceAll('\n', '\r\n'))).toEqual(asked(text))
  })
})

describe('a question heading is answered by all that stands below it', () => {
  test.each([
    [
      'items of a list',
      '# Soil\n\n## Which layers does a soil have?\n\n- humus\n- subsoil\n- bedrock',
      ['Which layers does a soil have? → humus / subsoil / bedrock'],
    ],
    [
      'items below their introduction',
      '# Soil\n\n## Why do farmers plough?\n\nFor three ends:\n\n1. air reaches the roots\n2. weeds die\n3. manure is mixed in',
      ['Why do farmers plough? → air reaches the roots / weeds die / manure is mixed in'],
    ],
    [
      'a sentence and its code',
      '# Rig\n\n## How do you hoist a sail?\n\nFree the halyard.\n\n```sh\nhoist --main\n```',
      ['How do you hoist a sail? → Free the halyard. /  / ```sh / hoist --main / ```'],
    ],
    [
      'a definition, whatever follows it',
      '# Soil\n\n## What is a drumlin?\n\nA drumlin is a hill of sand and clay.\n\n- it lies along the ice\n- it is steep at one end',
      ['What is a drumlin? → A hill of sand and clay'],
    ],
    [
      'nothing, where it is too long',
      `# Soil\n\n## Why do farmers plough?\n\n${'Because there are reasons that go on and on over many words. '.repeat(6)}`,
      [],
    ],
    [
      'nothing, where items hold further items',
      '# S\n\n## Which layers are there?\n\n- humus\n  - leaves\n- rock',
      [],
    ],
  ])('%s', (_what, text, expected) => {
    expect(ready(text).filter((card) => text.includes(card.split('?')[0] ?? ''))).toEqual(expected)
  })
})

describe('a gap', () => {
  test.each([
    [
      'may be a formula',
      'Its speed is {{c1::$v = \\frac{s}{t_{1}}$}} there.',
      ['Its speed is ___ there. → $v = \\frac{s}{t_{1}}$'],
    ],
    [
      'may be a formula with spaces',
      'Speed: {{c1:: $v = \\frac{s}{t}$}}',
      ['Speed: ___ → $v = \\frac{s}{t}$'],
    ],
    [
      'may be marked code',
      'The sign ==`!==`== tells values apart in it.',
      ['The sign ___ tells values apart in it. → `!==`'],
    ],
    [
      'may have a hint',
      'A {{c2::stoat::weasel}} turns white in winter.',
      ['A ___ turns white in winter. → stoat'],
    ],
    [
      'may be of an outliner',
      'Which wood is {{cloze light and soft}} for rafts?',
      ['Which wood is ___ for rafts? → light and soft'],
    ],
    ['may be bold', 'The **==Rhine==** flows north to the sea.', ['The ___ flows north to the sea. → Rhine']],
    [
      'may stand in a line of its label',
      'C: The [Rhine] flows north to the sea',
      ['The ___ flows north to the sea → Rhine'],
    ],
    [
      'is no link between notes',
      'C: Like [[Rhine|a river]] it is [long].',
      ['Like a river it is ___. → long'],
    ],
    ['is no link', 'C: See [a map](map.md) of the [Rhine] here.', ['See a map of the ___ here. → Rhine']],
    ['is no footnote', 'C: The Rhine[^r] is [long].\n\n[^r]: Said by all.', ['The Rhine is ___. → long']],
    [
      'is no escaped bracket',
      'C: The sign \\] closes [a range] of values.',
      ['The sign ] closes ___ of values. → a range'],
    ],
    ['may stand behind a wide colon', 'C：水は[酸素]と水素からなる。', ['水は___と水素からなる。 → 酸素']],
    ['is no sentence that is stressed as a whole', '==All ropes of a ship have names.==', []],
    ['is no comparison', 'Here a==b and c==d hold for all of them.', []],
    ['is no template of Jinja', 'Print {{ page.title }} on top of each page.', []],
    ['is no template of Go', 'Print {{.Title}} and {{- .Date -}} on top.', []],
    ['is no template of Handlebars', 'Print {{#each rows}} and {{/each}} or {{{raw}}} around.', []],
    ['is no template with a path', 'Print {{user.name}} on top of each page.', []],
    ['is no secret of a workflow', 'It reads ${{secrets.KEY}} from its store.', []],
    ['is no embed', '- {{embed ((6621-aa))}} and {{query (todo)}} are shown', []],
    ['is no disk', 'C:\\Temp [x64] holds what may go.', []],
    ['is no short code', 'Hugo shows {{< figure src="a.jpg" >}} in a page.', []],
  ])('%s', (_what, text, expected) => {
    expect(ready(text)).toEqual(expected)
  })
})

describe('the author’s own words are kept', () => {
  test.each([
    ['signs of music', 'What does ♭ do?::It lowers a note', ['What does ♭ do? → It lowers a note']],
    ['an emoji at the end', 'Which emoji says thanks?::🙏', ['Which emoji says thanks? → 🙏']],
    [
      'a hash',
      'What does #pragma do?::It talks to the compiler',
      ['What does #pragma do? → It talks to the compiler'],
    ],
    ['a colour', 'What is black in CSS?::#000', ['What is black in CSS? → #000']],
    ['powers', 'How many is a giga?::10<sup>9</sup>', ['How many is a giga? → 10⁹']],
    ['line breaks', 'Two halves?::upper<br>lower', ['Two halves? → upper / lower']],
    [
      'a type',
      'What is `List<T>`?::A List<String> with T = String',
      ['What is `List<T>`? → A List<String> with T = String'],
    ],
    ['code with two colons', 'What is `std::map`?::A sorted table', ['What is `std::map`? → A sorted table']],
    ['stars', 'What is \\*args?::All \\*other\\* arguments', ['What is *args? → All \\*other\\* arguments']],
    ['a formula in brackets', 'What is \\(e^0\\)?::One', ['What is $e^0$? → One']],
    ['letters in two signs', 'cre\u0301me?::cream', ['cr\u00E9me? → cream']],
  ])('%s', (_what, text, expected) => {
    expect(ready(text)).toEqual(expected)
  })

  test('struck text and footnotes are no words of it', () => {
    expect(ready('What is a knot?::~~A league~~ a mile[^k] an hour\n\n[^k]: At sea.')).toEqual([
      'What is a knot? → a mile an hour',
    ])
  })
})

test.each([
  ['a comment of HTML', '<!-- What is it?::A secret -->'],
  ['a comment over lines', '<!--\nQ: Is it?\nA: No\n-->'],
  ['a comment within a line', 'Before <!-- What is it?::A secret --> and after it.'],
  ['a comment of a vault', '%% What is it?::A secret %%'],
  ['a vault’s comment over lines', '%%\nQ: Is it?\nA: No\n\nThe ==gap== of a sentence here.\n%%'],
  ['a gap in a comment', '<!--\nThe ==gap== of a sentence is here.\n-->'],
  ['struck text', '~~What is it?::A secret~~'],
  ['code', '```\nWhat is it?::A secret\n```'],
  ['a field of a vault', 'A task [due:: Friday] and (owner:: Ann) of ours'],
  ['options to choose from', 'Q. Which is a fruit?\nA. carrot\nB. pear'],
])('%s is no card', (_what, text) => {
  expect(asked(text)).toEqual([])
})

test.each([
  [
    'behind the question',
    'Which leaf is it? ![[oak.png]]::Oak',
    'Which leaf is it? ![oak.png](<oak.png>) → Oak',
  ],
  [
    'with a name in brackets',
    'Which leaf is it? ![](img/oak (2).png)::Oak',
    'Which leaf is it? ![oak (2).png](<img/oak (2).png>) → Oak',
  ],
  ['as the whole question', '![[elm.png]]::Elm', '![elm.png](<elm.png>) → Elm'],
  ['as the whole answer', 'Show an elm\n?\n![[elm.png]]', 'Show an elm → ![elm.png](<elm.png>)'],
])('a picture %s holds its card back', (_where, text, expected) => {
  const [card, ...more] = cardsIn(text)
  expect(`${card?.front} → ${card?.back}`).toBe(expected)
  expect(card?.reasons.map(({ sentence }) => sentence)).toContain('Its picture cannot be shown.')
  expect(more).toEqual([])
})

describe('outliners', () => {
  test('what they keep of a block is no part of its card', () => {
    const text =
      '- What is a sextant for? #card\n  card-repeats:: 3\n  card-next-schedule:: 2026-01-10T08:00:00.000Z\n\t- Measuring heights of stars\n- A buoy\n  collapsed:: true\n  id:: 65f0aaaa-1111-4222-8333-444455556666\n\t- is {{cloze anchored}} to the ground below\n- Which lamp is {{cloze green}} on a ship? #card\n  id:: 65f0aaaa-1111-4222-8333-444455556667'
    expect(ready(text)).toEqual([
      'What is a sextant for? → Measuring heights of stars',
      'Which lamp is ___ on a ship? → green',
      'is ___ to the ground below → anchored',
    ])
  })

  test('the signs of RemNote part question and answer', () => {
    const text =
      '- Sextant >> an instrument for heights of stars\n- Buoy <> a float that marks a place\n- Which oceans touch Chile? >>>\n  - Pacific\n  - Southern\n- Mast\n  - material ;; spruce'
    expect(ready(text)).toEqual([
      'Buoy → a float that marks a place',
      'Mast: material → spruce',
      'Sextant → an instrument for heights of stars',
      'Which oceans touch Chile? → Pacific / Southern',
      'a float that marks a place → Buoy',
    ])
  })

  test('signs of a shell are none of them', () => {
    expect(asked('Write with cat a.txt >> b.txt and loop with for (;;) as long as you like.')).toEqual([])
  })
})

test('the labels and braces of Orbit are read', () => {
  expect(
    ready('Q. What does a baker add?\nA. Yeast\n\nBread rises by {carbon dioxide} from its yeast.'),
  ).toEqual(['Bread rises by ___ from its yeast. → carbon dioxide', 'What does a baker add? → Yeast'])
})

test('a rule parts the two sides of a card', () => {
  expect(ready('What does a baker add?\n\n---\n\nYeast and salt')).toEqual([
    'What does a baker add? → Yeast and salt',
  ])
})

test('what a fence that never closes would hide is read', () => {
  const text =
    '# T\n\n```js\nrun()\n\n## Bread\n\nWhat is a crumb?::The inside of bread\n\nThe ==crust== is the outside of the bread.'
  expect(ready(text)).toEqual([
    'The ___ is the outside of the bread. → crust',
    'What is a crumb? → The inside of bread',
  ])
})

describe('a text file that an app wrote', () => {
  test('of terms is all cards, the first row too', () => {
    expect(asked('anode\twhere current enters\ncathode\twhere it leaves', 'terms.txt')).toEqual([
      'anode → where current enters',
      'cathode → where it leaves',
    ])
  })

  test('of notes is read without the columns that file them', () => {
    const text =
      '#separator:tab\n#html:true\n#notetype column:1\n#deck column:2\n#tags column:5\nBasic\tGeo\tCapital of Chile\t"Santiago, <b>since 1818</b>"\tgeo\nBasic\tGeo\tRiver of Egypt\tthe Nile\t'
    expect(asked(text, 'notes.txt')).toEqual([
      'Capital of Chile → Santiago, since 1818',
      'River of Egypt → the Nile',
    ])
  })
})

describe('check-boxes below a question', () => {
  const boxes = (...lines: readonly string[]) => `# T\n\nWhich is a fruit?\n\n${lines.join('\n')}`
  const cardsOf = (text: string) => readLibrary([{ path: 'a.md', text }]).cards

  test('are its options, of which the ticked ones are right', () => {
    const [card, ...more] = cardsOf(boxes('- [ ] carrot', '- [x] pear', '- [X] plum'))
    expect(more).toEqual([])
    expect(card).toMatchObject({
      status: 'ready',
      content: { kind: 'choice', options: ['carrot', 'pear', 'plum'], keys: [1, 2] },
      back: 'pear\nplum',
      sources: [{ lines: [3, 5, 6, 7] }],
    })
  })

  test.each([
    ['none of which is ticked', boxes('- [ ] carrot', '- [ ] pear')],
    ['all of which are ticked', boxes('- [x] plum', '- [x] pear')],
    ['two of which are alike', boxes('- [x] pear', '- [ ] Pear')],
    ['of which one holds more', boxes('- [x] pear', '- [ ] carrot', '  - orange')],
  ])('%s are no multiple choice', (_, text) => {
    expect(cardsOf(text).filter(({ content }) => content.kind === 'choice')).toEqual([])
  })

  test('that are no multiple choice are reported with what would make them one', () => {
    const text = boxes('- [x] pear', '- [ ] carrot', '  - orange')
    const [report] = readLibrary([{ path: 'a.md', text }]).reports
    const reasons = report?.skipped.filter(({ line }) => line === 5).map(({ reason }) => reason)
    expect(reasons?.join()).toMatch(/^a check-box below a question that is no multiple choice/)
  })

  test.each([
    ['a question to the writer', '## What is left to do?\n\n- [x] rope\n- [ ] paint'],
    ['no question', '## Fruit\n\n- [x] pear\n- [ ] carrot'],
  ])('below %s are things to do', (_, text) => {
    expect(cardsOf(`# T\n\n${text}`)).toEqual([])
  })
})
