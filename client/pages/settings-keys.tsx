import { useState } from 'preact/hooks'
import { chooseKey, chosenKeys, forgetKeys, setSingleKeys, singleKeys } from '../state/device.ts'
import {
  type KeyPlace,
  actionsOf,
  capOf,
  holderOf,
  keyIn,
  keyPlaceNames,
  keyRegistry,
  storedKeyName,
} from '../state/keys.ts'
import { sayQuietly } from '../state/quiet-line.ts'
import { Group, Row, Switch } from './settings-rows.tsx'

/** Single keys: off altogether, or each its own. They are kept on the device: keyboards differ. */
export function SettingsKeys() {
  return (
    <Group name="Keys">
      <Row
        name="Single-key shortcuts"
        says="Letters and digits act at once. Turn them off if you speak to your computer."
        byDefault="on, on this device only"
      >
        <Switch label="Single-key shortcuts" on={singleKeys.value} onChange={setSingleKeys} />
      </Row>
      {(Object.keys(keyRegistry) as KeyPlace[]).map((place) => (
        <Row key={place} name={`Keys: ${keyPlaceNames[place]}`} says={placeSays[place]} wide>
          <details class="key-choices">
            <summary>{Object.keys(actionsOf(place)).length} keys</summary>
            <ul>
              {Object.entries(actionsOf(place)).map(([action, { says }]) => (
                <KeyChoice key={action} place={place} action={action} says={says} />
              ))}
            </ul>
          </details>
        </Row>
      ))}
      <Row name="Their own keys" says="Gives every action the key that it came with.">
        <button
          type="button"
          class="btn quiet"
          disabled={Object.keys(chosenKeys.value).length === 0}
          onClick={() => {
            const before = chosenKeys.value
            forgetKeys()
            sayQuietly('Every action has its own key again.', {
              name: 'Undo',
              run: () => Object.entries(before).forEach(([action, key]) => chooseKey(action, key)),
            })
          }}
        >
          Give them back
        </button>
      </Row>
    </Group>
  )
}

const placeSays: Readonly<Record<KeyPlace, string>> = {
  everywhere: 'Ctrl K opens the palette, whatever is chosen here.',
  review: 'Space and Enter always turn the card and take the suggested grade; Esc leaves.',
  cards: 'Enter opens a card, Del retires it, Shift with a step selects.',
  note: 'On the page of a note.',
}

function KeyChoice({ place, action, says }: { place: KeyPlace; action: string; says: string }) {
  const [waits, setWaits] = useState(false)
  const [clash, setClash] = useState<string | null>(null)
  const now = keyIn(place, action as never)
  const name = storedKeyName(place, action)
  const take = (event: KeyboardEvent) => {
    if (!waits || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const key = event.key.toLowerCase()
    if (key === 'escape') return setWaits(false)
    if (key === 'enter' && event.repeat) return
    if ([...key].length !== 1 || key === ' ') return setClash('One letter, digit or sign, please.')
    const holder = holderOf(place, action, key)
    if (holder !== null) return setClash(`That key is taken: ${holder}.`)
    const before = chosenKeys.value[name] ?? null
    chooseKey(name, key)
    setClash(null)
    setWaits(false)
    sayQuietly(`${capOf(key)} it is.`, { name: 'Undo', run: () => chooseKey(name, before) })
  }
  return (
    <li>
      <kbd>{capOf(now)}</kbd>
      <span>{says}</span>
      <button
        type="button"
        class="link-btn"
        aria-label={waits ? `Press the new key for: ${says}` : `Change the key for: ${says}`}
        onClick={() => setWaits(!waits)}
        onKeyDown={take}
        onBlur={() => setWaits(false)}
      >
        {waits ? 'Press a key' : 'Change'}
      </button>
      {clash === null || !waits ? null : (
        <p class="bad-value" role="alert">
          {clash}
        </p>
      )}
    </li>
  )
}
