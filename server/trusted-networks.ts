import { BlockList, isIP } from 'node:net'
import { StartFailure } from './db/start-failure.ts'

/** Reads a variable that lists addresses, or networks such as 10.0.0.0/8, with commas or spaces between. */
export function parseNetworks(text: string, variable: string): BlockList {
  const list = new BlockList()
  for (const part of text.split(/[\s,]+/).filter((found) => found !== '')) addNetwork(list, part, variable)
  return list
}

function addNetwork(list: BlockList, text: string, variable: string): void {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  const longest = version === 4 ? 32 : 128
  const length = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : 0
  // A network of no bits is the whole world, which is no list of anybody.
  if (version === 0 || address.includes('%') || more.length > 0 || length < 1 || length > longest)
    throw new StartFailure(
      `${variable} holds “${text}”, which is no address or network. Write them as 10.0.0.0/8, 192.168.1.2 or ::1, with commas between.`,
    )
  list.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6')
}

/** Whether an address is in one of the networks; an IPv4 address also where the system writes it as IPv6. */
export function isTrusted(list: BlockList, address: string | undefined): boolean {
  // A link-local address may name its cable: fe80::1%eth0.
  const plain = (address ?? '').replace(/%.*$/, '')
  const version = isIP(plain)
  return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6')
}
