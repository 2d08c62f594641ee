import { normaliseTerm, wordCount } from '../basics/text.ts'
import type { Draft } from './fact.ts'
import {
  firstWord,
  isClause,
  isPlural,
  shapeOf,
  splitEnumeration,
  splitSentences,
  splitTopLevel,
  trimEnd,
  withoutAsides,
} from './grammar.ts'
import { aspectOf, labelKind } from './labels.ts'
import { adviceDrafts } from './from-best-practice.ts'
import { impersonal } from './impersonal.ts'
import { actionDrafts } from './from-action.ts'
import { baseVerb, thirdPersonBase } from './verbs.ts'
import { isKind } from './kinds.ts'
import { cutTails } from './tails.ts'
import { isAcronym, readTerm } from './terms.ts'
import type { Statement } from './statement.ts'

/** "Term: text" in any of its spellings. What the text is by its grammar decides what is asked about the term. */
export function fromDefinition(statement: Statement): Draft[] {
  const kind = labelKind(statement.label)
  if (statement.label === '' || statement.text === '' || /[:：]$/.test(statement.text)) return []
  const marked = statement.strong.some((run) => run.startsWith(statement.label.slice(0, 12)))
  if (!marked && shapeOf(statement.label) === 'imperative')
    return adviceDrafts('', impersonal(splitSentences(statement.full)[0] ?? '') ?? '', statement)
  if (marked && shapeOf(statement.label) === 'imperative') return titledAdvice(statement)
  if (kind === 'aspect' || kind === 'definition') return aboutSubject(statement)
  if (kind !== 'term') return []
  const { term, aliases, expansion } = readTerm(statement.label)
  if (!isTerm(term) || ownsDocument.test(term)) return []
  const drafts = termDrafts(term, statement.text, statement).map((draft) => ({
    ...draft,
    aliases: [...(draft.aliases ?? []), ...(draft.term === term ? aliases : [])],
  }))
  return expansion === undefined ? drafts : [expansion, ...drafts]
}

/** Terms that are the document itself or its people. */
const ownsDocument =
  /\b(?:programs?|repositor(?:y|ies)|readme|bootcamp|curriculum|learners?|cohort|capstone|collaborators?)\b|-project-|^project\b/i

/** "**Keep functions small**: …" gives the way when the text orders, else the reason. */
function titledAdvice(statement: Statement): Draft[] {
  const text = impersonal(splitSentences(statement.text)[0] ?? '')
  return text === undefined ? [] : adviceDrafts(statement.label, text, statement)
}

/** "Benefit: …" or "Definition: …" below a heading speaks of the heading's subject. */
function aboutSubject(statement: Statement): Draft[] {
  const subject = statement.subject
  if (subject === '') return []
  const text = impersonal(splitSentences(statement.text)[0] ?? '')
  if (text === undefined || text === '') return []
  const aspect = aspectOf(statement.label.replace(/[\s:]+$/, ''))
  if (aspect === undefined) return termDrafts(subject, statement.text, statement)
  if (aspect === 'purpose') return [{ kind: 'purpose', term: subject, statement: trimEnd(text) }]
  if (aspect === 'importance')
    return [{ kind: 'aspect', term: subject, slot: 'importance', statement: trimEnd(text) }]
  return [{ kind: 'aspect', term: subject, slot: aspect, statement: trimEnd(text) }]
}

/** A term can be asked about: it is short, no URL, no pronoun, no sentence. */
export function isTerm(term: string): boolean {
  const count = wordCount(term)
  return (
    count >= 1 &&
    count <= 8 &&
    term.length >= 2 &&
    term.length <= 80 &&
    /\p{L}/u.test(term) &&
    normaliseTerm(term) !== '' &&
    !/https?:|[<>{}=]|\.\.\.|\?$|^\W+$/.test(term) &&
    !/^(?:it|this|that|these|those|they|we|i|you|he|she|there|here|why|how|when|what|who|which)\b/i.test(term)
  )
}

/** The facts that a text states about a term, by the text's grammar. */
export function termDrafts(term: string, text: string, statement: Statement): Draft[] {
  const [main, ...more] = splitSentences(text)
  const told = impersonal(main ?? '')
  const drafts = told === undefined ? actionDrafts(term, main ?? '') : mainDrafts(term, told, statement)
  return [...drafts, ...more.flatMap((sentence) => followUp(term, sentence))]
}

function mainDrafts(term: string, told: string, statement: Statement): Draft[] {
  const claim = askClaim(term)
  if (claim !== undefined) return [{ kind: 'aspect', term, slot: claim, statement: trimEnd(told) }]
  const key = keyTerm(term)
  if (key !== undefined) return [{ kind: 'aspect', term: key, slot: 'importance', statement: trimEnd(told) }]
  const repeated = dropRepeatedSubject(term, told)
  const text = trimEnd(repeated ?? told)
  if (text === '' || /\bvs\.?\b|https?:/i.test(text)) return []
  switch (shapeOf(text)) {
    case 'noun':
      return nounDrafts(term, text)
    case 'gerund': {
      const { core, drafts } = cutTails(term, text)
      return [{ kind: 'purpose', term, slot: '', statement: core }, ...drafts]
    }
    case 'used': {
      const bare = text
        .replace(/^\p{L}+(?:\s+(?:mainly|primarily|often|mostly|commonly|extensively))?\s+/iu, '')
        .replace(/^for\s+/i, '')
      if (/^as\b/i.test(bare))
        return [{ kind: 'purpose', term, slot: 'as', statement: bare.replace(/^as\s+/i, '') }]
      const { core, drafts } = cutTails(term, bare)
      return [{ kind: 'purpose', term, statement: core }, ...drafts]
    }
    case 'for':
      return [{ kind: 'purpose', term, statement: text.replace(/^for\s+/i, '') }]
    case 'infinitive':
      return [{ kind: 'purpose', term, statement: text }]
    case 'third': {
      const { core, drafts } = cutTails(term, text)
      return [{ kind: 'effect', term, slot: '', statement: core }, ...drafts]
    }
    case 'imperative':
      if (statement.section === 'practice') return adviceDrafts(term, text, statement)
      return isPlural(term)
        ? [{ kind: 'effect', term, slot: '', statement: cutTails(term, text).core }]
        : [{ kind: 'effect', term, slot: 'call for', statement: text }]
    case 'past':
      return actionDrafts(term, text)
    case 'clause':
      return clauseDrafts(term, text, repeated !== undefined, statement)
    case 'other':
      return []
  }
}

function nounDrafts(term: string, text: string): Draft[] {
  const topics = splitTopLevel(text)
  if (
    /^(?:emphasis|focus|(?:\p{L}+\s)?(?:understanding|knowledge|mastery|exploration|overview|introduction|experience|proficiency|grasp|expertise))\b/iu.test(
      text,
    )
  )
    return []
  if (
    topics.length >= 3 &&
    !/\s(?:for|with|using|to|via)\s/.test(text) &&
    topics.every((topic) => wordCount(withoutAsides(topic)) <= 4) &&
    !/^(?:an?|the)\s/i.test(text)
  ) {
    const items = splitEnumeration(withoutAsides(text)) ?? topics
    return [{ kind: 'list', term, slot: 'topics', cue: 'topics', items }]
  }
  if (wordCount(text) < 2 && !/\p{Script=Han}/u.test(text)) return []
  if (/\b(?:concepts|principles|fundamentals|basics|understanding of)\b/i.test(text) && wordCount(text) <= 5)
    return []
  const { core, drafts } = cutTails(term, text)
  const head = (
    withoutAsides(core).split(
      /\s+(?:that|which|for|of|to|in|with|used|based|where|between|on|from|by|when|whose|without|as)\s+|,\s+(?=(?:with|such|like|for|so|where|which|an?|the)\b)/,
    )[0] ?? ''
  ).trim()
  if (wordCount(core) < 4 && !isKind(head) && !/^(?:an?|the)\s/i.test(core) && !/\p{Script=Han}/u.test(core))
    return [...drafts]
  if (
    head === core &&
    /\b(?:implementation|integration|setup|configuration|management|usage|patterns|fundamentals|techniques|practices|optimization|optimizations|consumption|options|features|development)$/i.test(
      head,
    )
  )
    return [...drafts]
  if (/,|\s(?:and|&|\+)\s/.test(head) && !/^(?:an?|the)\s/i.test(core) && !isAcronym(term))
    return [{ kind: 'aspect', term, slot: 'cover', statement: core }, ...drafts]
  const purpose = /^(.{6,}?)\s+(?:used\s+)?(?:for|to)\s+(.+)$/.exec(core)
  const tail = purpose?.[2] ?? ''
  const extra: Draft[] =
    purpose !== null &&
    wordCount(tail) >= 2 &&
    !/^(?:the|an?|its|one|new|each|every)\s/i.test(tail) &&
    (!/\sto\s+$/.test(core.slice(0, core.length - tail.length)) || baseVerb(firstWord(tail)) !== undefined) &&
    !/^(?:the|an?|this|each|every)\s+\p{L}+$/iu.test(tail) &&
    !/\b(?:that|which)\b/.test(purpose[1] ?? '') &&
    !/\b(?:need|needs|easy|hard|able|ready|alternative|approach|similar|due|according|equal|related|used)$/i.test(
      purpose[1] ?? '',
    )
      ? [
          {
            kind: 'purpose',
            term,
            statement: / to \S+ /.test(core.slice(purpose[1]?.length ?? 0, (purpose[1]?.length ?? 0) + 20))
              ? `to ${tail}`
              : tail,
          },
        ]
      : []
  return [{ kind: 'definition', term, statement: core }, ...extra, ...drafts]
}

function clauseDrafts(term: string, text: string, repeated: boolean, statement: Statement): Draft[] {
  if (statement.section === 'trouble') return []
  const acts = text.toLowerCase().startsWith(`${term.toLowerCase()} `)
    ? /^(\p{L}+)\s+(.+)$/u.exec(text.slice(term.length + 1))
    : null
  const base = thirdPersonBase(acts?.[1] ?? '')
  if (
    base !== undefined &&
    acts?.[2] !== undefined &&
    !/^(?:to|on|up|with|as|by|from|for|into|in|at|of|is|are)\s/i.test(acts[2])
  ) {
    const { core, drafts } = cutTails(term, acts[2])
    return [{ kind: 'effect', term, slot: base, statement: core }, ...drafts]
  }
  if (statement.section === 'practice') return [{ kind: 'aspect', term, slot: 'importance', statement: text }]
  const { core, drafts } = cutTails(term, text)
  return wordCount(core) < 3 || (repeated && core === '')
    ? [...drafts]
    : [{ kind: 'definition', term, statement: core }, ...drafts]
}

/** "why does ER modeling come first" from a label that is a claim: "ER modeling comes first". */
function askClaim(term: string): string | undefined {
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
  if (at < 1 || rest === '' || !isClause(term)) return undefined
  const subject = parts.slice(0, at).join(' ')
  const first = subject.split(' ')[0] ?? ''
  const said =
    /^\p{Lu}\p{Ll}+$/u.test(first) && isPlural(subject)
      ? subject.charAt(0).toLowerCase() + subject.slice(1)
      : subject
  return `why ${thirdPersonBase(verb) === undefined ? 'do' : 'does'} ${said} ${thirdPersonBase(verb) ?? verb} ${rest}`
}

/** "Automation" from "Automation is key" or "Automation matters". */
function keyTerm(term: string): string | undefined {
  return (
    /^(.+?)\s+(?:is|are)\s+(?:key|crucial|essential|important|everything|vital|a must)$/i.exec(term)?.[1] ??
    /^(.+?)\s+matters?$/i.exec(term)?.[1]
  )
}

/** "CI is a practice …" under the term "CI": the repeated subject goes. Undefined when it is not repeated. */
export function dropRepeatedSubject(term: string, text: string): string | undefined {
  const found =
    /^(?:the\s+|an?\s+)?(.{2,70}?)\s+(?:is|are|refers? to|means?|describes?|stands for)\s+(.+)$/i.exec(text)
  if (found?.[1] === undefined || found[2] === undefined) return undefined
  const subject = normaliseTerm(found[1])
  return subject === normaliseTerm(term) || (subject === 'it' && wordCount(found[1]) === 1)
    ? found[2]
    : undefined
}

/** A later sentence states something of its own when it goes on about the term: "It reduces …", "X ensures …". */
function followUp(term: string, sentence: string): Draft[] {
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
    (draft: Draft) => firstWord(draft.statement ?? draft.items?.[0] ?? '') !== '',
  )
}
