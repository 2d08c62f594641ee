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

/** True for a past that no participle is written like. */
export const isOnlyPast = (word: string): boolean => onlyPast.has(word)
/** True for a past or participle, regular or not. */
export const isPastOrParticiple = (word: string): boolean =>
  pastAndParticiple.has(word) ||
  (/[a-z](?:[^e]|re|ee)ed$/.test(word) && !noPast.test(word)) ||
  /^(?:freed|agreed|decreed|guaranteed|refereed|disagreed)$/.test(word)

const noPast =
  /^(?:hundred|kindred|sacred|hatred|naked|wicked|.*(?:seed|weed|need|feed|speed|breed|ceed|bleed|greed|indeed|steed|deed|heed|reed))$/
