import type { DecidedCards, LibraryChange } from '../../../shared/api/changes.ts'
import type { CardDecision } from '../../../shared/card/card-decision.ts'
import { counted } from '../../words/words.ts'

/** A row of the list of changes: one change, or the decisions on cards that were made at one go. */
export type ChangeEntry =
  | { readonly kind: 'one'; readonly change: LibraryChange }
  | { readonly kind: 'decisions'; readonly changes: readonly LibraryChange[] }

/** Whoever says nothing for so long has got up meanwhile. */
const pauseMs = 30 * 60_000

/** Changes, newest first, with decisions on cards in a row put together. */
export function groupChanges(changes: readonly LibraryChange[]): ChangeEntry[] {
  const runs: LibraryChange[][] = []
  for (const change of changes) {
    const run = runs.at(-1)
    const later = run?.at(-1)
    if (later !== undefined && isDecision(later) && isDecision(change) && later.at - change.at <= pauseMs)
      run?.push(change)
    else runs.push([change])
  }
  return runs.map((run): ChangeEntry => {
    const [change] = run
    return run.length === 1 && change !== undefined
      ? { kind: 'one', change }
      : { kind: 'decisions', changes: run }
  })
}

const isDecision = ({ kind, decided }: LibraryChange): boolean => kind === 'decision' && decided.length > 0

/** `12 cards kept, 3 dropped in “Trees” and “Elms”.` What was taken back is not counted, unless all of it was. */
export function decisionWords(changes: readonly LibraryChange[]): string {
  const standing = changes.filter(({ undone }) => !undone)
  const decided = (standing.length === 0 ? changes : standing).flatMap((change) => change.decided)
  const parts = (Object.keys(said) as CardDecision[]).flatMap((decision) => {
    const count = countOf(decided.filter((one) => one.decision === decision))
    return count === 0 ? [] : [{ count, words: said[decision] }]
  })
  const words = parts.map(
    ({ count, words: done }, i) => `${i === 0 ? counted(count, 'card') : count.toLocaleString('en')} ${done}`,
  )
  return `${words.join(', ')} ${placeOf(decided)}.`
}

const said: Readonly<Record<CardDecision, string>> = {
  kept: 'kept',
  edited: 'reworded',
  dropped: 'dropped',
  never: 'ruled out',
  deleted: 'deleted',
}

const countOf = (decided: readonly DecidedCards[]): number =>
  decided.reduce((sum, { count }) => sum + count, 0)

/** `in “Trees”`, `in “Trees” and “Elms”`, `in 5 notes`: the first decided on comes first. */
function placeOf(decided: readonly DecidedCards[]): string {
  const notes = [...new Set(decided.map(({ note }) => note))].reverse()
  return notes.length > 2
    ? `in ${notes.length} notes`
    : `in ${notes.map((note) => `“${note}”`).join(' and ')}`
}
