import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { StartFailure } from './db/start-failure.ts'
import { codeOf } from './db/code-of.ts'

/**
 * What the environment says of `name`, or the file that `name_FILE` names holds; null where neither is set. Whatever is said
 * of it names the variable and never the value.
 */
export function readSecret(env: NodeJS.ProcessEnv, name: string): string | null {
  const value = env[name] ?? ''
  const file = env[`${name}_FILE`] ?? ''
  if (value !== '' && file !== '')
    throw new StartFailure(`${name} and ${name}_FILE are both set. Keep one of them.`)
  if (file === '') return value === '' ? null : value
  const held = readOrRefuse(resolve(file), `${name}_FILE`).replace(/\r?\n$/, '')
  if (held === '')
    throw new StartFailure(
      `The file ${file} (${name}_FILE) is empty. Put the value into it, and nothing else.`,
    )
  if (/[\r\n]/.test(held))
    throw new StartFailure(
      `The file ${file} (${name}_FILE) holds more than one line. Put the value alone into it.`,
    )
  return held
}

function readOrRefuse(path: string, variable: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = codeOf(error)
    throw new StartFailure(
      `The file ${path} (${variable}) cannot be read (${code}). Name a file that holds the value, or leave it out.`,
    )
  }
}
