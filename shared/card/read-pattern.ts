/** A pattern as it is tried on a question and on an answer, or the sentence that says why it cannot be read. */
export function readPattern(pattern: string): RegExp | string {
  try {
    return new RegExp(pattern, 'iu')
  } catch (error) {
    // Every engine puts its reason after the pattern itself.
    const reason = error instanceof Error ? error.message.replace(/^[^]*: /, '') : ''
    return `This is not a regular expression${reason === '' ? '' : `: ${reason.toLowerCase()}`}.`
  }
}

/**
 * Letters that stand in every text which the pattern fits: the longest run of them outside of groups; null when there is
 * none of three or more. What is in doubt is left out.
 */
export function plainPart(pattern: string): string | null {
  const runs: string[] = []
  let run = ''
  const end = (dropped = 0) => {
    runs.push(dropped === 0 ? run : run.slice(0, -dropped))
    run = ''
  }
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at] ?? ''
    // Choices mean that no run has to be there; a group may hold some.
    if (letter === '|' || letter === '(') return null
    if (/[?*{]/.test(letter)) {
      end(1)
      if (letter === '{') at = closing(pattern, at, '}')
    } else if (letter === '[') {
      end()
      at = closing(pattern, at, ']')
    } else if (letter === '\\') {
      end()
      at = endOfEscape(pattern, at)
    } else if (isPlain(letter)) run += letter
    else end()
  }
  end()
  const longest = runs.sort((one, other) => other.length - one.length)[0] ?? ''
  return longest.length >= 3 ? longest.toLowerCase() : null
}

/** “k” and “s” have relatives outside of ASCII that a pattern finds, whatever their case, and the index may not. */
function isPlain(letter: string): boolean {
  return /[a-jl-rt-z0-9 ,:]/i.test(letter)
}

/** The last letter of what a backslash begins, and of any digits after it: they may belong to it. */
function endOfEscape(pattern: string, from: number): number {
  const letter = pattern[from + 1] ?? ''
  if (/[pPu]/.test(letter) && pattern[from + 2] === '{') return closing(pattern, from, '}')
  let at = from + (letter === 'c' ? 2 : 1)
  while (/[\da-fA-F]/.test(pattern[at + 1] ?? '')) at++
  return at
}

/** Where the mark stands that closes; an escaped one does not. */
function closing(pattern: string, from: number, mark: string): number {
  let at = from + 1
  while (at < pattern.length && pattern[at] !== mark) at += pattern[at] === '\\' ? 2 : 1
  return at
}
