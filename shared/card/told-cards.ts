import { assertNever } from '../basics/brand.ts'
import { capitalise } from '../basics/text.ts'
import type { FactOf, ToldClause } from '../fact/fact.ts'
import { trimEnd } from '../english/phrase.ts'
import { baseOfPast, baseOfThird } from '../english/verbs-only.ts'
import { isAuxiliary } from '../english/word-classes.ts'
import { basic } from './kinds/basic.ts'
import { inTool, placed } from './place-of-term.ts'
import type { Proposal } from './proposal.ts'

/** What a sentence of running text tells, asked by a question made of its own words. */
export function toldCards(fact: FactOf<'told'>): Proposal[] {
  const asked = toldQuestion(fact)
  if (asked === undefined) return []
  const { about = '' } = fact
  const question =
    about === ''
      ? placed(inTool(fact), asked)
      : placed(about.endsWith(',') ? `${about} ` : `${about}: `, asked)
  const back = capitalise(trimEnd(fact.statement))
  return [{ content: basic(question, back), accepted: fact.variants, score: 9 }]
}

function toldQuestion({ asked, spoken }: FactOf<'told'>): string | undefined {
  switch (asked.kind) {
    case 'reason':
      return asks('Why', asked.clause)
    case 'value':
      return `What ${asked.clause.verb} ${asked.clause.subject}?`
    case 'cause':
      return `What ${asked.effect}?`
    case 'outcome':
      return asked.topic === ''
        ? `What happens ${asked.condition}?`
        : `${asked.topic}: what happens ${asked.condition}?`
    case 'object':
      return asks('What', asked.clause)
    case 'time':
      return asks('When', asked.clause)
    case 'alias':
      return `What is another name for ${spoken}?`
    case 'name':
      return `What ${asked.clause.verb} ${asked.clause.subject} called?`
    case 'circumstance':
      return asks(asked.word, asked.clause)
    case 'change':
      return asks('How', affecting(asked.clause))
    case 'doer':
      return `${asked.word} ${asked.deed}?`
    case 'amount':
      return `How many ${asked.noun} ${asked.deed}?`
    default:
      return assertNever(asked)
  }
}

function asks(word: string, clause: ToldClause): string | undefined {
  const inverted = invert(clause)
  return inverted === undefined ? undefined : `${word} ${inverted}?`
}

/** "can lower", "lowered" as the same verb group with "affect". */
function affecting(clause: ToldClause): ToldClause {
  const [first = '', ...others] = clause.verb.split(' ')
  if (others.length > 0) return { ...clause, verb: `${first} affect` }
  const isPast = !clause.plural && baseOfThird(first) === undefined && baseOfPast(first) !== undefined
  return {
    ...clause,
    verb: isPast || first.endsWith('ed') ? 'affected' : clause.plural ? 'affect' : 'affects',
  }
}

/** "is water polar", "must a judge give", "does sodium dissolve in water": the order of words in a question. */
function invert({ subject, verb, rest, plural }: ToldClause): string | undefined {
  const [first = '', ...others] = verb.split(' ')
  const tail = rest === '' ? '' : ` ${rest}`
  if (isAuxiliary(first)) {
    // "has many uses": no auxiliary, but the verb of the clause.
    if (/^(?:has|have|had|do|does|did)$/.test(first) && others.length === 0)
      return first === 'had' || first === 'did'
        ? `did ${subject} ${first === 'had' ? 'have' : 'do'}${tail}`
        : `${plural ? 'do' : 'does'} ${subject} ${first.startsWith('ha') ? 'have' : 'do'}${tail}`
    const negative = /^(?:cannot|\p{L}+n['’]t)$/u.test(first)
    const opened = negative ? positive(first) : first
    return [opened, subject, ...(negative ? ['not'] : []), ...others].join(' ') + tail
  }
  const third = baseOfThird(first)
  if (third !== undefined) return `${plural ? 'do' : 'does'} ${subject} ${third}${tail}`
  const past = baseOfPast(first)
  if (past !== undefined && past !== first) return `did ${subject} ${past}${tail}`
  return plural ? `do ${subject} ${first}${tail}` : undefined
}

const positive = (negative: string): string =>
  ({ cannot: 'can', "can't": 'can', "won't": 'will' })[negative] ?? negative.replace(/n['’]t$/, '')
