import { firstFilled } from '../../basics/first-answer.ts'
import { wordCount } from '../../basics/text.ts'
import { isTerm } from '../../english/is-term.ts'
import { labelKind } from '../../english/labels.ts'
import { readClause } from '../../english/read-clause.ts'
import { standsForAnother } from '../../english/subjects.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Draft } from '../fact.ts'
import { itemsOf, statementOf } from '../fact.ts'
import type { KeyTerms } from '../read/key-terms.ts'
import { type Sentence, most, readSentences, toldText } from '../read/sentence.ts'
import type { Statement } from '../read/statement.ts'
import { wholeSentence } from '../identity.ts'
import { fromSentenceContrast } from './from-sentence-contrast.ts'
import { besideTerm, fromSentenceDefinition, namedNext } from './from-sentence-definition.ts'
import { fromSentenceGap, fromSureGap } from './from-sentence-gap.ts'
import { countGap, fromSentenceList } from './from-sentence-list.ts'
import { fromSentenceAmount, fromSentenceQuestion } from './from-sentence-question.ts'
import { fromSentenceReason } from './from-sentence-reason.ts'
import { fromSentenceRelation } from './from-sentence-relation.ts'
import { fromTelegraphic } from './from-telegraphic.ts'
import { fromSentenceRule } from './from-sentence-rule.ts'

/** A rule looks at one sentence that stands by itself. */
type SentenceRule = (sentence: Sentence) => readonly Draft[]

/** In order: the first rule that finds something answers for the sentence. */
const rules: readonly SentenceRule[] = [
  fromSentenceDefinition,
  fromSentenceContrast,
  fromSentenceReason,
  fromSentenceRule,
  fromSentenceQuestion,
  fromSureGap,
  fromSentenceAmount,
  fromSentenceRelation,
  fromSentenceGap,
]

/** The facts of running prose: what the sentences of a line tell that no other rule has drawn from them. */
export function fromSentences(statement: Statement, told: readonly Draft[], terms: KeyTerms): Draft[] {
  if (statement.section === 'trouble' || statement.section === 'practice') return []
  // What one example shows is no rule.
  if (labelKind(statement.label) === 'example') return []
  const text = toldText(statement)
  if (wordCount(text) < fewest || isCodeAlone(text)) return []
  const isTold = (sentence: string): boolean => told.some((draft) => isDrawnFrom(sentence, draft))
  const all = splitSentences(text).slice(0, most)
  const raw = all.flatMap((sentence, i) =>
    rawDrafts(sentence, all[i - 1] ?? '', statement, terms).map((draft) => ({ sentence, draft })),
  )
  const untold = raw.filter(({ sentence }) => !isTold(sentence))
  const alone = readSentences(statement, terms).filter(
    (one) => !isTold(one.text) && !untold.some(({ sentence }) => sentence.includes(one.text)),
  )
  const found = [
    ...untold.map(({ draft }) => draft),
    ...alone.flatMap((sentence) => firstFilled(rules, sentence)),
  ]
  const isSilent = found.length === 0 && told.every(({ kind }) => kind === 'expansion')
  return isSilent ? fromTelegraphic(statement) : found
}

/** No sentence with a subject, a verb and something told is shorter. */
const fewest = 4

const isCodeAlone = (text: string): boolean =>
  text.startsWith('`') && text.indexOf('`', 1) === text.length - 1

/** What is read whoever the subject of the sentence is: each of these has a word or sign that most sentences lack. */
function rawDrafts(text: string, before: string, statement: Statement, terms: KeyTerms): Draft[] {
  return [
    ...fromSentenceList(text, statement, () => ownerIn(before)),
    ...(text.startsWith('There') ? countGap(text, statement) : []),
    ...(/\b(?:called?|known|termed|referred)\b/.test(text) ? namedNext(text, before) : []),
    ...(/\(|\swhich\s|\s[–—]\s/.test(text) ? besideTerm(text, terms) : []),
  ]
}

/** The short subject of a sentence: "There are three of them" goes on about it. */
function ownerIn(before = ''): string {
  const subject = readClause(before)?.subject.replace(/^(?:an?|the)\s+/i, '') ?? ''
  return isTerm(subject) && wordCount(subject) <= 3 && !standsForAnother(subject) ? subject : ''
}

/** True for a fact whose words stand in the sentence: it is drawn from there. */
function isDrawnFrom(text: string, draft: Draft): boolean {
  // "TTL (time to live)" tells what the letters stand for, not what the sentence says.
  if (draft.kind === 'expansion') return false
  const said =
    draft.kind === 'cloze' ? wholeSentence(draft.sentence) : statementOf(draft) || (itemsOf(draft)[0] ?? '')
  const start = said.slice(0, 40).toLowerCase().trim()
  return start.length > 2 && text.toLowerCase().includes(start)
}
