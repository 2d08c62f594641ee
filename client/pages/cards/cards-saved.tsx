import { useState } from 'preact/hooks'
import type { Settings } from '../../../shared/api/settings.ts'
import { api } from '../../api-client.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { Sheet } from '../../ui/sheet.tsx'

type Saved = Settings['savedSearches'][number]

interface SavedSearchesProps {
  readonly q: string
  readonly onChoose: (q: string) => void
}

/** Searches that the learner kept under a name; they come with them to every device. */
export function SavedSearches({ q, onChoose }: SavedSearchesProps) {
  const { resource, put } = useResource('settings', api.settings)
  const [isOpen, setOpen] = useState(false)
  if (resource.kind !== 'ready') return null
  const saved = resource.value.savedSearches
  const keep = async (next: Saved[], words: string) => {
    try {
      put(await api.changeSettings({ savedSearches: next }))
      const back = () => void keep([...saved], 'Undone.')
      sayQuietly(words, words === 'Undone.' ? null : { name: 'Undo', run: back })
    } catch (reason) {
      sayQuietly(`Not kept. ${toApiError(reason).message}`)
    }
  }
  return (
    <>
      <button type="button" class="btn quiet" onClick={() => setOpen(true)}>
        Saved searches{saved.length === 0 ? '' : ` (${saved.length})`}
      </button>
      {isOpen ? (
        <Sheet heading="Saved searches" onClose={() => setOpen(false)}>
          <ul class="cards-saved-rows">
            {saved.map((search) => (
              <li key={search.name}>
                <button
                  type="button"
                  class="link-btn"
                  onClick={() => {
                    setOpen(false)
                    onChoose(search.q)
                  }}
                >
                  {search.name}
                </button>
                <code>{search.q === '' ? 'all cards' : search.q}</code>
                <button
                  type="button"
                  class="link-btn"
                  aria-label={`Forget ${search.name}`}
                  onClick={() =>
                    void keep(
                      saved.filter((one) => one !== search),
                      `${search.name} is forgotten.`,
                    )
                  }
                >
                  Forget
                </button>
              </li>
            ))}
          </ul>
          <SaveForm
            q={q}
            onSave={(name) =>
              void keep([...saved.filter((one) => one.name !== name), { name, q }], `Kept as ${name}.`)
            }
          />
        </Sheet>
      ) : null}
    </>
  )
}

function SaveForm({ q, onSave }: { readonly q: string; readonly onSave: (name: string) => void }) {
  const [name, setName] = useState('')
  if (q === '')
    return <p class="hint cards-saved-hint">Search for something first; then it can be kept here.</p>
  return (
    <form
      class="field cards-saved-hint"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onSave(name.trim())
        setName('')
      }}
    >
      <label htmlFor="save-search">Keep “{q}” as</label>
      <span class="row">
        <input
          id="save-search"
          class="input cards-save-name"
          maxLength={60}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button class="btn quiet">Keep</button>
      </span>
    </form>
  )
}
