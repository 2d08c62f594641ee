import type { Scope } from '../../../shared/schedule/scope.ts'
import { api } from '../../api-client.ts'

/** Something whose charts can be shown, with its name for people. */
export interface FoundScope {
  readonly scope: Scope
  readonly name: string
}

const mostFound = 12

/** Concepts, notes and tags with these words in their names. */
export async function findScopes(q: string): Promise<FoundScope[]> {
  const [{ choices }, { notes }] = await Promise.all([api.quizScopes(q), api.notes()])
  const wanted = q.toLowerCase()
  const asked = choices.flatMap(({ scope, name }): FoundScope[] => {
    if (scope.kind === 'tag') return [{ scope: { kind: 'tag', name: scope.tag }, name }]
    const [conceptId] = scope.kind === 'concepts' ? scope.conceptIds : []
    return conceptId === undefined ? [] : [{ scope: { kind: 'concept', name: conceptId }, name }]
  })
  const named = notes
    .filter(({ title, path }) => `${title} ${path}`.toLowerCase().includes(wanted))
    .map(({ id, title }): FoundScope => ({ scope: { kind: 'note', name: id }, name: title }))
  // A few of each, so that one kind does not hide the others.
  return [...asked.slice(0, mostFound - Math.min(4, named.length)), ...named].slice(0, mostFound)
}
