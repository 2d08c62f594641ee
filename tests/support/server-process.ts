import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const launcher = fileURLToPath(new URL('../../bin/recollect.js', import.meta.url))

/** The real program in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly child: ChildProcess
  /** The address it printed. Rejects when it ends without one. */
  readonly url: Promise<string>
  /** Everything it printed so far. */
  output(): string
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

export function startProcess(env: Record<string, string>, ...args: string[]): ServerProcess {
  const child = spawn(process.execPath, [launcher, 'start', ...args], {
    // The test runner keeps a word of its own under BASE_URL.
    env: { ...process.env, BASE_URL: '', PORT: '0', LOG_LEVEL: 'error', INIT_CWD: process.cwd(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const url = new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /ready: (http:\/\/\S+)/.exec(printed)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('close', () => reject(new Error(`the server ended: ${printed}`)))
  })
  // A test of a failing start looks at the exit and never at the address.
  url.catch(() => undefined)
  const ended = once(child, 'close').then(([code, signal]) => (code as number | null) ?? (signal as string))
  return { child, url, ended, output: () => printed }
}
