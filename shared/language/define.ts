import { wordCount } from '../basics/text.ts'
import { type Grammar, grammars } from './grammar.ts'
import type { FramedLanguage } from './language.ts'
import { smallWords } from './small-words.ts'
import { wordsOf } from './words-of.ts'

/** What a sentence defines: the term, how the sentence calls it, and what it says that it is. */
export interface Defined {
  readonly term: string
  readonly named: string
  readonly plural: boolean
  readonly meaning: string
}

/** "La ósmosis es el paso de agua …": an article or a name, the verb "to be" in the present, and an article again. */
export function readDefinition(sentence: string, language: FramedLanguage): Defined | undefined {
  const grammar = grammars[language]
  if (wordsOf(sentence).some((word) => grammar.pointing.has(word))) return undefined
  const [, subject = '', , ofOne, are, ofMany] = patterns[language].exec(sentence) ?? []
  const meaning = ofOne ?? ofMany ?? ''
  if (subject === '' || wordCount(meaning) < 4) return undefined
  if (grammar.ofSpeech.has(wordsOf(meaning)[0] ?? '')) return undefined
  const bare = subject.replace(/\s*\([^()]*\)/g, '').trim()
  const [first = '', ...others] = wordsOf(bare)
  const hasArticle = grammar.singular.has(first) || grammar.plural.has(first)
  const words = hasArticle ? others : [first, ...others]
  if (!isName(words, language) || (!hasArticle && !/^\p{Lu}/u.test(bare))) return undefined
  if (!hasArticle && grammar.leaning.has(first)) return undefined
  // "An advantage is the speed" names one thing of a kind and defines nothing.
  const toldAsOne = grammar.indefinite.has(first) && !grammar.indefinite.has(wordsOf(meaning)[0] ?? '')
  if (toldAsOne) return undefined
  return {
    term: hasArticle ? bare.replace(/^\p{L}+(?:['’]|\s+)/u, '') : bare,
    named: hasArticle ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare,
    plural: are !== undefined,
    meaning,
  }
}

/** "Es la cantidad de …": what stands above such a sentence is what it defines. */
export function readMeaning(sentence: string, language: FramedLanguage): string | undefined {
  const found = grammars[language].defines.exec(sentence)
  if (found === null) return undefined
  const meaning = withoutVerb(sentence, language)
  return wordCount(meaning) < 4 ? undefined : meaning
}

/**
 * True for a text below a heading that tells without a subject what the heading means: "Différence entre deux mesures." A
 * sentence would begin with an article or a pronoun.
 */
export const isFragmentIn = (text: string, language: FramedLanguage): boolean =>
  language !== 'de' && // German sentences may begin with a bare noun.
  wordCount(text) >= 4 &&
  wordCount(text) <= 18 &&
  !isSmall(wordsOf(text)[0] ?? '', language) &&
  !grammars[language].leaning.has(wordsOf(text)[0] ?? '') &&
  isMeaningIn(text, language)

/** True for a label or heading that may be a term: no part of a note, no clause, nothing that leans on other words. */
export function isNameIn(label: string, language: FramedLanguage): boolean {
  const words = wordsOf(label.replace(/\s*\([^()]*\)/g, ''))
  const [first = '', ...others] = words
  const grammar = grammars[language]
  const hasArticle = grammar.singular.has(first) || grammar.plural.has(first)
  if (!hasArticle && grammar.leaning.has(first)) return false
  return isName(hasArticle ? others : words, language)
}

/** True for a text after a label that may be what the label means: a phrase, in German also a clause in the present. */
export function isMeaningIn(text: string, language: FramedLanguage): boolean {
  const grammar = grammars[language]
  if (grammar.see.test(text) || about.test(text) || !/\p{L}{3}/u.test(text)) return false
  const words = wordsOf(text)
  const [first = ''] = words
  const figures = words.filter((word) => /^\p{N}/u.test(word)).length
  if (/^(?:\p{L}+\.?\s)?[<>≈~]?\s*\d/u.test(text) || figures * 2 > words.length) return false
  if (isSmall(first, language) && !mayOpen(first, grammar)) return false
  if (grammar.pastVerb?.test(/^[^,;:–—]*/.exec(text)?.[0] ?? '') === true) return false
  const main = mainPart(text, grammar)
  const verbs = main.slice(grammar.is.includes(first) || grammar.are.includes(first) ? 1 : 0)
  return !verbs.some((word) => grammar.past.has(word) || grammar.present.has(word))
}

/** "ca. doppelte Werte" tells how much, not what. */
const about = /^(?:ca|circa|etwa|rund|max|min|aprox|aproximadamente|cerca de|environ)\b/i

/** "es la masa de ácido …" after its label: the verb goes, the phrase stays. */
export function withoutVerb(text: string, language: FramedLanguage): string {
  const [, rest = text] = new RegExp(`^(?:${opens[language]})(?:\\s+|(?<=['’]))(.+)$`, 'isu').exec(text) ?? []
  const { singular, plural } = grammars[language]
  const [first = ''] = wordsOf(rest)
  return singular.has(first) || plural.has(first) ? rest : text
}

const opens: Readonly<Record<FramedLanguage, string>> = {
  es: 'es|son',
  pt: 'é|são',
  fr: "c['’]est|ce sont|il s['’]agit d['’]|il s['’]agit de|est|sont",
  de: '(?:(?:es|das) )?(?:ist|sind)|(?:es|das) handelt sich um',
}

/** What may begin a definition besides nouns: articles, "to be", "all", "what", and in German "when" and "where". */
const mayOpen = (first: string, { singular, plural, is, are }: Grammar): boolean =>
  singular.has(first) || plural.has(first) || is.includes(first) || are.includes(first) || openers.has(first)

const openers: ReadonlySet<string> = new Set([
  'alle',
  'jede',
  'jeder',
  'jedes',
  'wenn',
  'wo',
  'dort',
  'was',
  'nicht',
  'todo',
  'toda',
  'todos',
  'todas',
  'cada',
  'lo',
  'tout',
  'toute',
  'tous',
  'toutes',
  'chaque',
  'ce',
])

/** The words before the first comma, bracket or relative: where the main verb of a clause would stand. */
function mainPart(text: string, grammar: Grammar): readonly string[] {
  const words = wordsOf(/^[^,;:(–—]*/.exec(text)?.[0] ?? '')
  const end = words.findIndex((word, i) => i > 0 && grammar.relative.has(word) && !grammar.singular.has(word))
  return end < 0 ? words : words.slice(0, end)
}

const isSmall = (word: string, language: FramedLanguage): boolean => smallWords[language].has(word)

/** A noun with what belongs to it: its small words are articles and prepositions alone. */
function isName(words: readonly string[], language: FramedLanguage): boolean {
  const { inNames, ofSpeech, parts, singular, plural } = grammars[language]
  const [first = ''] = words
  if (words.length === 0 || words.length > 7 || ofSpeech.has(first) || parts.has(first)) return false
  return words.every(
    (word, i) =>
      !isSmall(word, language) || (i > 0 && (inNames.has(word) || singular.has(word) || plural.has(word))),
  )
}

const patterns: Readonly<Record<FramedLanguage, RegExp>> = {
  es: pattern(grammars.es),
  pt: pattern(grammars.pt),
  fr: pattern(grammars.fr),
  de: pattern(grammars.de),
}

function pattern({ singular, plural, is, are }: Grammar): RegExp {
  const articles = [...singular, ...plural].filter((article) => article !== 'l' && article !== 'lo')
  const article = `(?:(?:${articles.join('|')})\\s|l['’])`
  // Things in the plural need no article: "son fibras que …", "são fraturas da crosta".
  const bare = `[\\p{L}-]{4,}(?:,? (?:que|qui|die)|s? d(?:el?|[ao]s?|u|es|er)|s? d['’])\\b`
  const verbs = `(${is.join('|')})\\s+(${article}.+)|(${are.join('|')})\\s+((?:${article}|${bare}).+)`
  return new RegExp(`^([^.:;!?,|]{2,80}?)\\s(?:${verbs})$`, 'isu')
}
