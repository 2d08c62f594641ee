import type { CardKind } from '../card.ts'

const names: Readonly<Record<CardKind, true>> = {
  basic: true,
  reverse: true,
  cloze: true,
  list_recall: true,
  typed: true,
  choice: true,
}

/** The kinds that there are, apart from their rules: the page names them in searches and needs no more of them. */
export const cardKinds = Object.keys(names) as readonly CardKind[]
