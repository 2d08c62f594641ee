import type {
  CardActionBody,
  CardActionReply,
  CardAdded,
  CardEdited,
  CardPatch,
  CardReply,
  CardSearchReply,
  CardSort,
  NewCard,
} from '../shared/api/cards.ts'
import type {
  ChangesReply,
  ConceptChangeBody,
  ConceptChangeReply,
  LibraryChange,
} from '../shared/api/changes.ts'
import type { ComebackReply } from '../shared/api/comeback.ts'
import type { DraftingBody, DraftingPlan, DraftingReply, WordingReply } from '../shared/api/drafting.ts'
import type { DraftDecisionsBody, DraftDecisionsReply, DraftListReply } from '../shared/api/drafts.ts'
import type {
  ConceptAnswersReply,
  ConceptEdgesReply,
  ConceptMapReply,
  ConceptReply,
  ConceptsQuery,
  ConceptsReply,
  FactIgnoredReply,
  FactOffersReply,
  LevelMovesReply,
  MasterySummary,
  MergeSuggestionsReply,
  TopicsQuery,
  TopicsReply,
} from '../shared/api/concepts.ts'
import type { ExamsReply } from '../shared/api/exams.ts'
import type { ImportReply } from '../shared/api/imports.ts'
import type { DecisionsBody, DecisionsReply, InboxReply, WaitingKind } from '../shared/api/inbox.ts'
import type { NoteReply, NoteSaved, NotesReply, WantedCardReply } from '../shared/api/notes.ts'
import type {
  QuizAnswerBody,
  QuizAnswerView,
  QuizAnswersReply,
  QuizBody,
  QuizEndReason,
  QuizPlanReply,
  QuizReply,
  QuizReportBody,
  QuizResultReply,
  QuizScopesReply,
  QuizSetupReply,
} from '../shared/api/quizzes.ts'
import type { ReadingReply } from '../shared/api/reading.ts'
import type { Calibration } from '../shared/insight/calibration.ts'
import type { FitReply, SimulationBody, SimulationReply } from '../shared/api/memory.ts'
import type { StudyChoicesReply } from '../shared/api/study.ts'
import type { SchedulerBody, SchedulerReply } from '../shared/api/scheduler.ts'
import type { Settings, SettingsPatch } from '../shared/api/settings.ts'
import type { SkimDecisionsBody, SkimReply, SkimState } from '../shared/api/skim.ts'
import type { StatsChartsQuery, StatsChartsReply } from '../shared/api/stats-charts.ts'
import type { StatsReply } from '../shared/api/stats.ts'
import type { TasteReply } from '../shared/api/taste.ts'
import type { WeekQuery, WeekReply } from '../shared/api/week.ts'
import { studyApi } from './api/study.ts'
import { type ChosenFile, read, upload, write } from './api/request.ts'

export type { ApiError, ChosenFile } from './api/request.ts'

/** Everything the pages ask of the server. */
export const api = {
  ...studyApi,
  changeScheduler: (body: SchedulerBody) => write<SchedulerReply>('PUT', '/scheduler', body),
  fitScheduler: () => write<FitReply>('POST', '/scheduler/fit', {}),
  simulate: (body: SimulationBody) => write<SimulationReply>('POST', '/simulations', body),
  searchCards: (query: { q: string; sort?: CardSort; offset?: number; limit?: number; zone: string }) =>
    read<CardSearchReply>('/cards/search', query),
  addCard: (body: NewCard) => write<CardAdded>('POST', '/cards', body),
  actOnCards: (body: CardActionBody) => write<CardActionReply>('POST', '/cards/actions', body),
  studyChoices: (zone: string) => read<StudyChoicesReply>('/study', { zone }),
  exams: (zone: string) => read<ExamsReply>('/exams', { zone }),
  steer: () => write<Settings>('POST', '/steering', {}),
  comeback: (days: number, zone: string) => read<ComebackReply>('/comeback', { days, zone }),
  card: (id: string) => read<CardReply>(`/cards/${encodeURIComponent(id)}`),
  changeSettings: (patch: SettingsPatch) => write<Settings>('PUT', '/settings', patch),
  taste: () => read<TasteReply>('/taste'),
  resetTaste: () => write<TasteReply>('DELETE', '/taste'),
  patchCard: (id: string, patch: CardPatch) =>
    write<CardEdited>('PATCH', `/cards/${encodeURIComponent(id)}`, patch),
  suspendCard: (id: string) => write<unknown>('PUT', `/cards/${encodeURIComponent(id)}/suspension`, {}),
  resumeCard: (id: string) => write<unknown>('DELETE', `/cards/${encodeURIComponent(id)}/suspension`),
  statsCharts: (query: StatsChartsQuery) => read<StatsChartsReply>('/stats/charts', query),
  calibration: (query: Omit<StatsChartsQuery, 'range'>) => read<Calibration>('/stats/calibration', query),
  week: (query: WeekQuery) => read<WeekReply>('/week', query),
  quizSetup: () => read<QuizSetupReply>('/quiz-setup'),
  quizScopes: (q: string) => read<QuizScopesReply>('/quiz-scopes', { q }),
  planQuiz: (body: QuizBody) => write<QuizPlanReply>('POST', '/quiz-plans', body),
  startQuiz: (body: QuizBody) => write<QuizReply>('POST', '/quizzes', body),
  quiz: (id: string) => read<QuizReply>(quizAddress(id)),
  quizResult: (id: string) => read<QuizResultReply>(`${quizAddress(id)}/result`),
  answerQuiz: (id: string, answers: readonly QuizAnswerBody[], keepalive: boolean) =>
    write<QuizAnswersReply>('POST', `${quizAddress(id)}/answers`, { answers }, { keepalive }),
  appealQuizAnswer: (id: string, questionId: string, wasRight: boolean, keepalive: boolean) =>
    write<QuizAnswerView>(
      wasRight ? 'PUT' : 'DELETE',
      `${quizAddress(id)}/answers/${encodeURIComponent(questionId)}/appeal`,
      undefined,
      { keepalive },
    ),
  reportQuestion: (id: string, questionId: string, body: QuizReportBody | null, keepalive: boolean) =>
    write<unknown>(
      body === null ? 'DELETE' : 'PUT',
      `${quizAddress(id)}/reports/${encodeURIComponent(questionId)}`,
      body ?? undefined,
      { keepalive },
    ),
  endQuiz: (id: string, reason: QuizEndReason, keepalive: boolean) =>
    write<QuizResultReply>('PUT', `${quizAddress(id)}/end`, { reason }, { keepalive }),
  undoQuizEffect: (id: string, questionId: string, cardId: string, isUndone: boolean) =>
    write<QuizAnswerView>(
      isUndone ? 'DELETE' : 'PUT',
      `${quizAddress(id)}/answers/${encodeURIComponent(questionId)}/effects/${encodeURIComponent(cardId)}`,
    ),
  undoQuizEffects: (id: string) => write<QuizResultReply>('DELETE', `${quizAddress(id)}/effects`),
  concepts: (query: ConceptsQuery) => read<ConceptsReply>('/concepts', { ...query }),
  topics: (query: TopicsQuery) => read<TopicsReply>('/topics', { ...query }),
  mastery: (zone: string) => read<MasterySummary>('/mastery', { zone }),
  levelMoves: (zone: string) => read<LevelMovesReply>('/mastery/moves', { zone }),
  mergeSuggestions: () => read<MergeSuggestionsReply>('/concept-merges'),
  concept: (id: string, zone: string) => read<ConceptReply>(`/concepts/${encodeURIComponent(id)}`, { zone }),
  conceptOffers: (id: string) => read<FactOffersReply>(`/concepts/${encodeURIComponent(id)}/offers`),
  ignoreFact: (key: string) => write<FactIgnoredReply>('PUT', `/facts/${encodeURIComponent(key)}/rejection`),
  takeFactBack: (key: string) =>
    write<FactIgnoredReply>('DELETE', `/facts/${encodeURIComponent(key)}/rejection`),
  conceptMap: (id: string, zone: string) =>
    read<ConceptMapReply>(`/concepts/${encodeURIComponent(id)}/map`, { zone }),
  conceptEdges: (id: string) => read<ConceptEdgesReply>(`/concepts/${encodeURIComponent(id)}/edges`),
  conceptAnswers: (id: string, query: { cursor?: string; limit?: number }) =>
    read<ConceptAnswersReply>(`/concepts/${encodeURIComponent(id)}/answers`, query),
  notes: () => read<NotesReply>('/notes'),
  note: (id: string) => read<NoteReply>(`/notes/${encodeURIComponent(id)}`),
  removeNote: (id: string) => write<ImportReply>('DELETE', `/notes/${encodeURIComponent(id)}`),
  saveNote: (id: string, body: { text: string; version: string }) =>
    write<NoteSaved>('PUT', `/notes/${encodeURIComponent(id)}`, body),
  createNote: (body: { path: string; text: string }) => write<NoteSaved>('POST', '/notes', body),
  wantCard: (noteId: string, cardKey: string) =>
    write<WantedCardReply>('POST', `/notes/${encodeURIComponent(noteId)}/cards`, { cardKey }),
  allowLines: (rejectionId: string) =>
    write<unknown>('DELETE', `/rejections/${encodeURIComponent(rejectionId)}`),
  planImport: (files: readonly ChosenFile[], signal?: AbortSignal) =>
    upload<ImportReply>('/imports?dryRun=true', files, signal),
  applyImport: (files: readonly ChosenFile[], signal?: AbortSignal) =>
    upload<ImportReply>('/imports', files, signal),
  readFolder: () => write<ImportReply>('POST', '/imports', { files: [] }),
  reading: () => read<ReadingReply>('/reading'),
  pauseReading: (paused: boolean) => write<ReadingReply>('PATCH', '/reading', { paused }),
  cancelReading: () => write<unknown>('DELETE', '/reading'),
  inbox: (query: { cursor?: string; limit?: number; waiting?: WaitingKind }) =>
    read<InboxReply>('/inbox', query),
  decide: (body: DecisionsBody) => write<DecisionsReply>('POST', '/inbox/decisions', body),
  skim: (query: { cursor?: string; limit?: number; noteId?: string; state?: SkimState }) =>
    read<SkimReply>('/skim', query),
  decideSkim: (body: SkimDecisionsBody) => write<DecisionsReply>('POST', '/skim/decisions', body),
  drafts: (query: { noteId?: string; cursor?: string; limit?: number }) =>
    read<DraftListReply>('/drafts', query),
  decideDrafts: (body: DraftDecisionsBody) => write<DraftDecisionsReply>('POST', '/drafts/decisions', body),
  drafting: () => read<DraftingReply>('/drafting'),
  planDrafting: (body: DraftingBody) => write<DraftingPlan>('POST', '/drafting', { ...body, dryRun: true }),
  startDrafting: (body: DraftingBody) => write<DraftingReply>('POST', '/drafting', body),
  pauseDrafting: (paused: boolean) => write<DraftingReply>('PATCH', '/drafting', { paused }),
  cancelDrafting: () => write<DraftingReply>('DELETE', '/drafting'),
  suggestWording: (cardId: string, dryRun: boolean) =>
    write<WordingReply>('POST', `/cards/${encodeURIComponent(cardId)}/wording`, { dryRun }),
  changes: () => read<ChangesReply>('/changes'),
  undoChange: (id: string) => write<LibraryChange>('DELETE', `/changes/${encodeURIComponent(id)}`),
  changeConcept: (body: ConceptChangeBody) => write<ConceptChangeReply>('POST', '/concept-changes', body),
  settings: () => read<Settings>('/settings'),
  saveSettings: (settings: Settings) => write<Settings>('PUT', '/settings', settings),
  stats: () => read<StatsReply>('/stats'),
}

const quizAddress = (id: string): string => `/quizzes/${encodeURIComponent(id)}`
