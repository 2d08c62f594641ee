import { levels } from '../words/levels.ts'
import './strata-bar.css'

/** How many concepts stand on each level, laid down like sediment: the most lasting first. */
export function StrataBar({ counts }: { readonly counts: readonly number[] }) {
  const layers = levels.map((level, i) => ({ ...level, count: counts[i] ?? 0 })).reverse()
  const words = layers.map((layer) => `${layer.name.toLowerCase()} ${layer.count}`).join(', ')
  return (
    <>
      <div class="strata" role="img" aria-label={`Concepts by level: ${words}`}>
        {layers.map((layer) =>
          layer.count === 0 ? null : (
            <i key={layer.name} style={{ flexGrow: layer.count, background: layer.colour }} />
          ),
        )}
      </div>
      <ul class="strata-legend nums">
        {layers.map((layer) => (
          <li key={layer.name}>
            <i aria-hidden="true" style={{ background: layer.colour }} />
            {layer.name} {layer.count}
          </li>
        ))}
      </ul>
    </>
  )
}
