import { useEffect, useState } from 'preact/hooks'
import type { BackupView } from '../../../shared/api/backups.ts'
import { backupsApi } from '../../api/backups.ts'
import { outbox } from '../../state/sync.ts'
import { toApiError } from '../../state/use-resource.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { momentWords } from '../../words/backup-words.ts'

interface RestoreSheetProps {
  readonly backup: BackupView
  /** The present life of the database: another one says that the restore is done. */
  readonly epoch: string
  readonly onClose: () => void
}

type Step =
  { readonly is: 'asking' | 'checking' | 'changing' } | { readonly is: 'refused'; readonly says: string }

/** Says what comes back and what goes before anything is set back, and loads the page anew when it is done. */
export function RestoreSheet({ backup, epoch, onClose }: RestoreSheetProps) {
  const [step, setStep] = useState<Step>({ is: 'asking' })
  useEffect(() => (step.is === 'changing' ? loadWhenChanged(epoch) : undefined), [step.is])
  const restore = async () => {
    setStep({ is: 'checking' })
    try {
      await outbox.flush()
      await backupsApi.restore(backup.id)
      setStep({ is: 'changing' })
    } catch (error) {
      setStep({ is: 'refused', says: toApiError(error).message })
    }
  }
  return (
    <Sheet heading={`Go back to ${momentWords(backup.madeAt)}?`} onClose={onClose}>
      <ul class="rows prose">
        <li>
          Cards, schedules, settings and notes that were brought in become as they were then, for everybody on
          this server.
        </li>
        <li>
          Answers given since are sent again by the devices that still keep them; nothing else comes back.
        </li>
        <li>Your own folder of notes is not touched, and the present data is kept beside the restored.</li>
      </ul>
      {step.is === 'refused' ? (
        <p class="setting-bad-value" role="alert">
          {step.says}
        </p>
      ) : null}
      <p role="status">
        {step.is === 'checking' ? 'Checking the backup…' : null}
        {step.is === 'changing' ? 'The server begins anew with it. This page loads again by itself.' : null}
      </p>
      <button
        type="button"
        class="btn setting-restore"
        disabled={step.is === 'checking' || step.is === 'changing'}
        onClick={() => void restore()}
      >
        Restore
      </button>
    </Sheet>
  )
}

const lookEveryMs = 500

/** Looks until the server answers with another life of its database. */
function loadWhenChanged(epoch: string): () => void {
  const timer = setInterval(() => {
    void backupsApi.list().then(
      (known) => {
        if (known.epoch === epoch) return
        // What the restored data lacks is sent again at once.
        void outbox.meetEpoch(known.epoch).finally(() => location.reload())
      },
      () => {},
    )
  }, lookEveryMs)
  return () => clearInterval(timer)
}
