import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { chooseKey, chosenKeys, forgetKeys } from '../state/device.ts'
import { namesOf, writesSign } from './key-names.ts'
import { type KeyPlace, actionsOf, capOf, holderOf, keyIn, storedKeyName } from './keys.ts'

interface KeyChoiceProps {
  readonly place: KeyPlace
  readonly action: string
  readonly says: string
}

/** One action with its key, and a button that waits for another. What comes of it is told in the row: a dialog may be open. */
export function KeyChoice({ place, action, says }: KeyChoiceProps) {
  const [waits, setWaits] = useState(false)
  const [told, setTold] = useState<{ readonly words: string; readonly undo?: () => void } | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const wait = (isWaiting: boolean) => {
    setWaits(isWaiting)
    setTold(isWaiting ? { words: '' } : null)
  }
  const take = (event: KeyboardEvent) => {
    if (!waits || event.key === 'Tab' || hasModifier(event)) return
    event.preventDefault()
    event.stopPropagation()
    // The press that asked for a new key may still be down.
    if (event.repeat || helpers.has(event.key)) return
    if (event.key === 'Escape') return wait(false)
    const key = keptName(event)
    const fault = faultOf(place, action, key)
    if (fault !== null) return setTold({ words: fault })
    const name = storedKeyName(place, action)
    const before = chosenKeys.value[name] ?? null
    chooseKey(name, key === actionsOf(place)[action]?.key ? null : key)
    setWaits(false)
    setTold({ words: `${capOf(key)} it is.`, undo: () => chooseKey(name, before) })
  }
  return (
    <li>
      <span>{says}</span>
      <kbd>{capOf(keyIn(place, action as never))}</kbd>
      <button
        ref={button}
        type="button"
        class="link-btn"
        aria-label={waits ? `Press the new key for: ${says}` : `Change the key for: ${says}`}
        data-takes-key={waits ? '' : undefined}
        onClick={() => {
          // Not every browser gives the focus to a button that is clicked.
          button.current?.focus()
          wait(!waits)
        }}
        onKeyDown={take}
        onBlur={() => (waits ? wait(false) : undefined)}
      >
        {waits ? 'Press a key' : 'Change'}
      </button>
      {told === null ? null : (
        <p role="status">
          {told.words}{' '}
          {told.undo === undefined ? null : (
            <button
              type="button"
              class="link-btn"
              onClick={() => {
                told.undo?.()
                button.current?.focus()
                wait(false)
              }}
            >
              Undo
            </button>
          )}
        </p>
      )}
    </li>
  )
}

/** Keys that only help to write another, and so are not the one that is chosen. */
const helpers: ReadonlySet<string> = new Set(['Shift', 'AltGraph', 'CapsLock', 'Dead'])

function hasModifier(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey || event.altKey) && !writesSign(event)
}

/** A key is kept by the name that it has on every layout, where it has one. */
function keptName(event: KeyboardEvent): string {
  const names = namesOf(event)
  return names.find((name) => /^[a-z0-9]$/.test(name)) ?? names[0] ?? event.key
}

function faultOf(place: KeyPlace, action: string, key: string): string | null {
  if ([...key].length !== 1 || key === ' ') return 'One letter, digit or sign, please.'
  const holder = holderOf(place, action, key)
  return holder === null ? null : `That key is taken: ${holder}.`
}

/** Every action gets the key back that it came with; one press takes that back, too. */
export function OwnKeysBack(props: { readonly class: string; readonly children: ComponentChildren }) {
  const [before, setBefore] = useState<Readonly<Record<string, string>> | null>(null)
  const hasOwn = Object.keys(chosenKeys.value).length === 0
  const isUndo = before !== null && hasOwn
  const act = () => {
    setBefore(isUndo ? null : chosenKeys.value)
    if (isUndo) Object.entries(before).forEach(([action, key]) => chooseKey(action, key))
    else forgetKeys()
  }
  return (
    <>
      <button type="button" class={props.class} disabled={hasOwn && !isUndo} onClick={act}>
        {isUndo ? 'Undo' : props.children}
      </button>{' '}
      <span role="status">{isUndo ? 'Every action has its own key again.' : ''}</span>
    </>
  )
}
