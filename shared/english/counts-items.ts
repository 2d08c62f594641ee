import { numberNames } from './number-names.ts'

/** The words for as many things as a list may have, by their number: fewer are no list, and more are too many to recall. */
export const countWords: readonly (string | undefined)[] = numberNames
  .slice(0, 7)
  .map((word, items) => (items < 2 ? undefined : word))

const counting = countWords.map((word, items) =>
  word === undefined
    ? undefined
    : new RegExp(String.raw`\b(?:${word}|${items}) (?:[\p{Ll}-]+ ){0,3}?[\p{Ll}-]+s\b`, 'iu'),
)

/** True for a line that says how many things follow it: "three parts" above a list of three. */
export function countsItems(text: string, items: number): boolean {
  return counting[items]?.test(text) ?? false
}
