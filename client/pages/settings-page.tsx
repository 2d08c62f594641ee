import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Settings } from '../../shared/api/settings.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import { type ApiError, api } from '../api-client.ts'
import { announce } from '../state/announcer.ts'
import { deviceZone, setSingleKeys, singleKeys } from '../state/device.ts'
import { takeSettings } from '../state/settings-state.ts'
import { outbox } from '../state/sync.ts'
import { toApiError, useResource } from '../state/use-resource.ts'
import { Page } from '../ui/page.tsx'
import { Failure, Loading } from '../ui/states.tsx'
import './settings-page.css'

export function SettingsPage() {
  const { resource, reload } = useResource('settings', api.settings)
  return (
    <Page heading="Settings" sub="Every change is saved at once.">
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load the settings." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'ready' ? <SettingsForm loaded={resource.value} /> : null}
    </Page>
  )
}

const saveAfterMs = 300

function SettingsForm({ loaded }: { readonly loaded: Settings }) {
  const [values, setValues] = useState(loaded)
  const [error, setError] = useState<ApiError | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const unsaved = useRef<Settings | null>(null)

  const save = async () => {
    clearTimeout(timer.current)
    const wanted = unsaved.current
    if (wanted === null) return
    unsaved.current = null
    try {
      takeSettings(await api.saveSettings(wanted))
      setError(null)
      announce('Saved.')
    } catch (reason) {
      setError(toApiError(reason))
    }
  }
  const change = (part: Partial<Settings>) => {
    const next = { ...values, ...part }
    setValues(next)
    takeSettings(next)
    unsaved.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), saveAfterMs)
  }
  // Leaving the page must not lose the last change.
  useEffect(() => () => void save(), [])

  return (
    <form class="settings" onSubmit={(event) => event.preventDefault()}>
      {error === null ? null : (
        <p class="notice bad" role="alert">
          Not saved: {error.message} Change it again to retry.
        </p>
      )}
      <Group name="Study">
        <NumberRow
          name="New cards a day"
          field="newPerDay"
          values={values}
          range={[0, 1000]}
          says="Each brings about five reviews in its first half year."
          onChange={change}
        />
        <NumberRow
          name="Reviews a day"
          field="reviewsPerDay"
          values={values}
          range={[0, 10_000]}
          says="What is over the limit waits for the next day."
          onChange={change}
        />
        <NumberRow
          name="The day starts at"
          field="rolloverHour"
          values={values}
          range={[0, 23]}
          unit="o’clock"
          says="Answers before this hour still count for the day before."
          onChange={change}
        />
        <ZoneRow values={values} onChange={change} />
        <SwitchRow
          name="Keep siblings apart"
          field="burySiblings"
          values={values}
          says="Two cards of one fact are not asked on the same day: one gives the other away."
          onChange={change}
        />
      </Group>
      <Group name="Schedule">
        <SwitchRow
          name="Spread due days"
          field="fuzz"
          values={values}
          says="Moves longer intervals by a few days, so that cards learned together do not stay together. The keys show the moved day."
          onChange={change}
        />
        <NumberRow
          name="Hard nut after"
          field="leechLapses"
          values={values}
          range={[1, 99]}
          unit="lapses"
          says="A card forgotten this often is worth rewriting."
          onChange={change}
        />
      </Group>
      <Group name="Review">
        <ChoiceRow
          name="Grade keys"
          field="gradeKeys"
          values={values}
          options={[
            [4, 'Four: Again, Hard, Good, Easy'],
            [2, 'Two: Again, Good'],
          ]}
          says="Two are quicker to decide between; four tell the schedule more."
          onChange={change}
        />
        <Row
          name="Single-key shortcuts"
          says="Letters and digits act at once. Turn them off if you speak to your computer."
          byDefault="on, on this device only"
        >
          <Switch label="Single-key shortcuts" on={singleKeys.value} onChange={setSingleKeys} />
        </Row>
      </Group>
      <Group name="Reading">
        <ChoiceRow
          name="Theme"
          field="theme"
          values={values}
          options={[
            ['system', 'Like the system'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
          says="Light paper or dark; the system decides unless you do."
          onChange={change}
        />
        <NumberRow
          name="Text size"
          field="textSize"
          values={values}
          range={[90, 140]}
          step={5}
          unit="%"
          says="Of everything, on every page."
          onChange={change}
        />
      </Group>
      <Refused />
    </form>
  )
}

interface RowProps {
  readonly name: string
  readonly says: string
  readonly byDefault: string
  readonly id?: string
  readonly children: ComponentChildren
}

function Row({ name, says, byDefault, id, children }: RowProps) {
  return (
    <div class="setting">
      <div>
        {id === undefined ? (
          <p class="label">{name}</p>
        ) : (
          <label class="label" htmlFor={id}>
            {name}
          </label>
        )}
        <p class="hint">{says}</p>
        <p class="small">Default: {byDefault}</p>
      </div>
      <div class="setting-control">{children}</div>
    </div>
  )
}

function Group({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <section class="section">
      <h2>{name}</h2>
      <div class="setting-rows">{children}</div>
    </section>
  )
}

interface FieldProps<Field extends keyof Settings> {
  readonly name: string
  readonly says: string
  readonly field: Field
  readonly values: Settings
  readonly onChange: (part: Partial<Settings>) => void
}

type NumberField = 'newPerDay' | 'reviewsPerDay' | 'rolloverHour' | 'leechLapses' | 'textSize'
type SwitchField = 'fuzz' | 'burySiblings'
type ChoiceField = 'gradeKeys' | 'theme'

function NumberRow(
  props: FieldProps<NumberField> & {
    readonly range: readonly [number, number]
    readonly unit?: string
    readonly step?: number
  },
) {
  const { name, says, field, values, range, unit, step = 1, onChange } = props
  const id = `setting-${field}`
  const [lowest, highest] = range
  // What is being typed may be no number yet; it counts once it is one and lies in the range.
  const [text, setText] = useState(String(values[field]))
  const value = Number(text)
  const isFit = text.trim() !== '' && Number.isInteger(value) && value >= lowest && value <= highest
  const type = (typed: string) => {
    setText(typed)
    const number = Number(typed)
    if (typed.trim() !== '' && Number.isInteger(number) && number >= lowest && number <= highest) {
      onChange({ [field]: number })
    }
  }
  return (
    <Row
      name={name}
      says={says}
      id={id}
      byDefault={[defaultSettings[field], unit].filter((part) => part !== undefined).join(' ')}
    >
      <input
        id={id}
        class="input number nums"
        type="number"
        inputMode="numeric"
        min={lowest}
        max={highest}
        step={step}
        value={text}
        aria-invalid={!isFit}
        aria-describedby={isFit ? undefined : `${id}-bad`}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {unit === undefined ? null : <span class="unit">{unit}</span>}
      {isFit ? null : (
        <p id={`${id}-bad`} class="bad-value" role="alert">
          From {lowest} to {highest.toLocaleString('en')}; {values[field]} stays.
        </p>
      )}
    </Row>
  )
}

function SwitchRow({ name, says, field, values, onChange }: FieldProps<SwitchField>) {
  return (
    <Row name={name} says={says} byDefault={defaultSettings[field] ? 'on' : 'off'}>
      <Switch label={name} on={values[field]} onChange={(on) => onChange({ [field]: on })} />
    </Row>
  )
}

function Switch(props: {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span aria-hidden="true">{props.on ? 'On' : 'Off'}</span>
      <span class="vh">{props.label}</span>
    </label>
  )
}

function ChoiceRow<Field extends ChoiceField>(
  props: FieldProps<Field> & { readonly options: readonly (readonly [Settings[Field], string])[] },
) {
  const { name, says, field, values, options, onChange } = props
  const id = `setting-${field}`
  const normal = options.find(([value]) => value === defaultSettings[field])?.[1] ?? ''
  return (
    <Row name={name} says={says} id={id} byDefault={normal.toLowerCase()}>
      <select
        id={id}
        class="input"
        value={String(values[field])}
        onChange={(event) => {
          const chosen = options.find(([value]) => String(value) === event.currentTarget.value)
          if (chosen !== undefined) onChange({ [field]: chosen[0] })
        }}
      >
        {options.map(([value, words]) => (
          <option key={String(value)} value={String(value)}>
            {words}
          </option>
        ))}
      </select>
    </Row>
  )
}

function ZoneRow({
  values,
  onChange,
}: {
  readonly values: Settings
  readonly onChange: (part: Partial<Settings>) => void
}) {
  const zones = Intl.supportedValuesOf('timeZone')
  const known = values.zone === 'auto' || zones.includes(values.zone) ? zones : [values.zone, ...zones]
  return (
    <Row name="Time zone" says="Decides when a day begins." id="setting-zone" byDefault="that of the device">
      <select
        id="setting-zone"
        class="input zone"
        value={values.zone}
        onChange={(event) => onChange({ zone: event.currentTarget.value })}
      >
        <option value="auto">This device ({deviceZone()})</option>
        {known.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </Row>
  )
}

/** Answers the server would not take. They are kept on this device; nothing is thrown away silently. */
function Refused() {
  const refused = outbox.refused.value
  if (refused.length === 0) return null
  return (
    <Group name="Answers that were refused">
      <ul class="rows">
        {refused.map((entry) => (
          <li key={entry.id} class="hint">
            {entry.sentence}
          </li>
        ))}
      </ul>
    </Group>
  )
}
