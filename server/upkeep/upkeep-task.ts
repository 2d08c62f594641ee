import { type BackupWish, backUp } from '../db/sqlite/back-up.ts'
import type { KeptFile } from '../db/sqlite/backup-folder.ts'
import { type CheckedBackup, checkBackup } from '../db/sqlite/check-backup.ts'
import { type StagedRestore, stageRestore } from '../db/sqlite/stage-restore.ts'

/** Work on whole files, which takes long and is done beside the answers. */
export type UpkeepTask =
  | { readonly kind: 'backUp'; readonly wish: BackupWish }
  | { readonly kind: 'check'; readonly file: string }
  | { readonly kind: 'stage'; readonly file: string; readonly dataDir: string; readonly now: number }

/** What each kind of task gives. */
export interface UpkeepResult {
  readonly backUp: KeptFile
  readonly check: CheckedBackup
  readonly stage: StagedRestore
}

/** Does one task. Throws a `BackupFailure` where it cannot be done. */
export async function doUpkeepTask<Task extends UpkeepTask>(task: Task): Promise<UpkeepResult[Task['kind']]>
export async function doUpkeepTask(task: UpkeepTask): Promise<UpkeepResult[UpkeepTask['kind']]> {
  switch (task.kind) {
    case 'backUp':
      return backUp(task.wish)
    case 'check':
      return checkBackup(task.file)
    case 'stage':
      return stageRestore(task.file, task.dataDir, task.now)
  }
}
