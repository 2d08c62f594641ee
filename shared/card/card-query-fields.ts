import { cardFlags } from './card-flags.ts'
import { cardKinds } from './kinds/kind-names.ts'

/** What `is:` can ask. */
export const cardStandings = [
  'due',
  'new',
  'learned',
  'suspended',
  'buried',
  'leech',
  'doubtful',
  'retired',
  'edited',
  'flagged',
] as const
export type CardStanding = (typeof cardStandings)[number]

/** Fields that hold text; part of it is enough. */
export const textFields = ['concept', 'note', 'folder', 'front', 'back'] as const
export type TextField = (typeof textFields)[number]

/** Fields that hold a number. */
export const numberFields = ['lapses', 'interval', 'ease', 'answers'] as const
export type NumberField = (typeof numberFields)[number]

export type Comparison = '<' | '<=' | '=' | '>=' | '>'

/** Fields that take one of a few words. */
export const choiceFields: Readonly<Record<string, readonly string[]>> = {
  is: cardStandings,
  kind: cardKinds,
  flag: cardFlags,
}

/** The field that holds a regular expression for the question or the answer. */
export const patternField = 're'

/** Every field of the query language, for help and completion. */
export const queryFields: readonly string[] = [
  ...Object.keys(choiceFields),
  ...textFields,
  ...numberFields,
  'due',
  patternField,
]
