import { setSingleKeys, singleKeys } from '../../state/device.ts'
import { keyPlaces } from '../../keys/key-places.ts'
import { actionsOf, everyPlace } from '../../keys/keys.ts'
import { OwnKeysBack } from '../../keys/key-choice.tsx'
import { KeyRows } from '../../keys/key-rows.tsx'
import { counted } from '../../words/words.ts'
import { Group, Row, Switch } from '../../ui/settings-rows.tsx'

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
      {everyPlace.map((place) => (
        <Row key={place} name={`Keys: ${keyPlaces[place].name}`} says={keyPlaces[place].says} wide>
          <details class="setting-key-choices">
            <summary>{counted(Object.keys(actionsOf(place)).length, 'key')}</summary>
            <KeyRows place={place} />
          </details>
        </Row>
      ))}
      <Row name="Their own keys" says="Gives every action the key that it came with.">
        <OwnKeysBack class="btn quiet">Give them back</OwnKeysBack>
      </Row>
    </Group>
  )
}
