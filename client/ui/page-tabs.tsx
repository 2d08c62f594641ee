import type { ComponentChildren } from 'preact'
import './page-tabs.css'

interface PageTab {
  readonly href: string
  readonly name: string
  /** What stands behind the name. */
  readonly more?: ComponentChildren
}

interface PageTabsProps {
  readonly label: string
  readonly tabs: readonly PageTab[]
  /** The address of the tab that is shown. */
  readonly here: string
}

/** The ways between pages that belong together. */
export function PageTabs({ label, tabs, here }: PageTabsProps) {
  return (
    <nav class="page-tabs" aria-label={label}>
      {tabs.map(({ href, name, more }) => (
        <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
          {name}
          {more}
        </a>
      ))}
    </nav>
  )
}
