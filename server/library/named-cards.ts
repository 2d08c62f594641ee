const namedAtOnce = 3

/** What was done, with the questions of the cards that it was done to: `2 cards suspended: “What is a fjord?”, “What is a moor?”.` */
export function withNames(sentence: string, fronts: readonly string[]): string {
  if (fronts.length === 0) return sentence
  const names = fronts.slice(0, namedAtOnce).map((front) => `“${inShort(front)}”`)
  const more = fronts.length - names.length
  return `${sentence.replace(/\.$/, '')}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

const longest = 80

function inShort(front: string): string {
  const line = front
    .replaceAll('`', '')
    .replace(/\s*\n[^]*/, '')
    .replace('___', '…')
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, '')} …`
}
