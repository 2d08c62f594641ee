import type { FastifyRequest } from 'fastify'
import { Refusal } from '../shared/basics/refusal.ts'
import type { BaseUrl } from './base-url.ts'
import { isLoopback } from './loopback.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** By which names the server is reached, and whether anybody must sign in. */
export interface Doors {
  readonly onLoopback: boolean
  readonly baseUrl: BaseUrl | null
  readonly hasAccounts: boolean
}

/**
 * No other site may speak through the learner's browser. A change must come from our own page, or from no page at all,
 * whatever cookies or forms a site tries. Without accounts the loopback address is the only fence: such a server answers only
 * to loopback's names, or a site could point its own name here and read, and to nobody whom a proxy lets through.
 */
export function refuseForeignRequests(doors: Doors) {
  return async (request: FastifyRequest): Promise<void> => {
    if (request.url === '/healthz') return
    refuseUnknownHost(request, doors)
    if (!doors.hasAccounts) refuseProxied(request)
    if (!safeMethods.has(request.method)) refuseOtherSites(request, doors)
  }
}

function refuseUnknownHost(request: FastifyRequest, { onLoopback, baseUrl }: Doors): void {
  const host = hostOf(request, baseUrl)
  if (isOfThisMachine(host) || host === baseUrl?.host) return
  if (baseUrl !== null)
    throw new Refusal(
      'foreign_origin',
      `This server answers to ${baseUrl.host}, and was asked for another name. Open ${baseUrl.address}, or, if a proxy asked, let it pass on the header “host”.`,
    )
  if (onLoopback)
    throw new Refusal(
      'foreign_origin',
      'This server answers only to localhost. Open it by that name, or set BASE_URL.',
    )
}

const isOfThisMachine = (host: string): boolean => isLoopback(host.replace(/:\d+$/, ''))

/** The name that was asked for, without the port that its scheme has anyway; a listed proxy says it of the browser. */
function hostOf({ host }: FastifyRequest, baseUrl: BaseUrl | null): string {
  if (baseUrl === null) return host
  return host.toLowerCase().replace(baseUrl.isSecure ? /:443$/ : /:80$/, '')
}

const signsOfProxies = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
]

/** What a proxy lets through may come from anywhere, whatever name it asks for. */
function refuseProxied({ headers }: FastifyRequest): void {
  if (signsOfProxies.every((sign) => headers[sign] === undefined)) return
  throw new Refusal(
    'foreign_origin',
    'A proxy passed this on, and this server has no accounts. Set BASE_URL to the address that people open, and TRUSTED_REVERSE_PROXY_NETWORKS to that of the proxy; then there is a sign-in.',
  )
}

/** Where our own page may lie. What people open is said whole, so that a page of the same name without TLS is another one. */
function ownOrigins({ host }: FastifyRequest, baseUrl: BaseUrl | null): string[] {
  const byName = [`http://${host}`, `https://${host}`]
  if (baseUrl === null) return byName
  return isOfThisMachine(host) ? [baseUrl.origin, ...byName] : [baseUrl.origin]
}

function refuseOtherSites(request: FastifyRequest, { baseUrl, hasAccounts }: Doors): void {
  const { origin, cookie, 'sec-fetch-site': site } = request.headers
  const isForeign = origin !== undefined && !ownOrigins(request, baseUrl).includes(origin)
  if (isForeign || site === 'cross-site' || (site === 'same-site' && hasAccounts))
    throw new Refusal('foreign_origin', 'Changes are taken only from the app’s own page.')
  // Every browser says where a change comes from; a cookie without that word is not from our page.
  if (hasAccounts && cookie !== undefined && origin === undefined && site !== 'same-origin')
    throw new Refusal('foreign_origin', 'A change with a cookie must say from which page it comes.')
}
