import { useEffect, useRef } from 'preact/hooks'
import { mergeTexts } from './merge-texts.ts'
import type { Resolution, SaveConflict } from './use-note-desk.ts'
import { LineDiff } from '../../ui/line-diff.tsx'

/** Two edits of one note beside each other, each against the text both began from. */
export function ConflictView({
  conflict,
  onResolve,
}: {
  readonly conflict: SaveConflict
  readonly onResolve: (choice: Resolution) => void
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { base, mine } = conflict
  const theirs = conflict.theirs.text.replaceAll(/\r\n?/g, '\n')
  const joined = mergeTexts(base, mine, theirs)
  return (
    <section class="panel editor-save-conflict" aria-labelledby="save-conflict">
      <h2 id="save-conflict" ref={heading} tabIndex={-1}>
        Not saved: the file was changed elsewhere
      </h2>
      <p class="hint prose">
        {joined === null
          ? 'Both edits touch the same lines. Choose one, or go on editing with the other in view.'
          : 'The two edits touch different lines, so they can be joined.'}
      </p>
      <div class="editor-conflict-sides">
        <div>
          <h3>In the file now</h3>
          <LineDiff before={base} after={theirs} />
        </div>
        <div>
          <h3>Yours</h3>
          <LineDiff before={base} after={mine} />
        </div>
      </div>
      <p class="row">
        {joined === null ? null : (
          <button type="button" class="btn" onClick={() => onResolve({ joined })}>
            Join both
          </button>
        )}
        <button type="button" class="btn quiet" onClick={() => onResolve('edit')}>
          Keep editing
        </button>
        <button type="button" class="btn quiet" onClick={() => onResolve('mine')}>
          Save mine over it
        </button>
        <button type="button" class="btn quiet" onClick={() => onResolve('theirs')}>
          Take what is in the file
        </button>
      </p>
    </section>
  )
}
