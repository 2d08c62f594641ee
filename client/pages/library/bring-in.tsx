import { useEffect, useRef, useState } from 'preact/hooks'
import type { ImportReply } from '../../../shared/api/imports.ts'
import { type ApiError, type ChosenFile, api } from '../../api-client.ts'
import { paths } from '../../router.ts'
import { announce } from '../../state/announcer.ts'
import { followReading, reading } from '../../state/reading.ts'
import { undoChange } from '../../state/undo-change.ts'
import { toApiError } from '../../state/use-resource.ts'
import { Trouble } from '../../ui/trouble.tsx'
import { counted } from '../../words/words.ts'
import { type Chosen, fileOfNote } from './chosen-files.ts'
import { ImportDone } from './import-done.tsx'
import { ImportPlan } from './import-plan.tsx'
import { ImportProgress } from './import-progress.tsx'
import { changeWords } from '../../words/import-words.ts'
import { PasteNote } from './paste-note.tsx'
import { WaysIn } from './ways-in.tsx'

/** Read, look, apply. What would change is shown before anything does. */
type Stage =
  | { readonly kind: 'choosing'; readonly notice: string | null }
  | { readonly kind: 'busy'; readonly words: string }
  | { readonly kind: 'planned'; readonly tray: Tray; readonly plan: ImportReply }
  | { readonly kind: 'done'; readonly reply: ImportReply }
  | { readonly kind: 'failed'; readonly error: ApiError; readonly mayBeDone: boolean }

/** The files that are on their way in, and those that were left out on a second look. */
interface Tray {
  readonly files: readonly ChosenFile[]
  readonly leftOut: readonly ChosenFile[]
  readonly others: number
}

export function BringIn({ onApplied }: { readonly onApplied: () => void }) {
  const [stage, setStage] = useState<Stage>({ kind: 'choosing', notice: null })
  const abort = useRef<() => void>(() => {})

  const run = async (
    words: string,
    kind: 'look' | 'change',
    step: (signal: AbortSignal) => Promise<Stage>,
  ) => {
    const controller = new AbortController()
    abort.current = () => controller.abort()
    setStage({ kind: 'busy', words })
    const stopFollowing = followReading()
    try {
      const next = await step(controller.signal)
      setStage(next)
      if (next.kind === 'done') {
        announce(changeWords(next.reply))
        onApplied()
      }
    } catch (reason) {
      const error = toApiError(reason)
      if (error.code === 'cancelled')
        setStage({ kind: 'choosing', notice: 'Cancelled. Nothing was changed.' })
      // A server that fell silent may have done what it was asked to do before it fell silent.
      else setStage({ kind: 'failed', error, mayBeDone: kind === 'change' && error.status === 0 })
    } finally {
      stopFollowing()
    }
  }
  const plan = (tray: Tray) =>
    run(`Sending ${counted(tray.files.length, 'file')}…`, 'look', async (signal) => ({
      kind: 'planned',
      tray,
      plan: await api.planImport(tray.files, signal),
    }))
  const apply = (files: readonly ChosenFile[]) =>
    run(`Sending ${counted(files.length, 'file')}…`, 'change', async () => ({
      kind: 'done',
      reply: await api.applyImport(files),
    }))
  const choose = ({ files, others }: Chosen) => {
    if (files.length > 0) return void plan({ files, others, leftOut: [] })
    setStage({
      kind: 'choosing',
      notice: `No notes in there${others === 0 ? '' : `, only ${counted(others, 'other file')}`}. Notes end in .md, .markdown or .txt.`,
    })
  }
  const cancel = () => {
    // Before the server reads, the request itself is taken back; once it reads, it is asked to stop.
    if (reading.value === null || reading.value.state === 'idle') abort.current()
    void api.cancelReading().catch(() => {})
  }
  const undo = async (changeId: string) => {
    const failure = await undoChange(changeId)
    setStage({ kind: 'choosing', notice: failure ?? 'Undone: everything is as it was before.' })
    onApplied()
  }

  return (
    <section class="section notes-bring-in" aria-labelledby="bring-in">
      <h2 id="bring-in" tabIndex={-1}>
        Bring in notes
      </h2>
      <p class="hint prose">
        You see what would change before anything does. Cards keep their history when a note is edited.
      </p>
      <StageFocus kind={stage.kind} />
      {stage.kind === 'busy' ? <ImportProgress words={stage.words} onCancel={cancel} /> : null}
      {stage.kind === 'planned' ? (
        <ImportPlan
          plan={stage.plan}
          others={stage.tray.others}
          leftOut={stage.tray.leftOut.map(({ path }) => path)}
          canLeaveOut={(path) => fileOfNote(stage.tray.files, path) !== undefined}
          onLeaveOut={(path) => {
            const left = fileOfNote(stage.tray.files, path)
            if (left !== undefined) void plan(withoutFile(stage.tray, left))
          }}
          onPutBack={(path) => void plan(withFile(stage.tray, path))}
          onApply={() => void apply(stage.tray.files)}
          onCancel={() => setStage({ kind: 'choosing', notice: null })}
        />
      ) : null}
      {stage.kind === 'done' ? <ImportDone reply={stage.reply} onUndo={(id) => void undo(id)} /> : null}
      {stage.kind === 'choosing' && stage.notice !== null ? (
        <p class="notice" role="status">
          {stage.notice}
        </p>
      ) : null}
      {stage.kind === 'failed' ? (
        <Trouble>
          {stage.error.message}{' '}
          {stage.mayBeDone ? (
            <>
              It may be done all the same: <a href={paths.changes}>Changes</a> will tell.
            </>
          ) : (
            'Nothing was changed.'
          )}
        </Trouble>
      ) : null}
      {stage.kind === 'busy' || stage.kind === 'planned' ? null : (
        <>
          <WaysIn
            onChosen={choose}
            onReadFolder={() =>
              void run('Reading the folder…', 'change', async () => ({
                kind: 'done',
                reply: await api.readFolder(),
              }))
            }
          />
          <PasteNote onPaste={(file) => choose({ files: [file], others: 0 })} />
        </>
      )}
    </section>
  )
}

/** What had the focus is gone when a step is over, so the focus goes to the head of the section. */
function StageFocus({ kind }: { readonly kind: Stage['kind'] }) {
  const before = useRef(kind)
  useEffect(() => {
    if (before.current === kind) return
    before.current = kind
    document.getElementById('bring-in')?.focus({ preventScroll: true })
    document.getElementById('bring-in')?.scrollIntoView({ block: 'start' })
  }, [kind])
  return null
}

function withoutFile(tray: Tray, left: ChosenFile): Tray {
  return {
    ...tray,
    files: tray.files.filter((file) => file !== left),
    leftOut: [...tray.leftOut, left],
  }
}

function withFile(tray: Tray, path: string): Tray {
  return {
    ...tray,
    files: [...tray.files, ...tray.leftOut.filter((file) => file.path === path)],
    leftOut: tray.leftOut.filter((file) => file.path !== path),
  }
}
