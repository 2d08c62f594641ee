import { useState } from 'preact/hooks'
import { type Day, addDays, isDay } from '../../../shared/basics/time.ts'
import { type CardFlag, flagReasons } from '../../../shared/card/card-flags.ts'
import { useActivePlace } from '../../keys/dispatch.ts'
import { type KeyNames, actionOf, actionsOf, shortcutOf } from '../../keys/keys.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { counted } from '../../words/words.ts'

interface FlagSheetProps {
  readonly count: number
  readonly onChoose: (flag: CardFlag | null) => void
  readonly onClose: () => void
}

/** Why cards are flagged; a key says it too. */
export function FlagSheet({ count, onChoose, onClose }: FlagSheetProps) {
  useActivePlace({
    isEverywhere: true,
    press: (event) => {
      const action = actionOf('flag', event)
      if (action !== null) onChoose(flagOf(action))
      return action !== null
    },
  })
  return (
    <Sheet heading={`Flag ${counted(count, 'card')}`} onClose={onClose}>
      <div class="cards-flag-choices">
        {(Object.keys(actionsOf('flag')) as KeyNames<'flag'>[]).map((action) => {
          const shortcut = shortcutOf('flag', action)
          return (
            <button key={action} type="button" onClick={() => onChoose(flagOf(action))}>
              {shortcut === undefined ? null : <kbd>{shortcut}</kbd>} {actionsOf('flag')[action]?.says}
            </button>
          )
        })}
      </div>
    </Sheet>
  )
}

/** The reasons are numbered from 1. */
function flagOf(action: KeyNames<'flag'>): CardFlag | null {
  return flagReasons[Number(action.replace('reason', '')) - 1] ?? null
}

interface DueSheetProps {
  readonly today: string
  readonly count: number
  readonly onChoose: (dueOn: Day) => void
  readonly onClose: () => void
}

/** The day on which cards are asked next. Their intervals stay as they are. */
export function DueSheet({ today, count, onChoose, onClose }: DueSheetProps) {
  const [day, setDay] = useState<string>(addDays(today as Day, 1))
  return (
    <Sheet heading={`Ask ${counted(count, 'card')} next on`} onClose={onClose}>
      <form
        class="field cards-due-field"
        onSubmit={(event) => {
          event.preventDefault()
          if (isDay(day)) onChoose(day)
        }}
      >
        <label htmlFor="due-day">Day</label>
        <span class="row">
          <input
            id="due-day"
            class="input cards-due-day"
            type="date"
            required
            min={today}
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
          <button class="btn quiet">Set the day</button>
        </span>
        <p class="small">Cards that were never asked have no day: they are introduced.</p>
      </form>
    </Sheet>
  )
}
