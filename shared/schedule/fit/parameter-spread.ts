/**
 * How far each of the 21 parameters differs between learners (standard deviation over some ten thousand of them, from
 * fsrs-rs). The price of leaving a default is counted in these.
 */
export const parameterSpread = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31,
  0.32, 0.14, 0.27,
] as const
