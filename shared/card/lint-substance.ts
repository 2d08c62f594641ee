import { isContrastWord } from '../english/contrast-words.ts'
import { exactSigns, holdsSigns } from '../english/exact-signs.ts'
import { isNounToo } from '../english/imperative.ts'
import { lauds, toldBy } from '../english/news.ts'
import { topicOf } from '../english/topics.ts'
import { baseVerb } from '../english/verbs.ts'
import { type Rule, openAnswer, reason, tellsNoNumber } from './lint-rule.ts'

/** Questions that ask for an effect or a reason. */
const asksForSubstance =
  /^(?:What (?:do|does) .+ (?:do|mean|ensure|lead to|allow|enable)\?|What is an? \p{L}+ of |Why |In .+, why )/u

/** Questions that ask for a use: one plain word may answer them. */
const asksForUse =
  /^(?:What (?:is|are) .+ used for\?|What can .+ be used for\?|What is the purpose of |What (?:is|are) .+ a good fit for)/

/** Questions that a letter or a sign answers. */
const asksForSign =
  /^What (?:is|are) the (?:[\p{L}-]+ )?(?:abbreviation|formula|letter|notation|prefix|sign|suffix|symbol|unit)s? (?:of|for) /iu

/** An answer says something. */
export const statesNothing: Rule = ({ front, back, answer }, { written }) => {
  // "C", "<=" and "you" answer what an author asked, though no word of weight is left of them.
  const signs = written ? `${exactSigns(back)}${/\p{L}/u.test(back) ? back : ''}` : ''
  if (asksForSign.test(front) && /^\S{1,12}$/u.test(back)) return undefined
  return answer.length === 0 &&
    signs === '' &&
    !/\p{N}|`|\$|^O\(|\p{L}\s*[=<>≤≥≈→]\s*\S|^“[^”]+”$/u.test(back) &&
    !isContrastWord(back)
    ? reason('states_nothing', 'The answer states nothing.')
    : undefined
}

/** An answer says something that the question does not. */
export const empty: Rule = (card, context) => {
  const nothing = statesNothing(card, context)
  if (nothing !== undefined) return nothing
  const { front, back, question, answer } = card
  // Where the question does not name its concept, the concept may be what it asks for.
  const spelled =
    /\sstand for\?$/.test(front) || ![...context.concept].every((word) => question.includes(word))
  return answer.length > 0 &&
    tellsNoNumber(front, back) &&
    holdsSigns(front, context.written ? exactSigns(back) : '') &&
    answer.every((word) => (!spelled && context.concept.has(word)) || question.includes(word))
    ? reason('repeats_question', 'The answer only repeats the question.')
    : undefined
}

/** "More robust, reliable and maintainable applications", "Regularly update packages": nothing new is said. */
export const platitude: Rule = ({ front, back }) => {
  const forUse = asksForUse.test(front)
  if ((!forUse && !asksForSubstance.test(front)) || /[`\d“(]/.test(back)) return undefined
  const { words, news, echoes } = toldBy(back, front)
  const ordered = /\b(?:before|after|without|never|instead|not|until|only)\b/i.test(back)
  const little = news.length === 0 || (news.length === 1 && echoes && !forUse)
  const single = words.length === 1 && (forUse || !words.some(lauds))
  return little && !single && !ordered
    ? reason('says_little', 'The answer praises or repeats more than it tells.')
    : undefined
}

/** Kinds that have dozens of members: a few of them are no answer of their own. */
const openKinds =
  /\b(?:concepts?|measures|practices|principles|skills|techniques|patterns|strategies|concerns)(?: in \S+)?\.$/

/** "Name two security measures": which two, only the note knows. What an owner limits ("… of REST APIs") stays. */
export const openList: Rule = ({ front }) =>
  openKinds.test(front) && !/^Name the |\s(?:of|for|to|from|against|with|that)\s/.test(front)
    ? openAnswer
    : undefined

/** "What is `h` used for?": a sign of one or two letters means nothing without its place. */
export const lonelySign: Rule = ({ front }) =>
  /^What (?:is|does|are) `-{0,2}\p{L}{1,2}` (?:used for|do|mean)/u.test(front)
    ? reason('no_context', 'The question does not say where the sign is used.')
    : undefined

/** "… without parameters Optimize queries": an order in the middle of a text was a line of its own. */
export const runTogether: Rule = ({ front, back }) => {
  const joined = [
    ...`${front}\n${back}`.matchAll(/(?<!\p{L})\p{Ll}{2,} (\p{Lu}\p{Ll}{2,}) (?=\p{Ll})/gu),
  ].some(([, word = '']) => {
    const verb = word.toLowerCase()
    return baseVerb(verb) === verb && (verb === 'use' || !isNounToo(verb)) && topicOf(verb) === undefined
  })
  return joined ? reason('run_together', 'Two lines run together in the card.') : undefined
}
