import { askClaim, keyTerm } from '../../english/claims.ts'
import { clauseDrafts } from './clause-drafts.ts'
import { actionDrafts } from './from-action.ts'
import { adviceDrafts } from './from-best-practice.ts'
import { isName } from '../../english/is-name.ts'
import { impersonal } from '../../english/impersonal.ts'
import { isNounToo } from '../../english/imperative.ts'
import { nounDrafts } from './noun-drafts.ts'
import { isActivity, isPlural } from '../../english/nouns.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { dropRepeatedSubject } from '../../english/repeated-subject.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { cutTails } from './tails.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'
import { stress, onlyImportance, withoutPraise } from '../../english/praise.ts'
import { followUp } from './follow-up.ts'

/** The facts that a text states about a term, by the text's grammar. */
export function termDrafts(term: string, text: string, statement: Statement): Draft[] {
  const [main, ...more] = splitSentences(text)
  const told = impersonal(main ?? '')
  const drafts = told === undefined ? actionDrafts(term, main ?? '') : mainDrafts(term, told, statement)
  return [...drafts, ...more.flatMap((sentence) => followUp(term, sentence))]
}

function mainDrafts(term: string, said: string, statement: Statement): Draft[] {
  const told = isActivity(term) ? withoutPraise(said.replace(stress, '')) : said
  if (onlyImportance.test(trimEnd(told))) return []
  const claim = askClaim(term)
  if (claim !== undefined)
    return [{ kind: 'aspect', respect: { kind: 'asked', words: claim }, term, statement: trimEnd(told) }]
  const key = keyTerm(term)
  if (key !== undefined && shapeOf(told) === 'imperative') return adviceDrafts(key, told, statement)
  if (key !== undefined)
    return [{ kind: 'aspect', respect: { kind: 'importance' }, term: key, statement: trimEnd(told) }]
  const repeated = dropRepeatedSubject(term, told)
  const text = trimEnd(repeated ?? told)
  if (text === '' || /\bvs\.?\b|https?:/i.test(text)) return []
  switch (shapeOf(text)) {
    case 'noun':
      return nounDrafts(term, text)
    case 'gerund': {
      if (/^(?:understanding|learning|exploring|working with)\b/i.test(text) && !isActivity(term)) return []
      const using = /^using\s+(.+?)\s+for\s+(.+)$/i.exec(text)
      if (using?.[1] !== undefined && using[2] !== undefined) return usingDrafts(term, using[1], using[2])
      const { core, drafts } = cutTails(term, text)
      return [{ kind: 'purpose', use: 'purpose', term, statement: core }, ...drafts]
    }
    case 'used': {
      const bare = text
        .replace(/^\p{L}+(?:\s+(?:mainly|primarily|often|mostly|commonly|extensively))?\s+/iu, '')
        .replace(/^for\s+/i, '')
      if (/^as\b/i.test(bare))
        return [{ kind: 'purpose', use: 'role', term, statement: bare.replace(/^as\s+/i, '') }]
      const { core, drafts } = cutTails(term, bare)
      return [{ kind: 'purpose', use: 'purpose', term, statement: core }, ...drafts]
    }
    case 'for':
      return [{ kind: 'purpose', use: 'purpose', term, statement: text.replace(/^for\s+/i, '') }]
    case 'infinitive':
      return [{ kind: 'purpose', use: 'purpose', term, statement: text }]
    case 'third': {
      const { core, drafts } = cutTails(term, text)
      return [{ kind: 'effect', term, deed: null, statement: core }, ...drafts]
    }
    case 'imperative':
      if (/^set up\b/i.test(text)) return []
      if (
        statement.section !== 'practice' &&
        isNounToo(firstWord(text)) &&
        !/^\S+\s(?:an?|the|your|all|each|every)\s/i.test(text)
      )
        return nounDrafts(term, text)
      if (statement.section === 'practice') return adviceDrafts(term, text, statement)
      if (isPlural(term) && isNounToo(firstWord(term)) && term.includes(' ')) return []
      return isPlural(term)
        ? [{ kind: 'effect', term, deed: null, statement: cutTails(term, text).core }]
        : [orderedBy(term, text)]
    case 'past':
      return actionDrafts(term, text)
    case 'clause':
      return clauseDrafts(term, text, repeated !== undefined, statement)
    case 'other':
      return []
  }
}

/** "Using Swagger for documentation": the tool of an activity; for anything else what it serves. */
function usingDrafts(term: string, tool: string, use: string): Draft[] {
  return isActivity(term) && isName(tool)
    ? [{ kind: 'aspect', respect: { kind: 'tool' }, term, statement: tool }]
    : [
        {
          kind: 'purpose',
          use: 'purpose',
          term,
          statement: isActivity(term) ? `using ${tool} for ${use}` : use,
        },
      ]
}

/** "Ensure each column is atomic" is what the term ensures; any other order is what it asks one to do. */
function orderedBy(term: string, text: string): Draft {
  const ensured = /^ensures?\s+(?:that\s+)?(.+)$/i.exec(text)?.[1]
  return ensured === undefined
    ? { kind: 'effect', term, deed: { verb: 'ask', whom: 'you', follows: 'to do' }, statement: text }
    : { kind: 'effect', term, deed: { verb: 'ensure' }, statement: ensured }
}
