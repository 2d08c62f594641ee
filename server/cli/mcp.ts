import { readConfig } from '../config.ts'
import { StartFailure } from '../db/start-failure.ts'
import { reachLibrary } from '../mcp/reach-library.ts'
import { serveMcp } from '../mcp/serve-mcp.ts'
import { readSecret } from '../read-secret.ts'
import { builtThreads } from '../built.ts'

/** `mcp [PATH]`: the library for an assistant, by the Model Context Protocol on stdin and stdout, until stdin ends. */
export function runMcp(env: NodeJS.ProcessEnv, args: readonly string[]): number {
  // Nothing but the protocol goes to stdout, whoever speaks.
  console.log = console.error
  const unknown = args.find((arg) => arg.startsWith('-'))
  if (unknown !== undefined || args.length > 1) return refuse('Write: recollect mcp [PATH]')
  try {
    const config = readConfig(env, args)
    const isFolderNamed = args.length > 0 || env.LEARNINGS_DIR !== undefined
    const token = readSecret(env, 'RECOLLECT_TOKEN')
    const threads = builtThreads(import.meta.url)
    serveMcp(reachLibrary({ config, isFolderNamed, threads, token }), '0.1.0')
    return 0
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error
    return refuse(error.message)
  }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 2
}
