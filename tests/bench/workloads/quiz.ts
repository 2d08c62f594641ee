import { writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { normaliseAnswer } from '../../../shared/answer/normalise-answer.ts'
import { randomFrom, shuffled } from '../../../shared/basics/random.ts'
import { normaliseTerm, normaliseText, wordCount } from '../../../shared/basics/text.ts'
import { readLibrary } from '../../../shared/card/read-library.ts'
import { plainTaste } from '../../../shared/card/taste.ts'
import { defaultSettings } from '../../../shared/queue/settings.ts'
import { standsOutByLength } from '../../../shared/quiz/gives-away.ts'
import { dealPlaces } from '../../../shared/quiz/deal-places.ts'
import { dressOf, standsOutBy } from '../../../shared/quiz/option-dress.ts'
import { formOf } from '../../../shared/quiz/forms/question-forms.ts'
import { learnerAsking } from '../../../shared/quiz/learner-asking.ts'
import { materialOf } from '../../../shared/quiz/library-material.ts'
import type { MultipleChoiceQuestion } from '../../../shared/quiz/question.ts'
import type { QuizCard } from '../../../shared/quiz/quiz-card.ts'
import { type QuizLibrary, answersOf, prepareLibrary } from '../../../shared/quiz/quiz-library.ts'
import { newLearner } from '../../../shared/quiz/quiz-request.ts'
import { readNotes } from '../../../server/library/read-notes.ts'
import { abilities, decideConcepts } from '../../support/quiz-world.ts'
import { type BenchOptions, type Finding, type WorkloadReport, figure } from '../measure.ts'
import { root } from '../work-folder.ts'

/** Which notes are asked about, and where questions for a blind reader go. */
export interface QuizOptions extends BenchOptions {
  /** Folders of notes, together one library; without one those that ship and lie beside the checkout. */
  readonly folders: readonly string[]
  /** A Markdown file of sampled questions; their keys go beside it as JSON. */
  readonly sheet: string | null
}

const wanted = 300
const onSheet = 60

/** How sound generated multiple-choice questions are, by the library's own facts and by their form. */
export async function measureQuiz(options: QuizOptions): Promise<WorkloadReport> {
  const folders = options.folders.length > 0 ? options.folders : usualFolders
  const library = prepareLibrary(
    materialOf(readLibrary(await sourcesIn(folders), plainTaste(defaultSettings.cardDensity))),
  )
  const count = options.quick ? 60 : wanted
  const asked = generate(library, count)
  const dealt = dealPlaces(
    asked.map(({ question }) => question),
    'bench',
  )
  const questions = asked.map(({ card }, i): Asked => ({
    card,
    question: dealt[i] as MultipleChoiceQuestion,
  }))
  if (options.sheet !== null) writeSheet(options.sheet, questions)
  const alsoTrue = questions.filter((asked) => trueOptions(asked, library).length > 0)
  const byLength = questions.filter((asked) => standsOutInLength(asked))
  const byForm = questions.filter((asked) => formCues(asked).length > 0)
  const longest = questions.filter((asked) => isLongest(asked))
  const share = (some: readonly unknown[]) => some.length / Math.max(1, questions.length)
  return {
    findings: [
      atMost('options that are also true by the library’s own facts', share(alsoTrue), 0),
      atMost('keys that stand out by length or form', share([...new Set([...byLength, ...byForm])]), 0.1),
      atMost('keys that are the longest option', share(longest), 1 / 3 + 0.1),
      ...placeFindings(questions),
      ...sureFindings(options.quick ? 60 : 300),
    ],
    notes: [
      `${questions.length} questions about ${new Set(questions.map(({ card }) => card.cardId)).size} of ${library.cards.length} ready cards in ${folders.map((folder) => relative(root, folder)).join(', ')}`,
      `with four options: ${questions.filter(({ question }) => question.control.options.length === 4).length}; by length ${byLength.length}, by form ${byForm.length}`,
      ...alsoTrue
        .slice(0, 5)
        .map(
          ({ card, question }) =>
            `also true: ${card.front} ${JSON.stringify(question.control.options.map(({ text }) => text))}`,
        ),
      '“until sure”: known is who would recall at least half of a concept’s facts; hidden FSRS-6 memories, three abilities',
    ],
  }
}

const usualFolders = ['learnings', '../shared/learnings', '../shared/corpus/readmes'].map((path) =>
  resolve(root, path),
)

interface Asked {
  readonly card: QuizCard
  readonly question: MultipleChoiceQuestion
}

async function sourcesIn(folders: readonly string[]) {
  const read = await Promise.all(folders.map((folder) => readNotes(folder)))
  return read.flatMap(({ sources }, i) =>
    sources.map((source) => ({ ...source, path: join(basename(folders[i] ?? ''), source.path) })),
  )
}

/** Every card once, then again with other options, until there are enough. */
function generate(library: QuizLibrary, count: number): Asked[] {
  const asked: Asked[] = []
  const seen = new Set<string>()
  for (let round = 0; round < 40 && asked.length < count; round++) {
    const seed = `bench ${round}`
    const asking = learnerAsking(library, { seed, mode: { kind: 'practice' } }, newLearner, [])
    for (const card of shuffled(library.cards, randomFrom(seed))) {
      if (asked.length >= count || !formOf('multiple_choice').isFor(card)) continue
      const question = formOf('multiple_choice').ask(card, asking)
      if (question?.kind !== 'multiple_choice') continue
      const key = [card.cardId, ...question.control.options.map(({ text }) => text).sort()].join('\n')
      if (seen.has(key)) continue
      seen.add(key)
      asked.push({ card, question })
    }
  }
  return asked
}

/**
 * Options that the library itself accepts for the prompt: an answer or name of the concept under any of its names, or what
 * a card with the same words asks for. Written apart from what chooses options, so that it can find its faults.
 */
function trueOptions({ card, question }: Asked, library: QuizLibrary): string[] {
  const names = new Set([card.concept, ...card.conceptAliases].map(normaliseTerm))
  const alike = library.cards.filter(
    (other) =>
      other.subjectId === card.subjectId ||
      [other.concept, ...other.conceptAliases].some((name) => names.has(normaliseTerm(name))) ||
      bare(other.front) === bare(card.front),
  )
  const right = new Set(
    alike
      .flatMap((other) => [...answersOf(other), other.concept, ...other.conceptAliases])
      .map(normaliseAnswer),
  )
  return question.control.options
    .filter((_, i) => i !== question.control.keyIndex)
    .map(({ text }) => text)
    .filter((text) => right.has(normaliseAnswer(text)))
}

const bare = (front: string): string =>
  normaliseText(front)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const keyOf = ({ question: { control } }: Asked): string => control.options[control.keyIndex]?.text ?? ''
const othersOf = ({ question: { control } }: Asked): string[] =>
  control.options.filter((_, i) => i !== control.keyIndex).map(({ text }) => text)

const standsOutInLength = (asked: Asked): boolean =>
  standsOutByLength(wordCount(keyOf(asked)), othersOf(asked).map(wordCount))

/** In what the key looks different from all other options, as they are laid out. */
const formCues = (asked: Asked): string[] => standsOutBy(dressOf(keyOf(asked)), othersOf(asked).map(dressOf))

const isLongest = (asked: Asked): boolean =>
  othersOf(asked).every((other) => other.length < keyOf(asked).length)

/** The place of the key among three and among four options: how likely so uneven a count is by chance. */
function placeFindings(questions: readonly Asked[]): Finding[] {
  return [3, 4].flatMap((options) => {
    const own = questions.filter(({ question }) => question.control.options.length === options)
    if (own.length < 10 * options) return []
    const counts = Array.from(
      { length: options },
      (_, place) => own.filter(({ question }) => question.control.keyIndex === place).length,
    )
    const expected = own.length / options
    const chiSquare = counts.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0)
    return [
      figure(
        `place of the key among ${options} (${counts.join(', ')}): p`,
        'of 1',
        [chance(chiSquare, options - 1)],
        {
          of: 'figure',
          is: 'at least',
          value: 0.05,
        },
      ),
    ]
  })
}

/** The chance of a χ² at least as large, for two or three degrees of freedom. */
function chance(chiSquare: number, freedom: number): number {
  const tail = Math.exp(-chiSquare / 2)
  return freedom === 2
    ? tail
    : 2 * (1 - normal(Math.sqrt(chiSquare))) + Math.sqrt((2 * chiSquare) / Math.PI) * tail
}

/** The share of a normal distribution below z (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}

function sureFindings(concepts: number): Finding[] {
  const decided = (Object.keys(abilities) as (keyof typeof abilities)[]).flatMap((ability) =>
    decideConcepts('bench', ability, concepts),
  )
  const right = decided.filter(({ saidKnown, recall }) => saidKnown === recall >= 0.5).length
  return [
    figure(`“until sure” decides rightly, of ${decided.length} concepts`, 'of 1', [right / decided.length], {
      of: 'figure',
      is: 'at least',
      value: 0.85,
    }),
  ]
}

function atMost(what: string, ours: number, value: number): Finding {
  return figure(what, 'of 1', [ours], { of: 'figure', is: 'at most', value })
}

/** Questions as a stranger reads them, and apart from them the keys. */
function writeSheet(path: string, questions: readonly Asked[]): void {
  const facts = new Set<string>()
  // One question a fact: its other side would give it away.
  const sample = shuffled(questions, randomFrom('sheet'))
    .filter(({ card }) => !facts.has(card.factKey) && facts.add(card.factKey))
    .slice(0, onSheet)
  const letters = 'ABCD'
  const lines = sample.map(({ question }, i) => {
    const prompt = question.prompt.kind === 'text' ? question.prompt.text : ''
    const options = question.control.options.map(({ text }, at) => `- ${letters[at] ?? ''}. ${text}`)
    return [`## ${i + 1}. ${prompt}`, '', ...options, ''].join('\n')
  })
  writeFileSync(path, `# Multiple choice\n\n${lines.join('\n')}`)
  const keys = sample.map(({ card, question }, i) => ({
    number: i + 1,
    key: letters[question.control.keyIndex],
    front: card.front,
    options: question.control.options.map(({ text, whyWrong }) => ({ text, whyWrong })),
    sources: card.sources.map(({ file, lines: at }) => `${file}:${at.join(',')}`),
  }))
  writeFileSync(`${path.replace(/\.md$/, '')}-key.json`, `${JSON.stringify(keys, null, 2)}\n`)
}
