import type { KeyPlace } from './keys.ts'

/** Keys that nobody chooses, as they are written on their caps, and what they do. */
export interface FixedKeys {
  readonly keys: readonly string[]
  readonly does: string
}

interface PlaceWords {
  readonly name: string
  readonly says: string
  readonly fixed: readonly FixedKeys[]
  /** Where a second key of this place is looked up. */
  readonly second?: KeyPlace
}

/** What Settings and the key sheets say of each place. */
export const keyPlaces: Readonly<Record<KeyPlace, PlaceWords>> = {
  everywhere: {
    name: 'Everywhere but in a review and a quiz',
    says: 'Ctrl K opens the palette, whatever is chosen here.',
    fixed: [
      { keys: ['Ctrl K'], does: 'Search everything, and every command' },
      { keys: ['Esc'], does: 'Close what is open' },
    ],
    second: 'go',
  },
  go: { name: 'After Go', says: 'The second of two letters, one after the other.', fixed: [] },
  today: {
    name: 'Today',
    says: 'What is worth doing next.',
    fixed: [{ keys: ['Space', 'Enter'], does: 'Start the review' }],
  },
  review: {
    name: 'Review',
    says: 'Space and Enter always turn the card and take the suggested grade; Esc leaves.',
    fixed: [
      { keys: ['Space', 'Enter'], does: 'Show the answer; then take the suggested grade' },
      { keys: ['Ctrl Z'], does: 'Undo; with Shift, redo' },
      { keys: ['Esc'], does: 'End the session' },
    ],
    second: 'flag',
  },
  flag: { name: 'After Flag', says: 'Why a card is flagged, in a review and among the cards.', fixed: [] },
  summary: {
    name: 'End of a review',
    says: 'Enter goes back to Today.',
    fixed: [
      { keys: ['Enter'], does: 'Back to Today' },
      { keys: ['Ctrl Z'], does: 'Undo the last answer' },
    ],
  },
  quiz: {
    name: 'Quiz',
    says: 'Enter checks, and goes on; Alt with an arrow moves a step.',
    fixed: [
      { keys: ['Enter'], does: 'Check; then the next question' },
      { keys: ['Alt ↑', 'Alt ↓'], does: 'Move a step up or down' },
      { keys: ['Esc'], does: 'Leave; the quiz stays as it is' },
    ],
    second: 'pairs',
  },
  pairs: { name: 'Matching pairs', says: 'Digits name the left side, letters the right one.', fixed: [] },
  quizSetup: {
    name: 'Quiz setup',
    says: 'Enter starts what you had last.',
    fixed: [{ keys: ['Enter'], does: 'Start with the last settings' }],
  },
  quizResult: {
    name: 'Quiz result',
    says: 'Enter goes back to Today.',
    fixed: [{ keys: ['Enter'], does: 'Back to Today' }],
  },
  inbox: {
    name: 'Inbox',
    says: 'Arrows go from card to card.',
    fixed: [
      { keys: ['←', '→'], does: 'The one before, the next one' },
      { keys: ['Ctrl Z'], does: 'Undo the last decision' },
    ],
  },
  skim: {
    name: 'Skim',
    says: 'Space and Enter keep, arrows go from card to card.',
    fixed: [
      { keys: ['Space', 'Enter'], does: 'Keep it' },
      { keys: ['↑', '↓'], does: 'The card before, the next one' },
      { keys: ['Ctrl Z'], does: 'Undo the last decision' },
    ],
  },
  cards: {
    name: 'Cards',
    says: 'Enter opens a card, Del retires it, Shift with a step selects.',
    fixed: [
      { keys: ['Shift'], does: 'With a step: select on' },
      { keys: ['Enter'], does: 'Open the card' },
      { keys: ['Del'], does: 'Never ask it' },
    ],
    second: 'flag',
  },
  concepts: {
    name: 'Concepts',
    says: 'Enter opens a concept.',
    fixed: [
      {
        keys: ['↑', '↓'],
        does: 'The row before, the next one; on the map the next concept, with ← and → too',
      },
    ],
  },
  concept: { name: 'A concept', says: 'On the page of a concept.', fixed: [] },
  note: { name: 'A note', says: 'On the page of a note.', fixed: [] },
  import: {
    name: 'Bringing notes in',
    says: 'While you look at what would change.',
    fixed: [
      { keys: ['Enter'], does: 'Apply' },
      { keys: ['Esc'], does: 'Cancel' },
    ],
  },
}

/** The keys of the editor: letters there are text, so every one has Ctrl. */
export const editorKeys: readonly FixedKeys[] = [
  { keys: ['Ctrl S'], does: 'Save' },
  { keys: ['Ctrl .'], does: 'Between a line and its card' },
  { keys: ['Ctrl Shift C'], does: 'Make the selection a gap' },
  { keys: ['Ctrl Shift L'], does: 'Make a card of the selection, or of the line' },
]
