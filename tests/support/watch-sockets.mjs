// Loaded before a program: names everything that it connects to, looks up or sends to, one line each, in the file SOCKETS.
import { appendFileSync } from 'node:fs'
import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const note = (what) => appendFileSync(process.env.SOCKETS, `${what}\n`)

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args
  note(
    `connect ${typeof options === 'object' ? (options.path ?? `${options.host}:${options.port}`) : args.join(' ')}`,
  )
  return Reflect.apply(connect, this, args)
}
const { send } = dgram.Socket.prototype
dgram.Socket.prototype.send = function (...args) {
  note('send')
  return Reflect.apply(send, this, args)
}
for (const [owner, of] of [
  [dns, 'dns'],
  [dns.promises, 'dns.promises'],
]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']) {
    const ask = owner[name]
    owner[name] = function (...args) {
      note(`lookup ${String(args[0])} (${of})`)
      return Reflect.apply(ask, this, args)
    }
  }
}
syncBuiltinESMExports()
note('watching')
