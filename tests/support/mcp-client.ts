import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const launcher = fileURLToPath(new URL('../../bin/recollect.js', import.meta.url))

/** What a tool answered. */
export interface ToolReply {
  readonly texts: readonly string[]
  readonly isError: boolean
}

/** An assistant's side of the protocol, and the real program on the other. */
export interface McpClient {
  /** What the server said of itself at the beginning. */
  readonly opened: { readonly instructions?: string; readonly serverInfo: { readonly name: string } }
  ask<Result>(method: string, params?: object): Promise<Result>
  /** Calls a tool; the answer as it came. */
  call(tool: string, given?: unknown): Promise<ToolReply>
  /** Calls a tool that must not refuse; its last text as JSON. */
  use<Said>(tool: string, given?: unknown): Promise<Said>
  /** Lines on stdout that were no messages of the protocol. */
  readonly noise: readonly string[]
  /** Everything on stderr. */
  errors(): string
  /** Ends stdin and waits for the exit code. */
  close(): Promise<number | string>
  /** Writes a line as it is. */
  write(line: string): void
  readonly kill: () => void
}

interface Message {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** Starts `recollect mcp` and shakes hands as clients do. */
export async function startMcp(env: Record<string, string>, ...args: string[]): Promise<McpClient> {
  const child = spawn(process.execPath, [launcher, 'mcp', ...args], {
    // The test runner keeps a word of its own under BASE_URL.
    env: {
      ...process.env,
      BASE_URL: '',
      LEARNINGS_DIR: undefined,
      LOG_LEVEL: 'error',
      INIT_CWD: process.cwd(),
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close').then(([code, signal]) => (code as number | null) ?? (signal as string))
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const noise: string[] = []
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = messageIn(line)
    const asked = message?.id === undefined ? undefined : waiting.get(message.id)
    if (message === null || asked === undefined) noise.push(line)
    else if (message.error === undefined) asked.resolve(message.result)
    else asked.reject(new Error(message.error.message))
  })
  void ended.then((code) => {
    for (const { reject } of waiting.values()) reject(new Error(`mcp ended (${code}): ${errors}`))
  })
  const write = (line: string) => void child.stdin.write(`${line}\n`)
  let last = 0
  const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
    new Promise((resolve, reject) => {
      last++
      waiting.set(last, { resolve: resolve as (value: unknown) => void, reject })
      write(JSON.stringify({ jsonrpc: '2.0', id: last, method, params }))
    })
  const opened = await ask<McpClient['opened']>('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  })
  write(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))
  const call = async (name: string, given: unknown = {}): Promise<ToolReply> => {
    const { content, isError = false } = await ask<{
      content: { readonly text: string }[]
      isError?: boolean
    }>('tools/call', { name, arguments: given })
    return { texts: content.map(({ text }) => text), isError }
  }
  return {
    opened,
    ask,
    call,
    use: async <Said>(name: string, given: unknown = {}) => {
      const { texts, isError } = await call(name, given)
      if (isError) throw new Error(`${name}: ${texts.join(' ')}`)
      return JSON.parse(texts.at(-1) ?? '') as Said
    },
    noise,
    errors: () => errors,
    close: () => {
      child.stdin.end()
      return ended
    },
    write,
    kill: () => void child.kill('SIGKILL'),
  }
}

function messageIn(line: string): Message | null {
  try {
    return JSON.parse(line) as Message
  } catch {
    return null
  }
}
