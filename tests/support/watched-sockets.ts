import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A program that is started with this environment tells of every connection, look-up and message that it sends out. */
export interface WatchedSockets {
  readonly env: Readonly<Record<string, string>>
  /** What it told since it started, or since the last `forget`. */
  seen(): readonly string[]
  forget(): void
}

export function watchSockets(folder: string): WatchedSockets {
  const file = join(folder, 'sockets')
  return {
    env: {
      SOCKETS: file,
      NODE_OPTIONS: `--import ${new URL('./watch-sockets.mjs', import.meta.url).href}`,
    },
    seen: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && line !== 'watching'),
    forget: () => writeFileSync(file, ''),
  }
}
