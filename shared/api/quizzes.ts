import { type Static, Type } from 'typebox'
import type { CardId } from '../card/card.ts'
import type { QuestionKind } from '../quiz/question.ts'
import { type QuizEffectSetting, type QuizChange, quizEffectSettings } from '../quiz/quiz-effects.ts'
import { type QuizPaper, type ResultGroup, type StopReason, resultGroups } from '../quiz/quiz-paper.ts'
import {
  type QuizFocus,
  type QuizLength,
  type QuizMode,
  type QuizPreset,
  type QuizRequest,
  type QuizScope,
  type QuizShortfall,
  quizPresets,
} from '../quiz/quiz-request.ts'
import { Count, Millis, Nullable, Text, TextSide, Uuid, closed } from './common.ts'
import {
  AskedAndRight,
  ConfidenceView,
  GivenAnswerData,
  JudgedData,
  QuestionKindView,
  QuizQuestionData,
  ShareRange,
} from './quiz-questions.ts'

const kind = <Kind extends string>(name: Kind) => ({ kind: Type.Literal(name) })
const oneOf = <Name extends string>(names: readonly Name[]) =>
  Type.Unsafe<Name>(Type.Union(names.map((name) => Type.Literal(name))))
const Name = Type.String({ minLength: 1, maxLength: 300 })

/** What a quiz is about: it asks about nothing else. */
export const QuizScopeData = Type.Unsafe<QuizScope>(
  Type.Union([
    Type.Object(kind('library'), closed),
    Type.Object(
      {
        ...kind('concepts'),
        conceptIds: Type.Array(Text(64), { minItems: 1, maxItems: 50, uniqueItems: true }),
      },
      closed,
    ),
    Type.Object({ ...kind('topic'), path: Type.Array(Name, { minItems: 1, maxItems: 20 }) }, closed),
    Type.Object({ ...kind('note'), path: Type.String({ minLength: 1, maxLength: 1000 }) }, closed),
    Type.Object({ ...kind('tag'), tag: Name }, closed),
    Type.Object(
      {
        ...kind('cards'),
        cardIds: Type.Array(Type.Unsafe<CardId>(Uuid), { minItems: 1, maxItems: 1000, uniqueItems: true }),
      },
      closed,
    ),
  ]),
)

const QuizFocusData = oneOf<QuizFocus>(['mixed', 'weakest', 'sure_but_wrong', 'just_imported'])
const QuizLengthData = Type.Unsafe<QuizLength>(
  Type.Union([
    Type.Object({ ...kind('count'), count: Type.Integer({ minimum: 1, maximum: 50 }) }, closed),
    Type.Object({ ...kind('minutes'), minutes: Type.Integer({ minimum: 1, maximum: 60 }) }, closed),
    Type.Object(kind('until_sure'), closed),
  ]),
)
const QuizModeData = Type.Unsafe<QuizMode>(
  Type.Union([
    Type.Object(kind('practice'), closed),
    Type.Object({ ...kind('exam'), minutes: Nullable(Type.Integer({ minimum: 1, maximum: 180 })) }, closed),
  ]),
)
const QuizEffectSettingData = Type.Unsafe<QuizEffectSetting>(
  Type.Union(
    quizEffectSettings.map((setting) => Type.Literal(setting)),
    { description: 'How much the quiz may move schedules.' },
  ),
)

const setup = {
  scope: QuizScopeData,
  focus: QuizFocusData,
  length: QuizLengthData,
  kinds: Type.Array(QuestionKindView, { minItems: 1, maxItems: 8, uniqueItems: true }),
  mode: QuizModeData,
  asksConfidence: Type.Boolean(),
  effect: QuizEffectSettingData,
}
/** What a quiz is asked to be. Every field has a default: ten mixed questions over all notes, with confidence. */
export const QuizBody = Type.Object(
  {
    ...Type.Partial(Type.Object(setup)).properties,
    /** What it is called where it is not plain from its scope. */
    name: Type.Optional(Text(120)),
  },
  closed,
)
export type QuizBody = Static<typeof QuizBody>
/** What a quiz was asked to be. */
export type QuizSetup = Omit<QuizRequest, 'seed'> & { readonly effect: QuizEffectSetting }
const QuizSetupData = Type.Unsafe<QuizSetup>(Type.Object(setup, closed))

const Shortfall = Type.Unsafe<QuizShortfall>(
  Type.Union([
    Type.Object({ ...kind('no_cards'), sentence: Type.String() }, closed),
    Type.Object({ ...kind('no_questions'), sentence: Type.String() }, closed),
    Type.Object({ ...kind('too_few'), possible: Count, sentence: Type.String() }, closed),
    Type.Object({ ...kind('just_answered'), sentence: Type.String() }, closed),
    Type.Object({ ...kind('nothing_in_focus'), sentence: Type.String() }, closed),
  ]),
)
/** What is known of a quiz before it starts. `too_few` can start nevertheless, every other shortfall cannot. */
export const QuizPlanReply = Type.Object(
  {
    possible: Count,
    /** Facts that those questions ask. */
    facts: Count,
    /** Of a large library only a sample was looked at. */
    isEstimate: Type.Boolean(),
    /** In how many facts each kind could be asked, also of the kinds that are switched off. */
    kinds: Type.Unsafe<Record<QuestionKind, number>>(Type.Record(QuestionKindView, Count)),
    concepts: Type.Array(
      Type.Object({ conceptId: Type.String(), concept: Type.String(), facts: Count }, closed),
    ),
    thinConcepts: Count,
    questions: Count,
    minutes: Type.Number(),
    shortfall: Nullable(Shortfall),
    sentence: Type.String(),
  },
  closed,
)
export type QuizPlanReply = Static<typeof QuizPlanReply>

/** Something that a quiz can be about. */
export const QuizScopeChoice = Type.Object(
  {
    scope: QuizScopeData,
    name: Type.String(),
    /** Of its facts, how many can be asked, and how many of these one would recall today. */
    facts: Count,
    recalled: Type.Number(),
    /** Of a concept: the level that it stands on, and whether that is thin evidence. */
    level: Type.Optional(
      Type.Object({ level: Type.Integer({ minimum: 0, maximum: 5 }), thin: Type.Boolean() }, closed),
    ),
  },
  closed,
)
export type QuizScopeChoice = Static<typeof QuizScopeChoice>

export const QuizSummary = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    createdAt: Millis,
    /** Until then it can be gone on with. */
    closesAt: Millis,
    isExam: Type.Boolean(),
    answered: Count,
    /** About how many are still to come. */
    left: Count,
    right: Count,
    finished: Type.Boolean(),
  },
  closed,
)
export type QuizSummary = Static<typeof QuizSummary>

/** What stands on the page where a quiz is set up. */
export const QuizSetupReply = Type.Object(
  {
    presets: Type.Array(
      Type.Object(
        {
          preset: oneOf<QuizPreset>(quizPresets),
          /** What to ask for: the body of `POST /quizzes`; null where there is nothing that it could be about. */
          body: Nullable(QuizBody),
          questions: Count,
          minutes: Type.Number(),
          /** Why it cannot start; null where it can. */
          unavailable: Nullable(Type.String()),
          /** For a preset about one concept: which. */
          about: Nullable(Type.String()),
        },
        closed,
      ),
    ),
    /** Concepts that one would recall least of, to choose from. */
    weakest: Type.Array(QuizScopeChoice),
    /** Quizzes of the last days, the newest first. */
    recent: Type.Array(QuizSummary),
  },
  closed,
)
export type QuizSetupReply = Static<typeof QuizSetupReply>

export const QuizScopesQuery = Type.Object({ q: Type.Optional(Text(200)) }, closed)
export const QuizScopesReply = Type.Object({ choices: Type.Array(QuizScopeChoice) }, closed)
export type QuizScopesReply = Static<typeof QuizScopesReply>

/** A question as it is asked, with every text that may be shown as HTML that the server made. */
export const QuizQuestionView = Type.Object(
  {
    question: QuizQuestionData,
    prompt: TextSide,
    /** By the Markdown that stands in the question, in its options, steps, pairs and answers. */
    texts: Type.Record(Type.String(), TextSide),
    /** Names the notes know that a slip of the pen might spell: then it is no slip. */
    otherTerms: Type.Array(Type.String()),
  },
  closed,
)
export type QuizQuestionView = Static<typeof QuizQuestionView>

/** What an answer did to the schedule of one card. */
export const QuizEffectView = Type.Object(
  {
    cardId: Type.String(),
    /** The card's question as plain text. */
    front: Type.String(),
    change: Type.Unsafe<QuizChange>(
      Type.Union([
        Type.Object(kind('none'), closed),
        Type.Object({ ...kind('graded'), grade: Type.Integer({ minimum: 0, maximum: 5 }) }, closed),
        Type.Object({ ...kind('recheck'), dueOn: Type.String() }, closed),
      ]),
    ),
    words: Type.String(),
    /** When the card is due now; null while it has no schedule. */
    dueOn: Nullable(Type.String()),
    undone: Type.Boolean(),
  },
  closed,
)
export type QuizEffectView = Static<typeof QuizEffectView>

export const QuizAnswerView = Type.Object(
  {
    questionId: Type.String(),
    eventId: Type.String(),
    at: Millis,
    given: GivenAnswerData,
    judged: JudgedData,
    confidence: Nullable(ConfidenceView),
    durationMs: Count,
    /** The learner said that it was right. */
    appealed: Type.Boolean(),
    effects: Type.Array(QuizEffectView),
  },
  closed,
)
export type QuizAnswerView = Static<typeof QuizAnswerView>

export const reportReasons = ['also_right', 'wrong', 'unclear'] as const
/** What the learner says is wrong with a question. */
export type ReportReason = (typeof reportReasons)[number]
const ReportReasonData = oneOf(reportReasons)
/** What is wrong with a question. With an option it is about the pair: it never stands under this question again. */
export const QuizReportBody = Type.Object(
  {
    reason: ReportReasonData,
    optionIndex: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
  },
  closed,
)
export type QuizReportBody = Static<typeof QuizReportBody>
export const QuizReportView = Type.Object(
  { questionId: Type.String(), reason: ReportReasonData, option: Nullable(Type.String()) },
  closed,
)
export type QuizReportView = Static<typeof QuizReportView>

export const quizEndReasons = ['left', 'minutes_over'] as const
/** Why a quiz ended before it ended by itself. */
export type QuizEndReason = (typeof quizEndReasons)[number]
export const QuizEndBody = Type.Object({ reason: oneOf(quizEndReasons) }, closed)
export type QuizEndBody = Static<typeof QuizEndBody>

/** A quiz with all that it takes to go on without the server, and what was answered. */
export const QuizReply = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    createdAt: Millis,
    closesAt: Millis,
    setup: QuizSetupData,
    /** `QuizPaper` of shared/quiz/quiz-paper.ts but for its questions. */
    paper: Type.Unsafe<Omit<QuizPaper, 'questions'>>(
      Type.Object(
        {
          length: QuizLengthData,
          mode: QuizModeData,
          asksConfidence: Type.Boolean(),
          order: Type.Array(Type.String()),
          concepts: Type.Array(
            Type.Object({ conceptId: Type.String(), concept: Type.String(), known: Type.Number() }, closed),
          ),
          secondLooks: Type.Array(Type.Object({ first: Type.String(), again: Type.String() }, closed)),
          easier: Type.Array(Type.Object({ planned: Type.String(), easier: Type.String() }, closed)),
          replaced: Type.Array(Type.Object({ kind: QuestionKindView, times: Count }, closed)),
        },
        closed,
      ),
    ),
    questions: Type.Array(QuizQuestionView),
    /** The notes that are still there, by their files: a source links to its note. */
    noteIds: Type.Record(Type.String(), Type.String()),
    answers: Type.Array(QuizAnswerView),
    reports: Type.Array(QuizReportView),
    end: Nullable(Type.Object({ at: Millis, reason: oneOf(quizEndReasons) }, closed)),
    finished: Type.Boolean(),
  },
  closed,
)
export type QuizReply = Static<typeof QuizReply>

/** `eventId` is client-made: a resend is harmless. */
export const QuizAnswerBody = Type.Object(
  {
    questionId: Text(64),
    eventId: Uuid,
    deviceId: Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
    at: Millis,
    zone: Text(64),
    durationMs: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
    given: GivenAnswerData,
    confidence: Type.Optional(ConfidenceView),
  },
  closed,
)
export type QuizAnswerBody = Static<typeof QuizAnswerBody>
/** One answer, which is refused with a status of its own, or several, each judged by itself and with its verdict. */
export const QuizAnswersBody = Type.Union([
  QuizAnswerBody,
  Type.Object({ answers: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 100 }) }, closed),
])
export type QuizAnswersBody = Static<typeof QuizAnswersBody>

export const QuizAnswersReply = Type.Object(
  {
    verdicts: Type.Array(
      Type.Object(
        {
          questionId: Type.String(),
          eventId: Type.String(),
          verdict: oneOf(['recorded', 'duplicate', 'rejected']),
          code: Type.Optional(Type.String()),
          sentence: Type.Optional(Type.String()),
          answer: Nullable(QuizAnswerView),
        },
        closed,
      ),
    ),
    finished: Type.Boolean(),
  },
  closed,
)
export type QuizAnswersReply = Static<typeof QuizAnswersReply>

/** How a quiz went. */
export const QuizResultReply = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    finished: Type.Boolean(),
    /** First tries alone; the range is Wilson's 95 %. */
    score: Type.Object({ ...AskedAndRight, near: Count, wrong: Count, range: Nullable(ShareRange) }, closed),
    /** Planned questions without an answer. */
    open: Count,
    /** Sure but wrong, then wrong, then lucky guesses, then right. */
    outcomes: Type.Array(
      Type.Object(
        { questionId: Type.String(), group: oneOf<ResultGroup>(resultGroups), isFirstTry: Type.Boolean() },
        closed,
      ),
    ),
    /** How often the learner was right, by how sure they were; empty where it was not asked. */
    calibration: Type.Array(
      Type.Object({ confidence: ConfidenceView, ...AskedAndRight, range: Nullable(ShareRange) }, closed),
    ),
    /** What the answers say of each concept: the chance that it is known, before and after. */
    concepts: Type.Array(
      Type.Object(
        {
          conceptId: Type.String(),
          concept: Type.String(),
          ...AskedAndRight,
          before: Type.Number(),
          after: Type.Number(),
          sentence: Type.String(),
        },
        closed,
      ),
    ),
    /** Why it ended; null while it goes on. */
    stop: Nullable(
      Type.Object({ reason: Type.Unsafe<StopReason>(Type.Unknown()), sentence: Type.String() }, closed),
    ),
    replaced: Type.Array(Type.Object({ kind: QuestionKindView, times: Count }, closed)),
    /** What moved in the schedules, each by its question and card. */
    changes: Type.Array(Type.Object({ ...QuizEffectView.properties, questionId: Type.String() }, closed)),
    reports: Type.Array(QuizReportView),
  },
  closed,
)
export type QuizResultReply = Static<typeof QuizResultReply>
