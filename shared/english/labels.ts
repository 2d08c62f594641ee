import { remembering } from '../basics/text.ts'
/** What a label before a colon says about the text after it. */
export type LabelKind =
  'problem' | 'solution' | 'outcome' | 'definition' | 'aspect' | 'example' | 'noise' | 'term'

const problem =
  /^(?:the )?(?:challenges?|problems?|issues?|bugs?|errors?|symptoms?|obstacles?|difficult(?:y|ies)|what i saw|pain points?|what (?:happened|went wrong)|root cause|situation)(?: (?:faced|encountered|i faced|was))?(?: ?#?\d+)?$/i
const solution =
  /^(?:the |my |our )?(?:solutions?|fix(?:es)?|resolutions?|resolved(?: by)?|solved(?: by| with)?|how (?:i|we) (?:solved|fixed|resolved|overcame|handled|addressed|tackled) (?:it|this|them)|what i did|workarounds?|mitigations?|remed(?:y|ies)|approach|action(?: taken)?|answer|how to fix(?: it)?|strateg(?:y|ies))(?: (?:implemented|applied|used|found|i (?:used|found)))?$/i
const outcome =
  /^(?:the )?(?:outcomes?|results?|impact|lessons?(?: learn(?:ed|t))?|logs?|status|takeaways?|learnings?|key outcomes?)$/i
const definition =
  /^(?:definition|meaning|what(?: it is| is it)?|simple answer|in short|short answer|description)$/i
const example =
  /^(?:examples?|e\.?g\.?|ex\.?|for example|for instance|sample|example usage|example use|use case example)$/i
const noise =
  /^(?:author|date|title|tags?|alias(?:es)?|source|sources|repo(?:sitory)?|github(?: repository)?|link|links|url|demo|live(?: demo)?|contact|email|license|version|status|duration|track|cohort|prerequisites?|focus area|skill level|program duration|(?:important |side |quick |special )?notes?|tip|warning|important|info|todo|fun fact|see|see also|read more|docs|documentation link|video|slides|week|day|header|body|discord(?: channel)?|slack|last updated|updated|created|output|input|goal|goals|objective|objectives|base url|endpoint|endpoints|deadline|course|instructor|lecturer|maintainers?|professor|semester|mentor|deliverables?|feat|perf|chore|refactor)$/i

/** Labels that name a respect of the subject above them; the value is how a question names that respect. */
const aspects: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:main |key |core |major |performance |practical |business )?(?:benefits?|advantages?|pros?|upsides?)(?: i (?:liked|found))?$/i,
    'benefit',
  ],
  [/^(?:main |key |core |major )?(?:strengths?|strong points?)$/i, 'strength'],
  [
    /^(?:main |key |core |major )?(?:drawbacks?|disadvantages?(?:\(s\))?|cons?|downsides?|weakness(?:es)?|limitations?|costs?|price)$/i,
    'drawback',
  ],
  [/^(?:main |key )?trade-?offs?$/i, 'trade-off'],
  [/^(?:importance|why it matters|why it is important|significance)$/i, 'importance'],
  [
    /^(?:purpose|use|usage|used for|use it for|aim|role|function|why use it|what it does|when to use(?: it)?|use when|use cases?)$/i,
    'purpose',
  ],
  [/^(?:risks?|dangers?|pitfalls?|caveats?|gotchas?)$/i, 'risk'],
  [/^(?:default|default value)$/i, 'default'],
  [/^(?:syntax|command)$/i, 'syntax'],
  [/^(?:why|reason|rationale)$/i, 'reason'],
]

/** Classifies a label. Anything unknown is a term of its own. */
export const labelKind = remembering((label): LabelKind => {
  const bare = label
    .replace(/[`"“”]/g, '')
    .replace(/[\s:：]+$/, '')
    .trim()
  if (problem.test(bare)) return 'problem'
  if (solution.test(bare)) return 'solution'
  if (outcome.test(bare)) return 'outcome'
  if (definition.test(bare)) return 'definition'
  if (example.test(bare)) return 'example'
  if (noise.test(bare)) return 'noise'
  return aspectOf(bare) === undefined ? 'term' : 'aspect'
})

/** The respect that a label names ("Key benefit I liked" → "benefit"), or undefined. */
export const aspectOf = remembering(
  (label): string | undefined => aspects.find(([pattern]) => pattern.test(label))?.[1],
)
