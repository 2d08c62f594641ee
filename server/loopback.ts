import { isTrusted, parseNetworks } from './trusted-networks.ts'

const loopback = parseNetworks('127.0.0.0/8 ::1', 'Loopback')
const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** Whether only this machine can reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  return loopbackNames.has(host)
}

/** Whether an address, which no name can make another, is this machine's own alone. */
export const isLoopbackAddress = (address: string | undefined): boolean => isTrusted(loopback, address)
