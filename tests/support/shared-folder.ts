import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of vectors and corpora beside the checkout. It does not ship: tests that need it are skipped without it. */
const folder = fileURLToPath(new URL('../../../shared/', import.meta.url))

export const hasSharedFolder = existsSync(folder)

/** A path inside it. */
export function inSharedFolder(path: string): string {
  return folder + path
}
