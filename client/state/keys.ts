import { singleKeyActions } from '../cards/review-keys.ts'
import { chosenKeys } from './device.ts'

/** One thing that a single key does in a place of the app. */
export interface KeyAction {
  /** The key it has until the learner chooses another. */
  readonly key: string
  readonly says: string
  /** Holding the key down goes on. */
  readonly repeats?: true
}

/** Every single key of the app by place and action; pages, key sheets and Settings all read this. */
export const keyRegistry = {
  everywhere: {
    go: { key: 'g', says: 'Go: then T today, Q quiz, C concepts, L library, I Inbox, S stats' },
    search: { key: '/', says: 'Go to the search field of the page' },
    keys: { key: '?', says: 'All keys of this page' },
  },
  review: {
    undo: { key: singleKeyActions.undo, says: 'Undo the last step' },
    redo: { key: singleKeyActions.redo, says: 'Redo it' },
    edit: { key: singleKeyActions.edit, says: 'Edit the card' },
    flag: { key: singleKeyActions.flag, says: 'Flag it; then a digit says why' },
    bury: { key: singleKeyActions.bury, says: 'Bury it until tomorrow' },
    suspend: { key: singleKeyActions.suspend, says: 'Suspend it' },
    type: { key: singleKeyActions.type, says: 'Type an answer' },
    right: { key: singleKeyActions.right, says: 'Say that a typed answer was right' },
    source: { key: singleKeyActions.source, says: 'Open its note' },
    info: { key: singleKeyActions.info, says: 'What is known of the card' },
    more: { key: singleKeyActions.more, says: 'Everything else' },
    keys: { key: singleKeyActions.keys, says: 'All keys of a review' },
    grade1: { key: '1', says: 'The first grade: Again' },
    grade2: { key: '2', says: 'The second grade' },
    grade3: { key: '3', says: 'The third grade' },
    grade4: { key: '4', says: 'The fourth grade' },
  },
  cards: {
    next: { key: 'j', says: 'The next card', repeats: true },
    previous: { key: 'k', says: 'The card before', repeats: true },
    select: { key: 'x', says: 'Select the card, or not' },
    edit: { key: 'e', says: 'Edit the wording' },
    suspend: { key: '@', says: 'Suspend, or ask again' },
    flag: { key: 'f', says: 'Flag' },
    bury: { key: '-', says: 'Bury until tomorrow' },
    undo: { key: 'z', says: 'Undo the last change' },
  },
  note: {
    edit: { key: 'e', says: 'Edit the note' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, KeyAction>>>>

export type KeyPlace = keyof typeof keyRegistry
export type KeyNames<Place extends KeyPlace> = keyof (typeof keyRegistry)[Place] & string

/** What a place is called in Settings. */
export const keyPlaceNames: Readonly<Record<KeyPlace, string>> = {
  everywhere: 'Everywhere but in a review',
  review: 'Review',
  cards: 'Cards',
  note: 'A note',
}

/** The name under which a chosen key is kept on the device. The review’s actions have no prefix. */
export function storedKeyName(place: KeyPlace, action: string): string {
  return place === 'review' ? action : `${place}.${action}`
}

/** The key of an action, as the learner chose it or as it comes. */
export function keyIn<Place extends KeyPlace>(
  place: Place,
  action: KeyNames<Place>,
  chosen: Readonly<Record<string, string>> = chosenKeys.value,
): string {
  return chosen[storedKeyName(place, action)] ?? actionsOf(place)[action]?.key ?? ''
}

/** What a key does in a place, or null. */
export function actionIn<Place extends KeyPlace>(
  place: Place,
  key: string,
  chosen: Readonly<Record<string, string>> = chosenKeys.value,
): KeyNames<Place> | null {
  const wanted = key.toLowerCase()
  const names = Object.keys(actionsOf(place)) as KeyNames<Place>[]
  return names.find((name) => keyIn(place, name, chosen) === wanted) ?? null
}

/** The actions of a place by their names. */
export function actionsOf(place: KeyPlace): Readonly<Record<string, KeyAction>> {
  return keyRegistry[place]
}

/** Who has this key already where it would be pressed: what holds everywhere is in every place. Null when it is free. */
export function holderOf(
  place: KeyPlace,
  action: string,
  key: string,
  chosen: Readonly<Record<string, string>> = chosenKeys.value,
): string | null {
  const others = (Object.keys(keyRegistry) as KeyPlace[]).filter((one) => one !== 'review')
  const places: KeyPlace[] =
    place === 'review' ? [place] : place === 'everywhere' ? others : [place, 'everywhere']
  for (const one of places) {
    const name = actionIn(one, key, chosen)
    if (name !== null && !(one === place && name === action)) return actionsOf(one)[name]?.says ?? name
  }
  return null
}

/** How a key is written on its cap. */
export function capOf(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key
}
