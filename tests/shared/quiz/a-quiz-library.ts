import type { CardId, CardKind } from '../../../shared/card/card.ts'
import { contentOfTexts } from '../../../shared/card/kinds/content-of-texts.ts'
import type { FactKey } from '../../../shared/fact/fact.ts'
import type { OptionWishes } from '../../../shared/quiz/choose-distractors.ts'
import type { QuizCard } from '../../../shared/quiz/quiz-card.ts'
import { toQuizCard } from '../../../shared/quiz/to-quiz-card.ts'

/** A card for a quiz; the ids follow from the concept, the kind and the front, so that none collide. */
export function aQuizCard(
  card: { front: string; back: string; concept: string; kind?: CardKind } & Partial<
    Omit<QuizCard, 'category' | 'content'>
  >,
): QuizCard {
  const { kind = 'basic', factKind = 'definition', front, back } = card
  return toQuizCard({
    cardId: `card ${card.concept} ${kind} ${card.front}` as CardId,
    factKey: `fact ${card.concept} ${factKind}` as FactKey,
    conceptId: `concept ${card.concept.toLowerCase()}`,
    accepted: [],
    conceptAliases: [],
    notes: ['one.md'],
    ...card,
    content: contentOfTexts(kind, front, back),
    factKind,
  })
}

/** Two options whatever the learner did. */
export const plainWishes = (seed: string): OptionWishes => ({
  seed,
  most: 2,
  mistakes: [],
  isBarred: () => false,
})

/** A definition asked from both sides. */
export function bothSides(concept: string, definition: string, more: Partial<QuizCard> = {}): QuizCard[] {
  return [
    aQuizCard({ ...more, concept, front: `What is ${concept}?`, back: definition }),
    aQuizCard({
      ...more,
      concept,
      kind: 'reverse',
      front: `What is the term for “${definition}”?`,
      back: concept,
    }),
  ]
}

export function anExpansion(acronym: string, expansion: string, notes = ['one.md']): QuizCard {
  return aQuizCard({
    concept: acronym,
    factKind: 'expansion',
    front: `What does ${acronym} stand for?`,
    back: expansion,
    conceptAliases: [expansion],
    notes,
  })
}

/** A small library of made-up notes about a post office: no topic of any real learning. */
export const postOffice: readonly QuizCard[] = [
  ...bothSides('Franking', 'marking of a letter that shows its postage was paid'),
  ...bothSides('Sorting', 'division of letters by the district they go to'),
  ...bothSides('Redirection', 'delivery of letters to an address other than the written one'),
  ...bothSides('Registration', 'recording of a parcel at every station of its way'),
  ...bothSides('Sealing', 'closing of an envelope so that opening leaves a trace'),
  ...bothSides('Insurance', 'promise of payment for a parcel that gets lost', { notes: ['two.md'] }),
  ...bothSides('Weighing', 'measurement of a parcel before its price is set'),
  ...bothSides('Pouch', 'bag of strong cloth for letters of one district', { notes: ['two.md'] }),
  ...bothSides('Pigeonhole', 'box of a shelf for letters of one street', { notes: ['two.md'] }),
  ...bothSides('Hamper', 'basket of woven cane for parcels of one train', { notes: ['two.md'] }),
  ...bothSides('Ledger', 'book of the parcels that came in on one day', { notes: ['two.md'] }),
  anExpansion('DLO', 'Dead Letter Office'),
  anExpansion('RPO', 'Railway Post Office'),
  anExpansion('TPO', 'Travelling Post Office'),
  anExpansion('GPO', 'General Post Office', ['two.md']),
  anExpansion('AMF', 'Air Mail Facility', ['two.md']),
  aQuizCard({
    concept: 'Parcel',
    kind: 'list_recall',
    factKind: 'list',
    front: 'Name the three sizes of a parcel.',
    back: 'small\nmedium\nlarge',
  }),
  aQuizCard({
    concept: 'Stamp',
    kind: 'list_recall',
    factKind: 'list',
    front: 'Name the three colours of a stamp.',
    back: 'red\nblue\ngreen',
  }),
  aQuizCard({
    concept: 'Clerk',
    kind: 'list_recall',
    factKind: 'list',
    front: 'Name the two seats of a clerk.',
    back: 'counter\noffice',
  }),
]
