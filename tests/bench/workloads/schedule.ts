import { type BenchOptions, type WorkloadReport, compare, interleaved } from '../measure.ts'
import { runProgram } from '../programs.ts'
import type { ScheduleSteps } from '../programs/schedule-steps.ts'
import { showNumber } from '../report.ts'

/** A million SM-2 steps over 100 000 cards, ours against the arithmetic alone and against published schedulers. */
export async function measureSchedule({ quick }: BenchOptions): Promise<WorkloadReport> {
  const answers = quick ? 200_000 : 1_000_000
  const steps =
    (name: string, share = 1) =>
    () =>
      runProgram<ScheduleSteps>(
        'schedule-steps',
        name,
        String(answers * share),
        String((answers * share) / 10),
      )
  const measured = await interleaved({
    nextSm2: steps('nextSm2'),
    inPlace: steps('inPlace'),
    supermemo: steps('supermemo'),
    applyAnswer: steps('applyAnswer'),
    // A tenth of the answers for the slow one: the figure is per second.
    'ts-fsrs next': steps('ts-fsrs next', 0.1),
  })
  refuseOtherSums(measured)
  const perSecond = (name: keyof typeof measured) => measured[name].map((sample) => sample.perSecond)
  const against = (
    ours: keyof typeof measured,
    floor: keyof typeof measured,
    name: string,
    atLeast: number | null,
  ) =>
    compare(
      ours,
      '/s',
      perSecond(ours),
      { name, figures: perSecond(floor) },
      atLeast === null ? null : { of: 'ratio', is: 'at least', value: atLeast },
    )
  return {
    findings: [
      against('nextSm2', 'inPlace', 'in-place loop', 0.3),
      against('nextSm2', 'supermemo', 'npm supermemo', 1),
      against('nextSm2', 'ts-fsrs next', 'ts-fsrs next', 20),
      against('applyAnswer', 'inPlace', 'in-place loop', null),
      against('applyAnswer', 'supermemo', 'npm supermemo', null),
      against('applyAnswer', 'ts-fsrs next', 'ts-fsrs next', null),
    ],
    notes: [
      `${showNumber(answers)} answers in a fresh process each; nextSm2 is the arithmetic, applyAnswer the whole new state ` +
        'with its days as text',
    ],
  }
}

/** Ours and the floor do the same arithmetic, or the ratio says nothing. */
function refuseOtherSums(
  measured: Readonly<Record<'nextSm2' | 'inPlace' | 'applyAnswer', readonly ScheduleSteps[]>>,
): void {
  const sums = new Set(
    [...measured.nextSm2, ...measured.inPlace, ...measured.applyAnswer].map((sample) => sample.sum),
  )
  if (sums.size !== 1)
    throw new Error(`Inconsistent: the contenders came to different intervals (${[...sums].join(', ')})`)
}
