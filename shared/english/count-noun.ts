import { isFunctionWord, singular, wordSet } from '../basics/text.ts'
import { isIrregularPlural } from './irregular-plurals.ts'
import { isPlural } from './nouns.ts'
import { firstWord } from './phrase.ts'
import { baseVerb } from './verbs.ts'

/** Whether a noun is counted ("a branch"), is a mass or an activity ("erosion"), or neither can be told. */
export type Count = 'one' | 'mass' | undefined

/** Nouns that stand without an article whatever their ending. */
const massNouns = wordSet(`
  access advice air anger art atmosphere awareness backlash barter behavior behaviour backpressure backoff bandwidth beauty bile biomass blood bread
  business butter calm cash chaos charity cheese clay climate clothing coal code coffee compost concrete consent
  content control cotton courage crime currency damage data debt depth design development dirt discipline distress
  dust earth energy equipment evidence faith fame fat fatigue fear feedback fever flour flow food force fraud
  freedom fuel fun functionality furniture genius gold gossip grain grass grief growth health heat help history
  homework honey hunger ice income inflation information ink input iron jaundice jazz jewelry joy justice knowledge
  labor labour land larceny latency laughter law lightning literature load logic loss love luck luggage lymph
  machinery magic magma manslaughter math matter meat media memory milk money mood moonlight mud murder music nature
  news nitrogen noise notation oil opposition output overhead oxygen ozone pain paper parallelism patience peace
  permafrost physics plasma poetry pollen poverty power praise pressure pride privilege progress property prose rain
  research rhyme rhythm rice rust sand scope sediment shame silence silk silver slang sleep smoke snow soap soil
  spam speech speed sql starch steam steel storage stress stuff sugar sunlight support sweat tectonics tension
  text theft thunder timber time topsoil torture trade traffic travel treason trespass trust truth turmoil turnout
  turnover understanding usage violence warfare warmth waste water wealth weather welfare wheat wine wood wool work
  youth`)

const massEnding =
  /(?:tion|sion|ment|ness|ity|ety|(?<!str|th|spr|\br|\bk|\bw|\bs)ing|ism|ance|ence|cy|age|ware|logy|graphy|nomy|phobia|hood|dom|ship|osis|lysis|esis|ics|ery|arche?y|tude|xis|ure|put|plasm)$/

/** Nouns in such an ending that are counted nonetheless. */
const countedNouns = wordSet(`
  ability activity adventure agency agreement ailment allegation alliance ambulance amendment annotation
  announcement anomaly apartment appliance application appointment argument arrangement artery assembly assessment
  assignment association attachment audience bakery balance bandage basement battery bearing being brewery building
  bureaucracy capacitance casing cavity ceiling charity citation city closure collection combination commandment
  comment commission committee commodity community compartment component condition connection consequence conspiracy
  constellation constitution contribution conversation corporation cottage creature currency declaration deficiency
  deity democracy department dependency destination deviation diagnosis dictionary difference direction directory
  distance disturbance document drawing dynasty economy element embassy enclosure entity environment equation
  exception expedition experiment expression extension facility faculty fallacy feature feeling figure filament
  finding foundation fraction fracture fragment frequency function gallery garment generation gesture group heading
  hearing holding hypothesis identity illustration image implement impulse increment instance institution
  instruction instrument invitation judgement judgment junction king kingdom landing language lecture lesion
  ligament listing location majority mapping marriage measure meeting membrane mention message minority mission
  mixture moment monument municipality mutation nation notification occasion offering opening operation opinion
  opportunity option organ organization ornament package page painting parenthesis parliament partition passage
  pasture path pavement payment pension percentage permission permutation petition pharmacy photograph picture poem
  policy position pregnancy preposition prescription procedure process prosthesis province publication puncture
  query quotation ranking rating reference refinery region relation relationship representation reservation
  residence revolution ring ruling saying sculpture section segment sensation sentence sequence session setting
  settlement shipment signature situation solution species spring stage statement station stratum string structure
  subscription suggestion supplement synapse syndicate temperature tendency tenement testament texture thing torrent
  tournament township transaction treatment university vaccination variation variety version village
  vulnerability warning wedding wing`)

/** Nouns by which a definition says that its term is a quality, an amount, a branch of learning or a way of working. */
const massHead =
  /^(?:ability|absence|agreement|amount|approach|art|behaviou?r|belief|branch|decrease|degree|discipline|doctrine|ease|emotion|extent|fall|feeling|habit|idea|ideology|increase|knowledge|lack|level|loss|measure|movement|number|phenomenon|philosophy|practice|presence|principle|process|progress|property|quality|quantity|rate|ratio|religion|rise|science|share|skill|speed|study|style|system|technique|tendency|theory|total|use|way|willingness|work)$/i

/** What a definition calls a substance or a disease: most of them are not counted. */
const substanceHead =
  /^(?:\w+saccharide|acid|alcohol|alloy|cancer|carbohydrate|chemical|clay|cloth|compound|deficiency|disease|dish|disorder|dough|drink|drug|dye|enzyme|fabric|fat|fiber|fibre|flour|fluid|fuel|gas|grain|herb|hormone|illness|infection|inflammation|liquid|material|medication|medicine|metal|mineral|mix|mixture|oil|paper|paste|pigment|plastic|polymer|powder|protein|resin|rock|salt|secretion|soil|spice|steroid|stone|substance|sugar|syndrome|tissue|toxin|vitamin|wood|yarn)$/i

/** Names of things that are one by one what they are, so that a definition which begins with one counts its term. */
const thingHead =
  /^(?:action|address|agreement|answer|area|argument|array|attack|attribute|block|blueprint|body|box|bug|button|call|callable|case|cell|channel|character|chart|class|clause|collection|column|component|conflict|connection|container|contract|copy|counter|credential|curve|device|diagram|directory|document|duty|error|event|expression|fault|field|figure|file|flaw|folder|form|formula|function|gap|gene|graph|group|handle|helper|image|instance|instrument|interval|key|label|layer|letter|line|link|list|lock|loop|machine|map|mark|meeting|member|membrane|message|mistake|model|module|molecule|moment|muscle|name|nerve|network|node|note|number|object|operation|operator|order|organ|organelle|organism|page|pair|part|particle|party|path|period|person|phrase|picture|piece|pipe|place|plan|plant|point|pointer|position|procedure|program|promise|question|queue|record|reference|region|replay|report|request|right|role|room|row|rule|schedule|screen|script|sequence|server|set|sheet|shift|sign|signal|situation|slot|snapshot|song|stand-in|standstill|state|statement|step|string|structure|sum|switch|symbol|table|template|test|thing|token|tool|tract|tree|tube|tuple|union|unit|value|valve|variable|vector|verse|vessel|view|volume|wall|wave|word|wrong)$/i

/** Products and works: each bears a name of its own, which takes no article. */
const product = /^(?:framework|library|platform|software|system|tool|tools)$/i

/** "Mental framework", "legal system": no product, unlike a "web framework". */
const abstract =
  /^(?:analytical|cognitive|conceptual|cultural|economic|ethical|legal|mental|moral|philosophical|political|social|theoretical)$/i

/** Rules, languages and styles that go by their initials: "HTTP", "LIFO", not "a LIFO". */
const rule =
  /^(?:algorithm|architecture|convention|format|framework|language|library|measure|method|methodology|notation|pattern|platform|policy|protocol|scheme|standard|strategy|style|syntax|value)$/i

/** What a phrase is by its last word alone. */
export function countOfNoun(word: string): Count {
  const lower = word.toLowerCase()
  if (countedNouns.has(lower)) return 'one'
  if (massNouns.has(lower) || massEnding.test(lower)) return 'mass'
  return undefined
}

/** "Fiscal policy", "marginal cost", "aggregate demand": an amount or a course that an adjective tells, none of many. */
const describedMass =
  /(?:al|ary|ate|ic|ive|ed)\s(?:capital|change|cost|demand|evidence|income|policy|product|revenue|supply)$/i

/** True for a phrase of several words that is counted unless its head is a mass or an activity. */
export function isCountedPhrase(phrase: string): boolean {
  const head = phrase.split(' ').at(-1) ?? ''
  if (describedMass.test(phrase)) return false
  const count = countOfNoun(head)
  return count === 'one' || (count === undefined && !/(?<!pa|mon|my)th$/.test(head))
}

/**
 * The same for a term that a note defines: its own ending first, then what its definition calls it. What opens a sentence
 * without an article ("Loam is …") is a mass or a name, unless it is plainly called one of many things.
 */
export function countOfDefined(term: string, definition: string, isBareSubject = false): Count {
  const last = term.split(' ').at(-1) ?? ''
  const own = countOfNoun(last)
  const head = headOfOne(definition)
  if (definition === '') return term.includes(' ') ? undefined : own === 'mass' ? 'mass' : undefined
  if (term.includes(' ')) return head.endsWith('ing') && !thingHead.test(head) ? 'mass' : own
  if (
    own !== undefined &&
    !(own === 'mass' && !/i[sz]ation$/.test(term) && severalSenses.test(last) && thingHead.test(head))
  )
    return own
  if (isAgent(last)) return 'one'
  if (describes.test(term)) return undefined
  if (countedBy(definition, head)) return 'one'
  if (substanceHead.test(head) || /^act of\s/i.test(definition)) return 'mass'
  if (thingHead.test(head)) return 'one'
  const open =
    massHead.test(head) ||
    (countOfNoun(head) === 'mass' && !bothWays.test(head)) ||
    describes.test(term) ||
    isBareSubject
  return open || !isPlainHead(head) ? undefined : 'one'
}

/** Masses that are one thing of many as well. */
const bothWays = /^(?:design|drink|light|opposition|paper|sound|support|text|work)$/

/** Adjectives and adverbs by their ending. */
const describes =
  /^(?:always|here|never|now|often|soon|then|there|thus|today)$|(?:able|ical|ible|(?<!\bab|mb|mi|om|opo)ly|ous|phic|tic|ular)$/

/** Nouns in "-tion" or "-age" mean a deed or its result: which one, the definition says. */
const severalSenses = /(?:tion|sion|ment|ity|cy|age|ing|ure|ance|ence)$/

/** "An object that …" counts what it defines; "a way of …" and "a metal" do not. */
const countedBy = (definition: string, head: string): boolean =>
  /^an?\s/i.test(definition) &&
  head !== '' &&
  !massHead.test(head) &&
  !substanceHead.test(head) &&
  countOfNoun(head) !== 'mass'

/**
 * True for initials that stand for one of many things: "an ORM", "a CDN", but "HTTP", "DNA", "GDP". What they are spelled out
 * as decides, unless the definition calls them a rule or a measure.
 */
export function areCountedInitials(spelledOut: string, definition: string): boolean {
  const called = headOfOne(definition)
  if (rule.test(called) || massHead.test(called) || substanceHead.test(called)) return false
  const bare = spelledOut.toLowerCase().replace(/\s+(?:of|for|to|in|as)\s.*$/, '')
  const head = bare.split(/[\s-]+/).at(-1) ?? ''
  if (bare.includes(' ') || bare.includes('-'))
    return (
      isAgent(head) ||
      instance.test(head) ||
      (thingHead.test(called) && countOfNoun(head) !== 'mass' && isPlainHead(head) && !isPlural(bare))
    )
  return countedBy(definition, called) || thingHead.test(called)
}

/** What many things are whose names are cut to initials. */
const instance =
  /^(?:account|agreement|application|array|bus|camera|card|cell|certificate|circuit|code|committee|credential|datum|device|diagram|diode|disc|disk|display|document|drive|electrocardiogram|engine|file|form|gate|graph|group|identifier|image|key|label|laser|layer|list|lock|loop|machine|map|matrix|message|mission|model|modem|module|network|node|number|object|objective|order|organi[sz]ation|page|panel|party|path|picture|plan|plant|platform|point|port|proposal|question|queue|record|region|register|report|request|requirement|risk|room|section|server|session|set|sheet|signal|site|space|statement|station|structure|subunit|table|tag|task|team|telescope|tensor|test|ticket|token|tool|transaction|transistor|tree|unit|variable|vehicle|vessel|view|virus|window|zone)$/

/** True for a single word that is a common noun by its ending or by what its definition calls it. */
export function isCommonNoun(word: string, definition: string, isBareSubject = false): boolean {
  const lower = word.toLowerCase()
  const isListed = countedNouns.has(lower) || massNouns.has(lower)
  if (massEnding.test(lower) || isListed || isIrregularPlural(lower)) return true
  if (definition !== '' && isAgent(lower)) return true
  const head = headOf(definition)
  if (massHead.test(head) || thingHead.test(head)) return true
  return !isBareSubject && word.length > 3 && isPlainHead(head)
}

/** True for a noun that is no name of its own and calls nothing by one. */
const isPlainHead = (head: string): boolean => /^\p{Ll}{3,}$/u.test(head) && !bearsName.test(head)

/** Whatever a definition calls so has a name of its own: persons, places, bodies, works, peoples' tongues, events of history. */
const bearsName =
  /^(?:actor|actress|agency|app|application|archipelago|army|artist|assistant|author|bank|battle|bay|bot|brand|browser|bundler|bureau|cache|canal|capital|cathedral|chip|church|city|cli|client|cloud|club|colony|comet|command|committee|company|compiler|composer|console|continent|corporation|council|country|county|database|dataset|datastore|department|desert|dialect|distribution|district|dynasty|economist|editor|emperor|empire|engine|engineer|era|explorer|extension|festival|film|firm|flag|fork|format|founder|galaxy|game|gem|god|goddess|holiday|ide|implementation|installer|interpreter|inventor|island|kernel|keyword|king|kingdom|lake|language|leader|linter|magazine|manager|manufacturer|marketplace|massacre|mathematician|moon|mountain|movie|museum|nation|neighborhood|neighbourhood|newspaper|nobleman|notation|novel|novelist|ocean|opera|operator|option|package|painter|painting|parameter|park|party|philosopher|phone|physician|physicist|pioneer|planet|play|playwright|plugin|poem|poet|politician|port|president|protocol|provider|province|psychologist|queen|range|region|republic|revolt|revolution|riot|river|runner|runtime|saas|satellite|scandal|scientist|sea|server|shell|ship|show|singer|site|sociologist|song|standard|star|startup|store|strait|suburb|suite|symphony|technology|template|temple|terminal|territory|toolkit|town|treaty|tribe|university|valley|village|volcano|war|website|wrapper|writer)$/i

/** True for a word that names nobody and nothing in particular, whatever capital it has in a title. */
export function isNounOfMany(word: string): boolean {
  const lower = word.toLowerCase()
  return thingHead.test(lower) || countOfNoun(lower) !== undefined
}

/** "linter" is made from a verb, "docker" is not. */
function isAgent(word: string): boolean {
  if (/[a-z]{3}(?:ator|izer|iser|ifier|eter|ograph|gram|scope|phone|yst)$/.test(word)) return true
  const stem = /^(.{3,})(?:er|or)$/.exec(word)?.[1]
  return (
    stem !== undefined &&
    (baseVerb(stem) ?? baseVerb(`${stem}e`) ?? baseVerb(stem.slice(0, -1))) !== undefined
  )
}

/** Its head in the singular. */
const headOf = (definition: string): string => singular(writtenHead(definition))

/** "Things that …" count no term: "CRUD" is not one of the operations. */
const headOfOne = (definition: string): string => {
  const head = writtenHead(definition)
  return isPlural(head) ? '' : singular(head)
}

/** "rule" in "simple rule that …": the last word before what only describes it. */
function writtenHead(definition: string): string {
  let head = ''
  const pieces = definition.split(/[,;(]/, 1)[0]?.split(' ') ?? []
  for (const [i, piece] of pieces.entries()) {
    const next = pieces[i + 1] ?? ''
    if (/^(?:and|or)$/.test(piece) && describing.test(head)) continue
    if (head !== '' && (ends.test(piece) || (piece.endsWith('ed') && isFunctionWord(next)))) break
    if (product.test(piece) && !abstract.test(head)) return ''
    head = piece
  }
  return /^\p{Lu}?\p{Ll}[\p{Ll}-]*$/u.test(head) ? firstWord(head).toLowerCase() : ''
}

/** "Exaggerated or …", "read-only and …": an adjective, of which another one follows. */
const describing = /(?:able|al|ed|ful|ible|ic|ive|less|ous|-only)$/

const ends =
  /^(?:about|above|across|after|against|along|among|and|are|around|as|at|before|below|between|beyond|built|by|called|can|defined|during|for|found|from|in|inside|into|is|it|kept|made|named|near|of|on|onto|or|out|outside|over|per|sent|set|started|stored|than|that|they|through|to|towards|under|used|was|when|where|which|who|whose|will|with|within|without|written)$/i
