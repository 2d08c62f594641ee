import { expect, test } from 'vitest'
import { isTrusted, parseNetworks } from '../../server/trusted-networks.ts'

const listed = parseNetworks('10.0.0.0/8, 192.168.1.2 2001:db8::/32,::1', 'NETWORKS')

test.each([
  ['10.0.0.1', true],
  ['10.255.255.255', true],
  ['11.0.0.0', false],
  ['192.168.1.2', true],
  ['192.168.1.3', false],
  // A socket that hears both families names IPv4 so.
  ['::ffff:10.1.2.3', true],
  ['::ffff:0a01:0203', true],
  ['::ffff:11.1.2.3', false],
  ['2001:db8:1::7', true],
  ['2001:db9::7', false],
  ['::1', true],
  ['::1%lo', true],
  ['::2', false],
  ['10.0.0.1, 1.2.3.4', false],
  ['', false],
  [undefined, false],
] as const)('of %s it says %s', (address, isIn) => {
  expect(isTrusted(listed, address)).toBe(isIn)
})

test('an empty list trusts nobody', () => {
  const nobody = parseNetworks('', 'NETWORKS')
  for (const address of ['127.0.0.1', '::1', '10.0.0.1']) expect(isTrusted(nobody, address)).toBe(false)
})

test.each([
  ['10.0.0.0/8', true],
  ['10.0.0.1', true],
  ['::1', true],
  ['fd00::/8', true],
  ['10.0.0.0/33', false],
  ['0.0.0.0/0', false],
  ['::/0', false],
  ['10.0.0', false],
  ['fe80::1%eth0', false],
  ['proxy.example', false],
  ['10.0.0.0/8/8', false],
  ['10.0.0.0/-1', false],
])('whether “%s” is a network: %s', (text, is) => {
  const read = () => parseNetworks(text, 'NETWORKS')
  if (is) expect(read().rules).toHaveLength(1)
  else expect(read).toThrow(`NETWORKS holds “${text}”`)
})
