import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { mostDays } from '../../shared/account/session-life.ts'
import type { BaseUrl } from '../base-url.ts'

const names = { session: 'recollect-session', device: 'recollect-device' } as const
export type CookieKind = keyof typeof names

/** What the browser keeps of this kind; null without one. */
export function readCookie(
  request: FastifyRequest,
  baseUrl: BaseUrl | null,
  kind: CookieKind,
): string | null {
  const value = request.cookies[nameOf(baseUrl, kind)] ?? ''
  return value === '' || value.length > 2000 ? null : value
}

/** Only this server's pages send it back; no script reads it. */
export function setCookie(
  reply: FastifyReply,
  baseUrl: BaseUrl | null,
  kind: CookieKind,
  value: string,
  maxAgeSeconds = mostDays * 86_400,
): void {
  void reply.setCookie(nameOf(baseUrl, kind), value, { ...rulesOf(baseUrl), maxAge: maxAgeSeconds })
}

export function clearCookie(reply: FastifyReply, baseUrl: BaseUrl | null, kind: CookieKind): void {
  void reply.clearCookie(nameOf(baseUrl, kind), rulesOf(baseUrl))
}

function rulesOf(baseUrl: BaseUrl | null): CookieSerializeOptions {
  return {
    // A proxy may serve others under other paths of the same host.
    path: baseUrl === null || baseUrl.path === '' ? '/' : baseUrl.path,
    httpOnly: true,
    sameSite: 'lax',
    secure: baseUrl?.isSecure ?? false,
  }
}

/**
 * By such a beginning a browser itself sees to it that nobody else sets the cookie; “__Host-” is only for a whole host. The
 * path is in the name, too: cookies of another server, above this path, come along.
 */
function nameOf(baseUrl: BaseUrl | null, kind: CookieKind): string {
  const name = names[kind]
  if (baseUrl === null) return name
  const { path, isSecure } = baseUrl
  if (path === '') return isSecure ? `__Host-${name}` : name
  return `${isSecure ? '__Secure-' : ''}${name}${path.replaceAll('/', '.')}`
}
