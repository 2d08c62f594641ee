import { addDays } from '../../../shared/basics/time.ts'
import { putOffDays } from '../../../shared/session/worth-doing.ts'
import { type KeyNames, shortcutOf } from '../../keys/keys.ts'
import { changePutOff, putOff, putOffUntil } from '../../state/not-now.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { studyDayNow } from '../../state/settings-state.ts'
import type { Suggested } from '../../state/suggested.ts'
import { toApiError } from '../../state/use-resource.ts'
import { QuietStrip } from '../../ui/quiet-strip.tsx'
import { InlineText } from '../../ui/quoted-line.tsx'
import { plainLine } from '../../words/inline-parts.ts'
import './worth-doing.css'

/** At most three rows, each with its reason, its minutes, the rule behind it, and a way to put it off. */
export function WorthDoing(props: {
  readonly suggestions: readonly Suggested[]
  readonly onChanged: () => void
}) {
  const { suggestions, onChanged } = props
  const say = async (change: () => Promise<void>, words: string, back: (() => void) | null) => {
    try {
      await change()
      sayQuietly(words, back === null ? null : { name: 'Undo', run: back })
      onChanged()
    } catch (reason) {
      sayQuietly(`Not changed. ${toApiError(reason).message}`)
    }
  }
  const putAway = ({ key, name }: Suggested) => {
    const before = putOff()
    const back = () => void say(() => changePutOff(before), 'It is back.', null)
    const until = addDays(studyDayNow(), putOffDays)
    void say(() => putOffUntil(key, until), `${plainLine(name)}: not for ${putOffDays} days.`, back)
  }
  return (
    <>
      <QuietStrip />
      {suggestions.length === 0 ? null : (
        <section class="section">
          <h2>Worth doing next</h2>
          <ol class="rows">
            {suggestions.map((suggestion, i) => (
              <Row key={suggestion.key} suggestion={suggestion} at={i} onPutOff={() => putAway(suggestion)} />
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
        <p id={`worth-${at}`}>
          <InlineText text={name} />
        </p>
        <p class="hint" id={`worth-reason-${at}`}>
          <InlineText text={reason} />
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
            Why?<span class="vh"> {plainLine(name)}</span>
          </summary>
          <p class="hint nums">{rule}</p>
        </details>
        <button type="button" class="link-btn" onClick={onPutOff}>
          Not now<span class="vh">: {plainLine(name)}</span>
        </button>
      </div>
    </li>
  )
}
