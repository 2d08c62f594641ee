import { type ButtonRow, buttonsSentence, keyTotal } from '../../shared/insight/answer-buttons.ts'
import { counted, fewestForPercent, percent, whole } from '../../shared/insight/share-words.ts'
import { ChartFrame } from './chart-frame.tsx'
import './key-chart.css'

const keys = [
  { name: 'Again', css: 'again' },
  { name: 'Hard', css: 'hard' },
  { name: 'Good', css: 'good' },
  { name: 'Easy', css: 'easy' },
] as const

const names = { new: 'New', young: 'Young', mature: 'Mature' } as const
const rowHeight = 44
const left = 62
/** Under it a part has no room for its name. */
const roomForName = 56

/** Which keys were pressed, by how old the memory was: a bar each, its parts named where there is room. */
export function KeyChart({ rows }: { readonly rows: readonly ButtonRow[] }) {
  const all = rows.reduce((sum, row) => sum + keyTotal(row.keys), 0)
  return (
    <ChartFrame
      title="Answer keys"
      sentence={buttonsSentence(rows)}
      about={{
        count: counted(all, 'first answer of a day', 'first answers of a day'),
        definition:
          'New: the card’s very first answer. Young: its interval was under 21 days. Mature: 21 days or more.',
      }}
      height={rows.length * rowHeight}
      left={left}
      lines={[]}
      draw={(width) => (
        <>
          {rows.map((row, i) => (
            <KeyRow key={row.maturity} row={row} y={i * rowHeight + 8} width={width} />
          ))}
        </>
      )}
      legend={
        <ul class="chart-key">
          {keys.map(({ name, css }) => (
            <li key={css}>
              <svg aria-hidden="true">
                <rect class={`key-part is-${css}`} width="16" height="16" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      }
      table={<KeyTable rows={rows} />}
    />
  )
}

function KeyRow(props: { readonly row: ButtonRow; readonly y: number; readonly width: number }) {
  const { row, y, width } = props
  const total = keyTotal(row.keys)
  const room = width - left
  let x = left
  return (
    <g>
      <text class="tick" x={left - 8} y={y + 18} text-anchor="end">
        {names[row.maturity]}
      </text>
      {total === 0 ? (
        <text class="tick" x={left} y={y + 18}>
          none yet
        </text>
      ) : null}
      {keys.map(({ name, css }, key) => {
        const count = row.keys[key] ?? 0
        if (count === 0) return null
        const part = (room * count) / total
        const from = x
        x += part
        return (
          <g key={css}>
            <title>{`${names[row.maturity]}, ${name}: ${whole(count)} of ${whole(total)}`}</title>
            <rect class={`key-part is-${css}`} x={from} y={y} width={Math.max(1, part - 2)} height="28" />
            {part < roomForName ? null : (
              <text class="key-name" x={from + part / 2} y={y + 18} text-anchor="middle">
                {total < fewestForPercent ? `${name} ${count}` : `${name} ${percent(count / total)}`}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

function KeyTable({ rows }: { readonly rows: readonly ButtonRow[] }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Cards</th>
          {keys.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.maturity}>
            <th scope="row">{names[row.maturity]}</th>
            {keys.map(({ name }, key) => (
              <td key={name} class="nums">
                {whole(row.keys[key] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  )
}
