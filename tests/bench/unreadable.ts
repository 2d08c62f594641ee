/** What was given to a workload cannot be read: its message is all that a person needs, and no trace of ours. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}
