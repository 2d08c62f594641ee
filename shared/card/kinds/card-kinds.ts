import type { CardContent, CardKind, ContentOf } from '../card.ts'
import { basicRules } from './basic.ts'
import { choiceRules } from './choice.ts'
import { clozeRules } from './cloze.ts'
import type { KindRules } from './kind-rules.ts'
import { listRules } from './list-recall.ts'
import { reverseRules } from './reverse.ts'
import { typedRules } from './typed.ts'

/** Every kind of card with its rules. */
const cardKindRules: { readonly [Kind in CardKind]: KindRules<ContentOf<Kind>> } = {
  basic: basicRules,
  reverse: reverseRules,
  cloze: clozeRules,
  list_recall: listRules,
  typed: typedRules,
  choice: choiceRules,
}

/** The rules for what a card holds. */
export function rulesOf<Content extends CardContent>(content: Content): KindRules<Content> {
  return rulesOfKind(content.kind) as unknown as KindRules<Content>
}

/** The rules of a kind, for those that read no content. */
export function rulesOfKind<Kind extends CardKind>(kind: Kind): KindRules<ContentOf<Kind>> {
  return cardKindRules[kind]
}

/** Both sides as plain text. */
export function plainText(content: CardContent): { readonly front: string; readonly back: string } {
  const rules = rulesOf(content)
  return { front: rules.front(content), back: rules.back(content) }
}
