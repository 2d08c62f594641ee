import type { Exam } from '../../shared/api/exams.ts'
import type { Day } from '../../shared/basics/time.ts'
import { api } from '../api-client.ts'
import { sayQuietly } from './quiet-line.ts'
import { takeSettings } from './settings-state.ts'
import { toApiError } from './use-resource.ts'

/** The exam of a scope, if one is set. */
export function examOf(
  { kind, name }: Pick<Exam, 'kind' | 'name'>,
  exams: readonly Exam[],
): Exam | undefined {
  return exams.find((exam) => exam.kind === kind && exam.name === name)
}

/** Sets, moves (`on`) or forgets (null) an exam, with a way back; `done` hears of every change. */
export async function setExam(exam: Omit<Exam, 'on'>, on: Day | null, done: () => void): Promise<void> {
  try {
    // Another device may have set one meanwhile.
    const before = (await api.settings()).exams as (Exam & { on: Day })[]
    const others = before.filter((other) => examOf(exam, [other]) === undefined)
    await put(on === null ? others : [...others, { ...exam, on }])
    const words = on === null ? `${exam.title}: the exam is forgotten.` : `${exam.title}: the exam is set.`
    const undo = async () => {
      await put(before)
      done()
    }
    sayQuietly(words, { name: 'Undo', run: () => void undo() })
    done()
  } catch (reason) {
    sayQuietly(`Not changed. ${toApiError(reason).message}`)
  }
}

async function put(exams: (Exam & { on: Day })[]): Promise<void> {
  takeSettings(await api.changeSettings({ exams }))
}
