import type { Day } from '../../shared/basics/time.ts'
import { api } from '../api-client.ts'
import { settings, studyDayNow, takeSettings } from './settings-state.ts'

/** Something that stays away until a day, by its key. */
export interface PutOff {
  readonly key: string
  readonly until: Day
}

/** What was put off, as the server last told it. */
export const putOff = (): readonly PutOff[] => settings.value.notNow

/** Whether something is put off today. */
export const isPutOff = (key: string): boolean =>
  putOff().some((one) => one.key === key && one.until > studyDayNow())

/** Puts something off until a day, on every device; what is over is forgotten. */
export async function putOffUntil(key: string, until: Day): Promise<void> {
  const today = studyDayNow()
  const still = putOff().filter((one) => one.until > today && one.key !== key)
  await changePutOff([...still.slice(-99), { key, until }])
}

/** Says of all at once what is put off. */
export async function changePutOff(notNow: readonly PutOff[]): Promise<void> {
  takeSettings(await api.changeSettings({ notNow: [...notNow] }))
}
