/** The names of the levels a concept can stand on, lowest first, and the colour that repeats each name. */
export const levels = [
  { name: 'Unseen', colour: 'var(--sunken)' },
  { name: 'Started', colour: 'var(--h1)' },
  { name: 'Familiar', colour: 'var(--h2)' },
  { name: 'Solid', colour: 'var(--h3)' },
  { name: 'Durable', colour: 'var(--h4)' },
  { name: 'Lasting', colour: 'var(--easy)' },
] as const
