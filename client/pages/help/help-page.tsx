import type { ComponentChildren } from 'preact'
import { dataHelpPath, levelsPath, notesHelpPath } from '../../help-paths.ts'
import { Page } from '../../ui/page.tsx'
import '../../ui/page-tabs.css'
import './help.css'

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
      <nav class="page-tabs" aria-label="Help">
        {places.map(({ href, name }) => (
          <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <div class="help">{children}</div>
    </Page>
  )
}
