import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { contentStems, wordCount } from '../../basics/text.ts'
import { readClause } from '../../english/read-clause.ts'
import { isLoose } from '../../english/stands-alone.ts'
import { baseOfThird } from '../../english/verbs-only.ts'
import { toThirdPerson } from '../../english/verbs.ts'
import type { Draft, ToldClause } from '../fact.ts'
import { type Sentence, topicFor } from '../read/sentence.ts'
import { effectTerm, inSentence, termOf } from './sentence-term.ts'

type Layout = Case<Sentence, readonly Draft[]>

/** Sentences that tell why something is so, what causes it, or what happens when. */
export function fromSentenceReason(sentence: Sentence): readonly Draft[] {
  if (/\b(?:never|not|rarely|hardly|seldom|only|no longer)\b/.test(sentence.clause.adverb)) return []
  if (isLoose(sentence.text)) return []
  return sentence.lead === '' ? (firstAnswer(layouts, sentence) ?? []) : []
}

/** "Oceanic crust sinks because it is denser". */
const because: Layout = (sentence) => {
  const { clause } = sentence
  if (clause.opening !== '' || !/\b(?:because|so that|due to)\b/.test(clause.rest)) return undefined
  const [, rest = '', link = '', reason = ''] =
    /^(.*?),?\s*\b(because|so that|due to)\s+(.+)$/.exec(clause.rest) ?? []
  if (rest.split('(').length !== rest.split(')').length) return undefined
  if (wordCount(reason) < 3 || wordCount(reason) > 18 || contentStems(`${clause.verb} ${rest}`).length < 1)
    return undefined
  if (/\b(?:but|although|though|while|whereas)\b|[;:]/.test(`${rest} ${reason}`)) return undefined
  const told: ToldClause = { ...bare(clause), subject: inSentence(sentence, clause.subject), rest }
  const statement = `${link} ${reason}`
  return [{ kind: 'told', term: termOf(sentence, ''), asked: { kind: 'reason', clause: told }, statement }]
}

const bare = ({ subject, verb, rest, plural }: ToldClause): ToldClause => ({ subject, verb, rest, plural })

/** "Replication lag causes stale reads". */
const causes: Layout = (sentence) => {
  const { clause } = sentence
  const found = /^(?:(can|may|could|will)\s)?(causes?|caused|leads?|led|results?|resulted|triggers?)$/.exec(
    clause.verb,
  )
  if (found === null || clause.opening !== '') return undefined
  const verb = found[2] ?? ''
  if (/^(?:lead|led)/.test(verb) && !/^to\s/.test(clause.rest)) return undefined
  if (verb.startsWith('result') && !/^in\s/.test(clause.rest)) return undefined
  if (
    wordCount(clause.subject) > 10 ||
    wordCount(clause.rest) > 12 ||
    /\b(?:it|its|they|their|them|itself)\b|,/.test(clause.rest)
  )
    return undefined
  if (
    contentStems(clause.rest).length < 2 ||
    /\b(?:many|various|several|some|other|problems?|issues?|things?)\b/.test(clause.rest) ||
    !isSpecific(clause.subject)
  )
    return undefined
  const said =
    found[1] !== undefined || /ed$|^led$/.test(verb)
      ? clause.verb
      : baseOfThird(verb) === undefined
        ? toThirdPerson(verb)
        : verb
  return [
    {
      kind: 'told',
      term: effectTerm(sentence, clause.rest.replace(/^(?:to|in)\s/, '')),
      asked: { kind: 'cause', effect: `${said} ${clause.rest}` },
      statement: clause.subject,
    },
  ]
}

/** A cause of at least two words of meaning, or a name: "changes" alone is none. */
const isSpecific = (subject: string): boolean =>
  contentStems(subject).length >= 2 || /^\p{Lu}\S*\p{Lu}/u.test(subject)

/** "Sickle cell disease is caused by a mutation": asked from its effect. */
const causedBy: Layout = (sentence) => {
  const { clause } = sentence
  if (
    !/^(?:is|are|was|were) caused$/.test(clause.verb) ||
    !/^by\s/.test(clause.rest) ||
    clause.opening !== ''
  )
    return undefined
  const cause = clause.rest.slice(3)
  if (wordCount(clause.subject) > 10 || wordCount(cause) > 15 || /,\s+(?:which|and|but)\s/.test(cause))
    return undefined
  if (!isSpecific(clause.subject)) return undefined
  const past = clause.verb.startsWith('w')
  const effect = `${past ? 'caused' : 'causes'} ${inSentence(sentence, clause.subject)}`
  return [
    {
      kind: 'told',
      term: effectTerm(sentence, clause.subject),
      asked: { kind: 'cause', effect },
      statement: cause,
    },
  ]
}

/** "When the guard cells swell, stomata open", "Stomata open when the guard cells swell". */
const outcome: Layout = (sentence) => {
  const { clause, text } = sentence
  const opened = /^(When(?:ever)?|If|As|Once)\s+(.+),$/.exec(clause.opening)
  const trailing = clause.opening === '' ? /^(.*?),?\s*\b(when|if)\s+([^,]+)$/.exec(clause.rest) : null
  const [link, condition, told] =
    opened !== null
      ? [opened[1], opened[2] ?? '', `${clause.subject} ${clause.verb} ${clause.rest}`]
      : trailing !== null
        ? [trailing[2], trailing[3] ?? '', `${clause.subject} ${clause.verb} ${trailing[1] ?? ''}`]
        : ['', '', '']
  if (
    link === undefined ||
    condition === '' ||
    wordCount(condition) < 2 ||
    wordCount(condition) > 14 ||
    wordCount(told) > 18
  )
    return undefined
  // "is high", "has a role": a state is no event, so nothing happens.
  if (/^(?:is|are|was|were|has|have|had|can|may|might|should|must|do|does)$/.test(clause.verb))
    return undefined
  if (/^(?:can|may|might|should|could|would)\b/.test(clause.verb)) return undefined
  const inside = readClause(`${condition.charAt(0).toUpperCase()}${condition.slice(1)}.`)
  if (
    inside === undefined ||
    contentStems(condition).length < 2 ||
    (link === 'As' && /^(?:is|are|was|were|has|have|had)\b/.test(inside.verb)) ||
    /^(?:it|they|he|she|this|these|that|those|you|we|i|one|there)\b/i.test(inside.subject)
  )
    return undefined
  if (/\b(?:only|not always)\b/.test(text) || /\b(?:but|although|because|whereas)\b|[;:]/.test(told))
    return undefined
  if (
    /^(?:occurs?|happens?|arises?|arose|occurred|begins?|ends?|starts?|exists?)$/.test(clause.verb) &&
    opened === null
  ) {
    const clauseAlone = {
      ...bare(clause),
      subject: inSentence(sentence, clause.subject),
      rest: trailing?.[1] ?? '',
    }
    return [
      {
        kind: 'told',
        term: termOf(sentence, ''),
        asked: { kind: 'time', clause: clauseAlone },
        statement: `${link} ${condition}`,
      },
    ]
  }
  const statement = named(told.trim(), inside.subject)
  const asksFor = `${link.toLowerCase()} ${condition}`
  const asked = { kind: 'outcome', condition: asksFor, topic: topicOf(sentence, condition) } as const
  return [{ kind: 'told', term: termOf(sentence, ''), asked, statement }]
}

/** "It releases …" after "When a neuron fires": the neuron. */
const named = (told: string, subject: string): string =>
  told.replace(/^(?:It|They)\s/i, () => `${subject.replace(/^An?\s/i, 'The ')} `)

/** The heading's topic where the condition does not name it: the same may be asked under another one. */
function topicOf({ statement }: Sentence, condition: string): string {
  const topic = topicFor(statement, 0)
  const said = contentStems(condition)
  const own = contentStems(topic)
  return wordCount(topic) < 2 || own.some((stem) => said.includes(stem)) ? '' : topic
}

const layouts: readonly Layout[] = [because, causedBy, causes, outcome]
