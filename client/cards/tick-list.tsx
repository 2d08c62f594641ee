import './tick-list.css'

/** A list answer whose items can be ticked off: judging one by one is more honest than judging the whole. */
export function TickList(props: {
  /** The items as HTML that the server made. */
  readonly items: readonly string[]
  readonly ticked: ReadonlySet<number>
  readonly onTick: (item: number) => void
}) {
  const { items, ticked, onTick } = props
  return (
    <fieldset class="ticks">
      <legend class="vh">Tick what you had, if you like</legend>
      <ul>
        {items.map((html, i) => (
          <li key={i}>
            <label for={`tick-${i}`}>
              <input
                id={`tick-${i}`}
                type="checkbox"
                aria-labelledby={`item-${i}`}
                checked={ticked.has(i)}
                onChange={() => onTick(i)}
              />
              <span id={`item-${i}`} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
            </label>
          </li>
        ))}
      </ul>
      <p class="ticks-count nums" role="status">
        {ticked.size === 0 ? 'Tick what you had, if you like.' : `${ticked.size} of ${items.length}`}
      </p>
    </fieldset>
  )
}
