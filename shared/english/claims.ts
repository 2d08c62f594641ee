import { wordCount } from '../basics/text.ts'
import { isClause } from './clause.ts'
import { isPlural } from './nouns.ts'
import { isPresentClause } from './present-clause.ts'
import { isPlainWord } from './title-case.ts'
import { baseVerb, thirdPersonBase } from './verbs.ts'

/** "why does ER modeling come first" from a label that is a claim: "ER modeling comes first". */
export function askClaim(term: string): string | undefined {
  const being = /^([^,:]{3,40}?)\s+(is|are)\s+((?:an?\s+)?\p{L}[^,:]{2,40})$/u.exec(term)
  if (
    being?.[1] !== undefined &&
    being[2] !== undefined &&
    being[3] !== undefined &&
    keyTerm(term) === undefined
  )
    return `why ${being[2]} ${asSaid(being[1])} ${asSaid(being[3])}`
  if (wordCount(term) < 4) return undefined
  const parts = term.split(' ')
  const at = parts.findIndex(
    (word, i) =>
      i > 0 &&
      i < 5 &&
      (thirdPersonBase(word) !== undefined ||
        (isPlural(parts.slice(0, i).join(' ')) && baseVerb(word) !== undefined)) &&
      !/^(?:of|for|the|an?|to|in|with|and|or)$/i.test(parts[i - 1] ?? ''),
  )
  const verb = parts[at] ?? ''
  const rest = parts.slice(at + 1).join(' ')
  if (at < 1 || rest === '' || !(isClause(term) || isPresentClause(term))) return undefined
  const subject = parts.slice(0, at).join(' ')
  const first = subject.split(' ')[0] ?? ''
  const said =
    /^\p{Lu}\p{Ll}+$/u.test(first) && isPlural(subject)
      ? subject.charAt(0).toLowerCase() + subject.slice(1)
      : subject
  return `why ${thirdPersonBase(verb) === undefined ? 'do' : 'does'} ${said} ${thirdPersonBase(verb) ?? verb} ${rest}`
}

/** Plain words in a title lose their capitals. */
const asSaid = (text: string): string =>
  text
    .split(' ')
    .map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) && isPlainWord(word) ? word.toLowerCase() : word))
    .join(' ')

/** "Automation" from "Automation is key" or "Automation matters". */
export function keyTerm(term: string): string | undefined {
  return (
    /^(.+?)\s+(?:is|are)\s+(?:key|crucial|essential|important|everything|vital|a must)$/i.exec(term)?.[1] ??
    /^(.+?)\s+matters?$/i.exec(term)?.[1] ??
    /^(\S+(?:\s\S+)?)[\s-]first$/i.exec(term)?.[1]
  )
}
