import type { MasterySummary } from '../../../shared/api/concepts.ts'
import { type Suggestion, worthDoing } from '../../../shared/session/worth-doing.ts'
import { paths } from '../../router.ts'
import { inboxTotal } from '../../state/inbox-count.ts'
import { type KeyNames, shortcutOf } from '../../keys/keys.ts'

export interface Suggested extends Suggestion {
  readonly href: string
}

/** What is worth doing besides the cards of the day, each with the page that does it; nothing before that is known. */
export function useSuggestions(reply: MasterySummary | null, secondsPerCard: number): Suggested[] {
  if (reply === null) return []
  const standings = reply.worth.map(({ id, term, conflicts, due, cards, mastery }) => ({
    id,
    term,
    conflicts,
    due,
    cards,
    ...mastery,
  }))
  return worthDoing(standings, inboxTotal.value, secondsPerCard).map((suggestion) => ({
    ...suggestion,
    href: addressOf(suggestion),
  }))
}

/** At most three rows, each with its reason and its minutes. */
export function WorthDoing({ suggestions }: { readonly suggestions: readonly Suggested[] }) {
  if (suggestions.length === 0) return null
  return (
    <section class="section">
      <h2>Worth doing next</h2>
      <ol class="rows">
        {suggestions.map(({ href, kind, name, reason, minutes }, i) => (
          <li key={href} class="today-worth-row">
            <div id={`worth-${i}`}>
              {kind === 'conflict' ? `${name}: your notes disagree` : name}
              <p class="hint">{reason}</p>
            </div>
            <a
              class="btn quiet nums"
              href={href}
              aria-describedby={`worth-${i}`}
              aria-keyshortcuts={shortcutOf('today', `suggestion${i + 1}` as KeyNames<'today'>)}
            >
              {minutes} min
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

function addressOf({ kind, conceptId }: Suggestion): string {
  if (conceptId === null) return paths.inbox()
  return kind === 'slipping'
    ? `/review?concept=${encodeURIComponent(conceptId)}&practice=1`
    : paths.concept(conceptId)
}
