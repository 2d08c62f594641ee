/** What decides about a session, in milliseconds. */
export interface SessionTimes {
  readonly createdAt: number
  readonly seenAt: number
  readonly rotatedAt: number
  /** When the present secret first came; null while only the one before it did. */
  readonly confirmedAt: number | null
}

const minute = 60_000
const day = 86_400_000

export const idleDays = 30
export const mostDays = 180
const rotateEveryMs = day
/** Other tabs may still be on their way with the secret from before. */
const graceMs = minute
const seenEveryMs = 10 * minute

/** What a request with a session's secret means. `stolen`: a secret came that its browser had already given up. */
export type SessionVerdict =
  | { readonly kind: 'ended' }
  | { readonly kind: 'stolen' }
  | {
      readonly kind: 'good'
      /** Whether the browser gets a new secret with the answer. */
      readonly rotates: boolean
      /** Whether something about the session is to be kept. */
      readonly confirms: boolean
      readonly isSeen: boolean
    }

/**
 * Judges a session by its times. A secret is changed once a day; the one before stays good until the new one was used, because
 * the answer that carried it may have been lost, and a minute longer.
 */
export function judgeSession(
  session: SessionTimes,
  cameWith: 'present' | 'previous',
  now: number,
): SessionVerdict {
  if (now > session.seenAt + idleDays * day || now > session.createdAt + mostDays * day)
    return { kind: 'ended' }
  const { confirmedAt, rotatedAt } = session
  const isSeen = now >= session.seenAt + seenEveryMs
  if (cameWith === 'present')
    return { kind: 'good', rotates: now >= rotatedAt + rotateEveryMs, confirms: confirmedAt === null, isSeen }
  if (confirmedAt !== null && now > confirmedAt + graceMs) return { kind: 'stolen' }
  return { kind: 'good', rotates: confirmedAt === null && now > rotatedAt + graceMs, confirms: false, isSeen }
}
