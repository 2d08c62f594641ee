import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the checkout: every command of package.json runs in it, and so do the programs we start. */
export const root = process.cwd()

/** Where generated collections and built programs are kept between runs. Git does not see it; it may be deleted. */
export const workFolder = join(root, '.bench')

/** An empty folder of the run; what an earlier run left in it is gone. */
export function freshFolder(name: string): string {
  const folder = join(workFolder, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A collection of its own for a round that writes: the generated one stays as it was made. */
export function copyCollection(folder: string, name: string): string {
  const copy = freshFolder(name)
  for (const file of ['recollect.db', 'recollect.lock']) {
    if (existsSync(join(folder, file))) copyFileSync(join(folder, file), join(copy, file))
  }
  return copy
}
