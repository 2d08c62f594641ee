import { useState } from 'preact/hooks'
import type { BackupView, BackupsReply } from '../../../shared/api/backups.ts'
import { backupsApi } from '../../api/backups.ts'
import { now } from '../../state/clock.ts'
import { toApiError } from '../../state/use-resource.ts'
import { Row } from '../../ui/settings-rows.tsx'
import { momentWords, nextWords, reasonWords, sizeWords, totalWords } from '../../words/backup-words.ts'
import { counted } from '../../words/words.ts'
import { RestoreSheet } from './restore-sheet.tsx'
import './settings-backups.css'

interface BackupsProps {
  readonly known: BackupsReply
  readonly onChanged: () => void
}

/** The backups that there are, the next one, and how to make, test and go back to one. */
export function SettingsBackups({ known, onChanged }: BackupsProps) {
  const { backups, failed, dueAt } = known
  const [isMaking, setMaking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const make = async () => {
    setMaking(true)
    setTrouble(null)
    try {
      await backupsApi.make()
    } catch (error) {
      setTrouble(toApiError(error).message)
    } finally {
      setMaking(false)
      onChanged()
    }
  }
  const [newest] = backups
  const last = newest === undefined ? 'There is none yet.' : `The last is of ${momentWords(newest.madeAt)}.`
  const notMade = failed === null ? null : `None was made on ${momentWords(failed.at)}: ${failed.sentence}`
  return (
    <>
      <Row
        name="Backups"
        says={`Made every half hour while something changes, and thinned to one a day, a week and a month. Each is opened and checked. ${last} ${nextWords(dueAt, now())}`}
        trouble={trouble ?? notMade}
      >
        <button type="button" class="btn quiet" disabled={isMaking} onClick={() => void make()}>
          {isMaking ? 'Backing up…' : 'Back up now'}
        </button>
      </Row>
      {backups.length === 0 ? null : <KeptBackups known={known} />}
    </>
  )
}

function KeptBackups({ known: { backups, folder, epoch } }: { readonly known: BackupsReply }) {
  const [chosen, setChosen] = useState<BackupView | null>(null)
  return (
    <Row wide name="Kept backups" says={`${totalWords(backups)}, in ${folder}`}>
      <details class="setting-backups">
        <summary>Test or restore one</summary>
        <ul class="rows">
          {backups.map((backup) => (
            <BackupRow key={backup.id} backup={backup} onRestore={() => setChosen(backup)} />
          ))}
        </ul>
      </details>
      {chosen === null ? null : (
        <RestoreSheet backup={chosen} epoch={epoch} onClose={() => setChosen(null)} />
      )}
    </Row>
  )
}

type Test =
  { readonly is: 'untested' | 'testing' } | { readonly is: 'whole' | 'spoilt'; readonly says: string }

function BackupRow({ backup, onRestore }: { readonly backup: BackupView; readonly onRestore: () => void }) {
  const [test, setTest] = useState<Test>({ is: 'untested' })
  const moment = momentWords(backup.madeAt)
  const check = async () => {
    setTest({ is: 'testing' })
    try {
      const { answers, notes } = await backupsApi.check(backup.id)
      const kept = notes === 0 ? '' : ` and ${counted(notes, 'note')}`
      setTest({ is: 'whole', says: `Whole: ${counted(answers, 'answer')}${kept}.` })
    } catch (error) {
      setTest({ is: 'spoilt', says: toApiError(error).message })
    }
  }
  return (
    <li class="setting-backup">
      <p>
        <span class="nums">{moment}</span>
        <span class="hint">
          {sizeWords(backup.bytes)}, {reasonWords(backup)}
        </span>
      </p>
      <p class="setting-backup-actions">
        <button type="button" class="btn quiet" disabled={test.is === 'testing'} onClick={() => void check()}>
          {test.is === 'testing' ? 'Testing…' : 'Test'}
          <span class="vh"> the backup of {moment}</span>
        </button>
        <button type="button" class="btn quiet" onClick={onRestore}>
          Restore…<span class="vh"> the backup of {moment}</span>
        </button>
      </p>
      {'says' in test ? (
        <p class={test.is === 'whole' ? 'hint' : 'setting-bad-value'} role="status">
          {test.says}
        </p>
      ) : null}
    </li>
  )
}
