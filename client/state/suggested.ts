import type { MasterySummary, SuggestionView } from '../../shared/api/concepts.ts'
import { paths } from '../router.ts'
import { presetAddress } from './quiz-setup.ts'
import { reviewAddress } from './review-address.ts'

export interface Suggested extends SuggestionView {
  readonly href: string
}

/** What is worth doing besides the cards of the day, each with the page that does it; nothing before that is known. */
export function suggestedBy(reply: MasterySummary | null): Suggested[] {
  const worth = reply?.worth ?? []
  return worth.map((suggestion) => ({ ...suggestion, href: addressOf(suggestion) }))
}

function addressOf({ kind, conceptId }: SuggestionView): string {
  switch (kind) {
    case 'slipping':
    case 'weak':
    case 'ready':
      return reviewAddress({ conceptId: conceptId ?? undefined, practice: true })
    case 'leeches':
      return reviewAddress({ state: 'leech' })
    case 'sure_but_wrong':
      return presetAddress('sure_but_wrong')
    case 'misses':
      return presetAddress('weakest')
    case 'quiz':
      return presetAddress('mixed')
    case 'inbox':
      return paths.inbox()
    case 'conflict':
    case 'quiet_conflict':
    case 'uncovered':
      return conceptId === null ? paths.concepts : paths.concept(conceptId)
  }
}
