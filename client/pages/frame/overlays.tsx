import { useLayoutEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { overlay } from '../../state/overlay.ts'
import { Palette } from './palette.tsx'
import { PageKeys } from './palette-keys.tsx'

/** What lies over a page: the palette, or the sheet of its keys. Another page closes both. */
export function Overlays() {
  const { path } = useLocation()
  // At once: run after the paint, it would close what was opened meanwhile.
  useLayoutEffect(() => close, [path])
  if (overlay.value === 'palette') return <Palette onClose={() => leave('palette')} />
  return overlay.value === 'keys' ? <PageKeys path={path} onClose={() => leave('keys')} /> : null
}

/** A dialog says that it closed a moment after it did; another may have been asked for meanwhile. */
function leave(one: 'palette' | 'keys'): void {
  if (overlay.value === one) close()
}

function close(): void {
  overlay.value = null
}
