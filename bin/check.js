import { runNode } from './run-node.js'

const bin = (path) => `node_modules/${path}`
const rooms = ['shared', 'server', 'client', 'migrations', 'tests']

const steps = [
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ...rooms.map((room) => [`types of ${room}`, [bin('typescript/bin/tsc'), '-p', room]]),
  ['lint', [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '.']],
  ['unused code', [bin('knip/bin/knip.js')]],
]

/** The gate before a commit: every step runs, so that one run shows all there is to mend. */
export async function runCheck() {
  let failed = 0
  for (const [name, args] of steps) {
    const code = await runNode(args)
    console.log(code === 0 ? 'ok  ' : 'FAIL', String(name))
    if (code !== 0) failed++
  }
  console.log(`${steps.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
