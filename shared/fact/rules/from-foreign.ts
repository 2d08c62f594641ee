import { wordCount } from '../../basics/text.ts'
import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import type { Draft, ForeignTongue, Named } from '../fact.ts'
import { isTerm } from '../../english/is-term.ts'
import { labelKind } from '../../english/labels.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import {
  isFragmentIn,
  isMeaningIn,
  isNameIn,
  readDefinition,
  readMeaning,
  withoutVerb,
} from '../../language/define.ts'
import { headingTopic } from '../../language/heading-topic.ts'
import { isFramed } from '../../language/language.ts'
import { joinAbbreviated } from '../../language/sentences-of.ts'
import { spelledOutIn } from '../../language/spelled-out.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { expansionsIn } from './from-expansion.ts'
import { foreignGap } from './from-foreign-gap.ts'
import type { Statement } from '../read/statement.ts'

/** A statement in another language than English. */
interface Foreign {
  readonly statement: Statement
  readonly tongue: ForeignTongue
  readonly sentences: readonly string[]
}

/** What a line in another language states: what needs no grammar, and definitions where the grammar is known. */
export function fromForeign(statement: Statement, tongue: ForeignTongue): Draft[] {
  const sentences = joinAbbreviated(splitSentences(statement.label === '' ? statement.full : statement.text))
  const foreign: Foreign = { statement, tongue, sentences }
  const told = firstAnswer(cases, foreign) ?? []
  return [...told, ...spelled(statement)].map((draft) => abroad(draft, tongue, statement.path))
}

/** The abbreviations that a line spells out. */
function spelled({ full, label }: Statement): Draft[] {
  const own = spelledOutIn(full).map(({ short, long }): Draft => ({
    kind: 'expansion',
    term: short,
    statement: long,
  }))
  return [
    ...own,
    ...expansionsIn(full, label).filter(({ term }) => !own.some((draft) => draft.term === term)),
  ]
}

/** A draft with the language that it is asked in, and its topic. */
export const abroad = (draft: Draft, tongue: ForeignTongue, path: readonly string[]): Draft => ({
  ...draft,
  abroad: { tongue, topic: headingTopic(path.map(cleanHeading), draft.term, tongue) },
})

type ForeignCase = Case<Foreign, Draft[]>

/** "Anker: schweres Gerät …": a line of a glossary. */
const explainsLabel: ForeignCase = ({ statement, tongue, sentences }) => {
  const { label } = statement
  if (label === '') return undefined
  const marked = statement.listed || statement.strong.some((run) => run.startsWith(label))
  if (!marked || labelKind(label) !== 'term' || !isTerm(label) || asides.test(label)) return []
  if (/[。，,；;!?？]/.test(label) || label.length > 40 || !isExplained(statement)) return []
  const term = label.replace(/\s*\([^()]*\)$/, '')
  const text = bareMeaning(sentences[0] ?? '')
  if (text === '' || wordCount(text) > 24 || text.length > 160 || /https?:/.test(text)) return []
  if (!isFramed(tongue)) return isHanClause.test(label) ? [] : [defined(term, text)]
  if (!isNameIn(label, tongue) || !isMeaningIn(text, tongue) || beginsWith(text, term)) return []
  return [defined(term, withoutVerb(text, tongue))]
}

/** "Alíquotas: alíquotas mínimas …" goes on with its label and does not explain it. */
const beginsWith = (text: string, term: string): boolean => text.toLowerCase().startsWith(term.toLowerCase())

/** A meaning without the formula set below it, a dash left in front, or the sign at its end. */
const bareMeaning = (text: string): string =>
  trimEnd(text.replace(/\s*\$\$[^]*$/, '').replace(/^[\s–—-]+/, '')).replace(/[。；，]$/, '')

/** An arrow leads on and brackets add: only a colon or a dash explains, but for a key and what it does. */
const isExplained = ({ full, label, text }: Statement): boolean => {
  if (label.startsWith('`')) return true
  const between = full.slice(full.indexOf(label) + label.length, full.lastIndexOf(text.slice(0, 12)))
  return (
    !/[→⇒>]/.test(between) && (/[:：–—-]/.test(between) || between.trim() === '') && !between.endsWith('(')
  )
}

/** "二者的工作层次不同": words that make a Chinese clause. */
const isHanClause = /\p{Script=Han}.*(?:[是不了被把]|为什么|怎么|如何)/u

/** "Note", "source", "example" in the languages that notes are most often written in. */
const asides =
  /^(?:注意|来源|來源|例如|提示|备注|備註|参考|參考|答案|示例|hinweis|achtung|quelle|beispiel|antwort|frage|nota|ejemplo|exemplo|fuente|fonte|remarque|attention|exemple|réponse|question|pregunta|respuesta|pergunta|resposta|примечание|источник|пример|внимание|ответ|вопрос)s?$/i

/** "## Molaridad" / "Es el número de moles …": what stands above is defined. */
const meansHeading: ForeignCase = ({ statement, tongue, sentences }) => {
  if (!isFramed(tongue) || !(statement.opens || statement.listed)) return undefined
  const [first = ''] = sentences
  const fragment = statement.opens && !statement.listed && /[.。]$/.test(first) && isFragmentIn(first, tongue)
  const meaning = readMeaning(first, tongue) ?? (fragment ? first : undefined)
  if (meaning === undefined || statement.label !== '') return undefined
  const above = statement.listed ? statement.subject : (statement.path.at(-1) ?? '')
  const term = cleanHeading(above)
    .replace(/\s*[,(].*$/u, '')
    .trim()
  // "RTP transporta …" below "RTP" is a sentence with its subject.
  return isTerm(term) && isNameIn(term, tongue) && !beginsWith(meaning, term) && !/[\^=\\$]/.test(term)
    ? [defined(term, bareMeaning(meaning))]
    : []
}

/** "La ósmosis es el paso de agua …" */
const definesTerm: ForeignCase = ({ tongue, sentences }) => {
  if (!isFramed(tongue)) return undefined
  const drafts = sentences.slice(0, mostSentences).flatMap((sentence) => {
    const found = readDefinition(sentence, tongue)
    if (found === undefined || !isTerm(found.term)) return []
    return [defined(found.term, bareMeaning(found.meaning), { words: found.named, plural: found.plural })]
  })
  return drafts.length > 0 ? drafts : undefined
}

/** A sentence with one number, or one word that its author stressed. */
const leavesGap: ForeignCase = ({ statement, tongue, sentences }) =>
  statement.label === '' && spelled(statement).length === 0
    ? sentences.slice(0, mostSentences).flatMap((sentence) => foreignGap(sentence, statement.strong, tongue))
    : undefined

const mostSentences = 8

/** In order: the first case that knows a statement answers for it. */
const cases: readonly ForeignCase[] = [explainsLabel, meansHeading, definesTerm, leavesGap]

const defined = (term: string, meaning: string, named: Named | null = null): Draft => ({
  kind: 'question',
  term,
  question: term,
  sides: { kind: 'defined', named },
  statement: meaning,
  items: [],
})
