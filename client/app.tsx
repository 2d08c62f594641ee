import { useEffect, useErrorBoundary } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { MissingPage } from './pages/missing-page.tsx'
import { PaletteButton, PaletteHost } from './pages/palette-host.tsx'
import { ReviewPage } from './pages/review-page.tsx'
import { isSitting, paths } from './router.ts'
import { announcement } from './state/announcer.ts'
import { updateReady } from './state/update-ready.ts'
import { readingBehind, watchReading } from './state/reading.ts'
import { Icon } from './ui/icon.tsx'
import { laterPage } from './ui/later-page.tsx'
import { readingWords } from './ui/reading-words.ts'
import { SyncStrip } from './ui/sync-strip.tsx'

const UpdateStrip = laterPage(() => import('./ui/update-strip.tsx').then((m) => m.UpdateStrip))
// The page of every day comes with the first load; the others when they are asked for.
const TodayPage = laterPage(() => import('./pages/today-page.tsx').then((m) => m.TodayPage))
const SummaryPage = laterPage(() => import('./pages/summary-page.tsx').then((m) => m.SummaryPage))
const QuizSetupPage = laterPage(() => import('./pages/quiz-setup-page.tsx').then((m) => m.QuizSetupPage))
const QuizRunPage = laterPage(() => import('./pages/quiz-run-page.tsx').then((m) => m.QuizRunPage))
const QuizResultPage = laterPage(() => import('./pages/quiz-result-page.tsx').then((m) => m.QuizResultPage))
const ConceptsPage = laterPage(() => import('./pages/concepts-page.tsx').then((m) => m.ConceptsPage))
const ConceptPage = laterPage(() => import('./pages/concept-page.tsx').then((m) => m.ConceptPage))
const NotesPage = laterPage(() => import('./pages/notes-page.tsx').then((m) => m.NotesPage))
const ChangesPage = laterPage(() => import('./pages/changes-page.tsx').then((m) => m.ChangesPage))
const InboxPage = laterPage(() => import('./pages/inbox-page.tsx').then((m) => m.InboxPage))
const EditNotePage = laterPage(() => import('./pages/edit-note-page.tsx').then((m) => m.EditNotePage))
const NewNotePage = laterPage(() => import('./pages/edit-note-page.tsx').then((m) => m.NewNotePage))
const NotePage = laterPage(() => import('./pages/note-page.tsx').then((m) => m.NotePage))
const CardsPage = laterPage(() => import('./pages/cards-page.tsx').then((m) => m.CardsPage))
const StatsPage = laterPage(() => import('./pages/stats-page.tsx').then((m) => m.StatsPage))
const SettingsPage = laterPage(() => import('./pages/settings-page.tsx').then((m) => m.SettingsPage))

export function App() {
  return (
    <LocationProvider>
      <p class="vh" role="status">
        {announcement}
      </p>
      <Frame>
        <Router>
          <Route path="/" component={TodayPage} />
          <Route path="/review" component={ReviewPage} />
          <Route path="/review/done" component={SummaryPage} />
          <Route path="/quiz" component={QuizSetupPage} />
          <Route path="/quiz/:id" component={QuizRunPage} />
          <Route path="/quiz/:id/result" component={QuizResultPage} />
          <Route path="/concepts" component={ConceptsPage} />
          <Route path="/concepts/:id" component={ConceptPage} />
          <Route path="/notes" component={NotesPage} />
          <Route path="/notes/new" component={NewNotePage} />
          <Route path="/notes/changes" component={ChangesPage} />
          <Route path="/notes/:id" component={NotePage} />
          <Route path="/notes/:id/edit" component={EditNotePage} />
          <Route path="/cards" component={CardsPage} />
          <Route path="/inbox" component={InboxPage} />
          <Route path="/stats" component={StatsPage} />
          <Route path="/settings" component={SettingsPage} />
          <Route default component={MissingPage} />
        </Router>
      </Frame>
    </LocationProvider>
  )
}

/** Rail on wide screens, tabs on phones; nothing at all around a sitting. */
function Frame({ children }: { readonly children: ComponentChildren }) {
  const { path } = useLocation()
  if (isSitting(path)) {
    return (
      <>
        <SyncStrip />
        <Guarded>{children}</Guarded>
      </>
    )
  }
  return (
    <>
      <a class="skip" href="#main" onClick={skipToMain}>
        Skip to content
      </a>
      <SyncStrip />
      {updateReady.value ? <UpdateStrip /> : null}
      <ReadingStrip />
      <PaletteHost />
      <div class="frame">
        <header class="top">
          <a class="brand" href={paths.today}>
            Recollect
          </a>
          <PaletteButton />
          <a class="icon-btn" href={paths.settings} aria-label="Settings">
            <Icon name="settings" />
          </a>
        </header>
        <nav class="nav" aria-label="Main">
          <a class="brand" href={paths.today}>
            Recollect
          </a>
          <PaletteButton />
          {places.map((place) => (
            <a
              key={place.href}
              href={place.href}
              aria-current={isWithin(path, place.href) ? 'page' : undefined}
            >
              {place.name}
            </a>
          ))}
          <a
            class="settings-link"
            href={paths.settings}
            aria-current={path === paths.settings ? 'page' : undefined}
          >
            Settings
          </a>
        </nav>
        <main id="main" tabIndex={-1}>
          <Guarded>{children}</Guarded>
        </main>
      </div>
    </>
  )
}

const places = [
  { name: 'Today', href: paths.today },
  { name: 'Quiz', href: paths.quiz() },
  { name: 'Concepts', href: paths.concepts },
  { name: 'Library', href: paths.notes },
  { name: 'Stats', href: paths.stats },
] as const

function isWithin(path: string, place: string): boolean {
  if (place === paths.notes && (path === paths.inbox() || path === paths.cards())) return true
  return place === '/'
    ? path === '/' || path.startsWith('/review')
    : path === place || path.startsWith(`${place}/`)
}

function skipToMain(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** That the server reads notes in the background; a page that waits for a reading shows it by itself. */
function ReadingStrip() {
  useEffect(() => void watchReading(), [])
  const state = readingBehind.value
  if (state === null) return null
  return <div class="strip nums">Your notes are being read. {readingWords(state)}</div>
}

/** A page that breaks does not take the others, or any answer, with it. */
function Guarded({ children }: { readonly children: ComponentChildren }) {
  const { url } = useLocation()
  const [error, reset] = useErrorBoundary((reason: unknown) => console.error(reason))
  useEffect(reset, [url])
  if (error === undefined) return <>{children}</>
  return (
    <div class="page">
      <h1>This page broke</h1>
      <p class="sub">The fault is ours. Your answers are saved.</p>
      <p class="section">
        <button type="button" class="btn" onClick={() => location.reload()}>
          Reload
        </button>
      </p>
    </div>
  )
}
