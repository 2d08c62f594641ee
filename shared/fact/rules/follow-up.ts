import { firstWord } from '../../english/phrase.ts'
import { cutTails } from './tails.ts'
import { type Draft, itemsOf, statementOf } from '../fact.ts'

/** A later sentence states something of its own when it goes on about the term: "It reduces …", "X ensures …". */
export function followUp(term: string, sentence: string): Draft[] {
  const found =
    /^(?:It|They|The (?:tool|method|technique|pattern|language|framework|library))\s+(?:also\s+|then\s+)?(\p{L}+)\s+(.+)$/u.exec(
      sentence,
    )
  const named = sentence.toLowerCase().startsWith(term.toLowerCase() + ' ')
    ? /^(\p{L}+)\s+(.+)$/u.exec(sentence.slice(term.length + 1))
    : null
  const verb = found?.[1] ?? named?.[1]
  const object = found?.[2] ?? named?.[2]
  if (verb === undefined || object === undefined || /\b(?:we|i|my|our|us)\b/i.test(sentence)) return []
  return [...followVerb(term, verb, object)]
}

/** The fact in "<term> <verb> <object>". */
export function followVerb(term: string, verb: string, object: string): Draft[] {
  return cutTails(term, `x that ${verb} ${object}`.replace(/^x/, 'something here')).drafts.filter(
    (draft: Draft) => firstWord(statementOf(draft) || (itemsOf(draft)[0] ?? '')) !== '',
  )
}
