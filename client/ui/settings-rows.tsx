import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Settings } from '../../shared/api/settings.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import type { SettingsForm } from '../state/use-settings-form.ts'

/** What is typed to find a setting, in lower case. */
export const SettingsFilter = createContext('')

interface RowProps {
  readonly name: string
  /** What follows from it. */
  readonly says: string
  readonly byDefault?: string
  readonly id?: string
  readonly trouble?: string | null
  /** More than a field or two: it gets the whole width, below the words. */
  readonly wide?: boolean
  readonly children?: ComponentChildren
}

/** One setting: its name, what follows from it, its default, and the means to change it. */
export function Row({ name, says, byDefault, id, trouble, wide = false, children }: RowProps) {
  const filter = useContext(SettingsFilter)
  if (!`${name} ${says}`.toLowerCase().includes(filter)) return null
  return (
    <div class={wide ? 'setting wide' : 'setting'}>
      <div>
        {id === undefined ? (
          <p class="label">{name}</p>
        ) : (
          <label class="label" htmlFor={id}>
            {name}
          </label>
        )}
        <p class="hint">{says}</p>
        {byDefault === undefined ? null : <p class="small">Default: {byDefault}</p>}
      </div>
      <div class="setting-control">
        {children}
        {trouble == null ? null : (
          <p class="setting-bad-value" role="alert">
            {trouble}
          </p>
        )}
      </div>
    </div>
  )
}

export function Group({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <section class="section setting-group" aria-label={name}>
      <h2>{name}</h2>
      <div class="setting-rows">{children}</div>
    </section>
  )
}

interface FieldProps<Field extends keyof Settings> {
  readonly name: string
  readonly says: string
  readonly field: Field
  readonly form: SettingsForm
}

type NumberField =
  'newPerDay' | 'reviewsPerDay' | 'draftsPerDay' | 'rolloverHour' | 'leechLapses' | 'textSize'
type SwitchField = 'fuzz' | 'burySiblings' | 'freeAccents'
type ChoiceField = 'gradeKeys' | 'cardDensity' | 'draftsInto' | 'theme' | 'motion'

export function NumberRow(
  props: FieldProps<NumberField> & {
    readonly range: readonly [number, number]
    readonly unit?: string
    readonly step?: number
  },
) {
  const { name, says, field, form, range, unit, step } = props
  const id = `setting-${field}`
  return (
    <Row
      name={name}
      says={says}
      id={id}
      byDefault={[defaultSettings[field], unit].filter((part) => part !== undefined).join(' ')}
      trouble={form.troubleWith(field)}
    >
      <NumberField
        id={id}
        value={form.values[field]}
        range={range}
        step={step ?? 1}
        onChange={(value) => form.change({ [field]: value })}
      />
      {unit === undefined ? null : <span class="setting-unit">{unit}</span>}
    </Row>
  )
}

interface NumberFieldProps {
  readonly id: string
  readonly label?: string
  readonly value: number
  readonly range: readonly [number, number]
  readonly step?: number
  readonly onChange: (value: number) => void
}

/** A whole number in a range. What is being typed may be no number yet; it counts once it is one. */
export function NumberField({ id, label, value, range, step = 1, onChange }: NumberFieldProps) {
  const [lowest, highest] = range
  const [text, setText] = useState(String(value))
  const fits = (typed: string) =>
    typed.trim() !== '' &&
    Number.isInteger(Number(typed)) &&
    Number(typed) >= lowest &&
    Number(typed) <= highest
  // An undo changes the value from outside.
  useEffect(() => setText((now) => (fits(now) && Number(now) !== value ? String(value) : now)), [value])
  return (
    <>
      <input
        id={id}
        class="input setting-number nums"
        type="number"
        inputMode="numeric"
        aria-label={label}
        min={lowest}
        max={highest}
        step={step}
        value={text}
        aria-invalid={!fits(text)}
        aria-describedby={fits(text) ? undefined : `${id}-bad`}
        onInput={(event) => {
          const typed = event.currentTarget.value
          setText(typed)
          if (fits(typed)) onChange(Number(typed))
        }}
      />
      {fits(text) ? null : (
        <p id={`${id}-bad`} class="setting-bad-value" role="alert">
          From {lowest} to {highest.toLocaleString('en')}; {value} stays.
        </p>
      )}
    </>
  )
}

export function SwitchRow({ name, says, field, form }: FieldProps<SwitchField>) {
  return (
    <Row
      name={name}
      says={says}
      byDefault={defaultSettings[field] ? 'on' : 'off'}
      trouble={form.troubleWith(field)}
    >
      <Switch label={name} on={form.values[field]} onChange={(on) => form.change({ [field]: on })} />
    </Row>
  )
}

export function Switch(props: {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}) {
  return (
    <label class="setting-switch">
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

export function ChoiceRow<Field extends ChoiceField>(
  props: FieldProps<Field> & { readonly options: readonly (readonly [Settings[Field], string])[] },
) {
  const { name, says, field, form, options } = props
  const id = `setting-${field}`
  const normal = options.find(([value]) => value === defaultSettings[field])?.[1] ?? ''
  return (
    <Row name={name} says={says} id={id} byDefault={normal.toLowerCase()} trouble={form.troubleWith(field)}>
      <select
        id={id}
        class="input"
        value={String(form.values[field])}
        onChange={(event) => {
          const chosen = options.find(([value]) => String(value) === event.currentTarget.value)
          if (chosen !== undefined) form.change({ [field]: chosen[0] })
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
