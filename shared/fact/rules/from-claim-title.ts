import { isFunctionWord, wordCount, wordSet } from '../../basics/text.ts'
import { sectionKind } from '../../note/section-words.ts'
import type { Draft } from '../fact.ts'
import { sayTitle } from '../read/how-to.ts'
import { isNounToo } from '../../english/imperative.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { baseVerb, thirdPersonBase } from '../../english/verbs.ts'
import type { Voice } from '../read/voice.ts'

/** Verbs after which a title says what: "Empty Queries Return …". */
const telling = wordSet(`
  accepts adds blocks creates deletes discards emits exports ignores includes keeps means needs outputs prevents removes
  renders requires resets returns skips stores strips supports throws tracks triggers uses yields`)

/** True where a title may have the verb that makes it a sentence, however it is written: most titles have none. */
const mayTell = (word: string, i: number): boolean =>
  i > 0 && i < 5 && (telling.has(word.toLowerCase()) || /^is$/i.test(word))

/** A title that is a whole sentence states the note's fact: "AWS CLI Requires Groff". */
export function fromClaimTitle(title: string, voice: Voice): Draft[] {
  if (!title.split(' ').some(mayTell)) return []
  if (sectionKind(title) !== 'subject' || isAboutTheDocument(title) || isPersonal(title)) return []
  if (wordCount(title) < 4 || wordCount(title) > 12 || /[?!:;,]|\s[–—-]\s/.test(title)) return []
  const words = sayTitle(title, voice).split(' ')
  const at = words.findIndex((word, i) => i > 0 && i < 5 && (telling.has(word) || word === 'is'))
  if (at < 1) return []
  const subject = words.slice(0, at).join(' ')
  const object = words.slice(at + 1).join(' ')
  if (isFunctionWord(words[0] ?? '') || /^(?:how|when|why|if|that)$/i.test(words[0] ?? '') || object === '')
    return []
  if (words[at] === 'is') return /^\d/.test(object) ? [valueOf(subject, object)] : []
  // "Create Database Uses …" would ask about an order.
  if (baseVerb(words[0] ?? '') !== undefined && !isNounToo(words[0] ?? '')) return []
  const base = thirdPersonBase(words[at] ?? '')
  const particle = /^to\s/.test(object) ? { particle: 'to' } : {}
  const told = object.replace(/^to\s+/, '')
  if (base === undefined || (isFunctionWord(told.split(' ')[0] ?? '') && !/^(?:an?|the)\s/.test(told)))
    return []
  return [{ kind: 'effect', term: subject, deed: { verb: base, ...particle }, statement: told }]
}

const valueOf = (subject: string, value: string): Draft => ({
  kind: 'aspect',
  term: subject,
  respect: {
    kind: 'asked',
    words: `what is the ${/^\p{Lu}\p{Ll}+\s/u.test(subject) ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject}`,
  },
  statement: value,
})
