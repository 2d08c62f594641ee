import { setSingleKeys, singleKeys } from '../state/device.ts'
import { type FixedKeys, keyPlaces } from './key-places.ts'
import type { KeyPlace } from './keys.ts'
import { OwnKeysBack } from './key-choice.tsx'
import { type ActionWords, FixedRow, KeyRows } from './key-rows.tsx'
import { Sheet } from '../ui/sheet.tsx'

interface KeySheetProps {
  readonly places: readonly KeyPlace[]
  /** Keys of a part of the page where none can be chosen. */
  readonly more?: { readonly name: string; readonly keys: readonly FixedKeys[] } | undefined
  readonly words?: ActionWords
  readonly onClose: () => void
}

/** All keys of where you are. Each single key can be changed, or all of them switched off: people dictate, and hands slip. */
export function KeySheet({ places, more, words, onClose }: KeySheetProps) {
  const shown = places.flatMap((place) => [place, keyPlaces[place].second ?? []].flat())
  return (
    <Sheet heading="Keys" onClose={onClose}>
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
      {more === undefined ? null : (
        <section class="section" aria-label={more.name}>
          <h3>{more.name}</h3>
          <ul class="key-rows">
            {more.keys.map((row) => (
              <FixedRow key={row.does} {...row} />
            ))}
          </ul>
        </section>
      )}
      {shown.map((place) => (
        <section key={place} class="section" aria-label={keyPlaces[place].name}>
          <h3>{keyPlaces[place].name}</h3>
          <KeyRows place={place} words={words} hasFixed />
        </section>
      ))}
      <p class="section">
        <OwnKeysBack class="link-btn">Give every action its own key back</OwnKeysBack>
      </p>
    </Sheet>
  )
}
