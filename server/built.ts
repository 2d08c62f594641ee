import { existsSync } from 'node:fs'

/** What the build made beside the server; null where the source tree runs as it is. */
export interface Built {
  readonly clientDir: string | null
  /**
   * The programs of the threads: one reads notes, one does long arithmetic over the log, one tries patterns, one makes
   * quizzes, one makes and checks backups.
   */
  readonly threads: {
    readonly reading: URL
    readonly memory: URL
    readonly pattern: URL
    readonly quiz: URL
    readonly upkeep: URL
  } | null
}

/** The built programs of the threads beside a program; a source tree has none, and does all in the main thread. */
export function builtThreads(program: string): Built['threads'] {
  const reading = new URL('reading-thread.js', program)
  if (!existsSync(reading)) return null
  const beside = (name: string) => new URL(`${name}-thread.js`, program)
  return {
    reading,
    memory: beside('memory'),
    pattern: beside('pattern'),
    quiz: beside('quiz'),
    upkeep: beside('upkeep'),
  }
}
