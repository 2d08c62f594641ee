/** Abbreviations of our languages that stand before a capital letter or a number. */
const abbreviated =
  /(?:^|[\s(.])(?:abb|abs|art|bsp|bspw|bzw|ca|cap|dr|dra|ej|etc|evtl|ex|fig|ggf|inkl|jh|kap|max|mind|min|mio|mrd|nº|nr|núm|num|pág|pag|sog|sr|sra|st|tab|usw|vgl|zw|т|д|е|см|рис|\p{L})\.$/iu

/** Sentences that were cut behind an abbreviation, joined again. */
export function joinAbbreviated(sentences: readonly string[]): string[] {
  const out: string[] = []
  for (const sentence of sentences) {
    const last = out.at(-1)
    if (last !== undefined && abbreviated.test(last)) out[out.length - 1] = `${last} ${sentence}`
    else out.push(sentence)
  }
  return out
}
