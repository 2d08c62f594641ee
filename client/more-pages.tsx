import { useLocation } from 'preact-iso'
import { laterPage } from './ui/later-page.tsx'

/** Pages that are no part of every day, by their paths: what names them comes with the first that is asked for. */
const pages = {
  '/study': laterPage(() => import('./pages/study/study-page.tsx').then((m) => m.StudyPage)),
  '/inbox': laterPage(() => import('./pages/library/inbox-page.tsx').then((m) => m.InboxPage)),
  '/skim': laterPage(() => import('./pages/library/skim-page.tsx').then((m) => m.SkimPage)),
  '/stats': laterPage(() => import('./pages/stats/stats-page.tsx').then((m) => m.StatsPage)),
  '/week': laterPage(() => import('./pages/stats/week-page.tsx').then((m) => m.WeekPage)),
  '/settings': laterPage(() => import('./pages/settings/settings-page.tsx').then((m) => m.SettingsPage)),
}
const MissingPage = laterPage(() => import('./pages/frame/missing-page.tsx').then((m) => m.MissingPage))

/** The page of an address that the first load does not know. */
export function MorePages() {
  const { path } = useLocation()
  const Page = Object.hasOwn(pages, path) ? pages[path as keyof typeof pages] : MissingPage
  return <Page key={path} />
}
