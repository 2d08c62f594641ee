import type { ComponentChildren } from 'preact'
import './band-legend.css'

/** What a line and the band around it mean: an item each, with the mark of the line, of the band, or of what is now. */
export function BandLegend({ children }: { readonly children: ComponentChildren }) {
  return <ul class="band-legend">{children}</ul>
}
