import type { BackupCheck, BackupView, BackupsReply, Restoration } from '../../shared/api/backups.ts'
import { read, write } from './request.ts'

/** What the part of Settings about backups asks of the server. */
export const backupsApi = {
  list: () => read<BackupsReply>('/backups'),
  make: () => write<BackupView>('POST', '/backups', {}),
  check: (id: string) => write<BackupCheck>('POST', `/backups/${encodeURIComponent(id)}/checks`, {}),
  restore: (backup: string) => write<Restoration>('POST', '/restorations', { backup }),
}

/** Where a browser fetches everything of its learner, as a file. */
export const exportAddress = '/api/v1/export'
