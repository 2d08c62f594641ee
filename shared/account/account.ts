/** What an account may do: an admin also invites others and gives them new passwords. */
export const roles = ['admin', 'learner'] as const
export type Role = (typeof roles)[number]

/** What a one-time link is for. */
export const linkKinds = ['set_up', 'invitation', 'new_password'] as const
export type LinkKind = (typeof linkKinds)[number]

const hour = 3_600_000

/** How long a link can be used. */
export const linkLastsMs: Readonly<Record<LinkKind, number>> = {
  set_up: 24 * hour,
  invitation: 7 * 24 * hour,
  new_password: 24 * hour,
}

export const longestName = 64

/** Names that look alike are one name: whoever signs in need not remember how it was written. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/** What is wrong with a name for an account, as a sentence; null when nothing is. */
export function nameFault(name: string): string | null {
  if (nameKey(name) === '') return 'Give a name to sign in with.'
  if (name.trim().length > longestName) return `Use at most ${longestName} letters for the name.`
  if (/\p{C}/u.test(name)) return 'The name holds letters that cannot be seen. Leave them out.'
  return null
}
