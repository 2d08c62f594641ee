import { spawn } from 'node:child_process'

/** Runs a program with our output; resolves to its exit code. */
export function runProgram(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32', ...options })
    child.on('error', () => resolve(127))
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)))
  })
}

/** Runs a script with this Node. */
export function runNode(args, options = {}) {
  return runProgram(process.execPath, args, { ...options, shell: false })
}
