import { capitalise, contentStems, upTo, wordCount } from '../../basics/text.ts'
import { isEveryday } from '../../english/everyday-words.ts'
import { isGeneralNoun, namesSection } from '../../english/general-nouns.ts'
import { labelKind } from '../../english/labels.ts'
import { isNomenclature } from '../../english/nomenclature.ts'
import { isPlural } from '../../english/nouns.ts'
import { trimEnd } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { knownAsThird } from '../../english/verbs-only.ts'
import { isDeterminer } from '../../english/word-classes.ts'
import { sectionKind } from '../../note/section-words.ts'
import type { Asked, Draft, ToldClause } from '../fact.ts'
import { type Sentence, isPartOfText, topicFor } from '../read/sentence.ts'
import { inSentence, termOf } from './sentence-term.ts'

/** What a layout found in a sentence: what is asked, and the words that answer it. */
export interface Asking {
  readonly asked: Asked
  readonly statement: string
}

/** The question of a sentence, behind its topic where its own words do not name that. */
export function questionDraft(sentence: Sentence, { asked, statement }: Asking): Draft {
  const place = settingOf(sentence)
  const trial = caseOf(sentence)
  const about =
    trial !== '' ? trial : place !== '' && sentence.lead === '' ? place : aboutOf(sentence, asked, statement)
  return {
    kind: 'told',
    term: termOf(sentence, ''),
    asked,
    statement,
    ...(about === '' ? {} : { about }),
  }
}

/** "In Donoghue v Stevenson,": what a note on a case tells of the past was so in that case. */
function caseOf({ statement, clause, lead }: Sentence): string {
  const name = statement.path.find((heading) => /\p{L}\s(?:v|vs)\.?\s\p{Lu}/u.test(heading)) ?? ''
  const short = upTo(name, /\s(?:and|&) (?:Ors|Others|Anr|Another)\b|\s[([]|[:;,]\s|\s[–—-]\s/)
  const isPast = clause.form === 'past' || /^(?:was|were|had|did)\b/.test(clause.verb)
  return short === '' || lead !== '' || !isPast || wordCount(short) > 9 ? '' : `In ${short},`
}

/** A tale, a trial or an experiment: what its people do is done there alone. */
export const isStory = (topic: string): boolean =>
  /^(?:the )?(?:act|book|canto|case|episode|experiment|fable|legend|myth|parable|scene|story|study|tale|trial)s? (?:of|on|about)\s|\s(?:case|experiment|study|trial)$/i.test(
    topic,
  )

/** The heading's topic before a question that shares no word with it, and whose answer it does not tell. */
export function aboutOf(sentence: Sentence, asked: Asked, answer: string): string {
  if (sentence.lead !== '') return capitalise(sentence.lead.replace(/:\s*$/, ''))
  const topic = topicFor(sentence.statement, 0)
  if (!isStory(topic) && (sentence.terms.isMarked(sentence.subject) || namesItself(sentence, asked)))
    return ''
  return topicBeside(topic, wordsOf(asked), answer)
}

/** A topic that shares no word with what is asked or answered, as it stands before a card; else ''. */
export function topicBeside(heading: string, asked: string, answer: string): string {
  const topic = upTo(heading, /:+(?:\s|$)|\s[([]|\s[–—-]\s/)
  if (
    topic === '' ||
    labelKind(topic) !== 'term' ||
    isPartOfText(topic) ||
    !/\p{L}{2}/u.test(topic) ||
    /^take-?aways?$/i.test(topic)
  )
    return ''
  if (
    sectionKind(topic) !== 'subject' ||
    namesSection(topic) ||
    shapeOf(topic) !== 'noun' ||
    /\s\p{Ll}+ed$/u.test(topic)
  )
    return ''
  const said = contentStems(`${asked} ${answer}`)
  const own = contentStems(topic)
  return own.length === 0 || own.some((stem) => said.some((other) => isAlike(stem, other)))
    ? ''
    : capitalise(topic)
}

/** A question whose own words say what it is about: a name, a technical phrase, or much else. */
function namesItself(sentence: Sentence, asked: Asked): boolean {
  const { subject } = sentence
  if (contentStems(wordsOf(asked)).length >= 5) return true
  // Of these the subject is the answer, or no part of the question.
  if (/^(?:outcome|doer|cause|amount)$/.test(asked.kind)) return contentStems(wordsOf(asked)).length >= 4
  const rest = 'clause' in asked ? asked.clause.subject : asked.kind === 'doer' ? asked.deed : ''
  // "the best first test", "the main cause": of what, only its heading says.
  if ((asked.kind === 'value' || /^(?:is|are) the /.test(rest)) && !/\s(?:of|in|for|on|to)\s/.test(rest))
    return false
  if (isNamed(sentence) || isGeneric(sentence)) return true
  const words = subject.split(' ')
  if (words.some((word, i) => /^\p{Lu}{2,}/u.test(word) || (i > 0 && /^\p{Lu}\p{Ll}/u.test(word))))
    return true
  const stems = contentStems(subject)
  return (
    stems.length >= 3 ||
    (stems.length === 2 && words.some((word) => word.length >= 6 && !isEveryday(word.toLowerCase())))
  )
}

const isAlike = (a: string, b: string): boolean =>
  a === b || (a.length > 3 && b.includes(a)) || (b.length > 3 && a.includes(b))

/** "A trustee", "Innkeepers": any of a kind that its own word names. */
const isGeneric = ({ clause, subject }: Sentence): boolean =>
  /^an? /i.test(clause.subject) ||
  (clause.plural &&
    !/^the /i.test(clause.subject) &&
    subject.split(' ').some((word) => word.length >= 6 && !isEveryday(word.toLowerCase().replace(/s$/, ''))))

/** A subject that keeps its capital in the middle of a sentence: a name. */
export const isNamed = (sentence: Sentence): boolean =>
  /^\p{Lu}\p{Ll}{2}/u.test(inSentence(sentence, sentence.subject)) && !sentence.subject.endsWith('s')

/** The words of a question, in any order. */
function wordsOf(asked: Asked): string {
  if ('clause' in asked) return `${asked.clause.subject} ${asked.clause.verb} ${asked.clause.rest}`
  if (asked.kind === 'amount') return `${asked.noun} ${asked.deed}`
  if (asked.kind === 'doer') return asked.deed
  return asked.kind === 'cause' ? asked.effect : asked.kind === 'outcome' ? asked.condition : ''
}

/** A clause as a question says it: its subject in the middle of a sentence, with the article that notes leave out. */
export function askedClause(sentence: Sentence, rest: string): ToldClause {
  const { verb, plural } = sentence.clause
  return { subject: askedSubject(sentence), verb, rest, plural }
}

/** "Receiver" in a note that writes "a receiver" elsewhere is "the receiver" in a question. */
export function askedSubject(sentence: Sentence): string {
  const { clause, terms } = sentence
  const subject = clause.subject === 'There' ? 'there' : inSentence(sentence, clause.subject)
  const words = subject.split(' ')
  const [first = ''] = words
  if (
    !/^\p{Ll}/u.test(first) ||
    isDeterminer(first) ||
    clause.plural ||
    /^(?:it|they|there|according)$|ing$/.test(first)
  )
    return subject
  const head = upTo(subject, /\s(?:of|in|for|from|to|with|on|by|that|which|who)\s/)
  const noun = head.split(' ').at(-1) ?? ''
  const isCounted = terms.isCounted(noun) || /[^aeiou](?:er|or)$|ist$/.test(noun)
  return isCounted && !isPlural(head) && !isNomenclature(noun) && !noun.endsWith('ing')
    ? `the ${subject}`
    : subject
}

/** A subject that a question can name: short, one phrase, with a word of some field or a marked term in it. */
export function isAskable(sentence: Sentence): boolean {
  const { clause, subject, terms, lead } = sentence
  if (lead !== '') return true
  if (/\b(?:by|for|from|in|of|to|with) which\b/.test(clause.subject)) return false
  // "a portfolio demonstrating": a phrase that was cut before its object.
  if (/^(?:an?|the) .* \p{Ll}+ing$/iu.test(clause.subject) && clause.form !== 'auxiliary') return false
  if (clause.form === 'past' && /^\S+ \S+ (?:\S+ )*\p{Ll}+ing$/u.test(subject)) return false
  if (clause.subject.startsWith('Only ')) return wordCount(clause.subject) <= 12
  if (
    wordCount(clause.subject) > 9 ||
    /[,;()[\]“”"]|\band\/or\b|^(?:no|neither|nor|none|few|only|not|little)\b/i.test(clause.subject)
  )
    return false
  return (
    terms.isMarked(subject) ||
    isSpecificPhrase(subject) ||
    contentStems(`${clause.opening} ${clause.verb} ${clause.rest}`).length >= 3
  )
}

/** A phrase with a word of some field, a name, or two words that are no general nouns. */
export function isSpecificPhrase(phrase: string): boolean {
  const words = phrase.replace(/^(?:an?|the)\s+/i, '').split(' ')
  if (words.some((word) => /^\p{Lu}{2,}|\p{Ll}\p{Lu}|\d/u.test(word))) return true
  const telling = words.filter((word) => word.length >= 3 && /^\p{L}/u.test(word) && !isGeneralNoun(word))
  return (
    telling.some((word) => word.length >= 4 && !isEveryday(word.toLowerCase())) ||
    contentStems(telling.join(' ')).length >= 2
  )
}

/** The answer without the clause that goes on from it, the aside at its end, and its dot. */
export const toldPart = (text: string): string =>
  trimEnd(
    upTo(
      withoutTail(text),
      /(?<!ing),\s(?!including)\p{Ll}{3,}ing\s(?!.*,\s(?:and|or)\s)|\s(?:forming|causing|resulting in|leading to|producing|thereby)\s/u,
    ),
  )

const withoutTail = (text: string): string => {
  const found =
    /,\s(?:which|where|who|and|but|so|as|while|whereas|because|meaning|thus|thereby|hence|i\.e\.)(?=[\s,])(?!\s\p{L}+$)|\s[–—-]\s|;|\s(?:but|whereas|although)\s/u.exec(
      text,
    )
  const head = found === null ? text : text.slice(0, found.index)
  // "keep records, make copies, and test them": the last member of a list.
  const whole = found?.[0].startsWith(', and') === true && head.includes(',') ? text : head
  return trimEnd(whole.replace(/\s\([^()]*\)$/, ''))
}

/** True for words that stand for something outside of the answer. */
export const leansAway = (answer: string): boolean =>
  /\b(?:this|these|those|it|its|they|them|their|he|she|his|her|him|such|above|below|following|others|etc)\b/i.test(
    answer,
  )

/** "costs storage and slows writes": two deeds, which no question asks for at once. */
export const joinsDeeds = (rest: string): boolean =>
  rest
    .split(' ')
    .some(
      (word, i, all) =>
        /^(?:and|but|or|then)$/.test(all[i - 1] ?? '') &&
        (knownAsThird(word) !== undefined ||
          /^(?:is|are|was|were|has|have|can|does|do|hence|so|therefore|thus)$/.test(word)),
    )

/** True for words behind which "if" and "when" ask what is so: "detects if", "shows when". */
export const asksWhether = (words: string): boolean => whether.test(words)

const whether =
  /\b(?:asks?|checks?|consider|considered|decides?|detects?|determines?|find out|indicates?|indicated|knows?|known|matters?|says?|see|seen|shows?|tells?|tests?|told|wonders?|even|especially|as)\b/

/** "using many methods", "several problems": how many or which, the note does not say. */
export const isOpenAnswer = (answer: string): boolean => open.test(answer)

const open =
  /^(?:(?:by|using|via|through|with|in|to)\s)?(?:using\s)?(?:a (?:lot|number|variety|range) of|different|lots|many|more|multiple|numerous|other|several|some|such|various)\b/i

/** "In mammals,", "According to Kant,": where the sentence holds, said before its question; else ''. */
export function settingOf({ clause }: Sentence): string {
  const { opening } = clause
  return /^(?:According to|Among|At|During|For|From|In|On|Under|With|Within|Without) [^,]{2,50},$/.test(
    opening,
  ) &&
    !leansAway(opening) &&
    !noSetting.test(opening)
    ? opening
    : ''
}

/** Openings that only join a sentence to the one before. */
const noSetting =
  /\b(?:addition|case|cases|contrast|example|fact|general|instance|order|particular|practice|short|time|turn|way|ways|you|we)\b/i

/** "their prey" as "prey": whose it is, the subject tells. */
export const withoutOwner = (text: string): string => text.replace(/\b(?:its|their)\s/g, '')

/** "(by) default", "(by) law": how something is done, not who does it. */
export const isManner = (told: string): boolean => manner.test(told)

const manner =
  /^(?:accident|chance|convention|custom|default|definition|far|force|hand|heart|itself|law|mistake|nature|now|themselves)\b/
