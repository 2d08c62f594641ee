import { contentStems, wordCount } from '../basics/text.ts'
import { sectionKind } from '../note/section-words.ts'
import type { CardKind, LintReason } from './card.ts'

/** What a card is checked against. */
export interface LintContext {
  /** The stems of the concept's term. */
  readonly concept: ReadonlySet<string>
  /** The stems of the quoted source lines. */
  readonly source: ReadonlySet<string>
  /** True when the author wrote the card: its wording is theirs. */
  readonly written: boolean
}

/** What the rules read of a card. */
export interface Lintable {
  readonly kind: CardKind
  readonly front: string
  readonly back: string
}

/** A card with the stems that several rules ask for. */
interface Stemmed extends Lintable {
  readonly question: readonly string[]
  readonly answer: readonly string[]
}

type Rule = (card: Stemmed, context: LintContext) => LintReason | undefined

const gap = /_{3,}/g
const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, ' ')
const itemsOf = (back: string): string[] => back.split('\n').filter((item) => item.trim() !== '')
const reason = (code: string, sentence: string): LintReason => ({ code, sentence })

/** The mechanical rules for a good card. Clean cards are ready; a card with a reason waits for its owner. */
export function lintCard(card: Lintable, context: LintContext): LintReason[] {
  const rules = context.written ? writtenRules : allRules
  const { kind, front, back } = card
  const stemmed = { kind, front, back, question: contentStems(front), answer: contentStems(back) }
  return rules.flatMap((rule) => rule(stemmed, context) ?? [])
}

const empty: Rule = ({ back, kind, question, answer }, { concept }) => {
  if (answer.length === 0 && !/\p{N}|`/u.test(back))
    return reason('states_nothing', 'The answer states nothing.')
  return kind === 'basic' &&
    answer.length > 0 &&
    answer.every((word) => concept.has(word) || question.includes(word))
    ? reason('repeats_question', 'The answer only repeats the question.')
    : undefined
}

const atomic: Rule = ({ kind, back }) => {
  if (kind === 'list_recall') return undefined
  const bare = withoutCode(back)
  const many =
    /[.;!?]\s+[A-Z]/.test(bare) || bare.split(/\n|;/).filter((item) => item.trim() !== '').length > 3
  return many ? reason('several_facts', 'The answer holds more than one fact; split it.') : undefined
}

const length: Rule = ({ kind, front, back }) => {
  if (wordCount(front) > 30) return reason('question_too_long', 'The question has more than 30 words.')
  if (kind === 'list_recall')
    return itemsOf(back).some((item) => wordCount(item) > 12)
      ? reason('item_too_long', 'A list item has more than 12 words.')
      : undefined
  return wordCount(back) > 20 ? reason('answer_too_long', 'The answer has more than 20 words.') : undefined
}

const leak: Rule = ({ kind, front, answer }) => {
  const question = new Set(contentStems(front.replace(gap, ' ')))
  if (kind === 'reverse' || kind === 'cloze') {
    const seen = answer.some(
      (word) =>
        word.length > 3 &&
        (question.has(word) ||
          [...question].some((other) => other.length > 3 && (other.includes(word) || word.includes(other)))),
    )
    return seen ? reason('answer_visible', 'A word of the answer is visible in the question.') : undefined
  }
  const share = answer.length === 0 ? 0 : answer.filter((word) => question.has(word)).length / answer.length
  return share > (answer.length > 2 ? 0.66 : 0.99)
    ? reason('answer_in_question', 'The question gives its answer away.')
    : undefined
}

const selfContained: Rule = ({ front, back }) => {
  const bare = withoutCode(front)
  if (
    /\b(?:this|these|those|above|below|following|here|the (?:program|project|course|author|repository|document|section))\b/i.test(
      bare,
    )
  )
    return reason('points_elsewhere', 'The question points at something outside the card.')
  if (
    /^(?:it|this|these|they|those|that|which)\b/i.test(back) &&
    !/^it (?:is|lists|adds|makes|handles|packages|can|removes|reduces|saves)\b/i.test(back)
  )
    return reason(
      'starts_with_pronoun',
      'The answer begins with a pronoun that stands for something outside it.',
    )
  return undefined
}

const impersonal: Rule = ({ front, back }) =>
  /\b(?:I|I['’]m|I['’]ve|my|My|we|We|our|Our|me|us)\b/.test(`${front} ${back}`)
    ? reason('first_person', 'The card speaks of its author (I, we, my).')
    : undefined

const subject: Rule = ({ kind, front }) => {
  const asked =
    /^(?:what (?:is|are)|explain|describe|define)\s+(?:the (?:purpose|role|importance) of\s+)?(.+?)(?:\s+used for)?\??$/i.exec(
      front,
    )?.[1] ?? ''
  const generic =
    kind !== 'cloze' &&
    asked !== '' &&
    wordCount(asked) <= 4 &&
    sectionKind(asked) !== 'subject' &&
    !/[“"`(]/.test(asked)
  return generic
    ? reason('section_as_subject', 'The question asks about a part of the note, not about a thing.')
    : undefined
}

const wellFormed: Rule = ({ kind, front }) => {
  if (kind !== 'basic' && kind !== 'list_recall' && kind !== 'typed') return undefined
  const asks =
    /[?:.]\s*$/.test(front) &&
    /\b(?:what|which|how|why|when|where|who|name|list|give|define|explain|for which|in which)\b/i.test(front)
  const doubled = /\b(\p{L}{2,})\s+\1\b/iu.test(withoutCode(front))
  return asks && !doubled ? undefined : reason('not_a_question', 'The question is not well formed.')
}

const rightQuestion: Rule = ({ kind, front, back }) =>
  kind === 'basic' &&
  /^what (?:is|are) [^?]*\?$/i.test(front) &&
  !/\b(?:used|purpose|good practice|benefit|strength|drawback|risk|trade-off|role)\b/i.test(front) &&
  /^(?:\p{L}+ing)\s+(?!of\b)(?:\p{L}|`)/u.test(back) &&
  !/^(?:string|thing|engineering|king|ring|spring|bring|during|nothing|everything|something|pricing)\b/i.test(
    back,
  )
    ? reason('wrong_question', 'An activity is no answer to “What is …?”.')
    : undefined

const residue: Rule = ({ front, back }) => {
  const text = `${front}\n${back}`
  const bare = withoutCode(text)
  if (
    /\*\*|^#+ |\]\(|https?:\/\/|^\s*[-*•·]\s|^\d+[.)]\s|Challenge \d+/m.test(text) ||
    /\p{Extended_Pictographic}/u.test(text.replace(/[\d#*©®™↔↕↖-↙↩↪]/gu, ''))
  )
    return reason('residue', 'Markup, emoji, numbering or a link is left in the card.')
  if (
    /[–—:→-]\s*\??$/.test(front.trim()) ||
    /[,:;–—]$|\s(?:and|or|with|to|of|the|a|an|for|by|from|into|in)$/i.test(back.trim())
  )
    return reason('dangling', 'The card ends in a dangling separator.')
  const count = (sign: string): number => bare.split(sign).length - 1
  const unbalanced =
    count('(') !== count(')') ||
    count('[') !== count(']') ||
    count('“') !== count('”') ||
    (text.split('`').length - 1) % 2 === 1 ||
    count('"') % 2 === 1
  return unbalanced ? reason('unbalanced', 'A quote or bracket is not closed.') : undefined
}

const listSize: Rule = ({ kind, back }) => {
  if (kind !== 'list_recall') return undefined
  const count = itemsOf(back).length
  return count < 2 || count > 6 || back.includes(';')
    ? reason('list_size', 'A list to recall has two to six items.')
    : undefined
}

const clozeGap: Rule = ({ kind, front, back }) => {
  if (kind !== 'cloze') return undefined
  if ((front.match(gap) ?? []).length !== 1) return reason('gap_count', 'A cloze has exactly one gap.')
  if (wordCount(back) > 4) return reason('gap_too_long', 'The gap holds more than four words.')
  return wordCount(front.replace(gap, ' ')) < 5
    ? reason('little_context', 'There is too little left around the gap.')
    : undefined
}

const grounded: Rule = ({ kind, front, answer }, { source }) => {
  const said = kind === 'reverse' ? contentStems(front.replace(/^[^“]*/, '')) : answer
  const inSource = answer.filter((word) => source.has(word)).length
  return answer.length > 0 && inSource / answer.length < 0.6 && said.length > 0
    ? reason('not_grounded', 'The answer is not what the quoted lines say.')
    : undefined
}

const allRules: readonly Rule[] = [
  empty,
  atomic,
  length,
  leak,
  selfContained,
  impersonal,
  subject,
  wellFormed,
  rightQuestion,
  residue,
  listSize,
  clozeGap,
  grounded,
]
const writtenRules: readonly Rule[] = [
  empty,
  atomic,
  length,
  impersonal,
  wellFormed,
  residue,
  listSize,
  clozeGap,
]
