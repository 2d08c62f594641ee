import { remembering, singular } from '../basics/text.ts'

/**
 * The sorts of things that English nouns name, as dictionaries group their first senses. Nouns of one sort can stand for
 * each other in a definition: "rule that …" and "principle that …", but not "tool that …".
 */
const sorts = {
  person: `
    adult artist author boy buyer candidate child citizen clerk client colleague consumer customer doctor employee expert
    farmer friend girl guard guest human individual judge king lawyer leader man member merchant monarch noble nurse
    official parent participant partner patient peasant person priest prince princess queen relative ruler scholar
    scientist servant slave soldier somebody someone student tenant victim witness woman`,
  body_of_people: `
    administration agency alliance army assembly association authority bank board bureau business church class commission
    committee community company congress corporation council country court department dynasty empire enterprise faction
    firm government guild industry institution kingdom league legislature ministry monarchy nation organisation
    organization parliament party people population regime republic senate society state team tribe tribunal union
    university`,
  deed: `
    act analysis approach attack attempt attention breakdown campaign care change check choice combination comparison
    control crime cut decay decrease deed defence defense delivery design discovery division drift effort entry escape
    exam exchange exercise exploit exposure flow gain growth habit help hunt increase intake journey killing look loss
    maintenance mechanism method migration mode move offence operation passage payment policy practice procedure process
    production progress purchase reform release relief removal replay research restoration return review revolt
    revolution rise sale search shift spread step storage strategy struggle study style support switch synthesis tactic
    task technique test theft therapy trade training transfer treatment trial turn upkeep usage use walk war way work`,
  rule: `
    agreement arrangement ban boundary cap charter clause commandment commitment condition constraint contract
    convention criterion custom decree duty guarantee guideline law licence license limit mandate norm obligation order
    pact permission policy principle privilege prohibition promise protocol provision quota regulation requirement
    responsibility restriction right rule standard statute target tax threshold treaty warranty`,
  idea: `
    approach argument assumption belief claim concept conjecture construct doctrine explanation hypothesis idea ideal
    ideology interpretation methodology model notion outlook paradigm pattern perspective philosophy plan position
    postulate proposition religion scheme stance strategy style theorem theory thesis thought tradition view viewpoint`,
  quality: `
    ability advantage attribute capability capacity characteristic correctness degree disadvantage disposition extent
    feature independence likelihood likeness nature power property quality resistance skill strength tendency trait virtue`,
  quantity: `
    amount area average capacity chance concentration cost count degree density difference distance duration force
    fraction frequency gap height income interest length level limit mass maximum mean measure median minimum number
    pace percentage period power pressure price probability product profit proportion quantity quotient range rate ratio
    reserve revenue risk salary score share size speed sum temperature tension thickness time total value velocity
    voltage volume wage weight width yield`,
  state: `
    ailment balance condition crisis deadlock defect deficiency disease disorder equilibrium fever illness infection peace
    phase position poverty relation relationship shortage situation stage standstill state status surplus syndrome`,
  event: `
    accident battle bug catastrophe collapse conflict crash disaster earthquake effect episode error eruption event
    explosion failure fault fire flaw incident lapse leak mistake mutation obstacle occasion occurrence outbreak
    phenomenon problem rebellion storm threat trouble uprising vulnerability weakness`,
  tool: `
    algorithm apparatus appliance application broker browser cable cache camera circuit client compiler component
    computer container counter database device driver engine environment equipment filter framework gate gateway guard
    helper host instrument interpreter kit lamp lever library lock machine module monitor motor network
    package pipe platform plugin process processor program proxy pump queue registry robot router runtime scheduler
    screen sensor server service software storage store switch system technology telescope tool toolkit unit utility
    valve vehicle vessel weapon wheel`,
  text: `
    abstract account agenda annotation article blueprint book card catalogue certificate chapter chart comment
    description diagram dictionary directory document entry essay file form index inventory letter list log manuscript
    map note notice outline page paper paragraph plan poster programme record report review schedule scheme speech
    statement summary table template text timetable transcript`,
  message: `
    alarm alert call command greeting instruction message notification order proposal query question reply request
    response signal warning`,
  sign: `
    abbreviation address code credential expression flag header identifier key keyword label link mark name number
    parameter password path phrase pointer prefix reference sign signature string suffix symbol tag term title token
    variable word`,
  notation: `
    alphabet code dialect encoding format formula grammar language notation representation schema script syntax`,
  likeness: `copy drawing image photograph picture portrait print replica sketch snapshot`,
  information: `data evidence example fact information instance key metadata metric sample`,
  structure: `
    array block branch chain class cluster collection column construct curve cycle family field frame function graph
    grid group hierarchy instance layer matrix network node object operator pair path pool queue ring row series set
    space stack structure system table tree tuple type vector`,
  place: `
    apartment area arena basin bay beach bin border building camp centre city coast compartment corner country desert
    district environment field floor forest garden hall harbour hill home house island junction lake land location market
    mountain office park place plain plateau point port position quarter region reservoir river road room sea shelf shop
    site slope spot square station store street territory town trench valley village wood zone`,
  part_of_a_body: `
    artery bone brain cell chamber gland heart joint limb lobe lung membrane muscle nerve neuron node organ organelle
    receptor sac sheath skin stomach structure tissue tube vein vessel`,
  substance: `
    acid agent alcohol base carbohydrate chemical compound crystal drug electrolyte element enzyme fat fibre fluid food
    fuel gas hormone ion isotope liquid material medicine metal mineral mixture molecule nutrient oil ore particle pigment
    poison polymer powder protein resin rock salt soil solid solution solvent steroid substance sugar vaccine vitamin
    water`,
  living_thing: `
    amphibian animal bacteria bacterium bird creature crop fish flower fungus herb insect mammal microbe organism parasite
    pathogen plant predator prey primate reptile shrub species tree vertebrate virus weed`,
  part: `
    branch component constituent division edge element end fragment front half layer member part piece portion remainder
    section segment side subset top unit`,
  time: `age century date day decade epoch era hour interval moment month period phase season time week year`,
  money: `
    asset benefit bond budget cost currency debt deposit expense fee fine fund income interest investment liability loan
    money payment price profit rent reward salary saving security share stock subsidy tariff tax wage`,
  vessel: `
    bag barrel basket bottle bowl box bucket case chest container crate cup jar jug pan pot pouch sack tank trunk tub urn vessel`,
  garment: `cloak clothing coat dress garment hat robe shoe skirt veil`,
  work_of_art: `
    chord dance film genre hymn interval melody music opera ornament painting piece play poem rhythm scale sculpture song
    statue style symphony tune`,
} as const

/** What sort of thing a noun names. */
export type Sort = keyof typeof sorts

const sortsByNoun = new Map<string, Sort[]>()
for (const [sort, nouns] of Object.entries(sorts) as [Sort, string][])
  for (const noun of nouns.trim().split(/\s+/))
    sortsByNoun.set(noun, [...(sortsByNoun.get(noun) ?? []), sort])

/** What the ending of a noun says where no dictionary is needed. */
const byEnding: readonly (readonly [RegExp, readonly Sort[]])[] = [
  [/(?:[ts]ion|ment|[^r]ing|[ae]nce|[ou]val|[ou]sal|ysis|ery|sure|ture|thesis)$/, ['deed']],
  [/(?:ity|ness|cy|ship)$/, ['quality']],
  [/(?:ism|ology|osophy)$/, ['idea']],
  [/(?:er|or)$/, ['person', 'tool']],
  [/(?:ist|ant|ian)$/, ['person']],
  [/(?:itis|osis|emia|aemia)$/, ['state']],
]

/** The sorts a noun belongs to in either number; none for a noun that is known only by itself. */
export const sortsOf = remembering((noun): readonly Sort[] => {
  const one = singular(noun.toLowerCase())
  const known = sortsByNoun.get(one) ?? sortsByNoun.get(noun.toLowerCase())
  if (known !== undefined) return known
  return one.length < 6 ? [] : (byEnding.find(([ending]) => ending.test(one))?.[1] ?? [])
})
