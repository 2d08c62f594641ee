import type { ComponentChildren } from 'preact'
import { dataHelpPath, levelsPath, notesHelpPath } from '../../help-paths.ts'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import './help-page.css'

const places = [
  { href: notesHelpPath, name: 'Cards' },
  { href: levelsPath, name: 'Levels' },
  { href: dataHelpPath, name: 'Data' },
] as const

interface HelpPageProps {
  readonly here: (typeof places)[number]['href']
  readonly heading: string
  readonly sub: string
  readonly children: ComponentChildren
}

/** A page of the help, with the way to the others. */
export function HelpPage({ here, heading, sub, children }: HelpPageProps) {
  return (
    <Page heading={heading} sub={sub}>
      <PageTabs label="Help" tabs={places} here={here} />
      <div class="help">{children}</div>
    </Page>
  )
}
