import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { notesHelpPath } from './help-paths.ts'
import { paths } from './router.ts'
import { laterPage } from './ui/later-page.tsx'

/** Pages that are no part of every day, by their paths: what names them comes with the first that is asked for. */
const pages = {
  '/study': laterPage(() => import('./pages/study/study-page.tsx').then((m) => m.StudyPage)),
  '/inbox': laterPage(() => import('./pages/library/inbox-page.tsx').then((m) => m.InboxPage)),
  '/skim': laterPage(() => import('./pages/library/skim-page.tsx').then((m) => m.SkimPage)),
  '/stats': laterPage(() => import('./pages/stats/stats-page.tsx').then((m) => m.StatsPage)),
  '/week': laterPage(() => import('./pages/stats/week-page.tsx').then((m) => m.WeekPage)),
  '/help/notes': laterPage(() => import('./pages/help/notes-help.tsx').then((m) => m.NotesHelp)),
  '/help/levels': laterPage(() => import('./pages/help/levels-help.tsx').then((m) => m.LevelsHelp)),
  '/help/data': laterPage(() => import('./pages/help/data-help.tsx').then((m) => m.DataHelp)),
  '/join': laterPage(() => import('./pages/account/join-page.tsx').then((m) => m.JoinPage)),
  '/settings': laterPage(() => import('./pages/settings/settings-page.tsx').then((m) => m.SettingsPage)),
}
const MissingPage = laterPage(() => import('./pages/frame/missing-page.tsx').then((m) => m.MissingPage))

/** Addresses that somebody may well type, as the menu names the place, and where it is. */
const places = { '/library': paths.notes, '/help': notesHelpPath } as const

/** The page of an address that the first load does not know. */
export function MorePages() {
  const { path, route } = useLocation()
  const place = Object.hasOwn(places, path) ? places[path as keyof typeof places] : null
  useEffect(() => {
    if (place !== null) route(place, true)
  }, [place])
  if (place !== null) return null
  const Page = Object.hasOwn(pages, path) ? pages[path as keyof typeof pages] : MissingPage
  return <Page key={path} />
}
