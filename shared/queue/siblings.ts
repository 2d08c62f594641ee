/** What tells which cards give each other away. */
export interface SiblingOf {
  readonly factKey: string
  /** The lines of notes that the card quotes. */
  readonly sources: readonly { readonly file: string; readonly lines: readonly number[] }[]
}

/** What a card shares with its siblings: its fact and the lines it stands in. Cards with one of them in common are siblings. */
export const siblingKeys = ({ factKey, sources }: SiblingOf): string[] => [
  factKey,
  ...sources.filter(({ lines }) => lines.length > 0).map(({ file, lines }) => `${file}:${lines.join(',')}`),
]
