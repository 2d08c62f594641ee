import type { CardKind } from '../../shared/card/card.ts'

const names: Readonly<Record<CardKind, string>> = {
  basic: 'question',
  reverse: 'asked the other way round',
  cloze: 'gap',
  list_recall: 'list',
  typed: 'to be typed',
  choice: 'with options',
}

/** What a kind of card is called; one that this page does not know yet by its own name. */
export function kindName(kind: string): string {
  return (names as Readonly<Record<string, string>>)[kind] ?? kind
}
