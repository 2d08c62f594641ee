import { goodNote } from '../words/note-syntax.ts'
import { ExampleCards } from './example-cards.tsx'
import { SyntaxLink } from './syntax-help.tsx'
import './good-note.css'

/** What a note can look like, and what it becomes: for a library that has none yet. */
export function GoodNote() {
  return (
    <section class="section" aria-labelledby="good-note">
      <h2 id="good-note">{goodNote.name}</h2>
      <div class="good-note">
        <pre>{goodNote.write}</pre>
        <ExampleCards cards={goodNote.cards} />
      </div>
      <p class="hint">
        Nothing has to be marked up. <SyntaxLink />
      </p>
    </section>
  )
}
