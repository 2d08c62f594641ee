import { atSpaces, isFunctionWord, wordCount } from '../../basics/text.ts'
import { asidesIn } from '../../english/asides.ts'
import type { Draft } from '../fact.ts'
import { isClause } from '../../english/clause.ts'
import { isPlural } from '../../english/nouns.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { isNounToo } from '../../english/imperative.ts'
import { isKind } from '../../english/kinds.ts'
import { isTerm } from '../../english/is-term.ts'
import { labelKind } from '../../english/labels.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { readTerm } from './terms.ts'
import { baseVerb, gerundBase, pastBase, isVerbForm } from '../../english/verbs.ts'
import type { Statement } from '../read/statement.ts'
import { toolFor } from './from-tool.ts'

/** What something is used for, told without a separator: "Redis for caching", "TTL to expire data", "Used X to do Y". */
export function fromUse(statement: Statement): Draft[] {
  if ((statement.label !== '' && labelKind(statement.label) !== 'example') || /[:：]$/.test(statement.text))
    return []
  const text = trimEnd(splitSentences(statement.text)[0] ?? '')
  if (isPersonal(text) || /\bvs\.?\b/i.test(text) || wordCount(text) > 26) return []
  return [
    ...asidePurposes(text, statement),
    ...(usedFor(text, statement) ?? nameFor(text, statement) ?? toolFor(text, statement) ?? []),
  ]
}

/** "normalization (to remove redundancy)": the aside is the purpose. */
function asidePurposes(text: string, statement: Statement): Draft[] {
  const drafts: Draft[] = []
  for (const { before, inside } of asidesIn(text, 'purpose')) {
    const parts = atSpaces(before)
    const term: string[] = []
    for (let i = parts.length - 1; i >= 0 && term.length < 3; i--) {
      const word = parts[i] ?? ''
      if (
        /[,;:]$/.test(word) ||
        /^(?:and|or|use|of|to|the|a|an|with|when|how|why|for)$/i.test(word) ||
        (isVerbForm(word) && !/ation$|ing$/.test(word))
      )
        break
      term.unshift(word)
    }
    if (term.length > 0)
      drafts.push({
        kind: 'purpose',
        use: 'purpose',
        term: term.join(' '),
        statement: inside.replace(/^for\s+/, ''),
      })
  }
  return drafts.filter((draft) => isTerm(draft.term) && statement.section !== 'trouble')
}

/** "Used `async/await` for handling many requests at once". */
function usedFor(text: string, statement: Statement): Draft[] | undefined {
  const found =
    /^(?:Used|Using|Use|Utilized|Leveraged|Implemented|Integrated|Employed|Applied)\s+(.{2,50}?)\s+(?:for|to)\s+(.{6,})$/.exec(
      text,
    )
  if (found?.[1] === undefined || found[2] === undefined) return undefined
  const { term } = readTerm(found[1].replace(/^(?:with|of)\s+/i, ''))
  const verb = firstWord(found[2])
  if (!isTerm(term) || wordCount(term) > 5 || /\b(?:how|my|the program)\b/i.test(term)) return undefined
  if (statement.label !== '' && /^an?\s/i.test(found[1])) return undefined
  const named = /`|\p{Lu}|\d/u.test(term) || wordCount(term) >= 2
  const infinitive =
    / to \S/.test(text.slice(found[1].length, found[1].length + 24)) && baseVerb(verb) !== undefined
  if (!named || statement.section === 'practice' || statement.section === 'trouble') return undefined
  if (ofProject.test(found[2])) return []
  // What the author did with it is one use, not what the thing is for.
  const use = /^(?:Use|Using)\s/.test(text) ? 'purpose' : 'one_use'
  return [{ kind: 'purpose', use, term: bareTerm(term), statement: infinitive ? `to ${found[2]}` : found[2] }]
}

/** "… for the Airbnb clone": a use that only one project has. */
const ofProject =
  /\b(?:my|our)\b|\b(?:for|in|of|on|within)\s+(?:the|an?)\s+(?:[\p{L}\d-]+\s+){0,3}(?:apps?|application|backend|capstone|clone|frontend|platform|portfolio|projects?|site|website)\b/iu

/** "Admin panel for quick debugging", "TTL (Time to Live) to expire data automatically". */
function nameFor(text: string, statement: Statement): Draft[] | undefined {
  const found = /^(.{2,60}?)\s+(for|to)\s+(.{5,})$/.exec(text)
  if (
    found?.[1] === undefined ||
    found[3] === undefined ||
    statement.section === 'trouble' ||
    !statement.listed ||
    isClause(text) ||
    /\([^)]*$/.test(found[1])
  )
    return undefined
  const [, before, link, after] = found
  const { term, expansion } = readTerm(before)
  const bare = bareTerm(term)
  const first = firstWord(bare)
  if (
    !isTerm(bare) ||
    wordCount(bare) > 4 ||
    /[,;:]/.test(bare) ||
    /\b(?:and|or|with|using|of|in|that|is|are)\b/i.test(bare) ||
    isFunctionWord(first)
  )
    return undefined
  if (link === 'to' && baseVerb(firstWord(after)) === undefined) return undefined
  if (
    shapeOf(bare) === 'past' ||
    shapeOf(bare) === 'imperative' ||
    (pastBase(first) !== undefined && baseVerb(first) === undefined && !bare.startsWith('`'))
  )
    return undefined
  if (
    gerundBase(first) !== undefined ||
    /^(?:need|how|when|ability|great|good|best|useful|ideal|perfect|alternative|support|care|time|way|ways|techniques?|strategies|practices|basics|tips|understanding|responsible|ready|able|simple|easy|easier|important|essential|necessary)$/i.test(
      bare,
    ) ||
    /^(?:great|good|useful|ideal|best|perfect|essential|easy|proper|more|better)\b/i.test(bare)
  )
    return undefined
  if (wordCount(after) < 2 && !/ing$|tion$/.test(after)) return undefined
  if (
    /^(?:all|the|my|our|this|future|each)\b/i.test(after) ||
    /\b(?:concepts?|techniques|strategies|best practices)$/i.test(bare)
  )
    return undefined
  if (wordCount(bare) === 1 && isNounToo(bare) && /^\p{Lu}\p{Ll}+$/u.test(bare)) return undefined
  if (isKind(bare) && !/\s\p{Lu}/u.test(` ${bare.slice(first.length)}`)) return undefined
  const general =
    wordCount(bare) === 1 &&
    !/`|\p{Lu}.*\p{Lu}|[.\d]/u.test(bare) &&
    !isPlural(bare) &&
    statement.subject !== '' &&
    !/^\p{Lu}/u.test(bare)
  const named = general ? `${bare} (${statement.subject})` : bare
  return [
    ...(expansion === undefined ? [] : [expansion]),
    { kind: 'purpose', use: 'purpose', term: named, statement: link === 'to' ? `to ${after}` : after },
  ]
}

const bareTerm = (term: string): string =>
  term.replace(/^(?:an?|the|some)\s+/i, '').replace(/^(?:built-in|custom)\s+/i, '')
