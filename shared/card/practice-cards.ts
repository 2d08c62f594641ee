import { assertNever } from '../basics/brand.ts'
import { contentStems, wordCount } from '../basics/text.ts'
import type { FactOf } from '../fact/fact.ts'
import { basic } from './kinds/basic.ts'
import { isActivity, isPlural } from '../english/nouns.ts'
import { trimEnd } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { subjectOf } from '../fact/read/subject.ts'
import { placed } from './place-of-term.ts'
import { answer, inner } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** Advice is asked for its reason, its manner, or what it says to do. */
export function practiceCards(fact: FactOf<'best_practice'>): Proposal[] {
  const content = basic(adviceQuestion(fact), answer(fact.statement))
  return [{ content, accepted: fact.variants.map(answer), score: fact.asks === 'why' ? 10 : 8 }]
}

function adviceQuestion(fact: FactOf<'best_practice'>): string {
  const action = trimEnd(fact.action)
  const bare = action.replace(/^always\s+/i, '')
  switch (fact.asks) {
    case 'why':
      return askWhy(action, placeOf(fact.action, fact))
    case 'how':
      return `What does “${action}” mean in practice?`
    case 'when':
    case 'where':
      return placed(ofTerm(fact), `${fact.asks === 'when' ? 'When' : 'Where'} should you ${bare}?`)
    default:
      return assertNever(fact.asks)
  }
}

/** "In test-driven development, ": the activity that an advice belongs to, where its words do not name it. */
function ofTerm({ term, spoken, action, statement }: FactOf<'best_practice'>): string {
  const named = new Set(contentStems(`${action} ${statement}`))
  return isActivity(term) && !contentStems(term).some((stem) => named.has(stem)) ? `In ${spoken}, ` : ''
}

/** "Why cap the page size?", "In code review, why explain each request?", "Why should you not rebase shared branches?" */
function askWhy(action: string, place: string): string {
  const forbidden = /^(?:do not|don['’]t)\s+(.+)$/i.exec(action)?.[1]
  const asked =
    forbidden === undefined ? `Why ${action.replace(/^always\s+/i, '')}?` : `Why should you not ${forbidden}?`
  return place === '' ? asked : `In ${place}, ${asked.charAt(0).toLowerCase()}${asked.slice(1)}`
}

/** The heading's concept for advice of few plain words that do not name it. */
function placeOf(action: string, fact: FactOf<'best_practice'>): string {
  const subject = subjectOf((fact.sources[0]?.heading ?? []).slice(1))
  const said = inner(subject)
  const plain = wordCount(action) <= 3 && /^[\p{Ll}\s'’,-]+$/u.test(action)
  if (!plain || !/^\p{Ll}/u.test(said) || wordCount(said) > 3 || shapeOf(subject) !== 'noun') return ''
  const named = new Set(contentStems(action))
  return contentStems(subject).some((stem) => named.has(stem)) || isPlural(subject) ? '' : said
}
