import { Fragment } from 'preact'
import { type FixedKeys, keyPlaces } from './key-places.ts'
import { useModel } from '../state/drafting.ts'
import { type KeyPlace, actionsOf } from './keys.ts'
import { KeyChoice } from './key-choice.tsx'

/** What actions are called here instead of in the registry; null leaves one out that is not on offer. */
export type ActionWords = Readonly<Record<string, string | null>>

/** The keys of a place, each with the means to change it. */
export function KeyRows(props: {
  readonly place: KeyPlace
  readonly words?: ActionWords | undefined
  /** Whether the keys that nobody chooses stand there, too. */
  readonly hasFixed?: boolean
}) {
  const { place, words = {}, hasFixed = false } = props
  const actions = Object.entries(actionsOf(place))
  const hasModel = useModel(actions.some(([, { asksModel }]) => asksModel === true)) !== null
  return (
    <ul class="key-rows">
      {hasFixed ? keyPlaces[place].fixed.map((row) => <FixedRow key={row.does} {...row} />) : null}
      {actions.map(([action, own]) => {
        const says = words[action] === undefined ? own.says : words[action]
        return says === null || (own.asksModel === true && !hasModel) ? null : (
          <KeyChoice key={action} place={place} action={action} says={says} />
        )
      })}
    </ul>
  )
}

export function FixedRow({ keys, does }: FixedKeys) {
  return (
    <li>
      <span>{does}</span>
      <span>
        {keys.map((key, i) => (
          <Fragment key={key}>
            {i === 0 ? null : ' '}
            <kbd>{key}</kbd>
          </Fragment>
        ))}
      </span>
    </li>
  )
}
