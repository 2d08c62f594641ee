import type { BlockList } from 'node:net'
import { nameFault } from '../shared/account/account.ts'
import { passwordFault } from '../shared/account/password-fault.ts'
import type { BaseUrl } from './base-url.ts'
import { StartFailure } from './db/start-failure.ts'
import { isLoopback } from './loopback.ts'
import { readSecret } from './read-secret.ts'
import { parseNetworks } from './trusted-networks.ts'

/** How people sign in, as the environment says. */
export interface AccountConfig {
  /** Whether nobody may ask without signing in, even before there is an account. */
  readonly areRequired: boolean
  /** Proxies whose word counts about whom they speak for. */
  readonly trustedNetworks: BlockList
  /** The first account, for whoever cannot open a link. */
  readonly admin: { readonly name: string; readonly password: string } | null
  readonly hashing: 'strong' | 'light'
}

/** Reads it and refuses what is half said, naming the variable. */
export function readAccountConfig(
  env: NodeJS.ProcessEnv,
  host: string,
  baseUrl: BaseUrl | null,
): AccountConfig {
  const trustedNetworks = parseNetworks(
    env.TRUSTED_REVERSE_PROXY_NETWORKS ?? '',
    'TRUSTED_REVERSE_PROXY_NETWORKS',
  )
  const admin = readAdmin(env)
  const isReached = !isLoopback(host) || (baseUrl !== null && !baseUrl.isLoopback)
  return {
    areRequired: isReached || trustedNetworks.rules.length > 0 || admin !== null,
    trustedNetworks,
    admin,
    hashing: readHashing(env.AUTH_HASH ?? 'strong'),
  }
}

function readAdmin(env: NodeJS.ProcessEnv): AccountConfig['admin'] {
  const isAsked = readSwitch(env, 'CREATE_ADMIN')
  const name = readSecret(env, 'ADMIN_USERNAME')
  const password = readSecret(env, 'ADMIN_PASSWORD')
  if (!isAsked) {
    const alone = name !== null ? 'ADMIN_USERNAME' : password !== null ? 'ADMIN_PASSWORD' : null
    if (alone === null) return null
    throw new StartFailure(`${alone} is set, but CREATE_ADMIN is not. Set CREATE_ADMIN=1, or leave both out.`)
  }
  if (name === null || password === null) {
    const lacking = name === null ? 'ADMIN_USERNAME' : 'ADMIN_PASSWORD'
    throw new StartFailure(
      `CREATE_ADMIN is set, but ${lacking} is not. Set ${lacking}, or ${lacking}_FILE with the path of a file that holds it.`,
    )
  }
  const faultOfName = nameFault(name)
  if (faultOfName !== null) throw new StartFailure(`ADMIN_USERNAME cannot be used. ${faultOfName}`)
  const fault = passwordFault(password, name)
  if (fault !== null) throw new StartFailure(`ADMIN_PASSWORD cannot be used. ${fault}`)
  return { name: name.trim(), password }
}

/** A variable that is on or off. */
export function readSwitch(env: NodeJS.ProcessEnv, name: string): boolean {
  const text = (env[name] ?? '').trim().toLowerCase()
  if (['', '0', 'false', 'no', 'off'].includes(text)) return false
  if (['1', 'true', 'yes', 'on'].includes(text)) return true
  throw new StartFailure(`${name} is “${text}”. Write 1 for yes, or 0 for no.`)
}

function readHashing(text: string): AccountConfig['hashing'] {
  if (text === 'strong' || text === 'light') return text
  throw new StartFailure(`AUTH_HASH is “${text}”. Use strong, or light on a small machine.`)
}
