import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { capitalise, contentStems, upTo, wordCount } from '../../basics/text.ts'
import { isEveryday } from '../../english/everyday-words.ts'
import { isGeneralNoun } from '../../english/general-nouns.ts'
import { isNomenclature } from '../../english/nomenclature.ts'
import { isPlural } from '../../english/nouns.ts'
import { isBorrowing } from '../../english/stands-alone.ts'
import { baseOfPast, baseOfThird } from '../../english/verbs-only.ts'
import { baseVerb, toThirdPerson } from '../../english/verbs.ts'
import { type Clause, readClause } from '../../english/read-clause.ts'
import { isPreposition } from '../../english/word-classes.ts'
import type { CircumstanceWord, Draft } from '../fact.ts'
import type { Sentence } from '../read/sentence.ts'
import {
  type Asking,
  askedClause,
  askedSubject,
  asksWhether,
  isAskable,
  isManner,
  isOpenAnswer,
  isSpecificPhrase,
  joinsDeeds,
  leansAway,
  questionDraft,
  settingOf,
  toldPart,
  withoutOwner,
} from './sentence-question.ts'

type Layout = Case<Sentence, Asking>

/** What a sentence tells beside its subject, asked in whole: how, where, when, by whom, into what, which is the largest. */
export function fromSentenceQuestion(sentence: Sentence): readonly Draft[] {
  const { clause, text } = sentence
  const isName = /\b(?:called|known|termed|named|referred)$/.test(clause.verb)
  if ((text.includes('`') && !isName) || isBorrowing(text) || /[[\]|]|\s\/\s/.test(text)) return []
  if (/\b(?:never|not|rarely|hardly|seldom|no longer|also|then)\b/.test(clause.adverb)) return []
  if (!isAskable(sentence)) return []
  const asking = clause.subject.startsWith('Only ')
    ? onlySome(sentence)
    : (firstAnswer(layouts, sentence) ??
      (settingOf(sentence) === ''
        ? undefined
        : firstAnswer(layouts, { ...sentence, clause: { ...clause, opening: '' } })))
  if (asking === undefined || !isGoodAnswer(asking, sentence)) return []
  return [questionDraft(sentence, asking)]
}

/** Some words of weight that the question does not hold. */
function isGoodAnswer({ asked, statement }: Asking, { text }: Sentence): boolean {
  if (statement === '' || wordCount(statement) > 20 || wordCount(text) > 34) return false
  if (/\s(?:of|to|from|in|for|by|with|and|or|the|an?)$/.test(statement)) return false
  if (statement.split('(').length !== statement.split(')').length || isOpenAnswer(statement)) return false
  if (statement.includes('@')) return false
  if ('clause' in asked && (joinsDeeds(asked.clause.rest) || leansAway(withoutOwner(asked.clause.rest))))
    return false
  if (asked.kind === 'change') return true
  const question = contentStems('clause' in asked ? `${asked.clause.subject} ${asked.clause.rest}` : '')
  const news = contentStems(statement).filter((stem) => !question.includes(stem))
  return news.length > 0 || /\d/.test(statement)
}

const circumstance = (
  word: CircumstanceWord,
  sentence: Sentence,
  rest: string,
  statement: string,
): Asking => ({ asked: { kind: 'circumstance', word, clause: askedClause(sentence, rest) }, statement })

/** "by removing the canopy", "using microtubules", "through the stomata", "with the help of an enzyme". */
const means: Layout = (sentence) => {
  const { clause } = sentence
  if (clause.opening !== '' || /^(?:is|are|was|were|has|have|had)$|\bnot\b|cannot|n['’]t\b/.test(clause.verb))
    return undefined
  const found =
    /^(.*?)(?:^|\s)((?:by|via|through|using|by means of|by way of|with the help of|with the aid of)\s.+)$/.exec(
      clause.rest,
    )
  const [, rest = '', way = ''] = found ?? []
  const told = toldPart(way)
  const [link = '', next = ''] = told.split(' ')
  const isDeed = /^\p{Ll}{2,}ing$/u.test(next) && !noDeed.test(next)
  if (way === '' || /[,;:]|\b(?:and|or|but|that|which|who|when|if)$|^(?:that|whether)\b/.test(rest))
    return undefined
  // "is eaten by lions", "rose by 3 %": who did it, and how much.
  if (link === 'by' && !isDeed && !/^(?:means|way)$/.test(next)) return undefined
  if (link === 'through' && !/^(?:an?|the|its|their|\p{L}+s|\p{L}+ion|\p{L}+ing)$/u.test(next))
    return undefined
  if (
    leansAway(told.replace(/^\S+ (?:its|their) |(?<= \S+ing )(?:it|them|their|its)\b/, '')) ||
    leansAway(rest)
  )
    return undefined
  if (wordCount(told) < 2 || contentStems(told).length < 1) return undefined
  // "started using", "avoids using": the deed is the object.
  if (
    /^(?:avoid|begin|began|consider|continue|enjoy|finish|involve|keep|kept|mean|prefer|recommend|start|stop|suggest)(?:s|ed|d)?$/.test(
      clause.verb,
    )
  )
    return undefined
  if (rest === '' && clause.form !== 'auxiliary' && contentStems(clause.subject).length < 2) return undefined
  return circumstance('How', sentence, rest, told)
}

const noDeed =
  /^(?:nothing|everything|something|anything|king|spring|string|ring|morning|evening|ceiling|wing|building|being|having)$/

/** "in the form of glycogen". */
const form: Layout = (sentence) => {
  const found = /^(.*?)\s(?:in the form of|in form of)\s(.+)$/.exec(sentence.clause.rest)
  const told = toldPart(found?.[2] ?? '')
  return found?.[1] === undefined || leansAway(told) || wordCount(told) > 6
    ? undefined
    : circumstance('In what form', sentence, found[1], told)
}

/** "is found in the mitochondria", "occurs in the stroma". */
const place: Layout = (sentence) => {
  const { clause } = sentence
  if (clause.opening !== '') return undefined
  const isPlaced =
    /^(?:is|are|was|were|can be|may be)(?: \p{L}+ly| often| usually| mostly)? (?:absorbed|born|built|buried|carried|digested|formed|fought|found|held|housed|kept|located|made|manufactured|metaboli[sz]ed|placed|processed|produced|reabsorbed|released|secreted|signed|situated|stored|synthesi[sz]ed)$/u.test(
      clause.verb,
    ) ||
    /^(?:begins?|dwells?|grows?|happens?|lies?|lives?|occurs?|originates?|resides?|takes? place)$/.test(
      clause.verb,
    )
  const [, spot = ''] =
    /^(?:mostly |mainly |primarily |usually )?((?:in|at|on|inside|within|outside|between|near|under|below|above|along|around|beneath|behind) .+)$/.exec(
      clause.rest,
    ) ?? []
  const told = upTo(toldPart(spot), /\s(?:until|when|while|after|before|during|if|because|as|by|to|for)\s/)
  const scene = /^where \p{L}.+$/u.exec(clause.rest)?.[0]
  if (
    scene !== undefined &&
    wordCount(scene) >= 4 &&
    wordCount(scene) <= 12 &&
    !/\b(?:this|these|those)\b/.test(scene)
  )
    return circumstance('Where', sentence, '', scene)
  if (/\b(?:because|due|owing)\b/.test(clause.rest)) return undefined
  if (!isPlaced || told === '' || wordCount(told) > 9 || leansAway(told)) return undefined
  const [, first = '', second = ''] = told.split(' ')
  if (!/^(?:an?|the|all|both)$/.test(first) && !/^\p{Lu}|s$/u.test(first) && !second.endsWith('s'))
    return undefined
  if (noPlace.test(told) || /\b(?:\d{3,4}s?|when|if|that|which|who|by|to)\b/.test(told)) return undefined
  return circumstance('Where', sentence, '', told)
}

/** Nouns of time, manner and abstract relation behind a preposition. */
const noPlace =
  /\b(?:absence|accordance|addition|age|ages|basis|beginning|case|cases|century|circumstances?|conditions?|context|contrast|course|day|days|decades?|degrees?|development|end|era|event|face|favou?r|form|forms|future|general|groups?|hours?|instances?|levels?|light|manner|minutes?|months?|moment|name|nature|night|number|numbers|order|pairs?|parallel|part|parts|past|percent|period|periods|phase|phases|presence|present|process|proportion|rates?|reaction|relation|response|result|return|rise|season|seconds?|sense|sequence|series|situations?|stage|stages|start|steps?|terms|time|times|turn|war|ways?|weeks?|winter|summer|spring|autumn|years?|January|February|March|April|May|June|July|August|September|October|November|December)\b/

/** "Demand is elastic if …", "The case is heard only when …", "will not open unless …". */
const condition: Layout = (sentence) => {
  const { clause, text } = sentence
  if (clause.opening !== '' || /[;:]/.test(text)) return opened(sentence)
  const found =
    /^(.*?),?\s?\b((?:only |but only )?(?:iff?|if and only if|when|whenever|unless|until|as long as|so long as|provided that|insofar as|after|before|once)) (.+)$/.exec(
      clause.rest,
    )
  const [, rest = '', link = '', told = ''] = found ?? []
  const isOnly = link.includes('only') || /^(?:iff|unless|until|as|so|provided|insofar)/.test(link)
  if (told === '' || !isCondition(told) || asksWhether(`${clause.verb} ${rest}`)) return undefined
  const isState = /^(?:is|are|was|were|has|have|had|can|may|must|should)(?: be)?\b/.test(clause.verb)
  if (!isOnly && !isState) return undefined
  if (
    joinsDeeds(rest) ||
    /,|\b(?:is|are|was|were|but|although|because|even|especially|particularly|just)\b/.test(rest)
  )
    return undefined
  if (contentStems(`${clause.verb} ${rest}`).length < 1 || leansAway(rest)) return undefined
  if (/^(?:how|that|what|where|whether|why)\b/.test(rest)) return undefined
  const clauseTold = askedClause(sentence, rest)
  if (
    link === 'unless' &&
    withoutDenial(clause.verb, rest) === undefined &&
    !/^(?:is|are|was|were)$/.test(clause.verb)
  )
    return undefined
  // "cannot be accepted after it was revoked": what may or must be has its time.
  if (/^(?:after|before|once)$/.test(link) && !/^(?:cannot|can|may|must|should)\b/.test(clause.verb))
    return undefined
  if (/^(?:after|before|once)$/.test(link) && readClause(`${capitalise(told)}.`) === undefined)
    return undefined
  if (link === 'until')
    return /^(?:must|has|have|cannot|can|may|will|is|are)\b/.test(clause.verb)
      ? circumstance('Until when', sentence, rest, `until ${told}`)
      : undefined
  if (link === 'unless') {
    const turned = withoutDenial(clause.verb, rest)
    return turned === undefined
      ? {
          asked: { kind: 'time', clause: { ...clauseTold, ...denied(clause.verb, rest) } },
          statement: `if ${told}`,
        }
      : { asked: { kind: 'time', clause: { ...clauseTold, ...turned } }, statement: `only if ${told}` }
  }
  return { asked: { kind: 'time', clause: clauseTold }, statement: `${link.replace('but ', '')} ${told}` }
}

/** "will not open" as "will open", "is not liable" as "is liable". */
function withoutDenial(verb: string, rest: string): { verb: string; rest: string } | undefined {
  const inVerb = /^(.+?)(?: not|n['’]t)\b(.*)$/.exec(verb.replace(/^cannot/, 'can not'))
  if (inVerb !== null) return { verb: `${inVerb[1] ?? ''}${inVerb[2] ?? ''}`, rest }
  return rest.startsWith('not ') ? { verb, rest: rest.slice(4) } : undefined
}

const denied = (verb: string, rest: string): { verb: string; rest: string } =>
  /^(?:is|are|was|were)$/.test(verb) ? { verb, rest: `not ${rest}` } : { verb, rest }

/** "If a floor is set above the price, (then) it is binding". */
function opened(sentence: Sentence): Asking | undefined {
  const { clause } = sentence
  const [, link = '', told = ''] = /^(Only if|Only when|If|When)\s(.+),$/.exec(clause.opening) ?? []
  if (told === '' || !isCondition(told) || isOpenAnswer(told)) return undefined
  // "When it is late, it is slow": a remark; a rule says "if", or tells more.
  if (link === 'When' && contentStems(clause.rest).length < 2) return undefined
  if (!/^(?:is|are|was|were)\b/.test(clause.verb) || /[,;:]|\b(?:but|because|although)\b/.test(clause.rest))
    return undefined
  if (leansAway(clause.rest) || joinsDeeds(clause.rest) || contentStems(clause.rest).length < 1)
    return undefined
  const asked = askedClause(sentence, clause.rest)
  const subject = asked.subject.replace(/^then /i, '')
  if (/^(?:it|they|there|this|that|one|you|we)\b/i.test(subject) || wordCount(subject) > 6) return undefined
  return {
    asked: { kind: 'time', clause: { ...asked, subject } },
    statement: `${link.toLowerCase()} ${told}`,
  }
}

/** A clause of its own with something specific in it. */
const isCondition = (told: string): boolean =>
  wordCount(told) >= 3 &&
  wordCount(told) <= 20 &&
  contentStems(told).length >= 2 &&
  !/\b(?:this|these|those|you|your|we|our|and so on)\b|[;:]/i.test(told)

/** "reduces the rate": how the object changes. */
const change: Layout = (sentence) => {
  const { clause, text, lead } = sentence
  if (clause.opening !== '' || lead !== '' || /\d/.test(text)) return undefined
  const words = clause.verb.split(' ')
  const verb = words.at(-1) ?? ''
  const base = baseOfThird(verb) ?? baseOfPast(verb) ?? verb
  if (
    words.length > 2 ||
    (words.length === 2 && !/^(?:can|may|could|might|will|would)$/.test(words[0] ?? ''))
  )
    return undefined
  // "slows down the reaction"
  const particle = /^(?:down|up) /.exec(clause.rest)?.[0] ?? ''
  const told = clause.rest.slice(particle.length)
  const whole = toldPart(told)
  const tail = /\s(?:above|below|beyond|by|to|towards?|from) .+$/.exec(whole)?.[0] ?? ''
  const object = whole.slice(0, whole.length - tail.length)
  if (!changes.test(base) || !isObject(object) || whole !== told || leansAway(tail) || wordCount(tail) > 8)
    return undefined
  const pronoun = clause.plural ? 'they' : 'it'
  const whom = isPlural(object.replace(/\s(?:of|in|for|to|on)\s.*$/, '')) ? 'them' : 'it'
  return {
    asked: { kind: 'change', clause: askedClause(sentence, object) },
    statement: `${pronoun} ${agreed(clause)} ${whom}${particle === '' ? '' : ` ${particle.trim()}`}${tail}`,
  }
}

/** The verb as it follows "they", where a writer let it agree with another noun. */
const agreed = ({ verb, plural }: Clause): string => (plural ? (baseOfThird(verb) ?? verb) : verb)

/** Verbs that say in which direction something changes. */
const changes =
  /^(?:accelerate|amplify|boost|contract|curb|dampen|decrease|delay|depress|diminish|double|enlarge|expand|expedite|halve|heighten|hinder|impair|impede|increase|inhibit|intensify|lengthen|lessen|lower|magnify|narrow|prolong|raise|reduce|retard|shorten|slow|stabilise|stabilize|stimulate|strengthen|suppress|tighten|triple|weaken|widen|worsen)$/

/** One phrase of two words of meaning or a technical one, without a clause. */
const isObject = (object: string): boolean =>
  wordCount(object) <= 9 &&
  !/[,;:()]|\b(?:and|or|by|when|if|that|which|because|while|until|from|than)\b/.test(object) &&
  !leansAway(object) &&
  contentStems(object).length >= 1 &&
  // "edge": one short word without an article is rather part of the verb's own phrase.
  (object.includes(' ') || object.length >= 6 || isPlural(object)) &&
  !isPreposition(object.split(' ')[0] ?? '')

/** "makes trade less costly and more certain". */
const makes: Layout = (sentence) => {
  const { clause } = sentence
  if (clause.opening !== '' || !/^(?:makes?|made|can make|may make)$/.test(clause.verb)) return undefined
  const found =
    /^((?:\S+ ){1,4}?)((?:more|less|much more|far more|even more) \S+.*|(?:easier|harder|cheaper|faster|slower|stronger|weaker|larger|smaller|higher|lower|longer|shorter)\b.*)$/.exec(
      toldPart(clause.rest),
    )
  const [, object = '', told = ''] = found ?? []
  // "Makes attackers do more work": what they do, not what they are.
  if (baseVerb(object.trim().split(' ').at(-1) ?? '') !== undefined && object.trim().includes(' '))
    return undefined
  if (told === '' || !isSpecificPhrase(object) || leansAway(`${object} ${told}`) || wordCount(told) > 10)
    return undefined
  const pronoun = clause.plural ? 'they' : 'it'
  return {
    asked: { kind: 'change', clause: askedClause(sentence, object.trim()) },
    statement: `${pronoun} ${clause.verb} ${isPlural(object.trim()) ? 'them' : 'it'} ${told}`,
  }
}

/** "convert light into chemical energy". */
const into: Layout = (sentence) => {
  const { clause } = sentence
  if (clause.opening !== '' || clause.form === 'auxiliary') return undefined
  const [, object = '', rest = ''] = /^([^,;]+?) into (.+)$/.exec(clause.rest) ?? []
  const told = toldPart(rest)
  if (told === '' || wordCount(object) > 6 || wordCount(told) > 7 || leansAway(`${object} ${told}`))
    return undefined
  if (/,|\b(?:and|that|which|to|by|when|if)\b/.test(told) || joinsDeeds(object) || !isSpecificPhrase(told))
    return undefined
  return {
    asked: { kind: 'object', clause: askedClause(sentence, `${object} into`) },
    statement: told,
  }
}

/** "uses electromagnetic fields to transmit data". */
const uses: Layout = (sentence) => {
  const { clause } = sentence
  if (clause.opening !== '' || !/^(?:uses?|used|employs?|requires?|needs?)$/.test(clause.verb))
    return undefined
  const [, told = '', aim = ''] = /^([^,;]+?) ((?:in order )?to \p{Ll}+ .+)$/u.exec(clause.rest) ?? []
  if (told === '' || wordCount(told) > 6 || wordCount(aim) > 9) return undefined
  if (
    leansAway(withoutOwner(`${told} ${aim}`)) ||
    !isSpecificPhrase(told) ||
    /[,;]|\b(?:that|which)\b/.test(aim)
  )
    return undefined
  return { asked: { kind: 'object', clause: askedClause(sentence, aim) }, statement: told }
}

/** "To keep a wound clean, the nurse must irrigate it": what is to be done for an aim. */
const duty: Layout = (sentence) => {
  const { clause } = sentence
  const aim = /^((?:In order )?[Tt]o \p{Ll}+ .+),$/u.exec(clause.opening)?.[1]
  const [, modal = '', base = ''] =
    /^(must|should|has to|have to|needs to|need to) ?(\p{Ll}*)$/u.exec(clause.verb) ?? []
  if (aim === undefined || modal === '' || base === '' || /^(?:be|have)$/.test(base)) return undefined
  const told = `${base} ${toldPart(clause.rest)}`
  if (wordCount(told) < 3 || leansAway(aim)) return undefined
  const asked = askedClause(sentence, aim.charAt(0).toLowerCase() + aim.slice(1))
  return {
    asked: { kind: 'object', clause: { ...asked, verb: `${modal.split(' ')[0] ?? ''} do` } },
    statement: told,
  }
}

/** "The nurse must check the pulse before giving digoxin": what is to be done first, or then. */
const dutyBefore: Layout = (sentence) => {
  const { clause } = sentence
  const [, modal = '', base = ''] = /^(must|should) (\p{Ll}+)$/u.exec(clause.verb) ?? []
  const [, rest = '', time = ''] =
    /^([^,;]+?) ((?:before|after) (?:\p{Ll}+ing|an?|the|each|every) .+)$/u.exec(clause.rest) ?? []
  if (base === '' || base === 'be' || time === '' || clause.opening !== '' || wordCount(time) > 9)
    return undefined
  if (leansAway(withoutOwner(`${rest} ${time}`)) || joinsDeeds(rest)) return undefined
  return {
    asked: { kind: 'object', clause: { ...askedClause(sentence, time), verb: `${modal} do` } },
    statement: `${base} ${rest}`,
  }
}

/** "is treated with penicillin": by what. */
const withTool: Layout = (sentence) => {
  const { clause } = sentence
  const isTreated =
    /^(?:is|are|was|were|can be|may be|must be) (?:best |usually |often )?(?:cleaned|confirmed|controlled|corrected|cured|detected|diagnosed|fixed|joined|killed|lined|measured|monitored|opened|played|prevented|protected|removed|repaired|separated|shown|stained|sterili[sz]ed|tested|treated|tuned|written)$/
  const told = toldPart(/^with (.+)$/.exec(clause.rest)?.[1] ?? '')
  if (
    !isTreated.test(clause.verb) ||
    told === '' ||
    clause.opening !== '' ||
    wordCount(told) > 8 ||
    leansAway(told)
  )
    return undefined
  return /\b(?:to|when|if|that|which|in|for)\b/.test(told) || isGeneralNoun(told)
    ? undefined
    : circumstance('How', sentence, '', `with ${told}`)
}

/** "A hash table stores its entries in buckets". */
const keeps: Layout = (sentence) => {
  const { clause } = sentence
  if (
    clause.opening !== '' ||
    !/^(?:stores?|stored|keeps?|kept|lays?|laid|deposits?|deposited|bur(?:y|ies|ied)|hides?|hid)$/.test(
      clause.verb,
    )
  )
    return undefined
  const [, object = '', spot = ''] =
    /^([^,;]+?) ((?:in|on|at|inside|under|beneath|between|within) .+)$/.exec(clause.rest) ?? []
  const told = upTo(toldPart(spot), /\s(?:until|when|while|after|before|during|if|because|as|by|to|for)\s/)
  if (object === '' || wordCount(object) > 6 || wordCount(told) > 8 || leansAway(told) || noPlace.test(told))
    return undefined
  return circumstance('Where', sentence, object, told)
}

/** "In order for a will to be valid, it must be signed": what its subject must do for it. */
const dutyFor: Layout = (sentence) => {
  const { clause } = sentence
  const [, who = '', aim = ''] = /^(?:In order f|F)or (.+?) to (\p{Ll}+ .+),$/u.exec(clause.opening) ?? []
  const [, modal = '', base = ''] = /^(must|should) (\p{Ll}+)$/u.exec(clause.verb) ?? []
  const told = toldPart(clause.rest)
  if (who === '' || base === '' || !/^(?:it|they|he|she)$/.test(clause.subject) || wordCount(who) > 5)
    return undefined
  if (wordCount(told) < 2 || leansAway(`${who} ${aim}`) || base === 'be') return undefined
  return {
    asked: {
      kind: 'object',
      clause: { subject: who, verb: `${modal} ${base}`, rest: `to ${aim}`, plural: false },
    },
    statement: told,
  }
}

/** "Barriers were built to stop the ash": why it is done, where the verb asks for no infinitive of its own. */
const aim: Layout = (sentence) => {
  const { clause, lead } = sentence
  if (clause.opening !== '' || lead !== '' || takesInfinitive.test(clause.verb)) return undefined
  const [, rest = '', goal = ''] =
    /^(.*?)(?:^|\s)((?:in order )?to (?:attract|avoid|carry|compensate|conserve|control|deter|detect|determine|discourage|encourage|ensure|escape|find|gain|identify|keep|limit|maintain|make|measure|minimi[sz]e|obtain|preserve|prevent|protect|prove|reduce|regulate|remove|safeguard|save|separate|show|signal|stop|store|treat)\s.+)$/.exec(
      clause.rest,
    ) ?? []
  const told = toldPart(goal)
  const isPassive = /^(?:is|are|was|were|has been|have been|can be|may be|must be) \p{L}+$/u.test(clause.verb)
  if (told === '' || wordCount(told) > 14 || (rest === '' && !isPassive)) return undefined
  if (
    nounWithInfinitive.test(rest) ||
    takesInfinitive.test(rest) ||
    /[,;:]|\b(?:and|or|that|which|who|how|when|if|as|enough|too|able|likely)\b/.test(rest)
  )
    return undefined
  if (leansAway(withoutOwner(rest)) || /\b(?:this|these|those)\b/.test(told) || joinsDeeds(told))
    return undefined
  return { asked: { kind: 'reason', clause: askedClause(sentence, rest) }, statement: told }
}

/** "incentives to invest": the noun is completed by it. */
const nounWithInfinitive =
  /\b(?:abilit(?:y|ies)|attempts?|decisions?|desires?|dut(?:y|ies)|efforts?|failures?|incentives?|motivation|needs?|obligations?|opportunit(?:y|ies)|permission|plans?|power|powers|reasons?|rights?|tendenc(?:y|ies)|time|ways?|willingness)$/

/** Verbs and adjectives that an infinitive completes: it is no aim of theirs. */
const takesInfinitive =
  /\b(?:able|advise|afraid|aim|allow|allowed|appear|ask|attempt|begin|believed|called|cause|choose|claim|considered|continue|decide|designed|easy|enable|encourage|expect|expected|fail|forced?|found|get|had|hard|has|have|help|important|intended|known|lead|leads|led|learn|like|likely|meant|need|needs|needed|order|permit|persuade|plan|possible|prefer|prepare|promise|ready|required?|requires|right|said|seem|seems|shown|start|supposed|tend|tends|thought|told|tr(?:y|ies|ied)|urge|use|used|uses|using|want|wants|way|willing|wish)(?:s|ed|ing)?\b/

/** "If a frame is damaged, the receiver must drop it": what is to be done then. */
const dutyThen: Layout = (sentence) => {
  const { clause } = sentence
  const [, link = '', condition = ''] = /^(If|When|Before|After|Once)\s(.+),$/.exec(clause.opening) ?? []
  const [, modal = '', base = ''] =
    /^(must|should|has to|have to|cannot|may|can)(?: (\p{Ll}+))?$/u.exec(clause.verb) ?? []
  if (condition === '' || base === '' || base === 'be' || base === 'have' || modal === 'cannot')
    return undefined
  if (!isCondition(condition) || /^(?:it|they|one|you|we|there)\b/i.test(clause.subject)) return undefined
  const told = `${base} ${toldPart(clause.rest)}`
  if (wordCount(told) < 3 || wordCount(condition) > 12) return undefined
  const asked = askedClause(sentence, `${link.toLowerCase()} ${condition}`)
  const subject = asked.subject.replace(/^then /i, '')
  return {
    asked: { kind: 'object', clause: { ...asked, subject, verb: `${modal.split(' ')[0] ?? ''} do` } },
    statement: told,
  }
}

const superlative = String.raw`(?:only|first|last|largest|smallest|highest|lowest|longest|shortest|oldest|youngest|fastest|slowest|greatest|biggest|strongest|weakest|earliest|latest|best|worst|main|most \p{L}+|least \p{L}+|(?:second|third) (?:largest|smallest|highest|longest|most \p{L}+))`

const pickedEnd = new RegExp(
  String.raw`^((?:the|its) ${superlative} (?:\p{L}[\p{L}-]*\s?){1,4}?(?: (?:of|in|for|to|that|which|who|on) .+)?)$`,
  'u',
)

/** "Jupiter is the largest planet of the solar system", "The best first test is TSH": which one it is. */
const picked: Layout = (sentence) => {
  const { clause } = sentence
  if (!/^(?:is|are|was|were)$/.test(clause.verb) || clause.opening !== '') return undefined
  const { verb, plural } = clause
  const rest = toldPart(clause.rest)
  const end = pickedEnd.exec(rest)?.[1]
  const part =
    /^the (?:aim|basis|capital|cause|essence|function|goal|opposite|origin|purpose|seat|site|source|symbol|task|unit) of \p{L}.*$/u.exec(
      rest,
    )?.[0]
  if (part !== undefined && wordCount(clause.subject) > 2 && isThingOf(clause.subject) && !leansAway(part))
    return {
      asked: { kind: 'doer', word: 'What', deed: `${plural ? 'are' : 'is'} ${part}` },
      statement: clause.subject,
    }
  const isOpen = /\b(?:of|in|for|to|that|which|on)\s/.test(end ?? '')
  if (end !== undefined && isThingOf(clause.subject) && (isOpen || sentence.statement.subject !== '')) {
    if (
      /^(?:the|its) (?:only|main|most|first|last|best) (?:thing|reason|way|one|problem|difference|idea|point|part|step)\b|\bthan\b/.test(
        end,
      )
    )
      return undefined
    if (leansAway(end.replace(/^its /, ''))) return undefined
    const word = isPerson(clause.subject) ? 'Who' : 'What'
    return {
      asked: { kind: 'doer', word, deed: `${verb} ${end.replace(/^its /, 'the ')}` },
      statement: clause.subject,
    }
  }
  const starts =
    new RegExp(String.raw`^(?:the )?${superlative} \p{L}`, 'iu').test(clause.subject) &&
    !/^(?:most|least)\b/i.test(clause.subject)
  if (!starts || !isThingOf(rest) || wordCount(rest) > 8) return undefined
  const subject = askedSubject(sentence)
  const named = subject.startsWith('the ') ? subject : `the ${subject}`
  return { asked: { kind: 'value', clause: { subject: named, verb, rest: '', plural } }, statement: rest }
}

/** A name or a noun phrase, no verdict: "TSH", "the liver". */
const isThingOf = (phrase: string): boolean =>
  wordCount(phrase) <= 8 &&
  !leansAway(phrase) &&
  !/[,;:]|^(?:to|when|how|that|because|not|very|too|more|less|one|there|here|now|\p{L}+ing)\b/iu.test(
    phrase,
  ) &&
  isSpecificPhrase(phrase)

/** Two or three words with capitals, of which the last is no noun of English. */
function isPerson(subject: string): boolean {
  const words = subject.split(' ')
  if (words.length < 2 || words.length > 4) return false
  if (
    !words.every((word) =>
      /^\p{Lu}[\p{L}’'-]*\.?$|^(?:de|van|von|der|da|di|la|le|al|bin|ibn|II|III|IV)$/u.test(word),
    )
  )
    return false
  return !words.some((word) => {
    const lower = word.toLowerCase()
    return (
      word.length > 3 &&
      (isEveryday(lower) || isNomenclature(lower) || institution.test(lower) || isPlural(word))
    )
  })
}

/** Nouns of acts and bodies that are written with capitals: closed by what law and history name. */
const institution =
  /^(?:act|academy|agreement|amendment|army|assembly|association|bill|charter|church|code|colony|commission|committee|company|conference|congress|convention|council|court|declaration|department|dynasty|edict|empire|federation|guard|house|kingdom|league|legislature|ministry|movement|navy|office|pact|parliament|party|protocol|province|reform|republic|revolution|school|senate|society|treaty|union|university|war)s?$/

/** "Willem Janszoon charted the coast in 1606": who did it. */
const doer: Layout = (sentence) => {
  const { clause } = sentence
  if (clause.opening !== '' || clause.form !== 'past' || !isPerson(clause.subject)) return undefined
  const rest = toldPart(clause.rest)
  if (wordCount(rest) < 2 || leansAway(rest) || joinsDeeds(rest) || contentStems(rest).length < 2)
    return undefined
  // "a company, Acme Ltd., the plaintiff": what is told by the way.
  if (/,\s(?!.*\s(?:and|or)\s)/.test(rest)) return undefined
  if (
    /^(?:that|to)\b/.test(rest) ||
    /^(?:was|were|had|said|believed|thought|argued|became|lived|died)$/.test(clause.verb)
  )
    return undefined
  return { asked: { kind: 'doer', word: 'Who', deed: `${clause.verb} ${rest}` }, statement: clause.subject }
}

/** "is governed by statute": what governs it. */
const agent: Layout = (sentence) => {
  const { clause } = sentence
  const [, be = '', participle = ''] = /^(is|are) (\p{Ll}+)$/u.exec(clause.verb) ?? []
  const base = baseOfPast(participle)
  const told = toldPart(/^by (.+)$/.exec(clause.rest)?.[1] ?? '')
  if (be === '' || base === undefined || told === '' || clause.opening !== '') return undefined
  if (
    /^(?:know|cause|follow|mean|make|do|give|go|see|say|call|characterise|characterize|determine)$/.test(base)
  )
    return undefined
  if (wordCount(told) > 9 || leansAway(told) || /[,;]|\b(?:that|which|when|if|and)\b/.test(told))
    return undefined
  if (isManner(told)) return undefined
  if (/^\p{Ll}+ing\b|^\d/u.test(told) || !isSpecificPhrase(told)) return undefined
  return {
    asked: { kind: 'doer', word: 'What', deed: `${toThirdPerson(base)} ${askedSubject(sentence)}` },
    statement: told,
  }
}

/** "reduces output and raises prices": two changes at once. */
const twoChanges: Layout = (sentence) => {
  const { clause, text, lead } = sentence
  const modal = /^(can|may|will|would) \p{Ll}+$/u.exec(clause.verb)?.[1]
  if (clause.opening !== '' || lead !== '' || /\d/.test(text)) return undefined
  if (clause.form === 'auxiliary' && modal === undefined) return undefined
  const [, first = '', second = ''] = /^([^,;]+?),? (?:and|but) (\p{Ll}+) [^,;]+$/u.exec(clause.rest) ?? []
  const isChange = (verb: string): boolean => changes.test(baseOfThird(verb) ?? baseOfPast(verb) ?? verb)
  const [done = ''] = clause.verb.split(' ').slice(-1)
  if (
    !isChange(done) ||
    (!isChange(second) && baseOfThird(second) === undefined) ||
    wordCount(first) > 7 ||
    leansAway(clause.rest)
  )
    return undefined
  const verb =
    modal === undefined ? (clause.form === 'past' ? 'did' : clause.plural ? 'do' : 'does') : `${modal} do`
  return {
    asked: { kind: 'object', clause: { ...askedClause(sentence, ''), verb } },
    statement: `${done} ${clause.rest}`,
  }
}

/** "Undiscovered trespassers are owed no duty". */
const owed: Layout = (sentence) => {
  const { clause } = sentence
  const isGiven =
    /^(?:is|are|was|were) (?:owed|given|paid|granted|denied|offered|awarded|taught|charged|allotted|assigned)$/
  const told = toldPart(clause.rest)
  if (
    clause.opening !== '' ||
    !isGiven.test(clause.verb) ||
    /^(?:to|by|in|as|for|from|with|that)\b/.test(told)
  )
    return undefined
  if (
    wordCount(told) < 2 ||
    wordCount(told) > 9 ||
    leansAway(told) ||
    /[,;]|\b(?:that|which|when|if)\b/.test(told)
  )
    return undefined
  return { asked: { kind: 'object', clause: askedClause(sentence, '') }, statement: told }
}

/** "is expected to show the care of an expert": what one is to do. */
const expected: Layout = (sentence) => {
  const { clause } = sentence
  const isBidden =
    /^(?:is|are|was|were|can be|must be) (?:allowed|asked|bound|encouraged|entitled|expected|forbidden|forced|obliged|permitted|prohibited|required|supposed)$/.test(
      clause.verb,
    )
  const [, base = '', rest = ''] = /^to (\p{Ll}+) (.+)$/u.exec(clause.rest) ?? []
  const told = toldPart(rest)
  if (!isBidden || clause.opening !== '' || told === '' || /^(?:be|have)$/.test(base)) return undefined
  if (wordCount(told) < 2 || joinsDeeds(told)) return undefined
  return { asked: { kind: 'object', clause: askedClause(sentence, 'to do') }, statement: `${base} ${told}` }
}

/** "Only small molecules can pass the membrane": what else does not. */
const onlySome: Layout = (sentence) => {
  const { clause } = sentence
  const told = /^Only (.+)$/.exec(clause.subject)?.[1]
  const rest = toldPart(clause.rest)
  if (told === undefined || clause.opening !== '' || leansAway(rest) || wordCount(told) > 8) return undefined
  if (/^(?:a few|few|some|one|two|three)\b/.test(told) || contentStems(`${clause.verb} ${rest}`).length < 2)
    return undefined
  const verb = singularVerb(clause.verb, clause.form)
  return { asked: { kind: 'doer', word: 'What', deed: `${verb} ${rest}`.trim() }, statement: `only ${told}` }
}

/** A verb as it follows "what". */
function singularVerb(verb: string, kind: string): string {
  const [first = '', ...others] = verb.split(' ')
  const turned = { are: 'is', were: 'was', have: 'has', do: 'does' }[first]
  if (turned !== undefined) return [turned, ...others].join(' ')
  return kind === 'base' ? toThirdPerson(verb) : verb
}

/** "A positive elasticity indicates that two goods are substitutes". */
const shows: Layout = (sentence) => {
  const { clause } = sentence
  if (
    clause.opening !== '' ||
    !/^(?:demands?|guarantees?|indicates?|impl(?:y|ies)|means?|predicts?|prescribes?|requires?|suggests?|signif(?:y|ies))$/.test(
      clause.verb,
    )
  )
    return undefined
  const told = /^that (.+)$/.exec(clause.rest)?.[1]
  const statement = toldPart(told ?? '')
  if (wordCount(statement) < 4 || leansAway(statement) || /[,;]/.test(statement)) return undefined
  return { asked: { kind: 'object', clause: askedClause(sentence, '') }, statement }
}

/** "The study of dialects is called dialectology". */
const calls: Layout = (sentence) => {
  const { clause } = sentence
  if (clause.opening !== '' || !/^(?:is|are) (?:called|termed|named|known|referred)$/.test(clause.verb))
    return undefined
  const told = toldPart(clause.rest.replace(/^(?:to as |as )?/, '')).replace(/^["“]|["”]$/g, '')
  // "Is known to cause a rash" calls it nothing.
  if (told.startsWith('to ')) return undefined
  if (wordCount(told) > 6 || leansAway(told) || / (?:because|when|if|by|for) /.test(told)) return undefined
  const verb = clause.plural ? 'are' : 'is'
  return { asked: { kind: 'name', clause: { ...askedClause(sentence, ''), verb } }, statement: told }
}

const layouts: readonly Layout[] = [
  calls,
  onlySome,
  condition,
  means,
  form,
  duty,
  dutyThen,
  dutyFor,
  dutyBefore,
  expected,
  shows,
  picked,
  owed,
  makes,
  twoChanges,
  change,
  into,
  uses,
  place,
  keeps,
  withTool,
  aim,
  doer,
  agent,
]

/** "60,000 Australians died in the war", "About 300 species live there": how many. */
export function fromSentenceAmount(sentence: Sentence): readonly Draft[] {
  const { clause } = sentence
  const [, amount = '', noun = ''] =
    /^((?:(?:About|Around|Over|Nearly|Almost|Some|Roughly|At least|Up to|More than|Fewer than|Less than) )?(?:\d[\d,.]*k?(?: (?:hundred|thousand|million|billion))?|(?:Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)(?:-\p{L}+)?))\s(\p{L}[^,;()]*)$/u.exec(
      clause.subject,
    ) ?? []
  if (amount === '' || clause.opening !== '' || wordCount(noun) > 6 || !isPlural(noun)) return []
  // "12 bit delays", "60 year old trees": the number belongs to its unit.
  if (
    /^(?:bit|byte|cm|day|foot|hour|inch|kg|km|metre|meter|mile|minute|mm|month|ms|point|second|volt|watt|week|year)\b/.test(
      noun,
    )
  )
    return []
  if (/^(?:of|more|other|to|and|or|percent|such)\b|\b\d/.test(noun) || /^[0-3]$/.test(amount)) return []
  const rest = toldPart(clause.rest).replace(/,.*$/, '')
  if (leansAway(rest) || joinsDeeds(rest) || contentStems(`${noun} ${rest}`).length < 2) return []
  return [
    questionDraft(sentence, {
      asked: { kind: 'amount', noun, deed: `${clause.verb} ${rest}`.trim() },
      statement: amount.toLowerCase(),
    }),
  ]
}
