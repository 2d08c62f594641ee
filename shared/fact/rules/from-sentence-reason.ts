import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { capitalise, contentStems, upTo, wordCount } from '../../basics/text.ts'
import { type Clause, readClause } from '../../english/read-clause.ts'
import { isLoose } from '../../english/stands-alone.ts'
import { standsForAnother } from '../../english/subjects.ts'
import { baseOfThird, knownAsBase } from '../../english/verbs-only.ts'
import { toThirdPerson } from '../../english/verbs.ts'
import type { Draft, ToldClause } from '../fact.ts'
import { type Sentence, topicFor } from '../read/sentence.ts'
import { effectTerm, inSentence, termOf } from './sentence-term.ts'
import {
  aboutOf,
  askedClause,
  asksWhether,
  joinsDeeds,
  leansAway,
  questionDraft,
  toldPart,
  withoutOwner,
} from './sentence-question.ts'

type Layout = Case<Sentence, readonly Draft[]>

/** Sentences that tell why something is so, what causes it, or what happens when. */
export function fromSentenceReason(sentence: Sentence): readonly Draft[] {
  if (/\b(?:never|not|rarely|hardly|seldom|only|no longer)\b/.test(sentence.clause.adverb)) return []
  if (isLoose(sentence.text)) return []
  return sentence.lead === '' ? (firstAnswer(layouts, sentence) ?? []) : (because(sentence) ?? [])
}

/** "Oceanic crust sinks because it is denser", "Because it is denser, oceanic crust sinks". */
const because: Layout = (sentence) => {
  const { clause } = sentence
  const found = clause.opening === '' ? reasonBehind(clause.rest) : reasonBefore(sentence)
  if (found === undefined) return undefined
  const { rest, link, reason } = found
  if (rest.split('(').length !== rest.split(')').length) return undefined
  if (
    wordCount(reason) < 2 ||
    wordCount(reason) > (link === '@' ? 12 : 18) ||
    contentStems(reason).length < 2
  )
    return undefined
  if (/@/.test(`${rest} ${reason}`)) return undefined
  if (/\b(?:but|although|though|while|whereas)\b|[;:]/.test(`${rest} ${reason}`)) return undefined
  if (joinsDeeds(rest) || /\b(?:not|especially|particularly|even|only|partly|that|this)$/.test(rest))
    return undefined
  const statement = `${link === '@' ? 'because of' : link.toLowerCase()} ${reason}`
  // "is mainly due to absorption": nothing is left of which to ask why.
  if (/^(?:is|are|was|were)$/.test(clause.verb) && /^(?:\p{L}+ly)?$/u.test(rest))
    return / of$| to$/.test(link)
      ? [
          questionDraft(sentence, {
            asked: { kind: 'object', clause: askedClause(sentence, `${rest} ${link}`.trim()) },
            statement: toldPart(reason),
          }),
        ]
      : undefined
  if (contentStems(`${clause.verb} ${rest}`).length < 1) return undefined
  const told = askedClause(sentence, rest)
  const subject = found.subject ?? told.subject
  if (/^(?:it|they)$/.test(subject) && sentence.lead === '') return undefined
  return [questionDraft(sentence, { asked: { kind: 'reason', clause: { ...told, subject } }, statement })]
}

interface Reason {
  /** Whom "it" stands for. */
  readonly subject?: string
  readonly rest: string
  readonly link: string
  readonly reason: string
}

/** The reason behind what is told; "since" and "as" give one only before a clause of their own. */
function reasonBehind(told: string): Reason | undefined {
  const [, rest = '', link = '', reason = ''] =
    /^(.*?),?(?:^|\s)(because of|because|so that|so as to|due to|owing to|thanks to|as a result of|@)\s?(?=\S)(.+)$/.exec(
      told,
    ) ??
    /^(.*?),\s(since|as)\s(.+)$/.exec(told) ??
    /^(.*?)\s(as|since)\s((?:it|they)\s(?:is|are|has|have|can|cannot|does|do|contains?|lacks?|needs?|requires?|depends?)\b.+)$/.exec(
      told,
    ) ??
    []
  if (reason === '' || claimThat.test(rest)) return undefined
  if (
    /^(?:since|as)$/.test(link) &&
    (/^(?:well|such|a result|\d)/.test(reason) || readClause(`${capitalise(reason)}.`) === undefined)
  )
    return undefined
  return { rest, link, reason: upTo(reason, /\.\s|\s==?>?\s/) }
}

/** "denies the claim that … due to …": the reason may belong to the claim. */
const claimThat =
  /\b(?:argument|assertion|assumption|belief|claim|idea|fact|hypothesis|notion|opinion|principle|theory|thesis|view)s? that\b/

/** "Because it is denser, …": the subject of the reason is the one of the sentence, or has its own name. */
function reasonBefore({ clause }: Sentence): Reason | undefined {
  const [, link = '', reason = ''] =
    /^(Because of|Because|Since|Due to|Owing to|Thanks to)\s(.+),$/.exec(clause.opening) ?? []
  if (reason === '' || /^\d/.test(reason) || /,/.test(clause.subject)) return undefined
  const rest = upTo(clause.rest, /,?\s(?:especially|particularly)\s/)
  if (!/^(?:it|they)$/.test(clause.subject)) return { rest, link, reason }
  const named = readClause(`${capitalise(reason)}.`)?.subject ?? ''
  return wordCount(named) > 4 || named === '' || standsForAnother(named)
    ? { rest, link, reason }
    : { rest, link, reason, subject: reason.slice(0, named.length) }
}

/** "Replication lag causes stale reads". */
const causes: Layout = (sentence) => {
  const { clause } = sentence
  const found = /^(?:(can|may|could|will)\s)?(causes?|caused|leads?|led|results?|resulted|triggers?)$/.exec(
    clause.verb,
  )
  if (found === null || clause.opening !== '') return undefined
  const verb = found[2] ?? ''
  // "…, an inherited disorder" tells of the effect by the way.
  const effect = upTo(clause.rest, /,\s(?:an?|the|which|who)\s/)
  if (/^(?:lead|led)/.test(verb) && !/^to\s/.test(clause.rest)) return undefined
  if (verb.startsWith('result') && !/^in\s/.test(clause.rest)) return undefined
  if (
    wordCount(clause.subject) > 10 ||
    wordCount(effect) > 12 ||
    /\b(?:it|its|they|their|them|itself)\b|,/.test(effect)
  )
    return undefined
  if (
    contentStems(effect).length < 2 ||
    /\b(?:many|various|several|some|other|problems?|issues?|things?)\b/.test(effect) ||
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
      term: effectTerm(sentence, effect.replace(/^(?:to|in)\s/, '')),
      asked: { kind: 'cause', effect: `${said} ${effect}` },
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
  const opened = /^(When(?:ever)?|If|As|Once)\s+(.+?),?$/.exec(clause.opening)
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
  if (/^(?:can|may|might|should|could)\b/.test(clause.verb)) return undefined
  const inside = readClause(`${condition.charAt(0).toUpperCase()}${condition.slice(1)}.`)
  if (
    inside === undefined ||
    contentStems(condition).length < 2 ||
    (link === 'As' && /^(?:is|are|was|were|has|have|had)\b/.test(inside.verb)) ||
    /^(?:it|they|he|she|this|these|that|those|you|we|i|one)\b/i.test(inside.subject)
  )
    return undefined
  if (/\b(?:only|not always)\b/.test(text) || /\b(?:but|although|because|whereas)\b|[;:]/.test(told))
    return undefined
  if (
    /^(?:occurs?|happens?|arises?|arose|occurred|begins?|ends?|starts?|exists?)$/.test(clause.verb) &&
    opened === null
  ) {
    const clauseAlone = askedClause(sentence, trailing?.[1] ?? '')
    return [
      questionDraft(sentence, {
        asked: { kind: 'time', clause: clauseAlone },
        statement: `${link} ${condition}`,
      }),
    ]
  }
  // "detects if a frame is damaged": whether it is.
  if (trailing !== null && asksWhether(`${clause.verb} ${trailing[1] ?? ''}`)) return undefined
  if (/^(?:It|They)\s/i.test(told) && (wordCount(inside.subject) > 3 || inside.subject === 'There'))
    return undefined
  if (/\b(?:even|only|especially|particularly|just)$/.test(told.trim())) return undefined
  // "When a threat is detected, it blocks …": what something is done to does not act then.
  const isPatient = /^(?:is|are|was|were|has been|have been) \p{L}+(?:ed|en|wn|t)$/u.test(inside.verb)
  if (isPatient && /^(?:It|They)\s(?!(?:(?:can|may|must|should|will) be|is|are|was|were)\b)/i.test(told))
    return undefined
  const statement = named(told.trim(), inside.subject)
  const asksFor = `${link.toLowerCase()} ${condition}`
  const asked = { kind: 'outcome', condition: asksFor, topic: topicOf(sentence, condition) } as const
  const about = asked.topic === '' ? aboutOf(sentence, asked, statement) : ''
  return [{ kind: 'told', term: termOf(sentence, ''), asked, statement, ...(about === '' ? {} : { about }) }]
}

/** "It releases …" after "When a neuron fires": the neuron. */
const named = (told: string, subject: string): string =>
  told.replace(/^(?:It|They)\s/i, () => `${subject.replace(/^An?\s/i, 'The ')} `)

/** The heading's topic where the condition does not name it: the same may be asked under another one. */
function topicOf({ statement }: Sentence, condition: string): string {
  const topic = upTo(topicFor(statement, 0), /:\s|\s[([]/)
  const said = contentStems(condition)
  const own = contentStems(topic)
  return wordCount(topic) < 2 || own.some((stem) => said.includes(stem)) ? '' : topic
}

/** "It lies on old crust, so earthquakes are rare", "FIFO cannot judge age and thus performs badly": why the second is so. */
const therefore: Layout = (sentence) => {
  const { clause, text } = sentence
  if (clause.opening !== '' || sentence.lead !== '') return undefined
  const [, cause = '', , effect = ''] =
    /^(.+?)(,\s(?:and )?(?:so|hence|thus|therefore)|\sand (?:hence|thus|therefore|consequently))\s(?!that\b|as\b|far\b|much\b|many\b)(.+)$/.exec(
      text,
    ) ?? []
  if (effect === '' || wordCount(cause) < 4 || wordCount(cause) > 18 || wordCount(effect) > 16)
    return undefined
  if (/[;:]|\b(?:but|although|because|whereas)\b|,/.test(effect) || leansAway(withoutOwner(effect)))
    return undefined
  const own = readClause(`${capitalise(effect)}.`)
  // Its own subject, or the one of the whole sentence.
  const told =
    own !== undefined && own.opening === '' && !standsForAnother(own.subject)
      ? { subject: own.subject, verb: own.verb, rest: own.rest, plural: own.plural, isOther: true }
      : sharedDeed(clause, effect)
  if (told === undefined || contentStems(`${told.verb} ${told.rest}`).length < 2) return undefined
  const { isOther, ...asked } = told
  const subject = isOther ? lowered(sentence, effect, asked.subject) : askedClause(sentence, '').subject
  const reason = isOther ? lowered(sentence, cause, cause) : `it ${cause.slice(clause.subject.length + 1)}`
  const because = !isOther && clause.plural ? reason.replace(/^it/, 'they') : reason
  return [
    questionDraft(sentence, {
      asked: { kind: 'reason', clause: { ...asked, subject } },
      statement: `because ${because}`,
    }),
  ]
}

/** "performs badly" behind "and thus": a deed of the subject that was named. */
function sharedDeed({ plural }: Clause, effect: string): (ToldClause & { isOther: boolean }) | undefined {
  const [verb = '', ...rest] = effect.split(' ')
  const isVerb = plural ? knownAsBase(verb) !== undefined : baseOfThird(verb) !== undefined
  return isVerb || /^(?:is|are|has|have|can|cannot|must)$/.test(verb)
    ? { subject: '', verb, rest: rest.join(' '), plural, isOther: false }
    : undefined
}

/** Words inside a sentence: a capital that only stood for its beginning goes. */
const lowered = (sentence: Sentence, whole: string, part: string): string =>
  whole.startsWith(part) && /^\p{Ll}/u.test(whole) ? part : inSentence(sentence, part)

const layouts: readonly Layout[] = [because, therefore, causedBy, causes, outcome]
