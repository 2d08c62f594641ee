/** Every default in one place, as the learner meets it in Settings. */
export const defaultSettings = {
  newPerDay: 20,
  reviewsPerDay: 200,
  /** The study day begins at this hour of the learner's wall clock. */
  rolloverHour: 4,
  /** An IANA zone, or "auto" for that of the device. */
  zone: 'auto',
  fuzz: true,
  burySiblings: true,
  leechLapses: 6,
  gradeKeys: 4,
  theme: 'system',
  textSize: 100,
} as const
