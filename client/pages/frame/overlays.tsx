import { useLayoutEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { overlay } from '../../state/overlay.ts'
import { NewCard } from './new-card.tsx'
import { Palette } from './palette.tsx'
import { PageKeys } from './palette-keys.tsx'

/** What lies over a page: the palette, the sheet of its keys, or a card that is written. Another page closes it. */
export function Overlays() {
  const { path } = useLocation()
  // At once: run after the paint, it would close what was opened meanwhile.
  useLayoutEffect(() => close, [path])
  if (overlay.value === 'palette') return <Palette onClose={() => leave('palette')} />
  if (overlay.value === 'card') return <NewCard onClose={() => leave('card')} />
  return overlay.value === 'keys' ? <PageKeys path={path} onClose={() => leave('keys')} /> : null
}

/** A dialog says that it closed a moment after it did; another may have been asked for meanwhile. */
function leave(one: 'palette' | 'keys' | 'card'): void {
  if (overlay.value === one) close()
}

function close(): void {
  overlay.value = null
}
