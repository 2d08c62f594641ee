import type { ExamView, ExamsReply } from '../../shared/api/exams.ts'
import { daysBetween } from '../../shared/basics/time.ts'
import type { Learner } from '../learner.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import type { MemoryRunner } from './memory-runner.ts'
import { gatherSimulation } from './simulate-workload.ts'

/** The exams that the learner set, the soonest first, each with the plan it needs. */
export async function openExams(learner: Learner, run: MemoryRunner): Promise<ExamsReply> {
  const settings = await readSettings(learner.db.reader, learner.id)
  const { today } = todayFor(settings, learner.zone, learner.clock())
  const { from: _from, ...basis } = await gatherSimulation(learner, {})
  const limit = settings.newPerDay
  const exams: ExamView[] = []
  for (const exam of settings.exams.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const daysLeft = daysBetween(today, exam.on)
    const scope = { kind: exam.kind, name: exam.name }
    const plan = daysLeft < 0 ? null : await run({ kind: 'planExam', scope, days: daysLeft, limit, ...basis })
    exams.push({ exam, daysLeft, plan: plan && { ...plan, limit } })
  }
  return { today, exams }
}
