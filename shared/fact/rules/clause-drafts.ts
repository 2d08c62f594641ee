import { singular, wordCount } from '../../basics/text.ts'
import { isGeneralNoun } from '../../english/general-nouns.ts'
import { readClause } from '../../english/read-clause.ts'
import { cutTails, effectOf } from './tails.ts'
import { isAcronym } from './terms.ts'
import { thirdPersonBase } from '../../english/verbs.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'

/** A feature of one application, not what a term means. */
const ofSomeApp =
  /^(?:the\s+)?(?:users?|customers?|admins?|buyers?|sellers?|visitors?|members?)\s+(?:can|may|will)\s/i

/**
 * A sentence that only speaks of its term, and does not explain it: it names the term again, tells what one can use it for,
 * or stands below letters that it does not spell out.
 */
function speaksOfIt(term: string, text: string): boolean {
  const bare = term.replace(/\s*\([^)]*\)/g, '').trim()
  const last = singular((bare.split(' ').at(-1) ?? '').toLowerCase())
  const subject = readClause(`${text}.`)?.subject.toLowerCase().split(' ') ?? []
  return (
    ` ${text.toLowerCase()} `.includes(` ${bare.toLowerCase()} `) ||
    subject.some((word) => singular(word) === last) ||
    /\bcan (?:also |often )?be (?:made|performed|used)\b/i.test(text) ||
    isAcronym(bare) ||
    (!bare.includes(' ') && isGeneralNoun(bare))
  )
}

/** What a full sentence states about its term: an effect, or what it is. */
export function clauseDrafts(term: string, text: string, repeated: boolean, statement: Statement): Draft[] {
  // Among advice a sentence about a duty says that it matters, hardly ever why.
  if (statement.section === 'trouble' || statement.section === 'practice' || ofSomeApp.test(text)) return []
  const acts = text.toLowerCase().startsWith(`${term.toLowerCase()} `)
    ? /^(\p{L}+)\s+(.+)$/u.exec(text.slice(term.length + 1))
    : null
  const base = thirdPersonBase(acts?.[1] ?? '')
  if (
    base !== undefined &&
    acts?.[2] !== undefined &&
    !/^(?:to|on|up|with|as|by|from|for|into|in|at|of|is|are)\s/i.test(acts[2])
  ) {
    // What it involves or includes is a list of topics.
    if (/^(?:comprise|contain|cover|include|involve)$/.test(base)) return []
    const { core, drafts } = cutTails(term, acts[2])
    return [effectOf(term, base, core), ...drafts]
  }
  const { core, drafts } = cutTails(term, text)
  if (speaksOfIt(term, core)) return [...drafts]
  return wordCount(core) < 3 || (repeated && core === '')
    ? [...drafts]
    : [{ kind: 'definition', term, statement: core }, ...drafts]
}
