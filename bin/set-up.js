import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runNode, runProgram } from './run-node.js'

/** The folder of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** A step of the set-up failed in a way its owner can mend: the message says how. */
class SetUpFailure extends Error {
  constructor(sentence) {
    super(sentence)
    this.name = 'SetUpFailure'
  }
}

/** Installs what the lock file names, unless it is there already. */
export async function ensureInstalled({ quiet = false } = {}) {
  if (!isInstalled()) await install(quiet, ['ci', '--include=dev', '--include=optional'])
  else if (!driverLoads()) await install(quiet, ['rebuild', 'better-sqlite3'])
  if (driverLoads()) return
  throw new SetUpFailure(
    'The database driver better-sqlite3 could not be built: it is compiled during the installation, which needs a C++ compiler, ' +
      'make and Python 3 (Debian: apt-get install build-essential python3; macOS: xcode-select --install). ' +
      'Install them, delete node_modules and run the command again; or use Node 22.14 or newer, which needs no compiler.',
  )
}

/** Builds page and server, unless nothing they are made of has changed. */
export async function ensureBuilt({ quiet = false } = {}) {
  const stamp = join(root, 'dist', 'built-from')
  const state = sourceState()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return
  say(quiet, 'Building …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  for (const target of [[], ['--ssr']]) {
    const code = await runNode([vite, 'build', '--logLevel', 'warn', ...target], {
      stdio: quiet ? ['ignore', 2, 2] : 'inherit',
      // Whatever is set around us, the page that people load is never the larger one for development.
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (code !== 0) throw new SetUpFailure('The build failed; what is wrong stands above.')
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, state)
}

async function install(quiet, npmArgs) {
  say(quiet, 'Installing what the lock file names (once; a minute or two) …')
  const npm = process.env.npm_execpath
  const args = [...npmArgs, '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: root, stdio: quiet ? ['ignore', 2, 2] : 'inherit' }
  const code =
    npm === undefined ? await runProgram('npm', args, options) : await runNode([npm, ...args], options)
  if (code !== 0) {
    throw new SetUpFailure(
      'The installation failed; npm’s reason stands above. Nothing else was changed. Check the network and run the command again.',
    )
  }
}

/** npm notes beside the packages what it installed; it must be what the lock file asks for. */
function isInstalled() {
  const noted = readJson(join(root, 'node_modules', '.package-lock.json'))
  const wanted = readJson(join(root, 'package-lock.json'))
  if (noted === null || wanted === null) return false
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true
    const found = noted.packages[path]
    // What is optional may be missing: another system's binary, or a driver for another Node.
    return found === undefined
      ? entry.optional === true || entry.devOptional === true || entry.peer === true
      : found.version === entry.version
  })
}

function driverLoads() {
  const name = Number(process.versions.napi) >= 10 ? 'better-sqlite3-napi' : 'better-sqlite3'
  try {
    const Driver = createRequire(join(root, 'package.json'))(name)
    new Driver(':memory:').close()
    return true
  } catch {
    return false
  }
}

/** Names, sizes and times of everything that goes into the build: cheaper than reading it, and enough. */
function sourceState() {
  const hash = createHash('sha256')
  for (const name of ['client', 'server', 'shared', 'migrations', 'vite.config.ts', 'package-lock.json']) {
    for (const path of filesBelow(join(root, name))) {
      const { size, mtimeMs } = statSync(path)
      hash.update(`${path}\0${size}\0${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

function say(quiet, sentence) {
  if (quiet) console.error(sentence)
  else console.log(sentence)
}
