import { contentStems, isFunctionWord, wordCount } from '../basics/text.ts'
import { countOfNoun } from '../english/count-noun.ts'
import { isUsedThing } from '../english/used-things.ts'
import { withoutNumerals } from '../english/impersonal.ts'
import { isPlural } from '../english/nouns.ts'
import { sectionKind } from '../note/section-words.ts'
import { type Rule, reason, tellsNoNumber, withoutCode, withoutPlace } from './lint-rule.ts'

/** A question that is answered by a text must not say the text. */
export const answerInQuestion: Rule = ({ front, back, answer }) => {
  const question = new Set(contentStems(withoutPlace(front)))
  const share = answer.length === 0 ? 0 : answer.filter((word) => question.has(word)).length / answer.length
  return share > (answer.length > 2 ? 0.66 : 0.99) && tellsNoNumber(front, back)
    ? reason('answer_in_question', 'The question gives its answer away.')
    : undefined
}

/** Where a term is asked for, no word of it may be seen. */
export const answerVisible: Rule = ({ front, answer }) => {
  const question = [...new Set(contentStems(withoutPlace(front)))]
  const seen = answer.some(
    (word) =>
      word.length > 3 &&
      question.some(
        (other) => other === word || (other.length > 3 && (other.includes(word) || word.includes(other))),
      ),
  )
  return seen ? reason('answer_visible', 'A word of the answer is visible in the question.') : undefined
}

/** "Above pH 8.2", "below the surface": there it says where, and points at no other line. */
const aboveSomething =
  /\b(?:above|below)\s+(?=(?:\p{L}{1,3}\s+)?[-−~$€£]?\d|(?:the|an?|its|their|zero|freezing|average|sea level)\b)/giu

/** Nothing in the card points at what only its note shows. */
export const selfContained: Rule = ({ front, back }) => {
  const bare = withoutCode(front)
  if (
    /\b(?:this|these|those(?! (?:of|that|which|who|whose)\b)|above|below|following|here|the (?:program|project|course|author|repository|document|section)(?! of \p{Lu}))\b/iu.test(
      bare.replaceAll(aboveSomething, ' '),
    )
  )
    return reason('points_elsewhere', 'The question points at something outside the card.')
  if (
    /^(?:it|this|these|they|those(?! (?:that|which|who|whose|with|in|of)\b)|that|which)\b/i.test(back) &&
    !/^(?:it|they) (?:\p{Ll}+ ){1,2}(?:it|them)\b/iu.test(back) &&
    !/^it (?:is|lists|adds|makes|handles|packages|can|removes|reduces|saves)\b/i.test(back)
  )
    return reason(
      'starts_with_pronoun',
      'The answer begins with a pronoun that stands for something outside it.',
    )
  return undefined
}

/** A card speaks of its subject, not of its author; whom it quotes may speak of himself. */
export const impersonal: Rule = ({ front, back }) =>
  /(?<![\p{L}\p{M}\p{N}_])(?:I(?!\/O\b)|I['’]m|I['’]ve|my|My|we|We|our|Our|me|us)(?![\p{L}\p{M}\p{N}_])/u.test(
    withoutNumerals(inItsGap(front, back).replace(/“[^”]*”|"[^"]*"/g, ' ')),
  )
    ? reason('first_person', 'The card speaks of its author (I, we, my).')
    : undefined

/** A gap with what stands in it: "us" behind a number is a unit, wherever the gap begins. */
const inItsGap = (front: string, back: string): string =>
  front.includes('___') ? front.replace('___', () => back) : `${front} ${back}`

/** A place that the question names must be a thing, no part of the note. */
export const placeIsSubject: Rule = ({ front }) => {
  const place = /^In “([^”]+)”,/.exec(front)?.[1]
  return place !== undefined && sectionKind(place) !== 'subject'
    ? reason('section_as_subject', 'The question asks about a part of the note, not about a thing.')
    : undefined
}

/** "What is overview?" asks about a part of the note. */
export const subject: Rule = (card, context) => {
  const misplaced = placeIsSubject(card, context)
  if (misplaced !== undefined) return misplaced
  const asked =
    /^(?:what (?:is|are)|explain|describe|define)\s+(?:the (?:purpose|role|importance) of\s+)?(.+?)(?:\s+used for)?\??$/i.exec(
      card.front,
    )?.[1] ?? ''
  const generic =
    asked !== '' && wordCount(asked) <= 4 && sectionKind(asked) !== 'subject' && !/[“"`(]/.test(asked)
  return generic
    ? reason('section_as_subject', 'The question asks about a part of the note, not about a thing.')
    : undefined
}

/** "What is a merger?" may be told by an activity; what one uses, several things and a deed in words of its own may not. */
function canBeActivity(front: string): boolean {
  const asked = /^what is (?:an?\s|the\s)?([^?]+)\?$/i.exec(withoutPlace(front))?.[1]
  return asked !== undefined && !isUsedThing(asked) && !/^\p{L}+ing\s/iu.test(asked)
}

/** "Hamming distance", "boiling point of a metal": what is counted takes an article where something is done to it. */
function isCompound(back: string): boolean {
  const [, noun = '', next = ''] = /^\p{L}+ing\s+(\p{Ll}+)(?:\s+(\S+))?/u.exec(back) ?? []
  const isAlone = next === '' || isFunctionWord(next)
  return isAlone && noun !== '' && !isFunctionWord(noun) && isCountedOne(noun)
}

const isCountedOne = (noun: string): boolean => !isPlural(noun) && countOfNoun(noun) !== 'mass'

/** "What is X?" asks what it is, not what one does. */
export const rightQuestion: Rule = ({ front, back }) =>
  /^what (?:is|are) [^?]*\?$/i.test(front) &&
  !canBeActivity(front) &&
  !/\b(?:used|purpose|good practice|benefit|strength|drawback|risk|trade-off|role|pros|cons|advantages?|disadvantages?|causes?|symptoms?|(?:main|key|central) (?:idea|claim|aim|goal|task)|called|named|known as|\p{L}+ing(?= in\b|\?)|like(?=\?))\b/iu.test(
    front,
  ) &&
  /^(?:\p{L}+ing)\s+(?!of\b)(?:\p{L}|`)/u.test(back) &&
  !/^(?:string|thing|engineering|king|ring|spring|bring|during|nothing|anything|everything|something|pricing)\b/i.test(
    back,
  ) &&
  !isCompound(back)
    ? reason('wrong_question', 'An activity is no answer to “What is …?”.')
    : undefined

/** An answer says what the quoted lines say. */
export const grounded: Rule = ({ answer }, { source }) => {
  const inSource = answer.filter((word) => source.has(word)).length
  return answer.length > 0 && inSource / answer.length < 0.6
    ? reason('not_grounded', 'The answer is not what the quoted lines say.')
    : undefined
}
