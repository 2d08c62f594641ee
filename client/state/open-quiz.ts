import { signal } from '@preact/signals'
import { readLocal, writeLocal } from './device.ts'

const key = 'recollect.open-quiz'

/** The quiz this device began and has not finished, if any. */
export const openQuizId = signal(readLocal(key))
openQuizId.subscribe((id) => writeLocal(key, id))
