import type { Draft } from '../../../shared/draft/draft.ts'
import { type KnownCard, draftLibrary } from '../../../shared/draft/draft-library.ts'
import { judgeDrafts } from '../../../shared/draft/judge-drafts.ts'

/** A draft that is sound but for what a test says of it. */
export function aDraft(changes: Partial<Draft>): Draft {
  return {
    kind: 'basic',
    question: '',
    answer: '',
    quote: '',
    lines: null,
    concept: null,
    corrects: null,
    ...changes,
  }
}

/** A library of these cards, in which nothing is rejected. */
export function aLibrary(
  cards: readonly KnownCard[] = [],
  more: { readonly rejected?: readonly string[]; readonly room?: number } = {},
) {
  return draftLibrary(cards, { rejected: new Set(more.rejected), room: more.room ?? 100 })
}

/** What the gate says of drafts, in short: the lines of an accepted one, the code of a refused one. */
export function verdictsOf(
  text: string,
  drafts: readonly Draft[],
  library = aLibrary(),
  title = 'Notes',
): (readonly number[] | string)[] {
  return judgeDrafts(drafts, { text, title }, library).map((verdict) =>
    verdict.kind === 'accepted' ? verdict.lines : verdict.code,
  )
}
