import { wordCount } from '../../basics/text.ts'
import { lowerStart } from '../../english/lower-start.ts'
import { isPlural } from '../../english/nouns.ts'
import { pastBase, thirdPersonBase } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'

/**
 * "Occurs when pressure falls", "Caused by a falling pressure": a predicate without its subject, with one question that
 * only it answers.
 */
export function actsOnce(term: string, text: string): Draft[] {
  const said = /\s\p{Lu}/u.test(term) ? term : lowerStart(term)
  const asked = whenAsked(said, text) ?? byAsked(said, text)
  return asked === undefined ||
    (wordCount(asked.told) < 2 && !/\d{3,4}/.test(asked.told)) ||
    wordCount(asked.told) > 20
    ? []
    : [{ kind: 'aspect', respect: { kind: 'asked', words: asked.words }, term, statement: asked.told }]
}

interface Asked {
  readonly words: string
  readonly told: string
}

const does = (term: string): string => (isPlural(term) ? 'do' : 'does')

/** "Applies only when …", "Happens if …". */
function whenAsked(term: string, text: string): Asked | undefined {
  const [, verb = '', told] =
    /^(\p{L}+)\s+(?:only\s+)?((?:when|if|whenever|as soon as|once)\s.+)$/iu.exec(text) ?? []
  const base = thirdPersonBase(verb)
  return base === undefined || told === undefined
    ? undefined
    : { words: `when ${does(term)} ${term} ${base}`, told }
}

/** "Caused by …", "Found in …", "Used for …": a participle and its preposition are asked as they stand. */
function byAsked(term: string, text: string): Asked | undefined {
  const [, verb = '', link = '', told] =
    /^(\p{L}+)\s+(?:mainly\s+|mostly\s+|often\s+|usually\s+|commonly\s+)?(by|in|from|of|for|after|into|as|to|on|at)\s+(.+)$/iu.exec(
      text,
    ) ?? []
  const participle = verb.toLowerCase()
  if (told === undefined || !isParticiple(participle)) return undefined
  if (participle === 'caused' && link === 'by') return { words: `what causes ${term}`, told }
  const asked = passives.find(({ verbs, links }) => links.test(link) && verbs.test(participle))
  if (asked === undefined) return undefined
  const isYear = /^(?:the )?(?:\p{Lu}\p{Ll}+ )?\d{3,4}s?\b/u.test(told)
  if (link === 'in' && isYear) return { words: `when ${was(term)} ${term} ${participle}`, told }
  if (link === 'by' && /^\p{Lu}/u.test(told) && made.test(participle))
    return { words: `who ${participle === 'written' ? 'wrote' : participle} ${term}`, told }
  const be = /\b1\d{3}s?\b/.test(told) ? was(term) : isPlural(term) ? 'are' : 'is'
  return asked.where
    ? { words: `where ${be} ${term} ${participle}`, told: `${link} ${told}` }
    : { words: `what ${be} ${term} ${participle} ${link}`, told }
}

const was = (term: string): string => (isPlural(term) ? 'were' : 'was')

const isParticiple = (word: string): boolean =>
  pastBase(word) !== undefined ||
  /^\p{Ll}{3,}ed$/u.test(word) ||
  /^(?:found|made|known|written|built|born|led|won)$/.test(word)

/** What was made by somebody at some time. */
const made =
  /^(?:built|coined|composed|created|designed|developed|devised|discovered|established|formulated|founded|introduced|invented|painted|patented|proposed|published|written)$/

/** Which participles are asked with which preposition; any other one would leave the question open. */
const passives: readonly { readonly links: RegExp; readonly verbs: RegExp; readonly where?: true }[] = [
  { links: /^by$/, verbs: /./ },
  {
    links: /^(?:in|on|at)$/,
    verbs: /^(?:found|located|produced|situated|stored|synthesi[sz]ed)$/,
    where: true,
  },
  {
    links: /^in$/,
    verbs:
      /^(?:abolished|born|built|coined|discovered|established|founded|introduced|invented|passed|published|signed|won|written)$/,
  },
  { links: /^(?:of|from)$/, verbs: /^(?:composed|derived|extracted|made|obtained|produced)$/ },
  { links: /^for$/, verbs: /^(?:used|known|named)$/ },
  { links: /^after$/, verbs: /^named$/ },
  { links: /^as$/, verbs: /^(?:used|measured)$/ },
  { links: /^to$/, verbs: /^(?:attached|bound|connected)$/ },
  { links: /^into$/, verbs: /^(?:broken|converted|divided|metaboli[sz]ed|split)$/ },
  { links: /^in$/, verbs: /^measured$/ },
]
