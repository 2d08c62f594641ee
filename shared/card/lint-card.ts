import { contentStems, wordCount } from '../basics/text.ts'
import { sectionKind } from '../note/section-words.ts'
import type { LintReason } from './card.ts'
import { empty, joinedHeading, lonelySign, openList, platitude, runTogether } from './lint-substance.ts'
import { atomic, clozeGap, length, listSize, residue, wellFormed } from './lint-form.ts'
import {
  type Lintable,
  type LintContext,
  type Rule,
  gap,
  reason,
  withoutCode,
  withoutPlace,
} from './lint-rule.ts'

/** The mechanical rules for a good card. Clean cards are ready; a card with a reason waits for its owner. */
export function lintCard(card: Lintable, context: LintContext): LintReason[] {
  const rules = context.written ? writtenRules : allRules
  const { kind, front, back } = card
  const stemmed = {
    kind,
    front,
    back,
    question: contentStems(withoutPlace(front)),
    answer: contentStems(back),
  }
  return rules.flatMap((rule) => rule(stemmed, context) ?? [])
}

const leak: Rule = ({ kind, front, answer }) => {
  const question = new Set(contentStems(withoutPlace(front).replace(gap, ' ')))
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
  /\b(?:I(?!\/O\b)|I['’]m|I['’]ve|my|My|we|We|our|Our|me|us)\b/.test(`${front} ${back}`)
    ? reason('first_person', 'The card speaks of its author (I, we, my).')
    : undefined

const subject: Rule = ({ kind, front }) => {
  const place = /^In “([^”]+)”,/.exec(front)?.[1]
  if (place !== undefined && sectionKind(place) !== 'subject')
    return reason('section_as_subject', 'The question asks about a part of the note, not about a thing.')
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
  platitude,
  openList,
  lonelySign,
  joinedHeading,
  runTogether,
]
const writtenRules: readonly Rule[] = [empty, atomic, length, impersonal, residue, listSize, clozeGap]
