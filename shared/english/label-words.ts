import { wordSet } from '../basics/text.ts'
import { isAdverb } from './word-classes.ts'

/** Nouns that end like an adverb. */
const nounsInLy = wordSet(
  `anomaly assembly belly bully butterfly family fly homily jelly lily melancholy monopoly oligopoly rally reply supply ally
  italy`,
)

/** "Often", "Usually": it says how often, not of what. */
export const isAdverbAlone = (label: string): boolean =>
  /^\p{L}+$/u.test(label) && isAdverb(label.toLowerCase()) && !nounsInLy.has(label.toLowerCase())

/** "Short-run", "Long term", "A2", "Ex": a period, the number of an answer, an abbreviation of writing. */
export const isLabelOnly = (label: string): boolean =>
  isAdverbAlone(label) ||
  /^(?:in the )?(?:long|short|medium|mid|near)(?:er)?[- ](?:run|term)$/i.test(label) ||
  /^[A-Za-z]?\d{1,2}[a-z]?$/.test(label) ||
  /^(?:current|early|final|former|initial|late|latter|modern|original|other|previous)$/i.test(label) ||
  /^(?:adv|cf|e\.?g|etc|ex|fig|i\.?e|incl|max|min|misc|n\.?b|p\.?s|q|re|resp|viz|vs)\.?$/i.test(label)

/** One word that is an adjective by its ending, and hardly ever a noun: "biochemical", "porous", "reversible". */
export const isAdjectiveAlone = (label: string): boolean =>
  /^\p{L}[\p{Ll}-]{3,}$/u.test(label) &&
  /(?:ical|[^u]ous|ful|less|[^t]able|[^b]ible|ional)$/i.test(label) &&
  !/^(?:cable|chemical|classical|constable|fable|gable|mouthful|parable|periodical|professional|radical|spoonful|syllable|tropical|variable|vegetable|voluminous)$/i.test(
    label,
  )

/** The same where a kind stands above it, which it tells apart: "Reflective" among types of attacks. */
export const tellsKindApart = (label: string): boolean =>
  isAdjectiveAlone(label) ||
  (/^\p{L}[\p{Ll}-]{3,}$/u.test(label) &&
    /(?:ive|ary|[^aeiou]ic|[crtn]al|ial|[ui]lar|olar|astic|-rational|valent|[dgstuv]ent)$/i.test(label) &&
    !/^(?:accent|agent|archive|arsenal|client|comment|content|continent|event|extent|intent|moment|canal|capital|cathedral|coral|crystal|derivative|dictionary|funeral|hospital|hybrid|journal|library|metal|metric|mineral|motive|music|logic|fabric|precedent|president|reagent|resident|rodent|salary|signal|solvent|student|tangent|terminal|topic|traffic|trial)$/i.test(
      label,
    ))
