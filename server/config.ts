import { resolve } from 'node:path'
import { StartFailure } from './db/start-failure.ts'

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
export type LogLevel = (typeof logLevels)[number]

/** Everything that can be set from outside, checked once. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly learningsDir: string
  readonly logLevel: LogLevel
}

/** Reads the environment; `npm start -- PATH` puts the folder of notes before everything. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[]): Config {
  return {
    port: readPort(env.PORT ?? '4747'),
    host: env.HOST ?? 'localhost',
    dataDir: resolve(env.DATA_DIR ?? 'data'),
    learningsDir: resolve(args[0] ?? env.LEARNINGS_DIR ?? 'learnings'),
    logLevel: readLogLevel(env.LOG_LEVEL ?? 'warn'),
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartFailure(
    `PORT is “${text}”, which is not a port number. Use a whole number from 1 to 65535, such as PORT=4747.`,
  )
}

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((known) => known === text)
  if (level !== undefined) return level
  throw new StartFailure(`LOG_LEVEL is “${text}”. Use one of ${logLevels.join(', ')}.`)
}
