import { capitalise, contentStems, wordCount } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import { oneUse } from '../fact/rules/from-use.ts'
import { isActivity, isPlural } from '../english/nouns.ts'
import { trimEnd, withoutAsides } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { baseVerb, toGerundForm } from '../english/verbs.ts'
import { inTool, placed } from './place-of-term.ts'
import { answer, be, does, numberWord } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** A gerund or an infinitive answers what something is used for; an activity involves it. */
export function purposeCards(fact: Fact): Proposal[] {
  const { term, spoken } = fact
  const shape = shapeOf(fact.statement)
  const statement =
    shape === 'imperative'
      ? `To ${fact.statement.charAt(0).toLowerCase()}${fact.statement.slice(1)}`
      : fact.statement
  const back = answer(statement)
  const accepted = fact.variants.map(answer)
  if (fact.slot === 'about')
    return [
      { kind: 'basic', slot: '', front: `What ${be(spoken)} ${spoken} about?`, back, accepted, score: 8 },
    ]
  if (fact.slot === 'fit')
    return [
      {
        kind: 'basic',
        slot: '',
        front: `What ${be(spoken)} ${spoken} a good fit for?`,
        back,
        accepted,
        score: 8,
      },
    ]
  if (fact.slot === 'as')
    return [
      { kind: 'basic', slot: '', front: `What ${be(spoken)} ${spoken} used as?`, back, accepted, score: 8 },
    ]
  if (fact.cue === oneUse)
    return [
      {
        kind: 'basic',
        slot: '',
        front: `What can ${spoken} be used for?`,
        back: answer(asUse(fact.statement)),
        accepted,
        score: 8,
      },
      ...usesCards(fact),
    ]
  const front =
    shape === 'infinitive' || shape === 'third'
      ? `What is the purpose of ${spoken}?`
      : shape === 'gerund' && (isActivity(term) || wayOfWorking.test(term))
        ? `What ${does(spoken)} ${spoken} involve?`
        : shape === 'clause'
          ? `What is the purpose of ${spoken}?`
          : `What ${be(spoken)} ${spoken} used for?`
  const key = /^`[^`]+`$/.test(term) ? inTool(fact) : ''
  return [
    { kind: 'basic', slot: '', front: placed(key, front), back, accepted, score: 9 },
    ...usesCards(fact),
  ]
}

/** Names of ways to work: what they are about is what one does. */
const wayOfWorking =
  /\b(?:approach|contracts?|methods?|methodology|patterns?|principles?|techniques?|fixtures|testing)$/i

/** Notes that name different uses of one thing give a list of them. */
function usesCards({ statement, variants, term, spoken }: Fact): Proposal[] {
  const uses: string[] = []
  for (const text of [statement, ...variants].map((use) => trimEnd(withoutAsides(use)))) {
    const stems = contentStems(text)
    const isNew = uses.every((use) => sharedShare(contentStems(use), stems) <= 0.2)
    if (shapeOf(text) === 'gerund' && wordCount(text) <= 10 && stems.length >= 2 && isNew) uses.push(text)
  }
  if (uses.length < 2 || uses.length > 5) return []
  const count = numberWord(uses.length)
  const front = isActivity(term)
    ? `Name ${count} things that ${spoken} ${isPlural(spoken) ? 'involve' : 'involves'}.`
    : `Name ${count} uses of ${spoken}.`
  return [{ kind: 'list_recall', slot: 'uses', front, back: uses.map(capitalise).join('\n'), score: 7 }]
}

/** How much of the shorter text the longer one says too. */
function sharedShare(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b)
  return a.filter((stem) => other.has(stem)).length / Math.max(1, Math.min(a.length, b.length))
}

/** "Designing schemas" from "to design schemas"; a deed with a second verb stays as it is. */
function asUse(text: string): string {
  const [, verb = '', rest = ''] = /^to (\p{Ll}+)(\s.+)$/u.exec(text) ?? []
  const second = /\b(?:and|or|then)\s+(?:\p{L}+ly\s+)?(\p{Ll}+)\s/u.exec(rest)?.[1] ?? ''
  return verb === '' || baseVerb(verb) !== verb || baseVerb(second) === second
    ? text
    : toGerundForm(verb) + rest
}
