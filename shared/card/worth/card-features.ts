import { atSpaces, stemsOfWord, wordCount, words } from '../../basics/text.ts'
import { isForeign } from '../../language/tell-language.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { isPlural } from '../../english/nouns.ts'
import { firstWord } from '../../english/phrase.ts'
import { isPast, shapeOf, splitAdverb } from '../../english/shape.ts'
import { gerundBase } from '../../english/verbs.ts'
import type { NoteGenre } from '../../note/note-genre.ts'
import { sectionKind } from '../../note/section-words.ts'
import { isCommonplace, lauds } from '../../english/news.ts'
import { withoutCode, withoutPlace } from '../lint-rule.ts'
import { questionForm } from './question-form.ts'
import { sourceLayout } from './source-layout.ts'

/** All that tells whether a card is worth keeping: its text, and where it stands. No rule that made it is asked. */
export interface CardLook {
  /** The name of its kind. */
  readonly kind: string
  readonly front: string
  readonly back: string
  readonly concept: string
  /** The headings above its lines, outermost first. */
  readonly heading: readonly string[]
  /** The lines that it was drawn from. */
  readonly source: readonly string[]
  readonly genre: NoteGenre
}

/** What a card shows, by a name that people read in the table of weights. Sizes lie between 0 and 1. */
export type Feature = readonly [name: string, size: number]

/** Every feature of a card that is not absent. */
export function featuresOf(look: CardLook, { form, layout } = formAndLayout(look)): Feature[] {
  const read = readLook(look)
  const named: Feature[] = [
    [`asks: ${form}`, 1],
    // "What does projection involve?" tells something in study notes and nothing in a portfolio.
    [`asks: ${form}, note: ${look.genre}`, 1],
    [`from: ${layout}`, 1],
    // A row that says what a thing is reads like any definition; a property asked by its heading seldom does.
    ...(layout === 'row of a table'
      ? [[`row of a table asks: ${form}`, 1] as const, [`row of a table ${rowOf(look.front)}`, 1] as const]
      : []),
    [`note: ${look.genre}`, 1],
    [`section: ${sectionOf(look.heading)}`, 1],
    [`answer is: ${read.isCode ? 'code' : shapeOf(look.back)}`, 1],
  ]
  for (const [name, measure] of measures) {
    const size = Number(measure(read))
    if (size !== 0) named.push([name, size])
  }
  return named
}

/** "The function of DNA" is understood anywhere, "the vacant site of electricity" beside its table only. */
function rowOf(front: string): string {
  const [, row = ''] = /^.*\s(?:against|for|of|with)\s(.+)\?$/s.exec(front) ?? []
  if (row === '') return 'is the subject'
  return /[`\d]|\p{Lu}\p{Lu}|\p{Ll}\p{Lu}|(?:^|\s)\p{Lu}(?=\s|$)/u.test(row)
    ? 'bears a name'
    : 'is a plain word'
}

/** How a card asks and what its lines look like. */
export const formAndLayout = ({ kind, front, back, source }: CardLook) => ({
  form: questionForm(kind, front),
  layout: sourceLayout(source, back),
})

/** What the measures read of a card, found once. */
interface ReadLook extends CardLook {
  /** The question without the place that it names first. */
  readonly question: string
  readonly isCode: boolean
  readonly isList: boolean
  /** The answer without its code. */
  readonly told: string
  readonly answerStems: readonly string[]
  readonly questionStems: ReadonlySet<string>
  readonly answerWords: readonly string[]
  readonly questionWords: readonly string[]
  readonly items: readonly string[]
  /** How many words of the answer neither praise, nor fit everything, nor stand in the question. */
  readonly news: number
  readonly names: { readonly question: number; readonly answer: number }
  readonly quoted: string
}

function readLook(look: CardLook): ReadLook {
  const { front, back } = look
  const question = withoutPlace(front)
  const isCode = /^`[^]*`$/.test(back)
  const told = withoutCode(back)
  const asked = spoken(question)
  const answer = spoken(back)
  const answerWords = isCode ? [] : told === back ? answer : spoken(told)
  const questionStems = new Set(asked.flatMap(({ stems }) => stems))
  return {
    ...look,
    question,
    isCode,
    isList: look.kind === 'list_recall',
    told,
    answerStems: answer.flatMap(({ stems }) => stems),
    questionStems,
    answerWords: answerWords.map(({ word }) => word),
    questionWords: asked.map(({ word }) => word),
    items: back.split('\n'),
    news: answerWords.filter((word) => isNews(word, questionStems)).length,
    names: { question: namesIn(question), answer: namesIn(back) },
    quoted: look.source.join(' '),
  }
}

interface Spoken {
  readonly word: string
  readonly stems: readonly string[]
}

/** The words of a text that carry meaning, with their stems. */
const spoken = (text: string): Spoken[] =>
  words(text).flatMap((written) => {
    const word = written.replace(/[.'+/#-]+$/, '')
    const stems = stemsOfWord(word)
    return stems.length === 0 ? [] : [{ word, stems }]
  })

const isNews = ({ word, stems }: Spoken, asked: ReadonlySet<string>): boolean =>
  !lauds(word) && !isCommonplace(word) && !stems.some((stem) => asked.has(stem))

/** The nearest heading that only names a part of the note, or that there is none. */
const sectionOf = (heading: readonly string[]): string =>
  heading
    .map((one) => sectionKind(one))
    .filter((kind) => kind !== 'noise')
    .at(-1) ?? 'subject'

/** Names: words with a capital inside a sentence, abbreviations, words with signs or digits in them. */
function namesIn(text: string): number {
  return atSpaces(withoutCode(text).trim()).filter((word, i) => {
    if (/^[a-z]+$/.test(word)) return false
    const bare = word.replace(/^[("“]+|[)"”.,;:?!]+$/g, '')
    return isSigned(bare) || (i > 0 && /^\p{Lu}\p{Ll}/u.test(bare))
  }).length
}

const isSigned = (word: string): boolean =>
  /^\p{Lu}[\p{Lu}\d/.-]+s?$/u.test(word) || /\p{Ll}\p{Lu}|\p{L}\d|\p{L}[._/]\p{L}/u.test(word)

const isTitled = (text: string): boolean => {
  const parts = atSpaces(text).filter((word) => word.length > 3)
  return parts.length > 1 && parts.every((word) => /^\p{Lu}/u.test(word))
}

const upTo = (most: number, size: number): number => Math.min(size, most) / most
const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length
/** Lengths count by their doublings: from 2 to 4 words is as far as from 8 to 16. */
const length = (text: string, doublings: number): number => upTo(doublings, Math.log2(1 + wordCount(text)))

type Measure = (look: ReadLook) => number | boolean

/** Every other feature by its name. */
const measures: readonly (readonly [name: string, measure: Measure])[] = [
  ['question: length', ({ question }) => length(question, 5)],
  ['question: names', ({ names }) => upTo(3, names.question)],
  ['question: holds code', ({ question }) => question.includes('`')],
  ['question: names its place', ({ question, front }) => question !== front],
  [
    'question: names nothing',
    ({ names, question, front }) => names.question === 0 && !question.includes('`') && question === front,
  ],
  ['question: praise', ({ questionWords }) => share(questionWords, lauds)],
  ['question: commonplace words', ({ questionWords }) => share(questionWords, isCommonplace)],
  ['question: joins two things', ({ question }) => /\s(?:and|&)\s/.test(question)],
  ['subject: one word', ({ concept }) => wordCount(concept) === 1],
  ['subject: more than three words', ({ concept }) => wordCount(concept) > 3],
  ['subject: an activity', ({ concept }) => gerundBase(firstWord(concept)) !== undefined],
  ['subject: several', ({ concept }) => isPlural(concept)],
  ['subject: a name', ({ concept }) => isSigned(concept) || concept.includes('`')],
  ['subject: written small', ({ concept }) => /^\p{Ll}/u.test(concept)],
  ['subject: holds a number', ({ concept }) => /(?<![\p{L}\d])\d/u.test(concept)],
  ['subject: holds signs', ({ concept }) => /[$%"“”=<>|\\]/.test(concept)],
  ['subject: in title case', ({ concept }) => isTitled(concept)],
  [
    'subject: stands in a heading',
    ({ concept, heading }) => heading.some((one) => one.toLowerCase().includes(concept.toLowerCase())),
  ],
  ['subject: abstract', ({ concept }) => /(?:ing|tion|sion|ment|ity|ness|[ae]nce|ship)$/i.test(concept)],
  ['answer: length', ({ back }) => length(back, 5)],
  ['answer: one or two words', ({ back, isCode }) => wordCount(back) <= 2 && !isCode],
  ['answer: more than twelve words', ({ back }) => wordCount(back) > 12],
  ['answer: names', ({ names }) => upTo(3, names.answer)],
  ['answer: a number', ({ told }) => /\d/.test(told)],
  ['answer: code in a text', ({ back, isCode }) => !isCode && back.includes('`')],
  ['answer: length of code', ({ back, isCode }) => (isCode ? upTo(8, Math.log2(1 + back.length)) : 0)],
  ['answer: lines of code', ({ items, isCode }) => (isCode ? upTo(3, items.length - 1) : 0)],
  [
    'answer: code shares words with the question',
    ({ answerStems, questionStems, isCode }) => isCode && answerStems.some((stem) => questionStems.has(stem)),
  ],
  ['answer: praise', ({ answerWords }) => share(answerWords, lauds)],
  ['answer: commonplace words', ({ answerWords }) => share(answerWords, isCommonplace)],
  ['answer: news', ({ news }) => upTo(6, news)],
  ['answer: no news', ({ news, isCode }) => news === 0 && !isCode],
  [
    'answer: repeats the question',
    ({ answerStems, questionStems }) => share(answerStems, (stem) => questionStems.has(stem)),
  ],
  ['answer: several things', ({ isList, told }) => !isList && /,\s.+\sand\s|;\s/.test(told)],
  [
    'answer: one thing',
    ({ isList, isCode, told }) => !isList && !isCode && !/[,;&]|\s(?:and|or)\s/.test(told),
  ],
  ['answer: a way to do it', ({ back }) => /^(?:by|through|with|via|using)\s/i.test(back)],
  ['answer: an aim', ({ told, isCode }) => !isCode && /(?:^|\s)(?:to|for)\s/i.test(told)],
  [
    'answer: says which or when',
    ({ told }) =>
      /\b(?:that|which|where|whose|when|without|instead|until|unless|because|if|only)\b/i.test(told),
  ],
  [
    'answer: long words',
    ({ answerWords }) => upTo(12, answerWords.join('').length / Math.max(1, answerWords.length)),
  ],
  ['list: items', ({ isList, items }) => (isList ? upTo(6, items.length) : 0)],
  ['list: long items', ({ isList, items, back }) => (isList ? upTo(8, wordCount(back) / items.length) : 0)],
  [
    'list: items are names',
    ({ isList, items }) =>
      isList ? share(items, (item) => /^`|^\p{Lu}[^\s]*$/u.test(item) || isSigned(item)) : 0,
  ],
  [
    'list: open in the note',
    ({ isList, quoted }) =>
      isList && /\b(?:e\.g|such as|like|for example|including|etc)\b|\([^)]*,/i.test(quoted),
  ],
  [
    'list: counted in the note',
    ({ isList, quoted, heading }) =>
      isList && /\b(?:two|three|four|five|six|both)\b|\b[2-6]\b/i.test(`${quoted} ${heading.at(-1) ?? ''}`),
  ],
  ['source: speaks of its author', ({ quoted }) => isPersonal(quoted)],
  ['source: tells what was done', ({ quoted }) => isPast(splitAdverb(textOf(quoted)).rest)],
  ['source: length', ({ quoted }) => length(quoted, 6)],
  ['foreign', ({ front, back }) => isForeign(`${front} ${back}`)],
  [
    'question: ends in a preposition',
    ({ question }) => /\s(?:with|from|to|into|by|for|on|of|in|as)\?$/.test(question),
  ],
  ['meaning: of a kind told apart', (look) => tellsMeaning(look) && kindToldApart.test(meaningOf(look))],
  ['meaning: length', (look) => (tellsMeaning(look) ? upTo(12, wordCount(meaningOf(look))) : 0)],
  ['meaning: two or three words', (look) => tellsMeaning(look) && wordCount(meaningOf(look)) <= 3],
  ['gap: in the beginning', (look) => isGap(look) && /^(?:[^:]{1,60}: )?.{0,4}___/.test(look.front)],
  ['gap: at the end', (look) => isGap(look) && /___.{0,3}$/.test(look.front)],
  ['gap: a number', (look) => isGap(look) && /^[\d.,]+$/.test(look.back)],
  ['gap: a year', (look) => isGap(look) && /^(?:1\d|20)\d\d$/.test(look.back)],
  ['gap: words', (look) => (isGap(look) ? upTo(3, wordCount(look.back)) : 0)],
]

const isGap = ({ kind }: CardLook): boolean => kind === 'cloze'

/** The card joins a term with what it means, in one direction or the other. */
const tellsMeaning = ({ kind, front }: CardLook): boolean =>
  kind === 'reverse' ||
  /^(?:[^?]{1,60}[,:] )?what (?:is|are|was|were|do|does) [^?]+?(?: mean)?\?$/i.test(front)

const meaningOf = ({ kind, front, back }: CardLook): string =>
  kind === 'reverse' ? (/“([^”]+)”/.exec(front)?.[1] ?? front) : back

/** "A walk that crosses each edge once", "gap between two jobs": a kind, and what tells one from its fellows. */
const kindToldApart =
  /^(?:(?:an?|the|any|one of the) )?(?:[\p{L}\p{N}'’/-]+ ){1,5}?(?:that|which|who|whose|where|when|of|for|to|used|with|without|by|from|between|among|on|at|within|during|before|after|\p{L}+ed|\p{L}+ing)\b/iu

/** A line's text after its list mark and label. */
const textOf = (line: string): string =>
  line
    .replace(/^[\s>*+•\d.)-]+/, '')
    .replace(/^[^:–—]{1,60}[:–—]\s*/, '')
    .replace(/[*_]/g, '')
