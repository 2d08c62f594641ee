import { useEffect, useRef, useState } from 'preact/hooks'
import { type Day, addDays, isDay } from '../../shared/basics/time.ts'
import { type CardFlag, flagReasons } from '../../shared/card/card-flags.ts'
import { flagWords } from '../cards/flag-words.ts'
import { singleKeys } from '../state/device.ts'
import { Sheet } from '../ui/sheet.tsx'
import { counted } from '../ui/words.ts'

interface FlagSheetProps {
  readonly count: number
  readonly onChoose: (flag: CardFlag | null) => void
  readonly onClose: () => void
}

/** Why cards are flagged; a digit says it too. */
export function FlagSheet({ count, onChoose, onClose }: FlagSheetProps) {
  const latest = useRef(onChoose)
  latest.current = onChoose
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!singleKeys.value || event.ctrlKey || event.metaKey || event.altKey) return
      const flag = flagReasons[Number(event.key) - 1]
      if (flag !== undefined) latest.current(flag)
      else if (event.key === '0') latest.current(null)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return (
    <Sheet heading={`Flag ${counted(count, 'card')}`} onClose={onClose}>
      <div class="flag-choices">
        {flagReasons.map((flag, i) => (
          <button key={flag} type="button" onClick={() => onChoose(flag)}>
            <kbd>{i + 1}</kbd> It is {flag === 'duplicate' ? 'a duplicate' : flagWords(flag)}
          </button>
        ))}
        <button type="button" onClick={() => onChoose(null)}>
          <kbd>0</kbd> Take the flag away
        </button>
      </div>
    </Sheet>
  )
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
        class="field due-field"
        onSubmit={(event) => {
          event.preventDefault()
          if (isDay(day)) onChoose(day)
        }}
      >
        <label htmlFor="due-day">Day</label>
        <span class="row">
          <input
            id="due-day"
            class="input due-day"
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
