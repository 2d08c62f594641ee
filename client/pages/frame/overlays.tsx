import { useLayoutEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type Overlay, overlay } from '../../state/overlay.ts'
import { laterPart } from '../../ui/later-page.tsx'
import { NewCard } from './new-card.tsx'
import { Palette } from './palette.tsx'
import { PageKeys } from './palette-keys.tsx'

// Few have a language model, and those that do need this part seldom.
const DraftingSheet = laterPart(() => import('./drafting-sheet.tsx').then((m) => m.DraftingSheet))

/** What lies over a page: the palette, the sheet of its keys, a card that is written, or drafting. Another page closes it. */
export function Overlays() {
  const { path } = useLocation()
  // At once: run after the paint, it would close what was opened meanwhile.
  useLayoutEffect(() => close, [path])
  if (overlay.value === 'palette') return <Palette onClose={() => leave('palette')} />
  if (overlay.value === 'card') return <NewCard onClose={() => leave('card')} />
  if (overlay.value === 'drafting') return <DraftingSheet onClose={() => leave('drafting')} />
  return overlay.value === 'keys' ? <PageKeys path={path} onClose={() => leave('keys')} /> : null
}

/** A dialog says that it closed a moment after it did; another may have been asked for meanwhile. */
function leave(one: Overlay): void {
  if (overlay.value === one) close()
}

function close(): void {
  overlay.value = null
}
