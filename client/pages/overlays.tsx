import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { overlay } from '../state/overlay.ts'
import { Palette } from './palette.tsx'
import { PageKeys } from './palette-keys.tsx'

/** What lies over a page: the palette, or the sheet of its keys. Another page closes both. */
export function Overlays() {
  const { path } = useLocation()
  useEffect(() => close, [path])
  if (overlay.value === 'palette') return <Palette onClose={close} />
  return overlay.value === 'keys' ? <PageKeys path={path} onClose={close} /> : null
}

function close(): void {
  overlay.value = null
}
