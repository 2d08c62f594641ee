import { holdsAny } from '../../basics/first-answer.ts'
import { atSpaces, isFunctionWord, wordCount } from '../../basics/text.ts'
import { asidesIn } from '../../english/asides.ts'
import type { Draft } from '../fact.ts'
import { isClause } from '../../english/clause.ts'
import { isPlural } from '../../english/nouns.ts'
import { firstWord, trimEnd, withoutAsides } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { isNounToo } from '../../english/imperative.ts'
import { isKind } from '../../english/kinds.ts'
import { isOwnName } from '../../english/is-name.ts'
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
        /^(?:use|when|how|why)$/i.test(word) ||
        isFunctionWord(word) ||
        (isVerbForm(word) && !/ation$|ing$/.test(word))
      )
        break
      term.unshift(word)
    }
    if (term.length > 0 && !/^(?:for\s+)?(?:all|each|every|the|my|our|this)\b/i.test(inside))
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
  // "Use the list of given keys to …" is a step of some procedure.
  if (/\s(?:of|that|from)\s/.test(term) || isFunctionWord(firstWord(term))) return undefined
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
  const found = /^(.{2,60}?)\s+(for|to)\s+(.{5,})$/.exec(withoutAsides(text))
  if (found?.[1] === undefined || found[3] === undefined) return undefined
  if (statement.section === 'trouble' || !statement.listed) return undefined
  const [, before, link, use] = found
  if (isClause(text) || insideAside.test(before)) return undefined
  const { term, expansion } = readTerm(before)
  const named = nameOf(bareTerm(term))
  if (holdsAny(namesNoThing, named) || saysNoUse(use, link)) return undefined
  // "Lead pipes to supply water", "a craze for cycling": only a name before "for" is surely a thing with its use.
  if (!isOwnName(named.bare)) return undefined
  return [
    ...(expansion === undefined ? [] : [expansion]),
    {
      kind: 'purpose',
      use: 'purpose',
      term: isGeneral(named, statement) ? `${named.bare} (${statement.subject})` : named.bare,
      statement: link === 'to' ? `to ${use}` : use,
    },
  ]
}

/** "caching (used" of "caching (used for …)". */
const insideAside = /\([^)]*$/

/** What stands before "for", as the name of a thing. */
interface Named {
  readonly bare: string
  readonly first: string
  readonly words: number
}

const nameOf = (bare: string): Named => ({ bare, first: firstWord(bare), words: wordCount(bare) })

/** "Redis, Celery", "setting up Redis": more than a name. */
const isPhrase = ({ bare, first, words }: Named): boolean =>
  !isTerm(bare) ||
  words > 4 ||
  /[,;:]/.test(bare) ||
  /\b(?:and|or|with|using|of|in|that|is|are)\b/i.test(bare) ||
  isFunctionWord(first)

/** "Added indexes", "Add indexes", "Adding indexes". */
const isDeed = ({ bare, first }: Named): boolean =>
  shapeOf(bare) === 'past' ||
  shapeOf(bare) === 'imperative' ||
  (pastBase(first) !== undefined && baseVerb(first) === undefined && !bare.startsWith('`')) ||
  gerundBase(first) !== undefined

/** "Great", "Tips", "The best way". */
const isJudgement = ({ bare }: Named): boolean => judgement.test(bare) || judged.test(bare)

const judgement =
  /^(?:need|how|when|ability|great|good|best|useful|ideal|perfect|alternative|support|care|time|way|ways|techniques?|strategies|practices|basics|tips|understanding|responsible|ready|able|simple|easy|easier|important|essential|necessary)$/i
const judged = /^(?:great|good|useful|ideal|best|perfect|essential|easy|proper|more|better)\b/i

/** "Caching strategies". */
const isCollection = ({ bare }: Named): boolean =>
  /\b(?:concepts?|techniques|strategies|best practices)$/i.test(bare)

/** "Test for errors": one capital word that is a verb too. */
const mayOrder = ({ bare, words }: Named): boolean =>
  words === 1 && isNounToo(bare) && /^\p{Lu}\p{Ll}+$/u.test(bare)

/** "framework", "a tool": a kind without a name. */
const isBareKind = ({ bare, first }: Named): boolean =>
  isKind(bare) && !/\s\p{Lu}/u.test(` ${bare.slice(first.length)}`)

/** What stands there names no thing that has a use. */
const namesNoThing: readonly ((named: Named) => boolean)[] = [
  isPhrase,
  isDeed,
  isJudgement,
  isCollection,
  mayOrder,
  isBareKind,
]

/** "to the client" is a direction, "for users" too little, "for all my models" the author's own. */
function saysNoUse(use: string, link: string | undefined): boolean {
  if (link === 'to' && baseVerb(firstWord(use)) === undefined) return true
  if (wordCount(use) < 2 && !/ing$|tion$/.test(use)) return true
  return /^(?:all|the|my|our|this|future|each)\b/i.test(use)
}

/** "signal" is one of many: only its subject says which. */
const isGeneral = ({ bare, words }: Named, { subject }: Statement): boolean =>
  words === 1 &&
  !/`|\p{Lu}.*\p{Lu}|[.\d]/u.test(bare) &&
  !isPlural(bare) &&
  subject !== '' &&
  !/^\p{Lu}/u.test(bare)

const bareTerm = (term: string): string =>
  term
    .replace(/^(?:an?|the|some)\s+/i, '')
    .replace(/^(?:built-in|custom)\s+/i, '')
    // "Redis integration" is Redis, put to use.
    .replace(/^(\p{Lu}\S*)\s(?:implementation|integration|setup|support|usage)s?$/iu, '$1')
