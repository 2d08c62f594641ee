import { type Calibration, calibrationLine } from '../../shared/insight/calibration.ts'

/** The line that stands beside a predicted number, so that it can be held against what happened. */
export function CalibrationLine({ calibration }: { readonly calibration: Calibration }) {
  return <span class="nums">{calibrationLine(calibration)}</span>
}
