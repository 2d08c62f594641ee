import { useEffect, useRef, useState } from 'preact/hooks'
import type { Settings } from '../../shared/api/settings.ts'
import { api } from '../api-client.ts'
import { sayQuietly } from './quiet-line.ts'
import { takeSettings } from './settings-state.ts'
import { toApiError } from './use-resource.ts'

/** Settings on the desk: what they are now, a change, and why a field was not saved. */
export interface SettingsForm {
  readonly values: Settings
  readonly change: (part: Partial<Settings>) => void
  /** Takes what the server made of the settings by itself. */
  readonly take: (settings: Settings) => void
  /** What the server said against the last value of a field. */
  readonly troubleWith: (field: keyof Settings) => string | null
}

const saveAfterMs = 300

/** Saves every change a moment after it, sends only what changed, and says so with a way back. */
export function useSettingsForm(loaded: Settings): SettingsForm {
  const [values, setValues] = useState(loaded)
  const [trouble, setTrouble] = useState<{ fields: readonly string[]; sentence: string } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saved = useRef(loaded)
  const unsaved = useRef<Partial<Settings>>({})

  const save = async (says = 'Saved.') => {
    clearTimeout(timer.current)
    const part = unsaved.current
    const fields = Object.keys(part) as (keyof Settings)[]
    if (fields.length === 0) return
    unsaved.current = {}
    const before = Object.fromEntries(
      fields.map((field) => [field, saved.current[field]]),
    ) as Partial<Settings>
    try {
      saved.current = await api.changeSettings(part)
      takeSettings({ ...saved.current, ...unsaved.current })
      setTrouble(null)
      const back = () => {
        put(before)
        void save('Undone.')
      }
      sayQuietly(says, says === 'Saved.' ? { name: 'Undo', run: back } : null)
    } catch (reason) {
      setTrouble({ fields, sentence: `Not saved: ${toApiError(reason).message}` })
    }
  }
  const put = (part: Partial<Settings>) => {
    unsaved.current = { ...unsaved.current, ...part }
    const next = { ...saved.current, ...unsaved.current }
    setValues(next)
    takeSettings(next)
  }
  // Leaving the page must not lose the last change.
  useEffect(() => () => void save(), [])
  return {
    values,
    take: (settings) => {
      saved.current = settings
      put({})
    },
    change: (part) => {
      put(part)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), saveAfterMs)
    },
    troubleWith: (field) => (trouble?.fields.includes(field) === true ? trouble.sentence : null),
  }
}
