import { singular } from '../../basics/text.ts'
import { baseVerb, pastBase, thirdPersonBase } from '../../english/verbs.ts'
import { isProperName } from '../../english/title-case.ts'
import { isPlural } from '../../english/nouns.ts'
import { isRelational } from '../../english/relational-nouns.ts'
import { isPastOrParticiple } from '../../english/irregular-pasts.ts'

/** The name of a row inside a sentence, and whether it is plural. */
export interface Named {
  readonly name: string
  readonly many: boolean
}

/** "is" or "are" for the name of a row. */
export const be = ({ many }: Named): string => (many ? 'are' : 'is')
/** "does" or "do" for the name of a row. */
export const does = ({ many }: Named): string => (many ? 'do' : 'does')

/** "How it loads related objects" for a row X asks "how does X load related objects". */
export function askColumn(column: string, named: Named): string | undefined {
  const heading = column.replace(/\?$/, '')
  for (const [pattern, ask] of askingColumns) {
    const found = pattern.exec(heading)
    const asked = found === null ? undefined : ask(found, named)
    if (asked !== undefined) return asked
  }
  return undefined
}

type Ask = (found: RegExpExecArray, named: Named) => string | undefined

/** Headings that are questions about a row, with the question that they ask. */
const askingColumns: readonly (readonly [RegExp, Ask])[] = [
  [/^use when$/i, (_, named) => `when do you use ${named.name}`],
  [/^(?:who|where)$/i, ([word = ''], named) => `${word.toLowerCase()} ${be(named)} ${named.name}`],
  // "When used", "How prepared".
  [
    /^(how|when|where|why) (\p{L}+)$/iu,
    ([, asks = '', done = ''], named) =>
      isParticiple(done)
        ? `${asks.toLowerCase()} ${be(named)} ${named.name} ${done.toLowerCase()}`
        : undefined,
  ],
  // "How to use it".
  [
    /^(how|when|where|why) to (\p{L}+)(?: (?:it|them))?$/iu,
    ([, asks = '', verb = ''], named) => `${asks.toLowerCase()} do you ${verb.toLowerCase()} ${named.name}`,
  ],
  // "Why are they interested in it", "What is it for".
  [
    /^(how|what|when|where|who|which|why) (?:is|are) (?:it|they)(\s.+)?$/iu,
    ([, asks = '', rest = ''], named) => `${asks.toLowerCase()} ${be(named)} ${named.name}${rest}`,
  ],
  [
    /^(how|what|when|where|who|which|why) (?:do|does) (?:it|they) (.+)$/iu,
    ([, asks = '', rest = ''], named) => `${asks.toLowerCase()} ${does(named)} ${named.name} ${rest}`,
  ],
  [
    /^(how|what|when|where|who|which|why) (?:it|they) (is|are|was|has|can)(\s.*)?$/iu,
    ([, asks = '', verb = '', rest = ''], named) =>
      `${asks.toLowerCase()} ${/^(?:is|are)$/i.test(verb) ? be(named) : verb.toLowerCase()} ${named.name}${rest}`,
  ],
  [
    /^(how|what|when|where|who|which|why) (?:it|they) (\p{L}+)(\s.*)?$/iu,
    ([, asks = '', verb = '', rest = ''], named) =>
      `${asks.toLowerCase()} ${does(named)} ${named.name} ${verbOf(verb)}${rest}`,
  ],
  [
    /^(?:what|who|which) (\p{L}+)$/iu,
    ([whole], named) => (/\s(?:is|are|it|they)$/i.test(whole) ? undefined : whoActs(whole, named.name)),
  ],
  // "Works at layer", "Belongs to the family": a preposition and its noun.
  [
    /^(\p{L}+s) (at|by|for|from|in|into|of|on|to|with) (?:the |which |what )?(\p{Ll}+)$/iu,
    ([, verb = '', link = '', noun = ''], named) =>
      thirdPersonBase(verb) === undefined
        ? undefined
        : `${link.toLowerCase()} which ${noun} ${does(named)} ${named.name} ${verbOf(verb)}`,
  ],
  // "Depends on", "Looks like".
  [
    /^(\p{L}+s) (at|against|by|for|from|in|into|like|of|on|to|with)$/iu,
    ([, verb = '', link = ''], named) =>
      thirdPersonBase(verb) === undefined
        ? undefined
        : `what ${does(named)} ${named.name} ${verbOf(verb)} ${link.toLowerCase()}`,
  ],
  // "Really means".
  [
    /^(\p{L}{3,}ly) (\p{L}+s)$/iu,
    ([, how = '', verb = ''], named) =>
      thirdPersonBase(verb) === undefined
        ? undefined
        : `what ${does(named)} ${named.name} ${how.toLowerCase()} ${verbOf(verb)}`,
  ],
  // "Created in phase", "Managed by team".
  [
    /^(\p{L}+) (at|by|from|in|into|on|to|with) (?:the |which |what )?(\p{Ll}+)$/iu,
    ([, done = '', link = '', noun = ''], named) =>
      isParticiple(done)
        ? `${link.toLowerCase()} which ${noun} ${be(named)} ${named.name} ${done.toLowerCase()}`
        : undefined,
  ],
  // "Based in", "Found in".
  [
    /^(based|formed|found|grown|kept|located|produced|secreted|situated|spoken|stored) (?:at|in|on)$/i,
    ([, done = ''], named) => `where ${be(named)} ${named.name} ${done.toLowerCase()}`,
  ],
  // "Colour in acid".
  [
    /^(\p{L}+(?: \p{Ll}+)?) ((?:after|at|before|during|in|on|under|with|without) \p{Ll}.+)$/iu,
    ([, noun = '', where = ''], named) =>
      isRelational(noun) && !isPlural(noun)
        ? `what is the ${lowerColumn(noun)} of ${named.name} ${where.toLowerCase()}`
        : undefined,
  ],
  // "Made of", "Used for", "Relative to", "Short for".
  [
    /^(\p{L}+) (about|after|against|as|at|by|for|from|in|into|of|on|to|with|out of)$/iu,
    ([whole, word = ''], named) =>
      isParticiple(word) || isAdjective.test(word)
        ? `what ${be(named)} ${named.name} ${whole.toLowerCase()}`
        : undefined,
  ],
]

/** "Who attends", "What inhibits": the row is the object. */
function whoActs(whole: string, name: string): string | undefined {
  const [asks = '', verb = ''] = whole.split(' ')
  return thirdPersonBase(verb) === undefined
    ? undefined
    : `${asks.toLowerCase()} ${verb.toLowerCase()} ${name}`
}

const isAdjective =
  /^(?:\p{L}+(?:ive|able|ible|ful|ar|ent|ant|ic|ous)|short|good|best|true|close|near|due|famous)$/iu

/** "used", "made", "known". */
export const isParticiple = (word: string): boolean => {
  const lower = word.toLowerCase()
  return (
    /^(?:made|read|built|known|born|written|found|set|sold|grown|drawn|spoken|taken|given|shown|held|kept)$/.test(
      lower,
    ) ||
    (lower.endsWith('ed') && (pastBase(lower) !== undefined || lower.length > 5)) ||
    (isPastOrParticiple(lower) && baseVerb(lower) === undefined)
  )
}

/** "carry" from "carries", also for verbs that no list knows. */
export function verbOf(third: string): string {
  const lower = third.toLowerCase()
  return thirdPersonBase(lower) ?? singular(lower)
}

/** A column's name inside a sentence: "default port", "RGB value", "Django's protection". */
export const lowerColumn = (column: string): string =>
  column
    .split(' ')
    .map((word, i) =>
      /^\p{Lu}\p{Ll}+$/u.test(word) &&
      !isProperName(word) &&
      (i === 0 || !/['’]s$/.test(column.split(' ')[i - 1] ?? ''))
        ? word.charAt(0).toLowerCase() + word.slice(1)
        : word,
    )
    .join(' ')
