import { useEffect, useErrorBoundary, useRef } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { LocationProvider, Route, Router, lazy, useLocation } from 'preact-iso'
import { MissingPage } from './pages/missing-page.tsx'
import { ReviewPage } from './pages/review-page.tsx'
import { TodayPage } from './pages/today-page.tsx'
import { isSitting, paths } from './router.ts'
import { announce, announcement } from './state/announcer.ts'
import { singleKeys } from './state/device.ts'
import { readingBehind, watchReading } from './state/reading.ts'
import { outbox } from './state/sync.ts'
import { Icon } from './ui/icon.tsx'
import { readingWords } from './ui/reading-words.ts'
import { counted } from './ui/words.ts'

// The two pages of every day come with the first load; the others when they are asked for.
const SummaryPage = lazy(() => import('./pages/summary-page.tsx').then((m) => m.SummaryPage))
const QuizSetupPage = lazy(() => import('./pages/quiz-setup-page.tsx').then((m) => m.QuizSetupPage))
const QuizRunPage = lazy(() => import('./pages/quiz-run-page.tsx').then((m) => m.QuizRunPage))
const QuizResultPage = lazy(() => import('./pages/quiz-result-page.tsx').then((m) => m.QuizResultPage))
const ConceptsPage = lazy(() => import('./pages/concepts-page.tsx').then((m) => m.ConceptsPage))
const ConceptPage = lazy(() => import('./pages/concept-page.tsx').then((m) => m.ConceptPage))
const NotesPage = lazy(() => import('./pages/notes-page.tsx').then((m) => m.NotesPage))
const ChangesPage = lazy(() => import('./pages/changes-page.tsx').then((m) => m.ChangesPage))
const InboxPage = lazy(() => import('./pages/inbox-page.tsx').then((m) => m.InboxPage))
const EditNotePage = lazy(() => import('./pages/edit-note-page.tsx').then((m) => m.EditNotePage))
const NewNotePage = lazy(() => import('./pages/edit-note-page.tsx').then((m) => m.NewNotePage))
const NotePage = lazy(() => import('./pages/note-page.tsx').then((m) => m.NotePage))
const StatsPage = lazy(() => import('./pages/stats-page.tsx').then((m) => m.StatsPage))
const SettingsPage = lazy(() => import('./pages/settings-page.tsx').then((m) => m.SettingsPage))

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
  usePlaceKeys()
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
      <ReadingStrip />
      <div class="frame">
        <header class="top">
          <a class="brand" href={paths.today}>
            Recollect
          </a>
          <a class="icon-btn" href={paths.settings} aria-label="Settings">
            <Icon name="settings" />
          </a>
        </header>
        <nav class="nav" aria-label="Main">
          <a class="brand" href={paths.today}>
            Recollect
          </a>
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
  { name: 'Today', href: paths.today, key: 't' },
  { name: 'Quiz', href: paths.quiz(), key: 'q' },
  { name: 'Concepts', href: paths.concepts, key: 'c' },
  { name: 'Library', href: paths.notes, key: 'l' },
  { name: 'Stats', href: paths.stats, key: 's' },
] as const

const keyPlaces = [...places, { href: paths.inbox(), key: 'i' }]

function isWithin(path: string, place: string): boolean {
  if (place === paths.notes && path === paths.inbox()) return true
  return place === '/'
    ? path === '/' || path.startsWith('/review')
    : path === place || path.startsWith(`${place}/`)
}

function skipToMain(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** Answers that wait, said in one line; nothing while all is well. */
function SyncStrip() {
  const waiting = outbox.waiting.value
  const refused = outbox.refused.value.length
  const words = []
  if (outbox.link.value === 'offline')
    words.push(`Offline. ${counted(waiting, 'answer')} saved on this device`)
  if (outbox.link.value === 'troubled')
    words.push(`The server has trouble. ${counted(waiting, 'answer')} kept on this device, sent again soon`)
  if (!outbox.lasting.value)
    words.push('This browser keeps no data: unsent answers are lost when the page closes')
  if (refused > 0) words.push(`${counted(refused, 'answer')} could not be recorded; see Settings`)
  const sentence = words.join(' · ')
  const link = outbox.link.value
  const before = useRef(link)
  useEffect(() => {
    if (link === before.current) return
    before.current = link
    announce(link === 'up' ? 'Online again. Your answers are synced.' : sentence)
  }, [link])
  return sentence === '' ? null : <div class="strip">{sentence}</div>
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

/** `g` and then a letter goes to a place; `/` goes to the search field of the page. */
function usePlaceKeys(): void {
  const { route, path } = useLocation()
  useEffect(() => {
    if (isSitting(path)) return
    let pressedG = false
    const listen = (event: KeyboardEvent) => {
      if (!singleKeys.value || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest('input, select, textarea, dialog')) return
      const place = pressedG ? keyPlaces.find((one) => one.key === event.key) : undefined
      pressedG = event.key === 'g'
      if (place !== undefined) {
        // The second letter may mean something else to the page that is left.
        event.stopImmediatePropagation()
        route(place.href)
      }
      if (event.key !== '/') return
      const search = document.querySelector<HTMLInputElement>('input[type=search]')
      if (search === null) return
      event.preventDefault()
      search.focus()
    }
    addEventListener('keydown', listen, true)
    return () => removeEventListener('keydown', listen, true)
  }, [path])
}
