import { useEffect, useState } from 'preact/hooks'
import { api } from '../../api-client.ts'
import { flushBriefly } from '../../state/sync.ts'
import type { SettingsForm } from '../../state/use-settings-form.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { Row } from '../../ui/settings-rows.tsx'
import { steeringWords } from '../../words/steering-words.ts'

const offered = [5, 10, 15, 20, 30, 45, 60, 90]

/** Minutes a day in place of a number of new cards: how many fit is worked out from the learner's own seconds. */
export function MinutesRow({ form }: { readonly form: SettingsForm }) {
  const { values } = form
  const stats = useResource('stats', api.stats)
  const [trouble, setTrouble] = useState<string | null>(null)
  const choices = [...new Set([...offered, ...(values.minutesPerDay === null ? [] : [values.minutesPerDay])])]
  const choose = async (minutesPerDay: number | null) => {
    setTrouble(null)
    try {
      await flushBriefly()
      form.take(await api.changeSettings({ minutesPerDay }))
      if (minutesPerDay !== null) form.take(await api.steer())
    } catch (reason) {
      setTrouble(`Not worked out: ${toApiError(reason).message}`)
    }
  }
  const isStale = values.minutesPerDay !== null && values.steered?.forMinutes !== values.minutesPerDay
  useEffect(() => {
    if (isStale) void api.steer().then(form.take, () => {})
  }, [])
  const words = steeringWords(values, stats.resource.kind === 'ready' ? stats.resource.value : null)
  return (
    <Row
      name="Minutes a day"
      says="Say how long a day may take, in place of how many new cards. How many fit is played forward every day from your own cards and seconds; reviews are never left out for it."
      id="setting-minutes"
      byDefault="off: new cards are counted"
      trouble={trouble}
    >
      <select
        id="setting-minutes"
        class="input"
        value={String(values.minutesPerDay ?? '')}
        onChange={(event) => {
          const { value } = event.currentTarget
          void choose(value === '' ? null : Number(value))
        }}
      >
        <option value="">Count new cards</option>
        {choices
          .sort((a, b) => a - b)
          .map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {minutes} minutes
            </option>
          ))}
      </select>
      {words === null ? null : (
        <p class="hint nums" role="status">
          {words}
        </p>
      )}
    </Row>
  )
}
