import { singular, wordSet } from '../basics/text.ts'

/**
 * Nouns that are of something: a colour, a cause, an inventor. "What is the colour of X?" is English; "What is the gland of
 * insulin?" is not, because a gland is a thing by itself.
 */
const relational = wordSet(`
  accent age aim altitude amount analogue angle aspect author base basis benefit behavior behaviour birthplace brightness capital
  cardinality carrier cause center centre challenge character characteristic characteristics charge charm circumference climate coefficient
  color colour complexity composer con consequence constituent content control core cost countermeasure creator cure currency danger date
  default definition degree depth descent diameter director domain dose drawback effect end endpoint equivalent error essence
  extent factor fate feature flavor flavour focus form format formula founder frequency fuel gender goal head height
  idea impact inventor job leader length level lifespan lifetime limit location main mass mechanism message method mode model
  mood moral motive motto name nationality nature notation number objective occupation opposite order orientation origin
  outcome outer output owner part path pattern peak period era phase pitch place plural point population pro position precursor predecessor
  price principle product profession property prototype purpose quality radius range rank rate ratio reach reason remedy
  replacement reputation requirement result return reverse risk role root rule ruler scale scope sense shape shortcut side sign
  significance site size slogan smell solution source speed spelling stage start state status strength style substrate
  successor suffix sum surname symbol symptom synonym syntax taste temperature tempo term texture theme thickness time title
  tone tool treatment trigger type unit use value velocity version viewpoint voice volume wavelength weakness weight width
   yield ability argument audience belief call capacity claim coverage defence defense demand diet duty evidence fee gain
  guarantee habitat income input latency loss need object offer opinion penalty power profit punishment reaction response reward right
  derivative intent mean medium monomer multiplier onset rise salary seat symmetry share spread supply tenure throughput topic trend view wage way`)

/** Endings that make such nouns from verbs and adjectives: "composition", "speed of conduction", "hardness". */
const derived = /(?:tion|sion|ment|ance|ence|ancy|ency|ity|ety|ness|ship|hood|dom|ure|age|ing|th|sis)$/

/** True for a noun, or the last word of a phrase, that fits "the … of something". */
export function isRelational(phrase: string): boolean {
  const head = phrase.toLowerCase().split(/\s(?:of|to|for|from|in|per|with)\s/)[0] ?? ''
  const last = head.split(' ').at(-1) ?? ''
  return relational.has(last) || relational.has(singular(last)) || derived.test(singular(last))
}
