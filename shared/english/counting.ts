import { singular } from '../basics/text.ts'
import { firstWord } from './phrase.ts'
import { baseVerb } from './verbs.ts'

/** Nouns by which definitions say that their term is one of many things. */
const thing =
  /^(?:action|address|agreement|answer|area|array|attack|attribute|block|box|bug|button|call|case|channel|character|chart|class|collection|column|component|condition|connection|container|copy|counter|credential|device|diagram|directory|document|error|event|fault|field|file|folder|form|formula|gap|graph|group|handle|helper|image|interval|key|label|letter|line|link|list|lock|machine|map|mark|meeting|member|message|mistake|model|module|moment|name|node|note|number|object|operation|order|page|pair|part|path|person|picture|piece|place|point|pointer|position|procedure|program|question|record|reference|region|replay|report|request|response|role|room|row|rule|screen|script|sequence|set|sheet|sign|signal|situation|slot|snapshot|stand-in|standstill|state|statement|step|string|structure|sum|symbol|table|template|test|thing|token|tree|tuple|union|unit|value|variable|vector|view|word)$/i

/** Nouns by which definitions say that their term is a quality, an amount or a way of working. */
const mass =
  /^(?:ability|agreement|amount|approach|art|behaviou?r|degree|discipline|extent|habit|idea|level|number|practice|principle|process|progress|property|quality|rate|share|skill|speed|study|style|technique|way|work)$/i

const massEnding =
  /(?:tion|sion|ment|ness|ity|ety|(?<!str|th|spr|\br|\bk|\bw)ing|ism|ance|ence|cy|age|ware|logy|put)$/
const severalSenses = /(?:tion|sion|ment|ity|cy|age)$/
const product = /^(?:framework|library|platform|software|system|tool|tools)$/i

/** What a definition tells about the noun of a single-word term: "one" of many, no count ("mass"), or nothing. */
export function countOf(term: string, definition: string): 'one' | 'mass' | undefined {
  const head = headOf(definition)
  // "An object that …" counts what it defines.
  const counted = /^an?\s/i.test(definition) && !mass.test(head)
  if (term.includes(' ')) {
    if (thing.test(head) || counted) return 'one'
    // "Intentional killing with …": an activity is not counted.
    return head.endsWith('ing') ? 'mass' : undefined
  }
  if (counted && !massEnding.test(term)) return 'one'
  if (/i[sz]ation$/.test(term)) return 'mass'
  if (massEnding.test(term)) return thing.test(head) && severalSenses.test(term) ? 'one' : 'mass'
  // "Worker: process that …" is one who works.
  if (definition !== '' && isAgent(term)) return 'one'
  if (mass.test(head)) return 'mass'
  return thing.test(head) ? 'one' : undefined
}

/** True for a single word that is a common noun by its ending or by what its definition calls it. */
export function isCommonNoun(word: string, definition: string): boolean {
  const lower = word.toLowerCase()
  if (massEnding.test(lower) || (definition !== '' && isAgent(lower))) return true
  const head = headOf(definition)
  return mass.test(head) || thing.test(head)
}

/** "linter" is made from a verb, "docker" is not. */
function isAgent(word: string): boolean {
  const stem = /^(.{3,})(?:er|or)$/.exec(word)?.[1]
  return (
    stem !== undefined &&
    (baseVerb(stem) ?? baseVerb(`${stem}e`) ?? baseVerb(stem.slice(0, -1))) !== undefined
  )
}

/** "rule" in "simple rule that …": the last word before what only describes it. */
function headOf(definition: string): string {
  let head = ''
  for (const piece of definition.split(/[,;(]/, 1)[0]?.split(' ') ?? []) {
    if (head !== '' && ends.test(piece)) break
    if (product.test(piece)) return ''
    head = piece
  }
  return singular(firstWord(head).toLowerCase())
}

const ends =
  /^(?:that|which|who|whose|where|when|in|on|of|for|to|with|without|by|from|at|as|about|over|under|between|across|per|and|or|is|are|was|can|will|used|kept|sent|made|set|built|written|stored|called|named|defined|started|found)$/i
