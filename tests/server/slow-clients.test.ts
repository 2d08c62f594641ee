import { once } from 'node:events'
import { type AddressInfo, BlockList, type Socket, connect } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import type { App } from '../../server/deps.ts'
import type { Patience } from '../../server/slow-readers.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { eventually } from '../support/eventually.ts'

let built: TestApp
let app: App
let port: number
const sockets: Socket[] = []
beforeEach(async () => {
  built = await buildTestApp()
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await app.close()
  await built.close()
})

async function listen(patience: Patience): Promise<void> {
  app = await buildApp(built.deps, {
    logLevel: 'silent',
    doors: { onLoopback: true, baseUrl: null },
    trustedNetworks: new BlockList(),
    clientDir: null,
    patience,
  })
  // More than the buffers of both ends of a connection hold.
  app.get('/large', () => 'x'.repeat(20_000_000))
  app.get('/file', (_request, reply) => reply.send(pieces()))
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as AddressInfo).port
}

/** Twenty megabytes piece by piece, as a file is read. */
const pieces = () => Readable.from(Array.from({ length: 320 }, () => Buffer.alloc(65_536, 'x')))

/** Asks, and reads nothing. */
async function asksOnly(path: string, times = 1): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`.repeat(times))
  return socket
}

const connections = () =>
  new Promise<number>((resolve) => app.server.getConnections((_error, count) => resolve(count)))

test('whoever asks and does not read is hung up, one request or many on a line, and others are answered', async () => {
  await listen({ lookEveryMs: 10, restMs: 50, bytesPerSecond: 1_000_000_000 })
  for (let i = 0; i < 20; i++) await asksOnly(i % 2 === 0 ? '/large' : '/file', (i % 3) + 1)
  await eventually(connections).toBe(0)
  const response = await fetch(`http://127.0.0.1:${port}/healthz`)
  expect(response.status).toBe(200)
})

test('a long reply may take as long as a slow line needs for it', async () => {
  // Without a rest, only what it weighs gives time: minutes for twenty megabytes.
  await listen({ lookEveryMs: 10, restMs: 0, bytesPerSecond: 50_000 })
  const reader = await asksOnly('/large')
  let bytes = 0
  reader.on('data', (part) => {
    bytes += part.length
  })
  await eventually(() => bytes).toBeGreaterThan(20_000_000)
})
