import { diffArrays } from 'diff'
import './line-diff.css'

/** What an edit did to a text, line by line; lines far from any change are only counted. */
export function LineDiff({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <ol class="line-diff">
      {lineChanges(before, after).map((row, i) => (
        <li key={i} dir="auto" class={row.kind}>
          {row.kind === 'gone' ? <del>{row.text || ' '}</del> : null}
          {row.kind === 'come' ? <ins>{row.text || ' '}</ins> : null}
          {row.kind === 'same' ? row.text : null}
          {row.kind === 'far' ? <span class="small">… {row.text}</span> : null}
        </li>
      ))}
    </ol>
  )
}

export interface LineChange {
  readonly kind: 'same' | 'gone' | 'come' | 'far'
  readonly text: string
}

const context = 1

export function lineChanges(before: string, after: string): LineChange[] {
  const rows = diffArrays(before.split('\n'), after.split('\n')).flatMap(({ added, removed, value }) => {
    const kind = added ? 'come' : removed ? 'gone' : 'same'
    return value.map((text): LineChange => ({ kind, text }))
  })
  const isNear = rows.map((_, i) =>
    rows.slice(Math.max(0, i - context), i + context + 1).some((row) => row.kind !== 'same'),
  )
  const shown: LineChange[] = []
  let far = 0
  const closeGap = () => {
    if (far > 0) shown.push({ kind: 'far', text: `${far} ${far === 1 ? 'line' : 'lines'} as before` })
    far = 0
  }
  for (const [i, row] of rows.entries()) {
    if (isNear[i] === true) {
      closeGap()
      shown.push(row)
    } else far++
  }
  closeGap()
  return shown
}
