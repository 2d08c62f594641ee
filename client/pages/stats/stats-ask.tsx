import { useEffect, useState } from 'preact/hooks'
import { type StatsRange, statsRanges } from '../../../shared/insight/stats-range.ts'
import type { Scope } from '../../../shared/schedule/scope.ts'
import { announce } from '../../state/announcer.ts'
import type { StatsAsked } from './stats-address.ts'
import { type FoundScope, findScopes } from './find-scopes.ts'
import './stats-ask.css'

interface StatsAskProps {
  readonly asked: StatsAsked
  /** How the scope is called, once it is known. */
  readonly title: string | null
  readonly onAsk: (asked: StatsAsked) => void
}

const rangeNames: Readonly<Record<StatsRange, string>> = {
  '30': '30 days',
  '90': '90 days',
  '365': '1 year',
  all: 'All',
}
const findAfterMs = 200

/** Which cards and how far back, once for all charts. */
export function StatsAsk({ asked, title, onAsk }: StatsAskProps) {
  return (
    <div class="stats-ask">
      <fieldset class="stats-ranges">
        <legend class="vh">How far back</legend>
        {statsRanges.map((range) => (
          <label key={range} class="stats-range">
            <input
              type="radio"
              name="range"
              checked={range === asked.range}
              onChange={() => onAsk({ ...asked, range })}
            />
            <span>{rangeNames[range]}</span>
          </label>
        ))}
      </fieldset>
      <ScopePick
        scope={asked.scope}
        title={title}
        onScope={(scope, name) => {
          announce(scope === null ? 'Charts of all cards.' : `Charts of ${name}.`)
          onAsk({ ...asked, scope })
        }}
      />
    </div>
  )
}

interface ScopePickProps {
  readonly scope: Scope | null
  readonly title: string | null
  readonly onScope: (scope: Scope | null, name: string) => void
}

/** All cards, or those of what is found by its name. */
function ScopePick({ scope, title, onScope }: ScopePickProps) {
  const [isOpen, setOpen] = useState(false)
  const [q, setQ] = useState('')
  const found = useFound(isOpen ? q.trim() : '')
  const take = ({ scope: chosen, name }: FoundScope) => {
    setOpen(false)
    setQ('')
    onScope(chosen, name)
  }
  return (
    <div>
      <p class="row stats-scope-now">
        <span>{scope === null ? 'All cards' : (title ?? `This ${scope.kind}`)}</span>
        {scope === null ? null : (
          <button type="button" class="link-btn stats-scope-act" onClick={() => onScope(null, '')}>
            All cards
          </button>
        )}
        <button
          type="button"
          class="link-btn stats-scope-act"
          aria-expanded={isOpen}
          aria-controls="stats-scope-find"
          onClick={() => setOpen(!isOpen)}
        >
          {scope === null ? 'Choose a concept, note or tag' : 'Choose another'}
        </button>
      </p>
      <div id="stats-scope-find" hidden={!isOpen}>
        {isOpen ? (
          <>
            <div class="field">
              <label htmlFor="stats-scope-search">Find a concept, note or tag</label>
              <input
                id="stats-scope-search"
                class="input"
                type="search"
                autocomplete="off"
                value={q}
                onInput={(event) => setQ(event.currentTarget.value)}
                onKeyDown={(event) => {
                  const [first] = found ?? []
                  if (event.key === 'Enter' && first !== undefined) take(first)
                  if (event.key === 'Escape') setOpen(false)
                }}
              />
            </div>
            <Found q={q.trim()} found={found} onTake={take} />
          </>
        ) : null}
      </div>
    </div>
  )
}

function Found(props: {
  readonly q: string
  readonly found: readonly FoundScope[] | null
  readonly onTake: (found: FoundScope) => void
}) {
  const { q, found, onTake } = props
  if (q === '' || found === null) return null
  if (found.length === 0) return <p class="hint">Nothing with cards has “{q}” in its name.</p>
  return (
    <ul class="stats-found">
      {found.map((one) => (
        <li key={`${one.scope.kind} ${one.scope.name}`}>
          <button type="button" class="link-btn stats-scope-act" onClick={() => onTake(one)}>
            {one.name}
          </button>{' '}
          <span class="small">{one.scope.kind}</span>
        </li>
      ))}
    </ul>
  )
}

/** What is found for the words; null while it is on its way. */
function useFound(q: string): readonly FoundScope[] | null {
  const [held, setHeld] = useState<{ readonly q: string; readonly found: readonly FoundScope[] } | null>(null)
  useEffect(() => {
    if (q === '') return
    let dropped = false
    const timer = setTimeout(() => {
      const keep = (found: readonly FoundScope[]) => {
        if (!dropped) setHeld({ q, found })
      }
      findScopes(q).then(keep, () => keep([]))
    }, findAfterMs)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [q])
  return held?.q === q ? held.found : null
}
