import type { ImportReply } from '../../../shared/api/imports.ts'
import { paths } from '../../router.ts'
import { counted } from '../../words/words.ts'
import { changeWords, refusedWords, waitWords, waitingAfter } from '../../words/import-words.ts'

/** What was done, what waits now, and the one step back. */
export function ImportDone({
  reply,
  onUndo,
}: {
  readonly reply: ImportReply
  readonly onUndo: (changeId: string) => void
}) {
  const { changeId, refused } = reply
  const waiting = waitingAfter(reply)
  return (
    <div class="notice notes-import-done">
      <p>
        {changeWords(reply)}
        {refused.length > 0 ? ` ${counted(refused.length, 'file')} could not be read.` : ''}
      </p>
      {refused.length === 0 ? null : (
        <ul class="notes-refused">
          {refused.map((file) => (
            <li key={file.path} class="small">
              <span class="path">{file.path}</span> {refusedWords(file)}
            </li>
          ))}
        </ul>
      )}
      <p class="row">
        {reply.counts.added === 0 ? null : (
          <a href={paths.skim()}>Skim {counted(reply.counts.added, 'new card')}</a>
        )}
        {waiting === 0 ? null : <a href={paths.inbox()}>{waitWords(waiting)}</a>}
        {changeId === null ? null : (
          <button type="button" class="btn quiet" onClick={() => onUndo(changeId)}>
            Undo
          </button>
        )}
      </p>
    </div>
  )
}
