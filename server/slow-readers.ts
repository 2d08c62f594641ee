import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { App } from './deps.ts'

/** How long a reply may be on its way: a while, and longer by what of it was handed over. */
export interface Patience {
  readonly lookEveryMs: number
  readonly restMs: number
  readonly bytesPerSecond: number
}

/** Slower than an old mobile line. Whoever lost the network comes back by a new connection anyway. */
const patienceWithPeople: Patience = { lookEveryMs: 5000, restMs: 30_000, bytesPerSecond: 10_000 }

interface Leaving {
  readonly socket: Socket
  readonly bytesBefore: number
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
    leaving.set(reply.raw, { socket, bytesBefore: socket.bytesWritten, looks: 0 })
    done(null, payload)
  })
  app.addHook('onResponse', (_request, reply, done) => {
    leaving.delete(reply.raw)
    done()
  })
  const looking = setInterval(() => {
    for (const [response, one] of leaving) {
      one.looks++
      if (one.socket.destroyed) leaving.delete(response)
      else if (one.looks * patience.lookEveryMs > allowedMs(one, patience)) one.socket.destroy()
    }
  }, patience.lookEveryMs)
  looking.unref()
  app.addHook('onClose', (_app, done) => {
    clearInterval(looking)
    done()
  })
}

function allowedMs({ socket, bytesBefore }: Leaving, { restMs, bytesPerSecond }: Patience): number {
  return restMs + ((socket.bytesWritten - bytesBefore) / bytesPerSecond) * 1000
}
