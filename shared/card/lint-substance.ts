import { atSpaces, contentStems, wordCount } from '../basics/text.ts'
import { exactSigns, holdsSigns } from '../english/exact-signs.ts'
import { isNounToo } from '../english/imperative.ts'
import { topicOf } from '../english/topics.ts'
import { baseVerb } from '../english/verbs.ts'
import { isCommonplace, lauds } from './empty-words.ts'
import { type Rule, reason, withoutCode } from './lint-rule.ts'

/** A stem that also joins a noun with its verb: "document" and "documentation", "depend" and "dependency". */
const root = (word: string): string =>
  word
    .toLowerCase()
    .replace(
      /(?:ationally|ational|ations?|ments?|enc(?:y|ies)|ently|ents?|abl[ey]|ibl[ey]|ability|ibility|ively|ives?|ing|edly|ied|ies|ed|ers?|es|ly|s|e|y)$/,
      '',
    )
    .slice(0, 9)

/** Questions that ask for a deed, a kind or an effect; definitions and uses are judged elsewhere. */
const asksForSubstance =
  /^(?:What kind of .+ should you|What (?:do|does) .+ (?:involve|enable|ensure|lead to|include|encourage|promote|improve|boost|support)\?|What helps with|What is good practice for|How should you|Why |In .+, why )/

/** An answer says something. */
export const statesNothing: Rule = ({ back, answer }, { written }) => {
  // "C" and "<=" answer what an author asked, though no word is left of them.
  const signs = written ? exactSigns(back) : ''
  return answer.length === 0 && signs === '' && !/\p{N}|`/u.test(back)
    ? reason('states_nothing', 'The answer states nothing.')
    : undefined
}

/** An answer says something that the question does not. */
export const empty: Rule = (card, context) => {
  const nothing = statesNothing(card, context)
  if (nothing !== undefined) return nothing
  const { front, back, question, answer } = card
  const spelled = /\sstand for\?$/.test(front)
  return answer.length > 0 &&
    holdsSigns(front, context.written ? exactSigns(back) : '') &&
    answer.every((word) => (!spelled && context.concept.has(word)) || question.includes(word))
    ? reason('repeats_question', 'The answer only repeats the question.')
    : undefined
}

/** "More robust, reliable and maintainable applications", "Regularly update packages": nothing new is said. */
export const platitude: Rule = ({ front, back }) => {
  if (!asksForSubstance.test(front) || /[`\d“(]/.test(back)) return undefined
  const asked = new Set(contentWords(front).map(root))
  const answer = contentWords(back)
  const repeats = (word: string): boolean => asked.has(root(word))
  const news = answer.filter((word) => !lauds(word) && !isCommonplace(word) && !repeats(word))
  const ordered = /\b(?:before|after|without|never|instead|not|until|only)\b/i.test(back)
  const little =
    news.length === 0 || (news.length === 1 && answer.some((word) => lauds(word) || repeats(word)))
  const single = answer.length === 1 && !answer.some(lauds)
  return little && !single && !ordered
    ? reason('says_little', 'The answer praises or repeats more than it tells.')
    : undefined
}

/** The words of a text that carry meaning, as they are written. */
const contentWords = (text: string): string[] =>
  atSpaces(
    withoutCode(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}'-]+/gu, ' '),
  )
    .map((word) => word.replace(/^[-']+|[-']+$/g, ''))
    .filter((word) => contentStems(word).length > 0)

/** Kinds that have dozens of members: a few of them are no answer of their own. */
const openKinds =
  /\b(?:concepts?|measures|practices|principles|skills|techniques|patterns|strategies|concerns)(?: in \S+)?\.$/

/** "Name two security measures": which two, only the note knows. What an owner limits ("… of REST APIs") stays. */
export const openList: Rule = ({ front }) => {
  const open =
    /^Which \p{Ll}+ topics belong to /u.test(front) ||
    (openKinds.test(front) && !/^Name the |\s(?:of|for|to|from|against|with|that)\s/.test(front))
  return open ? reason('open_list', 'Many other answers would be just as right.') : undefined
}

/** "What is `h` used for?": a sign of one or two letters means nothing without its place. */
export const lonelySign: Rule = ({ front }) =>
  /^What (?:is|does|are) `-{0,2}\p{L}{1,2}` (?:used for|do|mean)/u.test(front)
    ? reason('no_context', 'The question does not say where the sign is used.')
    : undefined

/** "What do Data & APIs include?": a heading that joins two things has no parts of its own. */
export const joinedHeading: Rule = ({ front }) =>
  /^What do .+ (?:&|and) .+ include\?$/.test(front) && wordCount(front) <= 9
    ? reason('section_as_subject', 'The question asks about a part of the note, not about a thing.')
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
