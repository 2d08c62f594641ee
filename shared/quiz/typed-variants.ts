import { normaliseAnswer } from '../answer/normalise-answer.ts'
import { isFunctionWord, normaliseTerm, words } from '../basics/text.ts'

/** What a thing is, behind its name: "the pytest framework" is pytest. */
const kindNoun =
  /\s+(?:algorithm|app|application|attribute|class|clause|command|component|convention|element|file|flag|format|framework|function|header|instruction|keyword|language|library|method|module|object|operator|option|package|parameter|pattern|platform|principle|program|property|protocol|query|service|software|statement|step|system|tag|technique|tool|utility|variable)s?$/i

/**
 * Shorter ways to say the same name: without its owner ("asyncio" for "Python's asyncio"), without the noun that the
 * question or a name's own spelling makes needless, without what the question says already. Never less than a name.
 */
export function shorterNames(answer: string, question: string): string[] {
  const bare = answer
    .replace(/`/g, '')
    .trim()
    .replace(/^(?:the|an?)\s+(?=\S)/i, '')
  const found = [withoutOwner(bare), withoutKind(bare, question), withoutSaid(bare, question)]
  const own = normaliseAnswer(answer)
  return [...new Set(found)].filter(
    (name): name is string => name !== undefined && normaliseAnswer(name) !== own && isName(name),
  )
}

/** "Python's asyncio", "Django’s ORM": whoever knows the thing need not say whose it is. */
function withoutOwner(answer: string): string | undefined {
  return /^(?:the\s+)?[\p{L}\p{N}.+#-]+(?:['’]s|s['’])\s+(\S.*)$/u.exec(answer)?.[1]
}

function withoutKind(answer: string, question: string): string | undefined {
  const noun = kindNoun.exec(answer)?.[0]
  if (noun === undefined) return undefined
  const rest = answer.slice(0, answer.length - noun.length)
  const isSaid = words(question).map(normaliseTerm).includes(normaliseTerm(noun))
  return isSaid || /\p{L}[\p{Lu}\p{N}_.]|^\p{Ll}+[_.-]|^\p{Lu}/u.test(rest) ? rest : undefined
}

/** "volumes" for "Docker volumes", where the question speaks of Docker. */
function withoutSaid(answer: string, question: string): string | undefined {
  const [first = '', ...rest] = answer.split(/\s+/)
  const isSaid =
    rest.length > 0 &&
    /^\p{Lu}/u.test(first) &&
    ` ${question.replace(/[^\p{L}\p{N}]/gu, ' ')} `.includes(` ${first} `)
  return isSaid ? rest.join(' ') : undefined
}

const isName = (name: string): boolean => /[\p{L}\p{N}]{2}/u.test(name) && !isFunctionWord(name)
