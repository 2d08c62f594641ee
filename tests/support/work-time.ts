/**
 * How many milliseconds this process worked on something. What the machine does for others meanwhile is left out: a law
 * about time holds on a busy machine as on a quiet one.
 */
export function workMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
