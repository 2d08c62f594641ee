import { useState } from 'preact/hooks'
import type { Grade } from '../../shared/schedule/review-event.ts'
import { chooseKey, chosenKeys, forgetKeys, setSingleKeys, singleKeys } from '../state/device.ts'
import { Sheet } from '../ui/sheet.tsx'
import { gradeNames } from './grade-names.ts'
import { type SingleKeyAction, keyOf, singleKeyActions } from './review-keys.ts'
import './card-menu.css'

const says: Readonly<Record<SingleKeyAction, string>> = {
  undo: 'Undo the last step',
  redo: 'Redo it',
  edit: 'Edit this card',
  flag: 'Flag it; then a digit says why',
  bury: 'Bury it until tomorrow',
  suspend: 'Suspend it',
  type: 'Go to the field to type an answer',
  right: 'Say that your typed answer was right',
  source: 'Open its note',
  info: 'What is known of the card',
  more: 'Everything else',
  keys: 'This sheet',
}

const fixed = [
  ['Space', 'Show the answer; then take the suggested grade. Enter does the same'],
  ['Ctrl Z', 'Undo; with Shift, redo'],
  ['Esc', 'End the session'],
] as const

/** All keys of a review. Each single key can be changed, or all of them switched off, for people who dictate or whose hands slip. */
export function ReviewKeySheet(props: { readonly grades: readonly Grade[]; readonly onClose: () => void }) {
  const [changing, setChanging] = useState<string | null>(null)
  const [clash, setClash] = useState<string | null>(null)
  const rows = [
    ...props.grades.map((grade, i) => ({
      action: `grade${i + 1}`,
      words: `${gradeNames[grade].name}: ${gradeNames[grade].means.toLowerCase()}`,
    })),
    ...(Object.keys(singleKeyActions) as SingleKeyAction[]).map((action) => ({
      action,
      words: says[action],
    })),
  ]
  const take = (event: KeyboardEvent, action: string) => {
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const key = event.key.toLowerCase()
    if (key === 'escape') return setChanging(null)
    if ([...key].length !== 1 || key === ' ') return setClash('One letter, digit or sign, please.')
    const other = rows.find((row) => row.action !== action && keyOf(row.action, chosenKeys.value) === key)
    if (other !== undefined) return setClash(`That key is taken: ${other.words}.`)
    chooseKey(action, key)
    setClash(null)
    setChanging(null)
  }
  return (
    <Sheet heading="Keys" onClose={props.onClose}>
      <p class="section">
        <label>
          <input
            type="checkbox"
            checked={singleKeys.value}
            onChange={(event) => setSingleKeys(event.currentTarget.checked)}
          />{' '}
          Single keys act, on this device
        </label>
      </p>
      <ul class="key-rows">
        {fixed.map(([key, words]) => (
          <li key={key}>
            <span>
              <kbd>{key}</kbd>
            </span>
            <span>{words}</span>
          </li>
        ))}
        {rows.map(({ action, words }) => (
          <li key={action}>
            <span>
              <kbd>{keyOf(action, chosenKeys.value).toUpperCase()}</kbd>
            </span>
            <span>{words}</span>
            <button
              type="button"
              class="link-btn"
              aria-label={
                changing === action ? `Press the new key for: ${words}` : `Change the key for: ${words}`
              }
              onClick={() => setChanging(changing === action ? null : action)}
              onKeyDown={(event) => (changing === action ? take(event, action) : undefined)}
            >
              {changing === action ? 'Press a key' : 'Change'}
            </button>
            {changing === action && clash !== null ? <p role="alert">{clash}</p> : null}
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="link-btn" onClick={forgetKeys}>
          Give every action its own key back
        </button>
      </p>
    </Sheet>
  )
}
