import { capitalise, contentStems, wordCount } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import { isActivity, isPlural } from '../fact/nouns.ts'
import { firstWord, trimEnd } from '../fact/phrase.ts'
import { shapeOf } from '../fact/shape.ts'
import { thirdPersonBase, toGerundForm } from '../fact/verbs.ts'
import { answer, be, does, inner, numberWord } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** "What is X?", and the way back where the definition fits one term only. */
export function definitionCards(fact: Fact): Proposal[] {
  const { term, spoken } = fact
  const back = answer(fact.statement)
  if (fact.slot === 'kind')
    return [
      {
        kind: 'basic',
        slot: '',
        front: `What kind of ${fact.cue} ${be(term)} ${spoken}?`,
        back,
        accepted: fact.variants,
        score: 8,
      },
    ]
  const front =
    shapeOf(fact.statement) === 'clause'
      ? `What ${does(term)} ${bareSpoken(spoken)} mean?`
      : `What ${be(term)} ${spoken}?`
  const cards: Proposal[] = [
    { kind: 'basic', slot: '', front, back, accepted: fact.variants.map(answer), score: 10 },
  ]
  const specific =
    /\b(?:that|which|where|in which|whose|when|by|without|from)\b/.test(back) &&
    contentStems(back).length >= 5
  if (specific && wordCount(back) <= 18 && wordCount(term) <= 4) {
    cards.push({
      kind: 'reverse',
      slot: '',
      front: `What is the term for “${trimEnd(inner(fact.statement))}”?`,
      back: term,
      accepted: fact.aliases,
      score: 5,
    })
  }
  return cards
}

/** "What does TTL stand for?" and the way back. */
export function expansionCards(fact: Fact): Proposal[] {
  return [
    {
      kind: 'basic',
      slot: '',
      front: `What ${isPlural(fact.term) ? 'do' : 'does'} ${fact.term} stand for?`,
      back: fact.statement,
      accepted: fact.variants,
      score: 12,
    },
    {
      kind: 'reverse',
      slot: '',
      front: `What is the abbreviation of “${fact.statement}”?`,
      back: fact.term,
      score: 8,
    },
  ]
}

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
    return [{ kind: 'basic', slot: '', front: `What ${be(term)} ${spoken} about?`, back, accepted, score: 8 }]
  if (fact.slot === 'fit')
    return [
      {
        kind: 'basic',
        slot: '',
        front: `What ${be(term)} ${spoken} a good fit for?`,
        back,
        accepted,
        score: 8,
      },
    ]
  if (fact.slot === 'as')
    return [
      { kind: 'basic', slot: '', front: `What ${be(term)} ${spoken} used as?`, back, accepted, score: 8 },
    ]
  const front =
    shape === 'infinitive' || shape === 'third'
      ? `What is the purpose of ${spoken}?`
      : shape === 'gerund' && isActivity(term)
        ? `What ${does(term)} ${spoken} involve?`
        : shape === 'clause'
          ? `What is the purpose of ${spoken}?`
          : `What ${be(term)} ${spoken} used for?`
  return [{ kind: 'basic', slot: '', front, back, accepted, score: 9 }]
}

/** "What does X encourage?" */
export function effectCards(fact: Fact): Proposal[] {
  const verb = fact.slot === '' ? 'do' : fact.slot
  return [
    {
      kind: 'basic',
      slot: '',
      front: `What ${does(fact.term)} ${fact.spoken} ${verb}?`,
      back: answer(fact.statement),
      accepted: fact.variants.map(answer),
      score: fact.slot === '' ? 9 : 8,
    },
  ]
}

/** "What is a benefit of X?" */
export function aspectCards(fact: Fact): Proposal[] {
  const { term, spoken, slot, cue } = fact
  if (slot === 'tool' || slot === 'tools') return toolCards(fact)
  const back = answer(
    /^(?:benefit|strength|drawback|risk|trade-off)$/.test(slot) && shapeOf(fact.statement) === 'third'
      ? (thirdToGerund(fact.statement) ?? fact.statement)
      : fact.statement,
  )
  const front =
    slot === 'importance'
      ? `Why ${does(term)} ${spoken} matter?`
      : slot === 'cover'
        ? `What ${does(term)} ${spoken} cover?`
        : slot.startsWith('why ')
          ? `${slot.charAt(0).toUpperCase()}${slot.slice(1)}?`
          : /^(?:benefit|strength|drawback|risk|trade-off)$/.test(slot) && (cue === '' || isNounPhrase(term))
            ? `What is a ${slot} of ${spoken}?`
            : cue === '' && /^(?:how|what|when|where|who|which)\s/i.test(slot)
              ? `${slot.charAt(0).toUpperCase()}${slot.slice(1)}?`
              : columnQuestion(fact)
  return [{ kind: 'basic', slot: '', front, back, accepted: fact.variants.map(answer), score: 8 }]
}

/** "Which tool is used for X?" or "Name two tools for X." */
function toolCards(fact: Fact): Proposal[] {
  const task = inner(fact.term)
  if (fact.items.length > 1)
    return [
      {
        kind: 'list_recall',
        slot: '',
        front: `Name ${numberWord(fact.items.length)} tools for ${task}.`,
        back: fact.items.join('\n'),
        score: 8,
      },
    ]
  return [
    {
      kind: 'basic',
      slot: '',
      front: `Which tool is used for ${task}?`,
      back: fact.statement,
      accepted: fact.variants,
      score: 8,
    },
  ]
}

/** "Avoiding X" from "Avoids X". */
function thirdToGerund(text: string): string | undefined {
  const first = firstWord(text)
  const base = thirdPersonBase(first)
  if (base === undefined) return undefined
  const gerund = toGerundForm(base)
  return gerund.charAt(0).toUpperCase() + gerund.slice(1) + text.slice(first.length)
}

const bareSpoken = (spoken: string): string => spoken.replace(/^an? /, '')

/** A column heading as a question about the row. */
function columnQuestion({ slot, term, spoken, cue }: Fact): string {
  if (slot.startsWith('in terms of '))
    return `${capitalise(cue)} “${capitalise(slot.slice('in terms of '.length))}”, what is true of ${spoken}?`
  const answers = /^(\p{L}+) (?:it|they) (\p{L}+)$/u.exec(slot)
  if (answers?.[1] !== undefined && answers[2] !== undefined && isNounPhrase(term))
    return `Which ${answers[1]} ${does(term)} ${spoken} ${thirdPersonBase(answers[2]) ?? answers[2]}?`
  const row = cue === '' ? '' : `${capitalise(cue)} ${quoted(term)}`
  if (/^what (?:is|are)\s/i.test(slot)) return `${row}, ${slot.toLowerCase()}?`
  const possessed = /^\S+['’]s\s/.test(slot)
  if (possessed || isNounPhrase(term)) {
    const link = possessed ? (linkOf(slot) ?? 'for') : linkOf(slot)
    if (link !== undefined) return `What ${be(slot)} ${possessed ? '' : 'the '}${slot} ${link} ${spoken}?`
  }
  return cue === 'for' || row === ''
    ? `What ${be(slot)} the ${slot} for ${quoted(term)}?`
    : `${row}, what ${be(slot)} the ${slot}?`
}

const quoted = (term: string): string => (/^`[^`]+`$/.test(term) ? term : `“${term}”`)

/** The preposition that a column's noun takes before what it belongs to; undefined for other nouns. */
function linkOf(column: string): string | undefined {
  const noun = column.split(' ').at(-1) ?? ''
  if (/\b(?:of|for|in|to|on|with)\b/.test(column)) return undefined
  if (/^(?:defen[cs]e|protection|countermeasure|mitigation)s?$/.test(noun)) return 'against'
  if (
    /^(?:remedy|remedies|cure|fix|fixes|tool|tools|solution|replacement|command|syntax|default)$/.test(noun)
  )
    return 'for'
  return /^(?:aim|advantage|cause|complexity|consequence|cost|disadvantage|drawback|effect|goal|guarantee|implementation|limit|limitation|meaning|mechanism|price|purpose|requirement|result|risk|role|size|strength|weakness|weaknesses)s?$/.test(
    noun,
  )
    ? 'of'
    : undefined
}

/** True for a first cell that can stand in a sentence: a noun, not "Vertical", "Read-through" or a long phrase. */
function isNounPhrase(term: string): boolean {
  const last = term.split(' ').at(-1) ?? ''
  if (/^`[^`]+`$/.test(term)) return true
  return (
    wordCount(term) <= 4 &&
    !/\s(?:of|in|for|with|on|to|by|from|at|per|that|which|when|and|or)\s/.test(term) &&
    !/-/.test(last) &&
    !/(?:al|ic|ive|able|ed|ary|less|ful)$/.test(last)
  )
}

/** "How does X differ from Y?" */
export function comparisonCards(fact: Fact): Proposal[] {
  return [
    {
      kind: 'basic',
      slot: '',
      front: `How ${does(fact.term)} ${fact.spoken} differ from ${fact.slot}?`,
      back: answer(fact.statement),
      score: 8,
    },
  ]
}
