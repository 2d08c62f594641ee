import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { App } from './deps.ts'

/** How long a reply may be on its way without getting anywhere: a while, and longer by what it weighs. */
export interface Patience {
  readonly lookEveryMs: number
  readonly restMs: number
  readonly bytesPerSecond: number
}

/** Slower than an old mobile line. Whoever lost the network comes back by a new connection anyway. */
const patienceWithPeople: Patience = { lookEveryMs: 5000, restMs: 30_000, bytesPerSecond: 10_000 }

interface Leaving {
  readonly socket: Socket
  /** Bytes that are handed over in one piece; 0 for a file, which goes piece by piece as it is read. */
  readonly wholeBytes: number
  bytesSeen: number
  looks: number
}

/**
 * Hangs up on whoever asks and does not read. Node gives a sender no time limit: two hundred such clients would hold their
 * replies, and a place each, for ever. Looks are counted, not time: a clock may jump.
 */
export function hangUpOnSlowReaders(app: App, patience: Patience = patienceWithPeople): void {
  const leaving = new Map<ServerResponse, Leaving>()
  app.addHook('onSend', (request, reply, payload, done) => {
    const { socket } = request.raw
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload)
    const wholeBytes = isWhole ? payload.length : 0
    leaving.set(reply.raw, { socket, wholeBytes, bytesSeen: socket.bytesWritten, looks: 0 })
    done(null, payload)
  })
  app.addHook('onResponse', (_request, reply, done) => {
    leaving.delete(reply.raw)
    done()
  })
  const looking = setInterval(() => {
    for (const [response, one] of leaving) {
      if (one.socket.destroyed) leaving.delete(response)
      // One that waits behind another on the same line has not begun to leave.
      else if (response.socket !== null && isStuck(one, patience)) one.socket.destroy()
    }
  }, patience.lookEveryMs)
  looking.unref()
  app.addHook('onClose', (_app, done) => {
    clearInterval(looking)
    done()
  })
}

function isStuck(one: Leaving, { lookEveryMs, restMs, bytesPerSecond }: Patience): boolean {
  const { bytesWritten } = one.socket
  const isMoving = one.wholeBytes === 0 && bytesWritten > one.bytesSeen
  one.looks = isMoving ? 0 : one.looks + 1
  one.bytesSeen = bytesWritten
  return one.looks * lookEveryMs > restMs + (one.wholeBytes / bytesPerSecond) * 1000
}
