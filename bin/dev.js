import { spawn } from 'node:child_process'

/** The page with hot reload by Vite, and the API behind its proxy, started again at every change. */
export async function runDev() {
  const children = [
    spawn(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/cli/serve.ts'],
      { stdio: 'inherit' },
    ),
    spawn(process.execPath, ['node_modules/vite/bin/vite.js'], { stdio: 'inherit' }),
  ]
  await Promise.race(children.map((child) => new Promise((resolve) => child.on('exit', resolve))))
  for (const child of children) child.kill()
}
