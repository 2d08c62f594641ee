import type { CardReply, CardsReply, CardView } from '../../shared/api/cards.ts'
import type { ChangesReply } from '../../shared/api/changes.ts'
import type { ConceptReply } from '../../shared/api/concepts.ts'
import type { InboxItem, InboxReply } from '../../shared/api/inbox.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { QuizReply } from '../../shared/api/quizzes.ts'
import { wilsonRange } from '../../shared/quiz/score-quiz.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { sql } from 'kysely'
import { get, listAllConcepts } from './api.ts'
import type { TestApp } from './build-test-app.ts'

/**
 * Everything that a learner would miss, in plain data: what the API says wherever it says it, else the rows. A version
 * that stores something in another form changes how it is read here, and not what is expected.
 */
export async function holdingsOf(test: TestApp) {
  const inbox = await inboxOf(test)
  return {
    cards: await cardsOf(test, inbox.items),
    schedules: await schedulesOf(test),
    learner: await learnerOf(test),
    studyDays: await studyDaysOf(test),
    concepts: await conceptsOf(test),
    inbox,
    // What a change decided is kept apart of it, and an older version did not tell it.
    changes: (await get<ChangesReply>(test, '/changes')).changes.map(
      ({ decided: _decided, ...change }) => change,
    ),
    quizzes: await quizzesOf(test),
    notes: await notesOf(test),
    said: await saidOf(test),
    rows: await countRows(test),
  }
}
export type Holdings = Awaited<ReturnType<typeof holdingsOf>>

/** Every card, those at rest too, in the order in which they were made. */
export async function listAllCards(test: TestApp): Promise<CardView[]> {
  const all: CardView[] = []
  for (let cursor = ''; ;) {
    const page = await get<CardsReply>(test, `/cards?limit=200${cursor}`)
    all.push(...page.cards)
    if (page.nextCursor === null) return all
    cursor = `&cursor=${page.nextCursor}`
  }
}

async function cardsOf(test: TestApp, waiting: readonly InboxToldBefore[]) {
  const proposed = new Map(waiting.map((item) => [item.cardId, item.proposed]))
  const rows = await test.deps.db.reader
    .selectFrom('cards')
    .select(['id', 'accepted', 'edited_front', 'edited_back', 'accepted_at', 'waiting'])
    .select(['kept_at', 'skipped_at', 'created_at'])
    .execute()
  const byId = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.id, row]))
  const held = []
  for (const { id, ...view } of await listAllCards(test)) {
    const row = byId.get(id)
    if (row === undefined) throw new Error(`There is no row of card ${id}.`)
    const { history, typed } = await get<CardReply>(test, `/cards/${id}`)
    held.push({
      ...row,
      ...wordsOf(view),
      accepted: JSON.parse(row.accepted) as string[],
      status: view.status,
      kind: view.kind,
      edited: view.edited,
      flag: view.flag,
      conceptId: view.conceptId,
      concept: view.concept,
      reasons: view.reasons.map(({ code }) => code),
      sources: view.sources.map(({ file, lines }) => ({ file, lines })),
      proposed: proposed.get(id) ?? null,
      answers: typed?.answers ?? null,
      history: history.map((event) => event.id),
    })
  }
  return held
}

/** What a card says, as the API gives it. */
const wordsOf = ({ front, back }: Pick<CardView, 'front' | 'back'>) => ({ front, back })

function schedulesOf({ deps }: TestApp) {
  return deps.db.reader
    .selectFrom('schedules')
    .select(['card_id', 'asked', 'position', 'kind', 'repetitions', 'interval_days', 'ease_hundredths'])
    .select(['lapses', 'due_on', 'repeated_on', 'suspended', 'buried_until', 'last_answer_on'])
    .select(['last_answer_at', 'last_answer_grade', 'answers', 'first_answered_on'])
    .select(['newest_time', 'newest_id', 'stability', 'difficulty'])
    .orderBy('card_id')
    .execute()
}

async function learnerOf(test: TestApp) {
  const row = await test.deps.db.reader
    .selectFrom('learners')
    .select(['id', 'name', 'event_count', 'event_digest', 'profile', 'sm2_recall'])
    .executeTakeFirstOrThrow()
  return {
    ...row,
    settings: await get<Settings>(test, '/settings'),
    scheduler: await get<SchedulerReply>(test, '/scheduler'),
  }
}

function studyDaysOf({ deps }: TestApp) {
  return deps.db.reader
    .selectFrom('study_days')
    .select(['day', 'answers', 'passed', 'new_cards', 'review_cards', 'review_passed', 'duration_ms'])
    .orderBy('day')
    .execute()
}

async function conceptsOf(test: TestApp) {
  const rows = await test.deps.db.reader
    .selectFrom('concepts')
    .select(['id', 'concept_key', 'term', 'aliases', 'active'])
    .orderBy('id')
    .execute()
  const concepts = await listAllConcepts(test)
  // What follows from the log, and not from what was said by hand, is told anew by every version.
  const told = concepts.map(
    ({ mastery: _mastery, due: _due, topic: _topic, trend: _trend, weakPrerequisite: _weak, ...concept }) =>
      concept,
  )
  const spokenOf = new Set<string>(
    (await test.deps.db.reader.selectFrom('concept_words').select('concept_key').execute()).map(
      (word) => word.concept_key,
    ),
  )
  const keys = new Map<string, string>(rows.map((row) => [row.id, row.concept_key]))
  const full: ConceptReply[] = []
  for (const { id, conflicts } of told)
    if (conflicts > 0 || spokenOf.has(keys.get(id) ?? ''))
      full.push(await get<ConceptReply>(test, `/concepts/${id}`))
  return {
    rows,
    told: told.sort((a, b) => (a.id < b.id ? -1 : 1)),
    byHand: full.map(({ id, terms, byHand, conflicts }) => ({ id, terms, byHand, conflicts })),
  }
}

type InboxToldBefore = Omit<InboxItem, 'languages'>

/** What waits, in the form of November 2026, when no item said its language. */
const asInboxToldBefore = ({ languages: _languages, ...item }: InboxItem): InboxToldBefore => item

async function inboxOf(test: TestApp): Promise<{ items: InboxToldBefore[]; counts: InboxReply['counts'] }> {
  const items: InboxToldBefore[] = []
  for (let cursor = ''; ;) {
    const page = await get<InboxReply>(test, `/inbox?limit=200${cursor}`)
    items.push(...page.items.map(asInboxToldBefore))
    if (page.nextCursor === null) return { items, counts: page.counts }
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`
  }
}

async function quizzesOf(test: TestApp) {
  const rows = await test.deps.db.reader.selectFrom('quizzes').select('id').orderBy('id').execute()
  const quizzes: ReturnType<typeof asToldBefore>[] = []
  for (const { id } of rows)
    quizzes.push(asToldBefore(undirected(await get<QuizReply>(test, `/quizzes/${id}`))))
  return quizzes
}

/** A quiz in the form of November 2026, when it knew two kinds and the two sides of a question were HTML alone. */
function asToldBefore(quiz: QuizReply) {
  const { id, setup, createdAt, questions, answers, finished: _finished } = quiz
  const given = new Map(answers.map((answer) => [answer.questionId, answer]))
  const right = answers.filter(({ judged }) => judged.verdict !== 'wrong').length
  return {
    id,
    conceptId: setup.scope.kind === 'concepts' ? (setup.scope.conceptIds[0] ?? null) : null,
    concept: setup.scope.kind === 'concepts' ? quiz.name : null,
    createdAt,
    answered: answers.length,
    right,
    // A quiz is closed after a week now; in those days it was finished when all was answered.
    finished: answers.length === questions.length,
    range: wilsonRange(right, answers.length),
    questions: questions.map((view) => questionToldBefore(view, given.get(view.question.id))),
  }
}

function questionToldBefore(
  { question, prompt, texts }: QuizReply['questions'][number],
  answer: QuizReply['answers'][number] | undefined,
) {
  const { id, kind, cardId, conceptId, concept, sources } = question
  if (kind !== 'typed' && kind !== 'multiple_choice') throw new Error(`There was no ${kind} in those days.`)
  const { control } = question
  const options = control.kind === 'options' ? control.options : []
  return {
    id,
    kind,
    cardId,
    conceptId,
    concept,
    promptHtml: prompt.html,
    options: options.map(({ text }) => texts[text]?.html),
    answer:
      answer === undefined
        ? null
        : {
            given: answer.given.kind === 'text' ? answer.given.text : '',
            optionIndex: answer.given.kind === 'option' ? answer.given.index : null,
            verdict: answer.judged.verdict,
            correctIndex: control.kind === 'options' ? control.keyIndex : null,
            answerHtml: asBlock(texts[control.answer]?.html ?? ''),
            explanations: options.map(({ whyWrong }) => whyWrong),
            sources,
          },
  }
}

/** HTML says to which side its text runs, since words of other scripts may stand in it. */
const undirected = (quiz: QuizReply): QuizReply =>
  JSON.parse(JSON.stringify(quiz).replaceAll(/ (?:dir|lang)=\\"[^"\\]*\\"/g, '')) as QuizReply

/** What is of one line is no paragraph of its own any more. */
const asBlock = (html: string): string => (/^<(?:p|pre|ul|ol)\b/.test(html) ? html : `<p>${html}</p>\n`)

async function notesOf(test: TestApp) {
  const { notes } = await get<NotesReply>(test, '/notes')
  return notes
    .map(({ readAt: _readAt, ignored, facts, ...note }) => ({
      ...note,
      // What lines state that were rejected was counted with the rest in those days.
      facts: facts + ignored,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What the learner said by hand, and the schedulers that they had made. */
async function saidOf({ deps }: TestApp) {
  const { reader } = deps.db
  return {
    rejections: await reader
      .selectFrom('rejections')
      .select(['id', 'span', 'quote', 'made_at'])
      .orderBy('id')
      .execute(),
    words: await reader
      .selectFrom('concept_words')
      .select(['kind', 'subject', 'value', 'sentence', 'concept_key', 'change_id'])
      .orderBy('kind')
      .orderBy('subject')
      .execute(),
    profiles: await reader
      .selectFrom('profiles')
      .select(['id', 'scheduler', 'parameters', 'made_at', 'evidence'])
      .orderBy('id')
      .execute(),
  }
}

/** Tables that the version of the fixture did not have: there is nothing in them that could be lost. */
const youngerTables: ReadonlySet<string> = new Set([
  'card_decisions',
  'concept_standings',
  'drafts',
  'drafted_sections',
  'quiz_options',
  'quiz_reports',
  'accepted_answers',
  'accounts',
  'sessions',
  'known_devices',
  'api_tokens',
  'one_time_links',
  'sign_in_tries',
])

/** How many rows every table has; what belongs to an index of words or to the migrations is not the learner's. */
async function countRows({ deps }: TestApp): Promise<Record<string, number>> {
  const { reader } = deps.db
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and sql not like 'create virtual%'
      and name not like 'sqlite%' and name not like 'kysely%' order by name`.execute(reader)
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    if (/_(?:data|idx|content|docsize|config)$/.test(name) || youngerTables.has(name)) continue
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(
      reader,
    )
    counts[name] = rows[0]?.count ?? 0
  }
  return counts
}
