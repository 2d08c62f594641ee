import type { DraftChanges } from './draft-reading.ts'
import { counted } from '../../words/words.ts'

/** `2 new cards, 1 changed (keeps its history), 1 removed.` */
export function draftWords({ added, changed, meaning, removed }: DraftChanges): string {
  const parts = [
    added > 0 ? counted(added, 'new card') : '',
    changed > 0 ? `${changed} changed (${changed === 1 ? 'keeps its' : 'keep their'} history)` : '',
    meaning > 0 ? `${meaning} with another meaning` : '',
    removed > 0 ? `${removed} removed` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'No card changes.' : `${parts.join(', ')}.`
}
