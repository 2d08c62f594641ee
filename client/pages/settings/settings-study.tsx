import { useState } from 'preact/hooks'
import { type Day, addDays, isDay } from '../../../shared/basics/time.ts'
import { deviceZone } from '../../state/device.ts'
import { studyDayNow } from '../../state/settings-state.ts'
import type { SettingsForm } from '../../state/use-settings-form.ts'
import { longDay } from '../../words/words.ts'
import { Group, NumberField, NumberRow, Row, SwitchRow } from '../../ui/settings-rows.tsx'
import { MinutesRow } from './settings-minutes.tsx'

interface SectionProps {
  readonly form: SettingsForm
}

/** How much a day asks, and in what order. */
export function SettingsStudy({ form }: SectionProps) {
  return (
    <Group name="Study">
      <MinutesRow form={form} />
      {form.values.minutesPerDay === null ? (
        <NumberRow
          name="New cards a day"
          field="newPerDay"
          form={form}
          range={[0, 1000]}
          says="Each brings about five reviews in its first half year."
        />
      ) : null}
      <NumberRow
        name="Reviews a day"
        field="reviewsPerDay"
        form={form}
        range={[0, 10_000]}
        says="Cards beyond the limit wait for the next day."
      />
      <TodayOnlyRow form={form} />
      <Row
        name="Order"
        says="What you are closest to forgetting comes first, concepts take turns, and new cards come in between. It is fixed: any other order would forget more for the same work."
      />
      <SwitchRow
        name="Keep siblings apart"
        field="burySiblings"
        form={form}
        says="Two cards of one fact are not asked on the same day: one gives the other away."
      />
      <SwitchRow
        name="Accents may be left out"
        field="freeAccents"
        form={form}
        says="When you type an answer or search your cards, “resume” stands for “résumé” and “Da Nang” for “Đà Nẵng”."
      />
    </Group>
  )
}

function TodayOnlyRow({ form }: SectionProps) {
  const today = studyDayNow()
  const { todayOnly, newPerDay, reviewsPerDay } = form.values
  const isSet = todayOnly?.day === today
  const limits = isSet ? todayOnly : { day: today, newPerDay, reviewsPerDay }
  const change = (part: Partial<typeof limits>) =>
    form.change({ todayOnly: { ...limits, ...part, day: today } })
  return (
    <Row
      name="Today only"
      says="Other limits for this one day; tomorrow the usual ones are back."
      byDefault="the usual limits"
      trouble={form.troubleWith('todayOnly')}
    >
      <span class="setting-today-limit">
        <NumberField
          id="today-new"
          label="New cards, today only"
          value={limits.newPerDay}
          range={[0, 1000]}
          onChange={(value) => change({ newPerDay: value })}
        />
        <span class="setting-unit">new</span>
      </span>
      <span class="setting-today-limit">
        <NumberField
          id="today-reviews"
          label="Reviews, today only"
          value={limits.reviewsPerDay}
          range={[0, 10_000]}
          onChange={(value) => change({ reviewsPerDay: value })}
        />
        <span class="setting-unit">reviews</span>
      </span>
      {isSet ? (
        <button type="button" class="link-btn" onClick={() => form.change({ todayOnly: null })}>
          The usual limits
        </button>
      ) : null}
    </Row>
  )
}

/** When a day begins, and which days are kept free. */
export function SettingsDays({ form }: SectionProps) {
  return (
    <Group name="Days">
      <NumberRow
        name="The day starts at"
        field="rolloverHour"
        form={form}
        range={[0, 23]}
        unit="o’clock"
        says="Answers before this hour still count for the day before."
      />
      <ZoneRow form={form} />
      <DaysRow
        form={form}
        field="restDays"
        name="Rest days"
        says="Due days are moved off these weekdays where an interval is long enough to bend. One day at least stays."
        most={6}
      />
      <DaysRow
        form={form}
        field="easyDays"
        name="Easy days"
        says="These weekdays get about half as much where an interval is long enough to bend."
        most={7}
      />
      <BreaksRow form={form} />
      <ComebackRow form={form} />
    </Group>
  )
}

function ZoneRow({ form }: SectionProps) {
  const { zone } = form.values
  const zones = Intl.supportedValuesOf('timeZone')
  const known = zone === 'auto' || zones.includes(zone) ? zones : [zone, ...zones]
  return (
    <Row
      name="Time zone"
      says="Decides when a day begins."
      id="setting-zone"
      byDefault="that of the device"
      trouble={form.troubleWith('zone')}
    >
      <select
        id="setting-zone"
        class="input setting-zone"
        value={zone}
        onChange={(event) => form.change({ zone: event.currentTarget.value })}
      >
        <option value="auto">This device ({deviceZone()})</option>
        {known.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </Row>
  )
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const fromMonday = [1, 2, 3, 4, 5, 6, 0]

interface DaysRowProps extends SectionProps {
  readonly field: 'restDays' | 'easyDays'
  readonly name: string
  readonly says: string
  readonly most: number
}

/** Days of the week that are kept free, or easier. */
function DaysRow({ form, field, name, says, most }: DaysRowProps) {
  const days = form.values[field] ?? []
  const toggle = (day: number) =>
    form.change({
      [field]: days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort((a, b) => a - b),
    })
  return (
    <Row name={name} says={says} byDefault="none" wide trouble={form.troubleWith(field)}>
      {fromMonday.map((day) => (
        <label key={day} class="setting-day-pick">
          <input
            type="checkbox"
            checked={days.includes(day)}
            disabled={!days.includes(day) && days.length >= most}
            onChange={() => toggle(day)}
          />
          {weekdays[day]}
        </label>
      ))}
    </Row>
  )
}

function BreaksRow({ form }: SectionProps) {
  const { breaks } = form.values
  const today = studyDayNow()
  const [from, setFrom] = useState<string>(today)
  const [until, setUntil] = useState<string>(addDays(today, 7))
  const isFit = isDay(from) && isDay(until) && from <= until
  return (
    <Row
      name="Breaks"
      says="On these days nothing is asked. What was due waits, most urgent first, and can be worked off over some days."
      byDefault="none"
      wide
      trouble={form.troubleWith('breaks')}
    >
      <ul class="setting-break-rows">
        {breaks.map((one) => (
          <li key={`${one.from} ${one.until}`}>
            {longDay(one.from, today)} to {longDay(one.until, today)}{' '}
            <button
              type="button"
              class="link-btn"
              aria-label={`Remove the break from ${longDay(one.from, today)}`}
              onClick={() => form.change({ breaks: breaks.filter((other) => other !== one) })}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <label class="row">
        From
        <input
          class="input setting-day"
          type="date"
          value={from}
          onInput={(event) => setFrom(event.currentTarget.value)}
        />
      </label>
      <label class="row">
        until
        <input
          class="input setting-day"
          type="date"
          min={from}
          value={until}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
      </label>
      <button
        type="button"
        class="btn quiet"
        disabled={!isFit || breaks.length >= 20}
        onClick={() => form.change({ breaks: [...breaks, { from: from as Day, until: until as Day }] })}
      >
        Add the break
      </button>
      {isFit ? null : (
        <p class="setting-bad-value" role="alert">
          A break ends on the day it begins, or later.
        </p>
      )}
    </Row>
  )
}

function ComebackRow({ form }: SectionProps) {
  const { comeback } = form.values
  return (
    <Row
      name="Working off a backlog"
      says={
        comeback === null
          ? 'No plan runs. After days away, Today offers to spread what is due, weakest memories first.'
          : `Since ${longDay(comeback.from)}, spread over ${comeback.days} days; no new cards meanwhile.`
      }
      byDefault="none"
      trouble={form.troubleWith('comeback')}
    >
      {comeback === null ? null : (
        <button type="button" class="btn quiet" onClick={() => form.change({ comeback: null })}>
          End the plan
        </button>
      )}
    </Row>
  )
}
