import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runNode, runProgram } from './run-node.js'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium: an installed one, else Debian's package, else a download. Never skips: without one it fails, saying how. */
export async function ensureChromium() {
  const installed = await findChromium()
  if (installed !== null) return installed
  console.log('No Chromium found; trying to install one …')
  if (process.getuid?.() === 0) {
    await runProgram('apt-get', ['update', '-qq'])
    await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  }
  const packaged = await findChromium()
  if (packaged !== null) return packaged
  await runNode(['node_modules/playwright-core/cli.js', 'install', 'chromium'])
  const downloaded = await findChromium()
  if (downloaded !== null) return downloaded
  const error = new Error(
    'The browser tests need Chromium, and none could be installed. ' +
      'Install it (Debian: sudo apt-get install chromium) or set CHROMIUM to its path, then run npm test again.',
  )
  error.name = 'SetUpFailure'
  throw error
}

async function findChromium() {
  if (process.env.CHROMIUM && existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM
  const { chromium } = await import('playwright-core')
  const own = chromium.executablePath()
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...fixedPlaces, own].find((path) => path !== '' && existsSync(path)) ?? null
}
