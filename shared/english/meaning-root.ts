import { isAscii, remembering, stemsOfWord, words } from '../basics/text.ts'

/** Endings that make one word of another, the long ones first. */
const endings = (
  'izations isations ifications ization isation ification abilities ibilities ations itions encies ances ences ancies ability ' +
  'ibility atives ation ition ments nesses ities izing ising ating ators atory ifying ative ively ically ously fully ' +
  'ions ment ness ency ancy ance ence izes ises ized ised ates ated ator ings able ible ably ibly ical ials ally less ists isms ants ' +
  'ents atic ify ified ifies ing ers ors ist ism ate ize ise ion ity ive ial ous ful ant ent ies ied eds ic al er or ed es ly y s e'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)

/** Words of which a prefix makes the opposite: what prevents inconsistency is for consistency. */
const opposites =
  /^(?:un(?!i|der|til|less|to)|non(?=[a-z]{4})|in(?=accur|activ|adequ|compat|complet|consist|correct|depend|direct|effic|equal|exact|finit|flex|frequen|secur|sensit|stab|toler|valid|vari|visib)|im(?=balanc|matur|mut|perfect|possib|prob|proper|pur)|ir(?=regular|relev|respons|revers)|dis(?=agree|allow|appear|connect|continu|engag|honest|order|satisf|trust)|mis(?=configur|match|lead|manag|spell|understand|use))/

/**
 * What a word shares with all that is derived from it: "automate" and "automation", "consistent" and "inconsistencies". Made
 * to find out whether two texts may speak of the same; it joins too much rather than too little.
 */
export const meaningRoot = remembering((word): string => {
  if (!isAscii(word)) return word
  const turned = word.replace(opposites, '')
  const once = withoutEnding(turned, 4)
  return once === turned ? turned : withoutEnding(once, 5)
}, 8192)

function withoutEnding(word: string, least: number): string {
  for (const ending of endings) {
    const rest = word.length - ending.length
    if (rest >= least && word.endsWith(ending) && !(ending === 's' && word.endsWith('ss')))
      return word.slice(0, rest)
  }
  return word
}

/** The roots of a text's words of meaning, without repeats. Parts of compounds and of code count as words. */
export function meaningRoots(text: string): string[] {
  const roots = new Set<string>()
  for (const word of words(spaced(text))) {
    // Function words have no stem, and scripts without spaces give several.
    const stems = stemsOfWord(word)
    if (stems.length === 1) roots.add(meaningRoot(word.replace(/['.+/#-]+$/, '')))
    else for (const stem of stems) roots.add(stem)
  }
  return [...roots]
}

const spaced = (text: string): string =>
  text
    .replace(/_+/g, ' ')
    .replace(/['’]s\b/g, '')
    .replace(/(?<=\p{L})[-/.:](?=\p{L})/gu, ' ')
