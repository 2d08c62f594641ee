/** A card as it is shown: what is asked, and the answer. */
export type ExampleCard = readonly [front: string, back: string]

/** A way to write something in a note, and the cards that come of exactly this. */
export interface NoteExample {
  readonly name: string
  readonly write: string
  readonly cards: readonly ExampleCard[]
  readonly more?: string
}

/** Signs by which any words become a card: what an author can rely on. */
export const writtenExamples: readonly NoteExample[] = [
  {
    name: 'Question and answer on one line',
    write: 'Largest moon of Saturn :: Titan',
    cards: [['Largest moon of Saturn', 'Titan']],
    more: 'After a question mark, an arrow does the same: `Which planet is red? -> Mars`.',
  },
  {
    name: 'The same, asked both ways',
    write: 'the Moon ::: der Mond',
    cards: [
      ['the Moon', 'der Mond'],
      ['der Mond', 'the Moon'],
    ],
    more: 'One word on either side, as in a list of vocabulary, is taken in a note with the tag `#flashcards`.',
  },
  {
    name: 'A sentence with a gap',
    write: 'Moonlight takes ==1.3 seconds== to reach the Earth.',
    cards: [['Moonlight takes ___ to reach the Earth.', '1.3 seconds']],
    more: 'Double braces do the same: `{{1.3 seconds}}`. Each gap of a sentence is a card.',
  },
  {
    name: 'Question and answer on lines of their own',
    write: 'Q: Why do tides come twice a day?\nA: The Earth turns under two bulges of water.',
    cards: [['Why do tides come twice a day?', 'The Earth turns under two bulges of water']],
    more: 'Further lines, lists and code belong to the answer, up to the next question, heading or rule (`---`).',
  },
  {
    name: 'A question mark between them',
    write: 'Name three kinds of galaxy\n?\n- spiral\n- elliptical\n- irregular',
    cards: [['Name three kinds of galaxy.', 'spiral\nelliptical\nirregular']],
    more: 'Two question marks, `??`, ask both ways.',
  },
  {
    name: 'Options to choose from',
    write: 'Which of these are gas giants?\n\n- [x] Jupiter\n- [ ] Mars\n- [x] Saturn',
    cards: [['Which of these are gas giants?', 'Jupiter\nSaturn']],
    more: 'The question stands right above: tick what is right, and leave the others.',
  },
]

/** What is read out of plain notes, without any sign for it. */
export const readExamples: readonly NoteExample[] = [
  {
    name: 'A term and what it is',
    write: '- **Albedo**: the share of light that a surface throws back.',
    cards: [
      ['What is albedo?', 'The share of light that a surface throws back'],
      ['What is the term for “the share of light that a surface throws back”?', 'Albedo'],
    ],
    more: 'A sentence does it, too: “Absolute magnitude is the brightness that …”.',
  },
  {
    name: 'An abbreviation',
    write: '- **LED** (light-emitting diode): a chip that gives light when a current passes.',
    cards: [
      ['What does LED stand for?', 'light-emitting diode'],
      ['What is an LED?', 'A chip that gives light when a current passes'],
      ['What is the term for “a chip that gives light when a current passes”?', 'LED'],
    ],
  },
  {
    name: 'A heading that asks',
    write: '## Why is the sky blue?\n\nAir scatters short waves of light more than long ones.',
    cards: [['Why is the sky blue?', 'Air scatters short waves of light more than long ones']],
  },
  {
    name: 'A problem and its solution',
    write:
      '**Problem:** Stars leave trails in long exposures.\n**Solution:** Turn the camera against the turn of the Earth.',
    cards: [
      [
        'What can you do when stars leave trails in long exposures?',
        'Turn the camera against the turn of the Earth',
      ],
    ],
  },
  {
    name: 'A list below the words that lead to it',
    write: 'There are three kinds of galaxy:\n\n- spiral\n- elliptical\n- irregular',
    cards: [['Name the three kinds of galaxy.', 'Spiral\nElliptical\nIrregular']],
  },
  {
    name: 'A table',
    write: '| Planet | Moons |\n| --- | --- |\n| Earth | 1 |\n| Mars | 2 |\n| Neptune | 16 |',
    cards: [
      ['How many moons does Earth have?', '1'],
      ['How many moons does Mars have?', '2'],
      ['How many moons does Neptune have?', '16'],
    ],
  },
  {
    name: 'Code below the words that say what it does',
    write: 'To list all branches:\n\n```sh\ngit branch --all\n```',
    cards: [['In Git, how do you list all branches?', '`git branch --all`']],
  },
]

/** Signs of other tools, for notes that come from there. */
export const otherSigns: readonly NoteExample[] = [
  {
    name: 'A gap in square brackets',
    write: 'C: Moonlight takes [1.3 seconds] to reach the Earth.',
    cards: [['Moonlight takes ___ to reach the Earth.', '1.3 seconds']],
  },
  {
    name: 'An item with a tag, answered below it',
    write: '- What lies beyond Neptune? #card\n  - the Kuiper belt',
    cards: [['What lies beyond Neptune?', 'the Kuiper belt']],
  },
  {
    name: 'The arrows of an outliner, on two items or more',
    write: '- Zenith >> the point right overhead\n- Inner planets >>>\n  - Mercury\n  - Venus',
    cards: [
      ['Zenith', 'the point right overhead'],
      ['Inner planets', 'Mercury\nVenus'],
    ],
  },
  {
    name: 'What is told of the item above',
    write: '- Mars\n  - Moons ;; Phobos and Deimos\n  - Colour ;; red',
    cards: [
      ['Mars: Moons', 'Phobos and Deimos'],
      ['Mars: Colour', 'red'],
    ],
  },
]

/** A short note as one would write it, shown where there is none yet. */
export const goodNote: NoteExample = {
  name: 'A note that gives good cards',
  write: `# Telescopes

- **Aperture**: the diameter of the opening that gathers light.
- **Reflector**: a telescope that gathers light with a mirror.

A telescope of ==20 cm== shows the division in the rings of Saturn.

## Why do stars twinkle?

The air bends their light to and fro.`,
  cards: [
    ['What is aperture?', 'The diameter of the opening that gathers light'],
    ['What is a reflector?', 'A telescope that gathers light with a mirror'],
    ['A telescope of ___ shows the division in the rings of Saturn.', '20 cm'],
    ['Why do stars twinkle?', 'The air bends their light to and fro'],
  ],
}

/** What gives no card, whatever it says. */
export const silentExamples: readonly { readonly name: string; readonly write: string }[] = [
  { name: 'a comment', write: '%% Ask about albedo: the share of light that is thrown back. %%' },
  { name: 'the same in HTML', write: '<!-- Albedo: the share of light that a surface throws back. -->' },
  { name: 'a thing to do', write: '- [ ] Buy a lens' },
  { name: 'a diary entry', write: 'We saw the rings of Saturn last night and I was cold.' },
]
