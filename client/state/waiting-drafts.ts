import type { DraftView } from '../../shared/api/drafts.ts'
import { api } from '../api-client.ts'
import { inNotes } from './draft-row.ts'

const pageOfDrafts = 200

/** All drafts that wait, of one note or of all: note by note, each from its top. */
export async function waitingDrafts(noteId: string | undefined): Promise<DraftView[]> {
  const drafts: DraftView[] = []
  let cursor: string | null | undefined
  do {
    const page = await api.drafts({
      limit: pageOfDrafts,
      ...(noteId === undefined ? {} : { noteId }),
      ...(cursor == null ? {} : { cursor }),
    })
    drafts.push(...page.drafts)
    cursor = page.nextCursor
  } while (cursor !== null)
  return inNotes(drafts)
}
