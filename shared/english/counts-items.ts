/** The words for small counts, by their number. */
export const countWords: readonly (string | undefined)[] = [
  undefined,
  undefined,
  'two',
  'three',
  'four',
  'five',
  'six',
]

const counting = countWords.map((word, items) =>
  word === undefined
    ? undefined
    : new RegExp(String.raw`\b(?:${word}|${items}) (?:[\p{Ll}-]+ ){0,3}?[\p{Ll}-]+s\b`, 'iu'),
)

/** True for a line that says how many things follow it: "three parts" above a list of three. */
export function countsItems(text: string, items: number): boolean {
  return counting[items]?.test(text) ?? false
}
