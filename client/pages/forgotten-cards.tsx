import { useState } from 'preact/hooks'
import type { QueueCard } from '../../shared/api/queue.ts'
import type { CardId } from '../../shared/card/card.ts'
import { EditCard } from '../cards/edit-card.tsx'
import { textOf } from '../cards/crumb.ts'
import { paths } from '../router.ts'
import { takeFace } from '../state/session-state.ts'
import { SourceList } from '../ui/source-list.tsx'

/** What was forgotten, with where it comes from and the means to mend it: two keys from here to a better card. */
export function ForgottenCards(props: {
  readonly cards: readonly QueueCard[]
  readonly leeches: readonly CardId[]
}) {
  const [editing, setEditing] = useState<string | null>(null)
  if (props.cards.length === 0) return null
  const leeches = new Set<string>(props.leeches)
  return (
    <section class="section">
      <h2>Forgotten this time</h2>
      <ul class="rows">
        {props.cards.map((card) => (
          <li key={card.id} class="missed">
            {editing === card.id ? (
              <EditCard
                cardId={card.id}
                onEditNote={null}
                onSaved={(saved) => {
                  takeFace(saved)
                  setEditing(null)
                }}
                onCancel={() => setEditing(null)}
              />
            ) : (
              <div>
                <div class="face missed-prompt" dangerouslySetInnerHTML={{ __html: card.promptHtml }} />
                <div class="face missed-answer" dangerouslySetInnerHTML={{ __html: card.answerHtml }} />
                {leeches.has(card.id) ? (
                  <p class="notice">
                    Forgotten again and again: rewrite it here, split it in <NoteLink card={card} />, or
                    suspend it with @ when it is asked.
                  </p>
                ) : null}
                <p class="row missed-edit">
                  <button type="button" class="btn quiet" onClick={() => setEditing(card.id)}>
                    Edit<span class="vh"> {textOf(card.promptHtml)}</span>
                  </button>
                </p>
              </div>
            )}
            <div class="missed-source">
              <SourceList sources={card.sources} answer={textOf(card.answerHtml)} shown={1} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NoteLink({ card }: { readonly card: QueueCard }) {
  const source = card.sources.find((one) => one.noteId !== null)
  if (source?.noteId == null) return <>its note</>
  return <a href={paths.editNote(source.noteId, source.lines[0])}>its note</a>
}
