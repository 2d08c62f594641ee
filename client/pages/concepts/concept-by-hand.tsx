import { useEffect, useRef, useState } from 'preact/hooks'
import type { ConceptChangeBody } from '../../../shared/api/changes.ts'
import type { ConceptToolsProps } from './concept-change.ts'
import { ChooseConcept } from './choose-concept.tsx'

type Tool = 'rename' | 'merge' | 'split'

/** Rename, merge, split: what a reading of notes cannot know, said by hand. */
export function ConceptTools({ concept, change }: ConceptToolsProps) {
  const [open, setOpen] = useState<Tool | null>(null)
  const tools: [Tool, string][] = [
    ['rename', 'Rename'],
    ['merge', 'Merge into…'],
    ...(concept.terms.length > 1 && otherTerms(concept).length > 0
      ? [['split', 'Split off a term'] as [Tool, string]]
      : []),
  ]
  const done = async (body: ConceptChangeBody, words: string) => {
    setOpen(null)
    await change(body, words)
  }
  return (
    <section class="section" aria-labelledby="by-hand">
      <h2 id="by-hand">Set right by hand</h2>
      <p class="hint prose">It holds whenever your notes are read again. Cards keep their history.</p>
      <p class="row concept-tools-row">
        {tools.map(([tool, name]) => (
          <button
            key={tool}
            type="button"
            class="btn quiet"
            aria-expanded={open === tool}
            onClick={() => setOpen(open === tool ? null : tool)}
          >
            {name}
          </button>
        ))}
      </p>
      {open === 'rename' ? <RenameForm concept={concept} change={done} /> : null}
      {open === 'merge' ? (
        <ChooseConcept
          id="merge-search"
          label={`Merge ${concept.term} into`}
          except={concept.id}
          onChoose={(other) =>
            void done(
              { kind: 'merge', conceptId: concept.id, intoId: other.id },
              `${concept.term} is part of ${other.term} now.`,
            )
          }
        />
      ) : null}
      {open === 'split' ? <SplitForm concept={concept} change={done} /> : null}
    </section>
  )
}

function RenameForm({ concept, change }: ConceptToolsProps) {
  const [term, setTerm] = useState(concept.term)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const wanted = term.trim()
  return (
    <form
      class="concept-by-hand-form"
      onSubmit={(event) => {
        event.preventDefault()
        void change({ kind: 'rename', conceptId: concept.id, term: wanted }, `Renamed to ${wanted}.`)
      }}
    >
      <div class="field">
        <label htmlFor="concept-name">Name of the concept</label>
        <input
          ref={field}
          id="concept-name"
          class="input"
          maxLength={200}
          value={term}
          onInput={(event) => setTerm(event.currentTarget.value)}
        />
      </div>
      <button class="btn quiet" disabled={wanted === '' || wanted === concept.term}>
        Rename
      </button>
    </form>
  )
}

function SplitForm({ concept, change }: ConceptToolsProps) {
  return (
    <div class="concept-by-hand-form">
      <p class="label">Which term is a concept of its own?</p>
      <ul class="row">
        {otherTerms(concept).map((term) => (
          <li key={term}>
            <button
              type="button"
              class="btn quiet"
              onClick={() =>
                void change(
                  { kind: 'split', conceptId: concept.id, term },
                  `${term} is a concept of its own now.`,
                )
              }
            >
              {term}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What can be taken out of a concept: every term of it but the one it is called by. */
function otherTerms({ term, terms }: ConceptToolsProps['concept']): string[] {
  return terms.filter((other) => other !== term)
}
