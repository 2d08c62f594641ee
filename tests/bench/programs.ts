import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { root, workFolder } from './work-folder.ts'

const programFolder = join(workFolder, 'programs')
let built: Promise<unknown> | null = null

/** Each is a file in the folder programs. */
const programNames = ['schedule-steps', 'open-queue', 'answer-server', 'bare-start'] as const
export type ProgramName = (typeof programNames)[number]

/** A program that runs on and says where it listens. */
export interface RunningProgram {
  readonly port: number
  stop(): Promise<void>
}

/** Runs one of our programs in a process of its own and gives what it prints: nothing is warm that a person finds cold. */
export async function runProgram<Result>(name: ProgramName, ...args: readonly string[]): Promise<Result> {
  const child = await startProcess(name, args)
  const line = await firstLine(child)
  await ended(child)
  return JSON.parse(line) as Result
}

/** Starts a server of ours and waits until it says its port. */
export async function runServer(name: ProgramName, ...args: readonly string[]): Promise<RunningProgram> {
  const child = await startProcess(name, args)
  const { port } = JSON.parse(await firstLine(child)) as { port: number }
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}

/** The bundled file of a program, made like the server is: no loader's time and memory are in its figures. */
export async function programFile(name: ProgramName): Promise<string> {
  built ??= build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: programFolder,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: Object.fromEntries(
          programNames.map((program) => [program, join(root, 'tests', 'bench', 'programs', `${program}.ts`)]),
        ),
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3', 'better-sqlite3-napi'] },
  })
  await built
  return join(programFolder, `${name}.js`)
}

async function startProcess(name: ProgramName, args: readonly string[]): Promise<ChildProcess> {
  return spawn(process.execPath, [await programFile(name), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('Inconsistent: the program was started without a pipe')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error(
    `A program of the bench ended (${child.exitCode ?? child.signalCode}) before it said anything.`,
  )
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
