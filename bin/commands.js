import module from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runCheck } from './check.js'
import { runDev } from './dev.js'
import { ensureBuilt, ensureInstalled, root } from './set-up.js'
import { runTests } from './test.js'

/** What each command of package.json does. Each does the set-up it needs, when that is missing or stale. */
const commands = {
  start: async (args) => {
    await ensureInstalled()
    await ensureBuilt()
    const { run } = await importBuilt('main')
    await run(process.env, args.map(fromCaller))
  },
  cards: async (args) => {
    await ensureInstalled({ quiet: true })
    await ensureBuilt({ quiet: true })
    const { runCards } = await importBuilt('cards')
    process.exitCode = await runCards(args.map(pathFromCaller))
  },
  doctor: async (args) => {
    await ensureInstalled({ quiet: true })
    await ensureBuilt({ quiet: true })
    const { runDoctor } = await importBuilt('doctor')
    process.exitCode = await runDoctor(process.env, args)
  },
  backup: async (args) => {
    await ensureInstalled({ quiet: true })
    await ensureBuilt({ quiet: true })
    const { runBackup } = await importBuilt('backup')
    process.exitCode = await runBackup(process.env, args.map(pathFromCaller))
  },
  restore: async (args) => {
    await ensureInstalled({ quiet: true })
    await ensureBuilt({ quiet: true })
    const { runRestore } = await importBuilt('restore')
    process.exitCode = await runRestore(process.env, args.map(pathFromCaller))
  },
  export: async (args) => {
    await ensureInstalled({ quiet: true })
    await ensureBuilt({ quiet: true })
    const { runExport } = await importBuilt('export')
    const given = args.some((arg) => !arg.startsWith('-')) ? args : ['.', ...args]
    process.exitCode = await runExport(process.env, given.map(pathFromCaller))
  },
  mcp: async (args) => {
    await ensureInstalled({ quiet: true })
    await ensureBuilt({ quiet: true })
    const { runMcp } = await importBuilt('mcp')
    process.exitCode = runMcp(process.env, args.map(pathFromCaller))
  },
  build: async () => {
    await ensureInstalled()
    await ensureBuilt()
  },
  dev: async () => {
    await ensureInstalled()
    await runDev()
  },
  check: async () => {
    await ensureInstalled()
    process.exitCode = await runCheck()
  },
  test: async (args) => {
    await ensureInstalled()
    await ensureBuilt()
    process.exitCode = await runTests(args)
  },
  bench: async (args) => {
    await ensureInstalled()
    await ensureBuilt()
    const { runNode } = await import('./run-node.js')
    process.exitCode = await runNode(['--expose-gc', '--import', 'tsx', 'tests/bench/bench.ts', ...args])
  },
}

/** Runs a command by its name. A failure that its owner can mend is one sentence and an exit code. */
export async function runCommand(name, args) {
  process.chdir(root)
  const command = commands[name]
  if (command === undefined) {
    console.error(`There is no command “${name ?? ''}”. Known: ${Object.keys(commands).join(', ')}.`)
    process.exitCode = 1
    return
  }
  try {
    await command(args)
  } catch (error) {
    if (error?.name !== 'SetUpFailure') throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

function importBuilt(name) {
  // Where Node can keep the compiled form of a file (22.1 and newer), a start need not parse it again.
  module.enableCompileCache?.(resolve(root, 'dist', 'compiled'))
  return import(pathToFileURL(resolve(root, 'dist', 'server', `${name}.js`)).href)
}

const pathFromCaller = (arg) => (arg.startsWith('-') ? arg : fromCaller(arg))

/** A path on the command line is meant from where the person stands, not from where npm runs us. */
function fromCaller(path) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}
