/** A copy of everything, made by itself at a moment. */
export interface TimedBackup {
  /** Milliseconds UTC. */
  readonly at: number
  readonly bytes: number
}

const dayMs = 86_400_000

/** While something changes, a backup is made this often. */
export const backupEveryMs = 30 * 60_000
/** So long each of them is kept; what is older is thinned to one a day, a week and a month. */
const recentMs = 2 * dayMs

/** How many of each kind stay: every half hour for two days, then the last of each day, week and month. */
export const mostKept = { recent: recentMs / backupEveryMs + 1, daily: 12, weekly: 10, monthly: 12 } as const

/**
 * Which backups stay, newest first. The newest always does; keeping twice is keeping once. Where they take more than `room`
 * bytes together, those of every half hour go first, then those of days, weeks and months, the oldest of each first.
 */
export function keepBackups<Backup extends TimedBackup>(
  backups: readonly Backup[],
  now: number,
  room = Infinity,
): Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at)
  const isRecent = ({ at }: Backup) => at > now - recentMs
  const recent = lastOfEach(newestFirst.filter(isRecent), halfHourOf, mostKept.recent)
  const older = [...recent.rest, ...newestFirst.filter((backup) => !isRecent(backup))]
  const daily = lastOfEach(older, dayOf, mostKept.daily)
  const weekly = lastOfEach(daily.rest, weekOf, mostKept.weekly)
  const monthly = lastOfEach(weekly.rest, monthOf, mostKept.monthly)
  return withinRoom([recent.kept, daily.kept, weekly.kept, monthly.kept], room)
}

const halfHourOf = (at: number): number => Math.floor(at / backupEveryMs)
const dayOf = (at: number): number => Math.floor(at / dayMs)
// 1970 began on a Thursday; a week begins on a Monday.
const weekOf = (at: number): number => Math.floor((at / dayMs + 3) / 7)
const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7)

/** The last backup of each of the newest periods, and what lies before these periods. */
function lastOfEach<Backup extends TimedBackup>(
  newestFirst: readonly Backup[],
  periodOf: (at: number) => number | string,
  most: number,
): { readonly kept: Backup[]; readonly rest: Backup[] } {
  const last = new Map<number | string, Backup>()
  const rest = newestFirst.filter((backup) => {
    const period = periodOf(backup.at)
    if (last.has(period)) return false
    if (last.size === most) return true
    last.set(period, backup)
    return false
  })
  return { kept: [...last.values()], rest }
}

/** Lets go of as many as the room asks for. */
function withinRoom<Backup extends TimedBackup>(tiers: readonly Backup[][], room: number): Backup[] {
  const kept = tiers.flat()
  const newest = kept[0]
  const leaving = tiers.flatMap((tier) => [...tier].reverse()).filter((backup) => backup !== newest)
  let taken = kept.reduce((sum, { bytes }) => sum + bytes, 0)
  const gone = new Set<Backup>()
  for (const backup of leaving) {
    if (taken <= room) break
    gone.add(backup)
    taken -= backup.bytes
  }
  return kept.filter((backup) => !gone.has(backup))
}
