import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './find-chromium.js'
import { runNode } from './run-node.js'

/** Runs every test, those in a real browser included, and closes with one line of counts. */
export async function runTests(args) {
  const chromium = await ensureChromium()
  const folder = mkdtempSync(join(hasRoomInMemory() ? memory : tmpdir(), 'recollect-test-'))
  const results = join(folder, 'results.json')
  const code = await runNode(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      ...args,
    ],
    // What the tests make lies in one folder, and is gone with it.
    { env: { ...process.env, CHROMIUM: chromium, TMPDIR: folder } },
  )
  console.log(closingLine(results, code))
  rmSync(folder, { recursive: true, force: true })
  return code
}

const memory = '/dev/shm'
const roomNeeded = 2 * 1024 ** 3

/** In memory nobody waits for a disk; a container may have too little of it. */
function hasRoomInMemory() {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= roomNeeded
}

function closingLine(results, code) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
      readFileSync(results, 'utf8'),
    )
    // A file that fails before its tests are known has no failed test to count.
    const failed =
      code === 0
        ? numFailedTests
        : Math.max(1, numFailedTests, numFailedTests === 0 ? numFailedTestSuites : 0)
    return `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`
  } catch {
    return '0 passed, 1 failed'
  }
}
