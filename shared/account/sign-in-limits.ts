/** How many failed tries are let through in how long. */
export interface TryLimit {
  readonly most: number
  readonly withinMs: number
}

const minute = 60_000

/**
 * Who is counted. A stranger is counted by name and address, by name alone and by address alone; a browser in which this
 * learner has signed in before is counted for itself, so that nobody else can shut it out.
 */
export const tryLimits = {
  device: { most: 10, withinMs: 15 * minute },
  nameAndAddress: { most: 10, withinMs: 15 * minute },
  name: { most: 100, withinMs: 60 * minute },
  address: { most: 60, withinMs: 15 * minute },
  link: { most: 20, withinMs: 15 * minute },
} as const satisfies Record<string, TryLimit>
export type TryKind = keyof typeof tryLimits

/** How long tries are remembered. */
export const longestTryMs = 60 * minute

/** How long to wait before the next try, in milliseconds: until fewer than `most` of the tries are recent. 0 to go on. */
export function waitBeforeTry(times: readonly number[], { most, withinMs }: TryLimit, now: number): number {
  const recent = times.filter((at) => at > now - withinMs).sort((a, b) => a - b)
  const decisive = recent[recent.length - most]
  return decisive === undefined ? 0 : decisive + withinMs - now
}

/** The network that an address is counted with: an IPv6 line has a whole /64 to itself. */
export function countedAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
