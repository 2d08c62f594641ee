import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type AccountConfig, readAccountConfig } from './account-config.ts'
import { type BaseUrl, readBaseUrl } from './base-url.ts'
import { StartFailure } from './db/start-failure.ts'
import { codeOf } from './db/code-of.ts'

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
export type LogLevel = (typeof logLevels)[number]

/** Everything that can be set from outside, checked once. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly learningsDir: string
  readonly logLevel: LogLevel
  /** The learner's own language model; null while none is named. */
  readonly model: ModelConfig | null
  /** Where people reach the server, when that is another address. */
  readonly baseUrl: BaseUrl | null
  readonly accounts: AccountConfig
}

/** Where cards may be drafted. Only the environment says so: no page can aim it elsewhere. */
export interface ModelConfig {
  /** The address of its chat completions. */
  readonly url: string
  readonly name: string
  /** What opens it; never shown, logged or exported. */
  readonly key: string | null
}

/** Reads the environment; `npm start -- PATH` puts the folder of notes before everything. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[]): Config {
  const host = env.HOST ?? 'localhost'
  const baseUrl = readBaseUrl(env.BASE_URL ?? '')
  return {
    port: readPort(env.PORT ?? '4747'),
    host,
    dataDir: resolve(env.DATA_DIR ?? 'data'),
    learningsDir: resolve(args[0] ?? env.LEARNINGS_DIR ?? 'learnings'),
    logLevel: readLogLevel(env.LOG_LEVEL ?? 'warn'),
    model: readModel(env),
    baseUrl,
    accounts: readAccountConfig(env, host, baseUrl),
  }
}

function readModel(env: NodeJS.ProcessEnv): ModelConfig | null {
  const { MODEL_URL: url = '', MODEL_NAME: name = '', MODEL_KEY_FILE: keyFile = '' } = env
  if (url === '') {
    const alone = name === '' ? (keyFile === '' ? '' : 'MODEL_KEY_FILE') : 'MODEL_NAME'
    if (alone === '') return null
    throw new StartFailure(
      `${alone} is set, but MODEL_URL is not. Set both, such as MODEL_URL=http://localhost:11434/v1, or neither.`,
    )
  }
  if (name.trim() === '') {
    throw new StartFailure(
      'MODEL_URL is set, but MODEL_NAME is not. Name the model as its server does, such as MODEL_NAME=qwen3:14b.',
    )
  }
  if (name.length > 200 || /\p{C}/u.test(name))
    throw new StartFailure('MODEL_NAME is no name: use at most 200 signs, all of them visible.')
  return { url: readModelUrl(url), name: name.trim(), key: keyFile === '' ? null : readKey(keyFile) }
}

/** The address without what could carry a secret, or send a note somewhere else than it says. */
function readModelUrl(text: string): string {
  if (!URL.canParse(text)) {
    throw new StartFailure(
      `MODEL_URL is “${text}”, which is not an address. Write it whole, such as MODEL_URL=http://localhost:11434/v1.`,
    )
  }
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new StartFailure(`MODEL_URL begins with “${url.protocol}”. Only http: and https: are spoken.`)
  if (url.username !== '' || url.password !== '')
    throw new StartFailure(
      'MODEL_URL holds a name or a password. Put the key into a file and name it: MODEL_KEY_FILE=PATH.',
    )
  if (url.search !== '' || url.hash !== '')
    throw new StartFailure('MODEL_URL has a part after “?” or “#”. Give the address alone, up to “/v1”.')
  const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')
  return `${url.origin}${path}/chat/completions`
}

const longestKey = 8192

function readKey(path: string): string {
  const key = readKeyFile(resolve(path)).trim()
  if (key === '')
    throw new StartFailure(
      `The file ${path} (MODEL_KEY_FILE) is empty. Put the key into it, and nothing else.`,
    )
  if (key.length > longestKey || !/^[\x21-\x7E]+$/.test(key)) {
    throw new StartFailure(
      `The file ${path} (MODEL_KEY_FILE) holds more than a key. Put the key alone into it, on one line.`,
    )
  }
  return key
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = codeOf(error)
    throw new StartFailure(
      `The file ${path} (MODEL_KEY_FILE) cannot be read (${code}). Name a file that holds the key, or leave it out.`,
    )
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
