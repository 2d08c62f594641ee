import type { SideView } from '../../shared/api/common.ts'
import './face.css'

/** One side of a card, as the server laid it out. */
export function Face({ side, class: name }: { readonly side: SideView; readonly class: string }) {
  return side.kind === 'text' ? (
    <div class={name} dir="auto" lang={side.lang} dangerouslySetInnerHTML={{ __html: side.html }} />
  ) : (
    <div class={name} dir="auto" lang={side.lang}>
      <ul>
        {side.items.map((html, i) => (
          <li key={i} dangerouslySetInnerHTML={{ __html: html }} />
        ))}
      </ul>
    </div>
  )
}
