/** How many cards a learner wants of their notes. */
export const densities = ['few', 'balanced', 'all'] as const
export type Density = (typeof densities)[number]
