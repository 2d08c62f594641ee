import { BlockList, isIP } from 'node:net'

/** Tells of an address whether it lies in one of these networks: addresses, or networks such as 10.0.0.0/8. */
export function inNetworks(networks: readonly string[]): (address: string | undefined) => boolean {
  const listed = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = familyOf(address)
    if (family === null) throw new Error(`Inconsistent: “${network}” was let through as a network`)
    if (bits === undefined) listed.addAddress(address, family)
    else listed.addSubnet(address, Number(bits), family)
  }
  return (address) => {
    // A link-local address may name its cable: fe80::1%eth0.
    const plain = (address ?? '').replace(/%.*$/, '')
    const family = familyOf(plain)
    return family !== null && listed.check(plain, family)
  }
}

/** Whether it is an address or a network; that of no bits is the whole world, which is no list of anything. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = familyOf(address)
  if (family === null || more.length > 0 || address.includes('%')) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 'ipv4' ? 32 : 128)
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address)
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6'
}
