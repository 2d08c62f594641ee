import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { StartFailure } from './db/start-failure.ts'
import { addressOfLink } from './accounts/one-time-links.ts'
import { builtThreads } from './built.ts'
import { type RunningServer, startServer } from './start-server.ts'

/** The main job: serve API and page until told to stop. Resolves when the server listens. */
export async function main(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  const config = readConfig(env, args)
  const server = await serveOn(config)
  console.log(`Recollect is ready: ${server.url}`)
  console.log(`Notes: ${config.learningsDir}   Data: ${config.dataDir}   Stop with Ctrl+C`)
  if (config.model !== null)
    console.log(
      `Model: ${config.model.name} at ${new URL(config.model.url).host}, asked only when you draft cards`,
    )
  const { baseUrl } = config
  const base = baseUrl === null ? server.url : baseUrl.address
  if (baseUrl !== null) console.log(`People reach it at ${base}`)
  if (server.setUpKey !== null)
    console.log(
      `Make the first account with this link. It works once, for a day:\n${addressOfLink(base, server.setUpKey)}`,
    )
  if (config.accounts.areRequired && baseUrl?.isSecure !== true)
    console.warn(
      'Passwords travel readably without HTTPS. Put a proxy with a certificate before the server, and set BASE_URL to its https address.',
    )
}

/** Serves until a signal ends the process, and anew, at the same address, when a backup was put in the place of the data. */
async function serveOn(config: Config): Promise<RunningServer> {
  const built = { clientDir: clientDirectory(), threads: builtThreads(import.meta.url) }
  let isEnding = false
  let server = await startServer(config, built, systemClock, beginAnew)
  async function changeOver(): Promise<void> {
    const port = Number(new URL(server.url).port)
    await server.stop()
    if (isEnding) process.exit(0)
    server = await startServer({ ...config, port }, built, systemClock, beginAnew)
    console.log(`Restored. Recollect is ready: ${server.url}`)
  }
  let changing: Promise<void> = Promise.resolve()
  function beginAnew(): void {
    changing = changeOver().catch(endWith)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isEnding) return
      isEnding = true
      void changing.then(() => server.stop()).then(() => process.exit(0))
    })
  }
  return server
}

/** Runs `main` and turns a failure to start into one sentence and an exit code. */
export async function run(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  try {
    await main(env, args)
  } catch (error) {
    endWith(error)
  }
}

function endWith(error: unknown): never {
  if (!(error instanceof StartFailure)) throw error
  console.error(error.message)
  process.exit(1)
}

/** The built page lies beside the built server. */
function clientDirectory(): string | null {
  const beside = join(dirname(fileURLToPath(import.meta.url)), '..', 'client')
  return existsSync(join(beside, 'index.html')) ? beside : null
}
