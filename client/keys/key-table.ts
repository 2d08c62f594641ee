import { type ReviewKeyName, keyOf } from './review-keys.ts'

/** One thing that a single key does in a place of the app. */
export interface KeyAction {
  /** The key it has until the learner chooses another. */
  readonly key: string
  readonly says: string
  /** Holding the key down goes on. */
  readonly repeats?: true
  /** It does nothing where no language model is named. */
  readonly asksModel?: true
}

/** Every single key of the app by place and action; pages, key sheets and Settings all read this. */
export const keyTable = {
  everywhere: {
    go: { key: 'g', says: 'Go to a place: the next letter says which' },
    search: { key: '/', says: 'Go to the search field of the page' },
    card: { key: 'a', says: 'Write a card; its answer is what is selected' },
    keys: { key: '?', says: 'All keys of this page' },
  },
  go: {
    today: { key: 't', says: 'Today' },
    quiz: { key: 'q', says: 'Quiz' },
    concepts: { key: 'c', says: 'Concepts' },
    library: { key: 'l', says: 'Library' },
    inbox: { key: 'i', says: 'Inbox' },
    skim: { key: 'k', says: 'Skim new cards' },
    stats: { key: 's', says: 'Stats' },
  },
  today: {
    suggestion1: { key: '1', says: 'Open the first suggestion' },
    suggestion2: { key: '2', says: 'Open the second suggestion' },
    suggestion3: { key: '3', says: 'Open the third suggestion' },
  },
  // The keys stand where the review reads them: its page is weighed, and does not load these words.
  review: withKeysOfReview<Exclude<ReviewKeyName, `flag.${string}`>>('', {
    grade1: 'The first grade: Again, where there are two or four',
    grade2: 'The second grade',
    grade3: 'The third grade',
    grade4: 'The fourth grade',
    grade5: 'The fifth grade, where there are six',
    grade6: 'The sixth grade',
    undo: 'Undo the last step',
    redo: 'Redo it',
    edit: 'Edit this card',
    flag: 'Flag it; then a key says why',
    bury: 'Bury it until tomorrow',
    suspend: 'Suspend it',
    type: 'Go to the field to type an answer',
    right: 'Say that a typed answer was right',
    source: 'Open its note',
    info: 'What is known of the card',
    more: 'Everything else',
    keys: 'All keys of a review',
  }),
  flag: {
    ...withKeysOfReview<FlagKeyName>('flag.', {
      reason1: 'It is wrong',
      reason2: 'It is unclear',
      reason3: 'It is too long',
      reason4: 'It is a duplicate',
      reason5: 'It is outdated',
    }),
    none: { key: '0', says: 'Take the flag away' },
  },
  summary: {
    retry: { key: 'r', says: 'Ask the forgotten cards again, as practice' },
    undo: { key: 'z', says: 'Undo the last answer' },
  },
  quiz: {
    option1: { key: '1', says: 'Choose the first option, name or idea' },
    option2: { key: '2', says: 'The second one' },
    option3: { key: '3', says: 'The third one' },
    option4: { key: '4', says: 'The fourth one' },
    option5: { key: '5', says: 'The fifth one' },
    unknown: { key: '0', says: 'Say that you do not know' },
    isTrue: { key: 't', says: 'The statement is true' },
    isFalse: { key: 'f', says: 'The statement is false' },
    guess: { key: 'j', says: 'Check: it is a guess' },
    likely: { key: 'k', says: 'Check: it is likely right' },
    sure: { key: 'l', says: 'Check: you are sure' },
    undo: { key: 'z', says: 'Take the answer back, before the next question' },
    right: { key: 'a', says: 'Say that a typed answer was right' },
    edit: { key: 'e', says: 'Edit the card, once it is answered' },
    report: { key: 'r', says: 'Report the question, once it is answered' },
    previous: { key: 'p', says: 'In an exam: the question before' },
    next: { key: 'n', says: 'In an exam: the next question' },
    keys: { key: '?', says: 'All keys of a quiz' },
  },
  pairs: {
    right1: { key: 'a', says: 'Give the first partner to the name that is chosen' },
    right2: { key: 'b', says: 'Give the second one' },
    right3: { key: 'c', says: 'Give the third one' },
    right4: { key: 'd', says: 'Give the fourth one' },
    right5: { key: 'e', says: 'Give the fifth one' },
  },
  quizSetup: {
    preset1: { key: '1', says: 'Start the first preset' },
    preset2: { key: '2', says: 'Start the second preset' },
    preset3: { key: '3', says: 'Start the third preset' },
    preset4: { key: '4', says: 'Start the fourth preset' },
    preset5: { key: '5', says: 'Start the fifth preset' },
  },
  quizResult: {
    retry: { key: 'r', says: 'Ask what was missed again' },
  },
  inbox: {
    accept: { key: 'y', says: 'Yes: take the new meaning, or retire' },
    edit: { key: 'e', says: 'Edit the wording, then accept' },
    skip: { key: 's', says: 'Skip: behind the others' },
    never: { key: 'n', says: 'Never make cards from these lines' },
    keep: { key: 'k', says: 'Keep asking as before' },
    undo: { key: 'z', says: 'Undo the last decision' },
    source: { key: 'o', says: 'Open the source note' },
  },
  skim: {
    next: { key: 'j', says: 'The next card', repeats: true },
    previous: { key: 'k', says: 'The card before', repeats: true },
    keep: { key: 'y', says: 'Keep it: yes, ask this' },
    drop: { key: 'd', says: 'Drop it: this question is never asked' },
    edit: { key: 'e', says: 'Edit the wording, and keep it' },
    reword: { key: 'w', says: 'Have a better wording suggested', asksModel: true },
    never: { key: 'n', says: 'Never make cards from these lines' },
    keepNote: { key: 'r', says: 'Keep the rest of this note' },
    dropNote: { key: 'x', says: 'Drop the rest of this note' },
    undo: { key: 'z', says: 'Undo the last decision' },
    source: { key: 'o', says: 'Open the note at this line' },
  },
  cards: {
    next: { key: 'j', says: 'The next card', repeats: true },
    previous: { key: 'k', says: 'The card before', repeats: true },
    select: { key: 'x', says: 'Select the card, or not' },
    edit: { key: 'e', says: 'Edit the wording' },
    reword: { key: 'w', says: 'Have a better wording suggested', asksModel: true },
    suspend: { key: '@', says: 'Suspend, or ask again' },
    flag: { key: 'f', says: 'Flag; then a key says why' },
    bury: { key: '-', says: 'Bury until tomorrow' },
    undo: { key: 'z', says: 'Undo the last change' },
  },
  concepts: {
    view: { key: 'v', says: 'To the map, and back' },
    practise: { key: 'p', says: 'Practise the concept that has the focus, or the first' },
  },
  concept: {
    practise: { key: 'p', says: 'Practise this concept' },
    quiz: { key: 'q', says: 'Quiz on it' },
    view: { key: 'v', says: 'The map around it' },
    source: { key: 'o', says: 'Open the note of its first fact' },
  },
  note: {
    practise: { key: 'p', says: 'Study this note' },
    edit: { key: 'e', says: 'Edit the note' },
    next: { key: 'j', says: 'The next line that could give a card', repeats: true },
    previous: { key: 'k', says: 'The line before that could give one', repeats: true },
    make: { key: 'y', says: 'Make the card of this line' },
    undo: { key: 'z', says: 'Take the card that was made last back' },
    draft: { key: 'd', says: 'Draft cards of what is selected, or of the note', asksModel: true },
  },
  import: {
    next: { key: ']', says: 'The next change' },
    previous: { key: '[', says: 'The change before' },
    leaveOut: { key: 'x', says: 'Leave the file of this change out' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, KeyAction>>>>

type FlagKeyName = ReviewKeyName extends infer Name
  ? Name extends `flag.${infer Reason}`
    ? Reason
    : never
  : never

function withKeysOfReview<Name extends string>(
  prefix: string,
  words: Readonly<Record<Name, string>>,
): Readonly<Record<Name, KeyAction>> {
  const actions = Object.entries<string>(words).map(([name, says]) => [
    name,
    { key: keyOf(`${prefix}${name}` as ReviewKeyName), says },
  ])
  return Object.fromEntries(actions) as Record<Name, KeyAction>
}
