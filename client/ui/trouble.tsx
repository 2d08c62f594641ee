import type { ComponentChildren } from 'preact'

/** Why something could not be done, said aloud where it was asked for; nothing while there is no trouble. */
export function Trouble({ children }: { readonly children: ComponentChildren }) {
  if (children === null) return null
  return (
    <p class="notice bad" role="alert">
      {children}
    </p>
  )
}
