import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { field, readJson } from '../../../shared/basics/read-json.ts'
import { syncToDisk } from './backup-folder.ts'

/** Where a data folder holds what is to take its place. */
export const stagingIn = (dataDir: string): string => join(dataDir, 'restoring')

/** What was agreed on when everything lay there, whole and on the disk. From then on the restore happens, whatever ends the process. */
export interface RestorePlan {
  /** Where the present data goes, below the data folder. */
  readonly keptIn: string
  /** What is replaced. What is not named stays as it is. */
  readonly items: readonly string[]
}

const planIn = (staging: string): string => join(staging, 'plan.json')
const asideIn = (staging: string): string => join(staging, 'old-is-aside')

/** Says that all is ready. This one step is the restore; the rest is moving files, which a later start goes on with. */
export function agreeOnRestore(dataDir: string, plan: RestorePlan): void {
  const file = planIn(stagingIn(dataDir))
  writeFileSync(`${file}.new`, JSON.stringify(plan))
  syncToDisk(`${file}.new`)
  renameSync(`${file}.new`, file)
  syncToDisk(dirname(file))
}

/**
 * Ends a restore that was agreed on: moves what there was aside, and the new into its place. One that was not agreed on is
 * forgotten. Only who holds the data folder calls it. Gives where the old data lies now; null when there was nothing to do.
 */
export function finishRestore(dataDir: string): string | null {
  const staging = stagingIn(dataDir)
  if (!existsSync(staging)) return null
  const plan = readPlan(planIn(staging))
  if (plan === null) {
    rmSync(staging, { recursive: true, force: true })
    return null
  }
  const kept = join(dataDir, plan.keptIn)
  if (!existsSync(asideIn(staging))) {
    mkdirSync(kept, { recursive: true })
    // A log of the old database beside the new one would be played into it.
    for (const item of plan.items.flatMap(withItsLogs)) moveIfThere(join(dataDir, item), join(kept, item))
    syncToDisk(kept)
    writeFileSync(asideIn(staging), '')
    syncToDisk(asideIn(staging))
    syncToDisk(staging)
  }
  for (const item of plan.items) moveIfThere(join(staging, item), join(dataDir, item))
  syncToDisk(dataDir)
  rmSync(staging, { recursive: true, force: true })
  return kept
}

const withItsLogs = (item: string): string[] =>
  item.endsWith('.db') ? [item, `${item}-wal`, `${item}-shm`] : [item]

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to)
}

function readPlan(file: string): RestorePlan | null {
  if (!existsSync(file)) return null
  const said = readJson(readFileSync(file, 'utf8'))
  const [keptIn, items] = [field(said, 'keptIn'), field(said, 'items')]
  if (typeof keptIn !== 'string' || !Array.isArray(items)) return null
  return { keptIn, items: items.filter((item) => typeof item === 'string') }
}
