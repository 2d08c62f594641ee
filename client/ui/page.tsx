import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface PageProps {
  /** The tab's title; the heading where it is not given. */
  readonly title?: string
  readonly heading: ComponentChildren
  /** One quiet line under the heading. */
  readonly sub?: ComponentChildren
  readonly children?: ComponentChildren
}

/** A page with its title and its one h1. Coming from another page, the heading takes the focus. */
export function Page({ title, heading, sub, children }: PageProps) {
  const name = title ?? (typeof heading === 'string' ? heading : 'Recollect')
  return (
    <div class="page">
      <PageHeading title={name}>{heading}</PageHeading>
      {sub === undefined ? null : <p class="sub">{sub}</p>}
      {children}
    </div>
  )
}

export function PageHeading(props: {
  readonly title: string
  readonly class?: string
  readonly children: ComponentChildren
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hasNavigated) heading.current?.focus({ preventScroll: true })
    hasNavigated = true
  }, [])
  useEffect(() => {
    document.title = `${props.title} · Recollect`
  }, [props.title])
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto" class={props.class}>
      {props.children}
    </h1>
  )
}

// The first page of a visit keeps the focus where the browser puts it: at the top.
let hasNavigated = false
