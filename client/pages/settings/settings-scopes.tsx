import { useEffect, useState } from 'preact/hooks'
import type { NotesReply } from '../../../shared/api/notes.ts'
import type { QuizScopeChoice } from '../../../shared/api/quizzes.ts'
import type { SchedulerReply, ScopeBody } from '../../../shared/api/scheduler.ts'
import { api } from '../../api-client.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { flushBriefly } from '../../state/sync.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { toApiError } from '../../state/use-resource.ts'
import { Row } from '../../ui/settings-rows.tsx'

type ScopeRecall = ScopeBody & { readonly desiredRetention: number }

const offered = [0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97]

/** Concepts, notes and tags with a wanted recall of their own; of several that hold a card the first counts. */
export function ScopesRow(props: {
  readonly scheduler: SchedulerReply
  readonly onChanged: (scheduler: SchedulerReply) => void
}) {
  const { scheduler, onChanged } = props
  const scopes: readonly ScopeRecall[] = (scheduler.scopes ?? []).map(({ kind, name, desiredRetention }) => ({
    kind,
    name,
    desiredRetention,
  }))
  const names = useNames(scopes)
  const [trouble, setTrouble] = useState<string | null>(null)
  const put = async (next: readonly ScopeRecall[], back: readonly ScopeRecall[] | null) => {
    setTrouble(null)
    try {
      await flushBriefly()
      onChanged(await api.changeScheduler({ scheduler: 'fsrs', scopes: [...next] }))
      const undo = back === null ? null : { name: 'Undo', run: () => void put(back, null) }
      sayQuietly(back === null ? 'Undone.' : 'Saved; the due days of these cards were counted anew.', undo)
    } catch (reason) {
      setTrouble(`Not changed: ${toApiError(reason).message}`)
    }
  }
  return (
    <Row
      name="Wanted recall of a part"
      says="A concept, note or tag may ask for more recall than the rest, or for less. Where a card lies in several, the first in the list counts."
      byDefault="as for all cards"
      wide
      trouble={trouble}
    >
      <ul class="setting-scopes">
        {scopes.map((scope, at) => (
          <li key={`${scope.kind} ${scope.name}`} class="row">
            <span>{names.get(scope.name) ?? scope.name}</span>
            <select
              class="input"
              aria-label={`Wanted recall of ${names.get(scope.name) ?? scope.name}`}
              value={String(scope.desiredRetention)}
              onChange={(event) => {
                const desiredRetention = Number(event.currentTarget.value)
                void put(scopes.with(at, { ...scope, desiredRetention }), scopes)
              }}
            >
              {[...new Set([...offered, scope.desiredRetention])]
                .sort((a, b) => a - b)
                .map((recall) => (
                  <option key={recall} value={String(recall)}>
                    {Math.round(recall * 100)} %
                  </option>
                ))}
            </select>
            <button
              type="button"
              class="link-btn"
              onClick={() =>
                void put(
                  scopes.filter((other) => other !== scope),
                  scopes,
                )
              }
            >
              Remove<span class="vh"> {names.get(scope.name) ?? scope.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <AddScope
        taken={scopes}
        onAdd={(scope) =>
          void put(
            [
              ...scopes,
              { ...scope, desiredRetention: Math.min(0.97, (scheduler.desiredRetention ?? 0.9) + 0.05) },
            ],
            scopes,
          )
        }
      />
    </Row>
  )
}

function AddScope(props: {
  readonly taken: readonly ScopeBody[]
  readonly onAdd: (scope: ScopeBody) => void
}) {
  const [q, setQ] = useState('')
  const [found, setFound] = useState<readonly FoundScope[]>([])
  const wanted = q.trim()
  useEffect(() => {
    if (wanted === '') return setFound([])
    let dropped = false
    const timer = setTimeout(() => {
      Promise.all([api.quizScopes(wanted), api.notes()]).then(
        ([{ choices }, notes]) => dropped || setFound(choices.flatMap((choice) => toScope(choice, notes))),
        () => dropped || setFound([]),
      )
    }, 200)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [wanted])
  const isFree = ({ kind, name }: ScopeBody) =>
    !props.taken.some((other) => other.kind === kind && other.name === name)
  return (
    <>
      <label class="setting-scope-add">
        Add a concept, note or tag
        <input
          class="input"
          type="search"
          autocomplete="off"
          value={q}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
      </label>
      <p class="row">
        {found
          .filter(({ scope }) => isFree(scope))
          .slice(0, 8)
          .map(({ words, scope }) => (
            <button
              key={words}
              type="button"
              class="btn quiet"
              onClick={() => {
                setQ('')
                props.onAdd(scope)
              }}
            >
              {words}
            </button>
          ))}
      </p>
    </>
  )
}

interface FoundScope {
  readonly words: string
  readonly scope: ScopeBody
}

function toScope({ scope, name }: QuizScopeChoice, { notes }: NotesReply): FoundScope[] {
  if (scope.kind === 'tag') return [{ words: name, scope: { kind: 'tag', name: scope.tag } }]
  if (scope.kind === 'concepts')
    return scope.conceptIds.map((id) => ({ words: name, scope: { kind: 'concept', name: id } }))
  const note = scope.kind === 'note' ? notes.find(({ path }) => path === scope.path) : undefined
  return note === undefined ? [] : [{ words: note.path, scope: { kind: 'note', name: note.id } }]
}

/** What concepts and notes are called, by their ids. */
function useNames(scopes: readonly ScopeBody[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const key = JSON.stringify(scopes.map(({ name }) => name))
  useEffect(() => {
    const ask = async ({ kind, name }: ScopeBody): Promise<[string, string]> => {
      if (kind === 'tag') return [name, `#${name}`]
      if (kind === 'note') return [name, (await api.note(name)).title]
      return [name, (await api.concept(name, zoneInForce())).term]
    }
    void Promise.allSettled(scopes.map(ask)).then((all) =>
      setNames(new Map(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))),
    )
  }, [key])
  return names
}
