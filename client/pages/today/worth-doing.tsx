import type { MasterySummary, SuggestionView } from '../../../shared/api/concepts.ts'
import { type Day, addDays } from '../../../shared/basics/time.ts'
import { putOffDays } from '../../../shared/session/worth-doing.ts'
import { type KeyNames, shortcutOf } from '../../keys/keys.ts'
import { api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { reviewAddress } from '../../state/review-address.ts'
import { settings, studyDayNow, takeSettings } from '../../state/settings-state.ts'
import { toApiError } from '../../state/use-resource.ts'
import { QuietStrip } from '../../ui/quiet-strip.tsx'
import './worth-doing.css'

export interface Suggested extends SuggestionView {
  readonly href: string
}

/** What is worth doing besides the cards of the day, each with the page that does it; nothing before that is known. */
export function suggestedBy(reply: MasterySummary | null): Suggested[] {
  const worth = reply?.worth ?? []
  return worth.map((suggestion) => ({ ...suggestion, href: addressOf(suggestion) }))
}

/** At most three rows, each with its reason, its minutes, the rule behind it, and a way to put it off. */
export function WorthDoing(props: {
  readonly suggestions: readonly Suggested[]
  readonly onChanged: () => void
}) {
  const { suggestions, onChanged } = props
  const put = async (notNow: { key: string; until: Day }[], words: string, back: (() => void) | null) => {
    try {
      takeSettings(await api.changeSettings({ notNow }))
      sayQuietly(words, back === null ? null : { name: 'Undo', run: back })
      onChanged()
    } catch (reason) {
      sayQuietly(`Not changed. ${toApiError(reason).message}`)
    }
  }
  const putOff = ({ key, name }: Suggested) => {
    const today = studyDayNow()
    const before = settings.value.notNow as { key: string; until: Day }[]
    const still = before.filter((one) => one.until > today && one.key !== key).slice(-99)
    const back = () => void put(before, 'It is back.', null)
    void put(
      [...still, { key, until: addDays(today, putOffDays) }],
      `${name}: not for ${putOffDays} days.`,
      back,
    )
  }
  return (
    <>
      <QuietStrip />
      {suggestions.length === 0 ? null : (
        <section class="section">
          <h2>Worth doing next</h2>
          <ol class="rows">
            {suggestions.map((suggestion, i) => (
              <Row key={suggestion.key} suggestion={suggestion} at={i} onPutOff={() => putOff(suggestion)} />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

interface RowProps {
  readonly suggestion: Suggested
  readonly at: number
  readonly onPutOff: () => void
}

function Row({ suggestion: { href, name, reason, rule, minutes }, at, onPutOff }: RowProps) {
  return (
    <li class="worth-row">
      <div>
        <p id={`worth-${at}`}>{name}</p>
        <p class="hint" id={`worth-reason-${at}`}>
          {reason}
        </p>
      </div>
      <a
        class="btn quiet nums"
        href={href}
        aria-describedby={`worth-${at} worth-reason-${at}`}
        aria-keyshortcuts={shortcutOf('today', `suggestion${at + 1}` as KeyNames<'today'>)}
      >
        {minutes} min
      </a>
      <div class="worth-more">
        <details>
          <summary>
            Why?<span class="vh"> {name}</span>
          </summary>
          <p class="hint nums">{rule}</p>
        </details>
        <button type="button" class="link-btn" onClick={onPutOff}>
          Not now<span class="vh">: {name}</span>
        </button>
      </div>
    </li>
  )
}

function addressOf({ kind, conceptId }: SuggestionView): string {
  switch (kind) {
    case 'slipping':
    case 'weak':
      return reviewAddress({ conceptId: conceptId ?? undefined, practice: true })
    case 'leeches':
      return reviewAddress({ state: 'leech' })
    case 'sure_but_wrong':
    case 'misses':
    case 'quiz':
      return paths.quiz()
    case 'inbox':
      return paths.inbox()
    case 'conflict':
    case 'quiet_conflict':
    case 'uncovered':
      return conceptId === null ? paths.concepts : paths.concept(conceptId)
  }
}
