import { isPlural } from './nouns.ts'
import { remembering, singular } from '../basics/text.ts'

/** What a label names of something else: "causes", "most common cause", "mechanism of action". */
export interface Relation {
  /** Its head noun in the singular. */
  readonly noun: string
  /** As a question says it, in lower case and without an article. */
  readonly words: string
  /** True for "causes", which asks for several. */
  readonly many: boolean
  /** More than its noun: "most common cause". */
  readonly qualified: boolean
}

/** How a question asks for a relation of a thing. */
interface Asking {
  /** The preposition between noun and thing. */
  readonly link: 'of' | 'for' | 'to'
  /** A question of its own for the bare noun; `be` and `does` agree with the thing. */
  readonly ask?: (thing: string, verb: { be: string; does: string }) => string
  /** True where a note tells some of many: a list of them is hardly ever whole. */
  readonly open?: true
  /** True for a noun that is as often a thing of its own: "function", "unit". */
  readonly thing?: true
  /** True for a noun that is a relation only in the plural: "stages". */
  readonly plural?: true
}

const of: Asking = { link: 'of' }
const openOf: Asking = { link: 'of', open: true }
const openFor: Asking = { link: 'for', open: true }
const thingOf: Asking = { link: 'of', thing: true }
const severalOf: Asking = { link: 'of', thing: true, plural: true }
const passive = (participle: string): Asking => ({
  link: 'for',
  ask: (thing, { be }) => `how ${be} ${thing} ${participle}`,
})
const agent = (noun: string): Asking => ({
  link: 'of',
  thing: true,
  ask: (thing) => `who is the ${noun} of ${thing}`,
})

/**
 * Relational nouns: nouns that mean nothing without the thing that they belong to. A label that is one of them is no term;
 * it says what is told of the thing above it.
 */
const relations: ReadonlyMap<string, Asking> = new Map<string, Asking>(
  Object.entries({
    aetiology: { link: 'of', ask: (thing) => `what causes ${thing}` },
    antonym: { link: 'of', ask: (thing) => `what is the opposite of ${thing}` },
    application: { link: 'of', open: true, thing: true, plural: true },
    architect: agent('architect'),
    artist: agent('artist'),
    assumption: openOf,
    author: agent('author'),
    branch: severalOf,
    category: severalOf,
    cause: { link: 'of', open: true, ask: (thing) => `what causes ${thing}` },
    characteristic: openOf,
    'chemical formula': of,
    class: severalOf,
    complication: openOf,
    component: severalOf,
    composer: agent('composer'),
    composition: { link: 'of', ask: (thing, { be }) => `what ${be} ${thing} made of` },
    condition: { link: 'for', open: true, thing: true, plural: true },
    consequence: openOf,
    contraindication: { link: 'to', open: true },
    criterion: openFor,
    cure: openFor,
    dosage: of,
    dose: of,
    determinant: openOf,
    diagnosis: passive('diagnosed'),
    'differential diagnosis': openOf,
    discoverer: { link: 'of', ask: (thing) => `who discovered ${thing}` },
    division: severalOf,
    drawback: openOf,
    effect: openOf,
    element: severalOf,
    equation: { link: 'for', thing: true },
    etiology: { link: 'of', ask: (thing) => `what causes ${thing}` },
    etymology: of,
    feature: { link: 'of', open: true, thing: true, plural: true },
    form: severalOf,
    formula: { link: 'for' },
    founder: { link: 'of', ask: (thing) => `who founded ${thing}` },
    function: thingOf,
    habitat: of,
    impact: openOf,
    implication: openOf,
    indication: openFor,
    inhibitor: { link: 'of', open: true, thing: true },
    inventor: { link: 'of', ask: (thing) => `who invented ${thing}` },
    investigation: openFor,
    kind: severalOf,
    layer: severalOf,
    level: severalOf,
    location: { link: 'of', ask: (thing, { be }) => `where ${be} ${thing} located` },
    management: passive('managed'),
    manifestation: openOf,
    mechanism: { link: 'of', ask: (thing, { does }) => `how ${does} ${thing} work` },
    'mechanism of action': { link: 'of', ask: (thing, { does }) => `how ${does} ${thing} work` },
    medication: { link: 'for', open: true, thing: true, plural: true },
    opposite: of,
    origin: of,
    outcome: openOf,
    painter: agent('painter'),
    part: severalOf,
    phase: severalOf,
    precondition: openFor,
    presentation: { link: 'of', open: true, ask: (thing, { does }) => `how ${does} ${thing} present` },
    prevention: passive('prevented'),
    product: thingOf,
    prognosis: of,
    property: { link: 'of', open: true, thing: true, plural: true },
    reactant: thingOf,
    requirement: { link: 'for', open: true, thing: true, plural: true },
    result: openOf,
    'risk factor': openFor,
    role: of,
    'side effect': openOf,
    sign: openOf,
    'space complexity': of,
    stage: severalOf,
    step: severalOf,
    structure: of,
    substrate: thingOf,
    symbol: { link: 'for', thing: true },
    symptom: openOf,
    synonym: { link: 'for', ask: (thing) => `what is another name for ${thing}` },
    test: { link: 'for', open: true, thing: true, plural: true },
    therapy: openFor,
    'time complexity': of,
    treatment: passive('treated'),
    trigger: { link: 'of', open: true, thing: true },
    type: severalOf,
    unit: thingOf,
    use: { link: 'of', open: true, thing: true },
  } satisfies Record<string, Asking>),
)

/** Short forms in which notes write some of them. */
const shortForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aka: 'synonym',
    cx: 'complication',
    ddx: 'differential diagnosis',
    dx: 'diagnosis',
    ix: 'investigation',
    moa: 'mechanism of action',
    mx: 'management',
    rx: 'treatment',
    sx: 'symptom',
    tx: 'treatment',
  }),
)

const irregularPlurals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aetiologies: 'aetiology',
    criteria: 'criterion',
    diagnoses: 'diagnosis',
    'differential diagnoses': 'differential diagnosis',
    etiologies: 'etiology',
    formulae: 'formula',
  }),
)

/** The relation that a label names; undefined for a label that is a term of its own. */
export const relationOf = remembering((label): Relation | undefined => {
  const bare = label
    .replace(/[*_`"“”]/g, '')
    .replace(/\(e?s\)$/, 's')
    .replace(/[\s:：=]+$/, '')
    .trim()
  const short = shortForms.get(bare)
  if (short !== undefined) return { noun: short, words: short, many: false, qualified: false }
  const words = bare
    .toLowerCase()
    .replace(/^(?:the|its|their)\s+/, '')
    .split(' ')
  if (words.length > mostWords) return undefined
  for (let at = 0; at < words.length; at++) {
    const noun = nounOf(words.slice(at).join(' '))
    if (noun === undefined || (at === 0 && !noun.many && relations.get(noun.noun)?.plural === true)) continue
    if (words.slice(0, at).every((word, i) => isPick(word, words[i - 1], noun.many)))
      return { ...noun, words: words.join(' '), qualified: at > 0 }
  }
  return undefined
})

const mostWords = 5

/** "Most common", "first-line", "main" say which one is meant, and make no term with their noun as "greenhouse" does. */
const isPick = (word: string, before: string | undefined, many: boolean): boolean =>
  /^(?:most|least)$/.test(before ?? '') ||
  picks.test(word) ||
  (/[a-z]{3}est$/.test(word) &&
    !/^(?:conquest|contest|forest|harvest|honest|interest|protest|request)$/.test(word)) ||
  (many && /(?:[a-z]al|ic|ive|ary|ous|-term|-line)$/.test(word))

const picks =
  /^(?:adverse|best|chief|definitive|final|first|first-line|gold-standard|greatest|initial|last|least|main|major|most|only|primary|principal|root|second|second-line|secondary|side|single|third|typical|underlying|usual|worst)$/

function nounOf(words: string): Pick<Relation, 'noun' | 'many'> | undefined {
  if (relations.has(words)) return { noun: words, many: false }
  const one = irregularPlurals.get(words) ?? (isPlural(words) ? lastSingular(words) : undefined)
  return one !== undefined && relations.has(one) ? { noun: one, many: true } : undefined
}

const lastSingular = (words: string): string => {
  const at = words.lastIndexOf(' ') + 1
  return words.slice(0, at) + singular(words.slice(at))
}

/** True for a relation of which a note hardly ever tells all. */
export const isOpenRelation = (noun: string): boolean => relations.get(noun)?.open === true

/** True for a relational noun that may be a term of its own: "Class: a blueprint for objects". */
export const mayBeThing = (noun: string): boolean => relations.get(noun)?.thing === true

/** True for a relation that is asked for without its noun: "what causes measles". */
export const hasOwnQuestion = (noun: string): boolean => relations.get(noun)?.ask !== undefined

/** True for words that can only name a relation of what stands above them, so that they are no subject of their own. */
export function isOnlyRelation(words: string): boolean {
  const relation = relationOf(words)
  return relation !== undefined && !mayBeThing(relation.noun)
}

/** The preposition after a relational noun: "treatment for", "cause of". */
export const linkOfRelation = (noun: string): string | undefined => relations.get(noun)?.link

/** The question for a relation of a thing, without its capital and sign: "what causes measles". */
export function relationAsked(name: string, thing: string): string | undefined {
  const relation = relationOf(name)
  if (relation === undefined) return undefined
  const { noun, words, many, qualified } = relation
  const asking = relations.get(noun) ?? of
  const verb = isPlural(thing) ? { be: 'are', does: 'do' } : { be: 'is', does: 'does' }
  if (asking.ask !== undefined && !qualified && !many) return asking.ask(thing, verb)
  return `what ${many ? 'are' : 'is'} the ${words} ${asking.link} ${thing}`
}
