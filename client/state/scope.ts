import type { QueueAsked } from '../api/study.ts'

/** Which cards a sitting is about: the whole day without a field, else what the address says. */
export type Scope = Omit<QueueAsked, 'zone' | 'limit'>

/** The fields of a scope by their names in the address. */
export const scopeNames = {
  concept: 'conceptId',
  note: 'noteId',
  folder: 'folder',
  tag: 'tag',
  topic: 'topic',
  state: 'state',
  q: 'q',
  practice: 'practice',
} as const

/** The scope that an address asks for; what it does not know is left out. */
export function scopeOf(query: Readonly<Record<string, string>>): Scope {
  const fields = Object.entries(scopeNames).flatMap(([name, field]) => {
    const value = query[name]
    if (value === undefined || value === '') return []
    return [[field, field === 'practice' ? true : value]]
  })
  return Object.fromEntries(fields) as Scope
}

export function isWholeDay(scope: Scope): boolean {
  return Object.values(scope).every((value) => value === undefined)
}
