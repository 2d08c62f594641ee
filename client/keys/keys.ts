import { namesOf, writesSign } from './key-names.ts'
import type { KeyPress } from './review-keys.ts'
import { chosenKeys, singleKeys } from '../state/device.ts'
import { type KeyAction, keyTable } from './key-table.ts'

export type KeyPlace = keyof typeof keyTable
export type KeyNames<Place extends KeyPlace> = keyof (typeof keyTable)[Place] & string

type Chosen = Readonly<Record<string, string>>

export const everyPlace = Object.keys(keyTable) as KeyPlace[]

/** The places where the keys of “everywhere” mean nothing: sittings, and the second of two keys. */
const apart: ReadonlySet<KeyPlace> = new Set(['review', 'quiz', 'pairs', 'go', 'flag'])

/** The name under which a chosen key is kept on the device. The review’s actions have no prefix. */
export function storedKeyName(place: KeyPlace, action: string): string {
  return place === 'review' ? action : `${place}.${action}`
}

/** The key of an action, as the learner chose it or as it comes. */
export function keyIn<Place extends KeyPlace>(
  place: Place,
  action: KeyNames<Place>,
  chosen: Chosen = chosenKeys.value,
): string {
  return chosen[storedKeyName(place, action)] ?? actionsOf(place)[action]?.key ?? ''
}

/** What a key does in a place, or null. A choice of the learner comes before what the key came with. */
export function actionIn<Place extends KeyPlace>(
  place: Place,
  key: string,
  chosen: Chosen = chosenKeys.value,
): KeyNames<Place> | null {
  const wanted = key.toLowerCase()
  const names = (Object.keys(actionsOf(place)) as KeyNames<Place>[]).filter(
    (name) => keyIn(place, name, chosen) === wanted,
  )
  return names.find((name) => storedKeyName(place, name) in chosen) ?? names[0] ?? null
}

/** What a press means in a place, or null: where single keys are off nothing does, and few go on while they are held. */
export function actionOf<Place extends KeyPlace>(
  place: Place,
  press: KeyPress,
  acts = singleKeys.value,
  chosen: Chosen = chosenKeys.value,
): KeyNames<Place> | null {
  const isCommand = (press.ctrlKey || press.metaKey || press.altKey) && !writesSign(press)
  if (!acts || isCommand) return null
  for (const name of namesOf(press)) {
    const action = actionIn(place, name, chosen)
    if (action !== null) return press.repeat && actionsOf(place)[action]?.repeats !== true ? null : action
  }
  return null
}

/** The actions of a place by their names. */
export function actionsOf(place: KeyPlace): Readonly<Record<string, KeyAction>> {
  return keyTable[place]
}

/** Who has this key already where it would be pressed: what holds everywhere is in almost every place. Null when it is free. */
export function holderOf(
  place: KeyPlace,
  action: string,
  key: string,
  chosen: Chosen = chosenKeys.value,
): string | null {
  const open = everyPlace.filter((one) => !apart.has(one))
  const under: KeyPlace[] = place === 'everywhere' ? open : [place, 'everywhere']
  for (const one of apart.has(place) ? [place] : under) {
    const name = actionIn(one, key, chosen)
    if (name !== null && !(one === place && name === action)) return actionsOf(one)[name]?.says ?? name
  }
  return null
}

/** How a key is written on its cap. */
export function capOf(key: string): string {
  const capital = key.toUpperCase()
  return capital.length === 1 ? capital : key
}

/** How the key of an action is shown beside what it does; undefined while single keys do nothing. */
export function shortcutOf<Place extends KeyPlace>(
  place: Place,
  action: KeyNames<Place>,
): string | undefined {
  return singleKeys.value ? capOf(keyIn(place, action)) : undefined
}
