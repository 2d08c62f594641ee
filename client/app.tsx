import { useEffect, useErrorBoundary } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { useActivePlace } from './keys/dispatch.ts'
import { namesOf } from './keys/key-names.ts'
import { ReviewPage } from './pages/review/review-page.tsx'
import { isSitting } from './router.ts'
import { announcement } from './state/announcer.ts'
import { overlay } from './state/overlay.ts'
import { laterPage, laterPart } from './ui/later-page.tsx'

// A review is the page of every day and comes with the first load; all else when it is asked for.
const Rail = laterPart(() => import('./pages/frame/rail.tsx').then((m) => m.Rail))
const FrameStrips = laterPart(() => import('./pages/frame/frame-strips.tsx').then((m) => m.FrameStrips))
const SyncStrip = laterPart(() => import('./pages/frame/sync-strip.tsx').then((m) => m.SyncStrip))
const Overlays = laterPart(() => import('./pages/frame/overlays.tsx').then((m) => m.Overlays))
const TodayPage = laterPage(() => import('./pages/today/today-page.tsx').then((m) => m.TodayPage))
const SummaryPage = laterPage(() => import('./pages/review/summary-page.tsx').then((m) => m.SummaryPage))
const QuizSetupPage = laterPage(() => import('./pages/quiz/quiz-setup-page.tsx').then((m) => m.QuizSetupPage))
const QuizRunPage = laterPage(() => import('./pages/quiz/quiz-run-page.tsx').then((m) => m.QuizRunPage))
const QuizResultPage = laterPage(() =>
  import('./pages/quiz/quiz-result-page.tsx').then((m) => m.QuizResultPage),
)
const ConceptsPage = laterPage(() => import('./pages/concepts/concepts-page.tsx').then((m) => m.ConceptsPage))
const ConceptPage = laterPage(() => import('./pages/concepts/concept-page.tsx').then((m) => m.ConceptPage))
const NotesPage = laterPage(() => import('./pages/library/notes-page.tsx').then((m) => m.NotesPage))
const ChangesPage = laterPage(() => import('./pages/library/changes-page.tsx').then((m) => m.ChangesPage))
const EditNotePage = laterPage(() => import('./pages/editor/edit-note-page.tsx').then((m) => m.EditNotePage))
const NewNotePage = laterPage(() => import('./pages/editor/edit-note-page.tsx').then((m) => m.NewNotePage))
const NotePage = laterPage(() => import('./pages/library/note-page.tsx').then((m) => m.NotePage))
const CardsPage = laterPage(() => import('./pages/cards/cards-page.tsx').then((m) => m.CardsPage))
const MorePages = laterPage(() => import('./more-pages.tsx').then((m) => m.MorePages))

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
          <Route default component={MorePages} />
        </Router>
      </Frame>
    </LocationProvider>
  )
}

/** Rail on wide screens, tabs on phones; nothing at all around a sitting. */
function Frame({ children }: { readonly children: ComponentChildren }) {
  const { path } = useLocation()
  useActivePlace({ isEverywhere: true, press: turnPalette })
  const strips = (
    <>
      {overlay.value === null ? null : <Overlays />}
      <SyncStrip />
    </>
  )
  if (isSitting(path)) {
    return (
      <>
        {strips}
        <Guarded>{children}</Guarded>
      </>
    )
  }
  return (
    <>
      <a class="skip" href="#main" onClick={skipToMain}>
        Skip to content
      </a>
      {strips}
      <FrameStrips />
      <div class="frame">
        <Rail />
        <main id="main" tabIndex={-1}>
          <Guarded>{children}</Guarded>
        </main>
      </div>
    </>
  )
}

/** Ctrl K opens and closes the palette on every page. */
function turnPalette(event: KeyboardEvent): boolean {
  if ((!event.ctrlKey && !event.metaKey) || event.altKey || !namesOf(event).includes('k')) return false
  if (!event.repeat) overlay.value = overlay.value === 'palette' ? null : 'palette'
  return true
}

function skipToMain(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
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
