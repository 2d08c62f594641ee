import { wordCount } from '../../basics/text.ts'
import { isEveryday } from '../../english/everyday-words.ts'
import { isNomenclature } from '../../english/nomenclature.ts'
import { isTerm } from '../../english/is-term.ts'
import { isDeterminer } from '../../english/word-classes.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import type { Sentence } from '../read/sentence.ts'

/** The concept that a sentence belongs to: its subject where that is a term, else the heading's, else what is asked for. */
export function termOf(sentence: Sentence, asked: string): string {
  const { statement, terms } = sentence
  const subject = inSentence(sentence, sentence.subject)

  const named = statement.label !== '' && isTerm(statement.label) ? statement.label : statement.subject
  const known = terms.isMarked(subject)
  if (known || (named === '' && isShort(subject))) return subject
  if (named !== '' && isTerm(named) && !isAboutTheDocument(named) && wordCount(named) <= 5) return named
  if (isShort(subject)) return subject
  return isTerm(asked) ? asked : subject.split(' ').slice(0, 4).join(' ')
}

/** The subject of a sentence that tells a number, as long as it is short; else the same. */
export const subjectTerm = (sentence: Sentence, asked: string): string =>
  isShort(sentence.subject) ? inSentence(sentence, sentence.subject) : termOf(sentence, asked)

/** The term of a sentence that is asked for its subject: its effect, or the heading's topic. */
export function effectTerm({ statement }: Sentence, effect: string): string {
  const bare = effect.replace(/^(?:an?|the)\s+/i, '')
  return isShort(bare) || statement.subject === '' ? bare.split(' ').slice(0, 4).join(' ') : statement.subject
}

const isShort = (subject: string): boolean => isTerm(subject) && wordCount(subject) <= 4

/** A subject in the middle of a question: a capital that only stood for the beginning of its sentence goes. */
export function inSentence({ terms }: Sentence, subject: string): string {
  const [first = '', second = ''] = subject.split(' ')
  if (!/^\p{Lu}\p{Ll}*(?:-\p{Ll}+)*$/u.test(first)) return subject
  const isPlain =
    isDeterminer(first.toLowerCase()) ||
    terms.isSmall(first) ||
    isNomenclature(first) ||
    isEveryday(first) ||
    (/(?:[^s]s|ing|tion|ity|ment|ed|al|ic|ect|ive|ary|ory|ous|ful|less|able|ible|ent|ant|ate|ance|ence|sis|gen|ness|ism|ship)$/.test(
      first,
    ) &&
      !/^\p{Lu}/u.test(second))
  return isPlain ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject
}
