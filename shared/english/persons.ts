import { upTo } from '../basics/text.ts'
import { isOnlyPast, isPastOrParticiple } from './irregular-pasts.ts'

/** Nouns that call a definition's subject one human or godly being by office, birth, work or deed. */
const person =
  /^(?:\p{L}*(?:[ao]logist|ographer|ician|wright|[bcdfglmnprstv]ist|woman|ess)|abbess|abbot|activist|actor|admiral|advocate|architect|archbishop|aristocrat|assassin|astronaut|astronomer|attorney|author|baron|bishop|botanist|brother|caliph|cardinal|chancellor|chemist|clergyman|colonel|commander|composer|conqueror|consul|count|courtier|critic|daughter|deity|demigod|dictator|diplomat|director|duke|emperor|engineer|entrepreneur|explorer|father|founder|friar|friend|general|giant|god|governor|grandson|granddaughter|guitarist|heir|hero|historian|hunter|husband|inventor|jurist|judge|king|knight|lady|lawyer|leader|lieutenant|lord|lover|magician|marshal|martyr|mathematician|merchant|minister|missionary|monk|monarch|mother|muse|musician|nephew|niece|nobleman|novelist|nun|nurse|nymph|officer|orator|painter|philosopher|photographer|physician|pilot|pioneer|playwright|poet|politician|pope|preacher|president|priest|prince|producer|professor|prophet|queen|rapper|reformer|ruler|saint|scholar|scientist|sculptor|secretary|senator|shepherd|singer|sister|soldier|son|songwriter|spy|statesman|sultan|surgeon|teacher|theologian|titan|traveller|treasurer|tribune|tyrant|viceroy|vizier|warrior|wife|witch|wizard|writer|youth)$/iu

/** Endings of such nouns in words that call nobody. */
const nobody =
  /^(?:access|address|business|consist|distress|excess|exist|fist|illness|less|list|mist|ness|persist|process|progress|resist|sadness|stress|success|twist|wrist|.*ness|mess|press|dress|chess|wilderness|fortress|mattress|mistress of)$/i

/** True where a definition's head calls its subject a person or a god: "a historic king of Uruk", "judge who refused". */
export function tellsPerson(definition: string): boolean {
  const phrase = upTo(
    definition,
    /[,;(]|\s(?:of|who|whose|that|which|from|in|to|at|for|with|by|on|under|during|known|born|called|sent|loved)\s/,
  )
  return phrase.split(/\s(?:and|or)\s/).some((part) => {
    const head = /[\p{L}-]+$/u.exec(part.trim())?.[0] ?? ''
    return person.test(head) && !nobody.test(head)
  })
}

/** True where it tells of one person and no role: it names somebody or some place, a year, or what was done once. */
export const tellsOnePerson = (definition: string): boolean =>
  tellsPerson(definition) &&
  /\d{3}|\bBCE?\b|\s\p{Lu}\p{Ll}+|^(?:the\s)?(?:first|last|second|third)\s/u.test(definition)

/** True where the words themselves say that the person lived long ago. */
export const livedOnce = (definition: string): boolean =>
  /\bBCE?\b|\b1[0-8]\d\d\b|\b(?:1[0-9]|[2-9])(?:th|st|nd|rd)[- ]century|\b(?:ancient|former|historic|historical|medieval)\b/i.test(
    definition,
  )

/** "Leader who directed the Terror": what is told of a person is past, what is told of a role is not. */
export const didOnce = (definition: string): boolean => {
  // "A rule that binds the person who wrote it" tells of a rule.
  const head = upTo(definition, /\s(?:that|which|if|when|where)\s/)
  const verb = /\bwho (?:first |also |later )?(\p{Ll}+)\s/u.exec(head)?.[1] ?? ''
  return isOnlyPast(verb) || (isPastOrParticiple(verb) && verb !== 'read')
}
