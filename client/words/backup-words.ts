import type { BackupView } from '../../shared/api/backups.ts'
import { counted } from './words.ts'

const reasons: Record<BackupView['reason'], string> = {
  'by-itself': 'made by itself',
  'by-hand': 'made by hand, kept until you delete it',
  'before-update': 'before an update',
  'before-repair': 'before a repair',
}

export const reasonWords = ({ reason }: BackupView): string => reasons[reason]

/** The moment by the reader's own clock. */
export const momentWords = (at: number): string =>
  new Date(at).toLocaleString('en', {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })

export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en')} kB`
  const megabytes = bytes / 1e6
  return `${megabytes.toLocaleString('en', { maximumFractionDigits: megabytes < 10 ? 1 : 0 })} MB`
}

/** When the next one is made, in a sentence. */
export function nextWords(dueAt: number, now: number): string {
  const when = dueAt <= now ? 'within a minute' : `after ${momentWords(dueAt)}`
  return `The next is made ${when}, if anything has changed.`
}

export function totalWords(backups: readonly BackupView[]): string {
  const bytes = backups.reduce((sum, backup) => sum + backup.bytes, 0)
  return `${counted(backups.length, 'backup')}, ${sizeWords(bytes)} together`
}
