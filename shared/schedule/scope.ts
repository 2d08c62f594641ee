import type { Brand } from '../basics/brand.ts'

/** Cards that may have a wanted recall of their own: those of a concept or a note, by its id, or of the notes with a tag. */
export interface Scope {
  readonly kind: (typeof scopeKinds)[number]
  readonly name: string
}
export const scopeKinds = ['concept', 'note', 'tag'] as const

/** A scope as one word, such as `tag:exam`. */
export type ScopeKey = Brand<string, 'ScopeKey'>

export function scopeKey({ kind, name }: Scope): ScopeKey {
  return `${kind}:${name}` as ScopeKey
}
