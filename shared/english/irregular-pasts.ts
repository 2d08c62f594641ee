import { wordSet } from '../basics/text.ts'

/** Pasts that are no participle too: "fell", "wrote". After a noun they can only be its verb. */
const onlyPast = wordSet(`
  arose awoke ate bade became began befell bit blew bore broke chose came did drank drew drove fell flew forbade forgave forgot
  forsook froze gave got grew hid knew lay mistook overcame overtook overthrew partook rang ran rode rose sang sank saw
  shook shrank slew smote sowed spoke sprang stank stole strode strove swam swelled swore threw took tore trod
  undertook underwent wove went withdrew woke wore wrote`)

/** Pasts that are participles too: "held" tells a deed before an object and describes a noun before a preposition. */
const pastAndParticiple = wordSet(`
  bent bet bound bought bred brought built burnt caught cast clung cost crept cut dealt dug dwelt fed felt fled fought
  found ground heard held hit hung hurt kept knelt laid leapt learnt led left lent let lit lost made meant met
  misled outbid overheard paid put quit read rebuilt rid said sat sent set shed shone shot shut slept slid slit sold
  sought sped spent spilt spat split spoilt spread spun stood stuck stung struck strung swept swung taught
  thought told understood upheld upset wed wept withheld withstood won wound wrung`)

/** Participles that are no pasts: "written", "begun". */
const participles = wordSet(`
  arisen awoken been beaten become begun bidden bitten blown borne born broken chosen come done drawn driven drunk eaten fallen flown
  forbidden foreseen forgiven forgotten forsaken frozen given gone gotten grown hewn hidden known lain mistaken mown
  overcome overrun overtaken overthrown partaken proven ridden risen run rung sawn seen sewn shaken shaved shorn shown
  shrunk slain sown spoken sprung stolen stridden striven sung sunk sworn swollen swum taken thrown torn trodden undergone
  undertaken undone unwound withdrawn woken worn woven written`)

/** True for an irregular participle, also behind a prefix: "rewritten". */
export const isIrregularParticiple = (word: string): boolean =>
  participles.has(word) ||
  participles.has(word.replace(/^(?:re|over|under|mis|un|out|fore|co-?)(?=[a-z]{4})/, ''))

/** True for a past that no participle is written like. */
export const isOnlyPast = (word: string): boolean => onlyPast.has(word)
/** True for a past or participle, regular or not. */
export const isPastOrParticiple = (word: string): boolean =>
  pastAndParticiple.has(word) ||
  (/[a-z](?:[^e]|re|ee)ed$/.test(word) && !noPast.test(word)) ||
  /^(?:freed|agreed|decreed|guaranteed|refereed|disagreed)$/.test(word)

const noPast =
  /^(?:hundred|kindred|sacred|hatred|naked|wicked|.*(?:seed|weed|need|feed|speed|breed|ceed|bleed|greed|indeed|steed|deed|heed|reed))$/

/** Irregular verbs of which `verbs.ts` holds no forms: past and base. */
const bases: Readonly<Record<string, string>> = {
  arose: 'arise',
  awoke: 'awake',
  ate: 'eat',
  bade: 'bid',
  bent: 'bend',
  bit: 'bite',
  blew: 'blow',
  bore: 'bear',
  bound: 'bind',
  bought: 'buy',
  bred: 'breed',
  burnt: 'burn',
  clung: 'cling',
  crept: 'creep',
  drank: 'drink',
  dug: 'dig',
  dwelt: 'dwell',
  fell: 'fall',
  fled: 'flee',
  flew: 'fly',
  forbade: 'forbid',
  forgave: 'forgive',
  forgot: 'forget',
  fought: 'fight',
  ground: 'grind',
  heard: 'hear',
  hung: 'hang',
  knelt: 'kneel',
  leapt: 'leap',
  lent: 'lend',
  lit: 'light',
  misled: 'mislead',
  mistook: 'mistake',
  overthrew: 'overthrow',
  overtook: 'overtake',
  paid: 'pay',
  rang: 'ring',
  rode: 'ride',
  rose: 'rise',
  said: 'say',
  sang: 'sing',
  sat: 'sit',
  shone: 'shine',
  shook: 'shake',
  shot: 'shoot',
  shrank: 'shrink',
  slept: 'sleep',
  slew: 'slay',
  slid: 'slide',
  sold: 'sell',
  sought: 'seek',
  sowed: 'sow',
  spilt: 'spill',
  spoke: 'speak',
  sprang: 'spring',
  spun: 'spin',
  stole: 'steal',
  stood: 'stand',
  strode: 'stride',
  strove: 'strive',
  struck: 'strike',
  stuck: 'stick',
  stung: 'sting',
  swam: 'swim',
  swept: 'sweep',
  swore: 'swear',
  swung: 'swing',
  thought: 'think',
  told: 'tell',
  took: 'take',
  tore: 'tear',
  trod: 'tread',
  underwent: 'undergo',
  undertook: 'undertake',
  upheld: 'uphold',
  wept: 'weep',
  withdrew: 'withdraw',
  withheld: 'withhold',
  withstood: 'withstand',
  woke: 'wake',
  won: 'win',
  wore: 'wear',
  wove: 'weave',
  wound: 'wind',
  wrung: 'wring',
}

/** "fight" for "fought". */
export const irregularBase = (past: string): string | undefined => bases[past]
