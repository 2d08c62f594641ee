import type { ExampleCard } from '../words/note-syntax.ts'
import { QuotedLine } from './quoted-line.tsx'
import './example-cards.css'

/** The cards that an example of a note gives: question and answer. */
export function ExampleCards({ cards }: { readonly cards: readonly ExampleCard[] }) {
  return (
    <ul class="example-cards" aria-label="Its cards">
      {cards.map(([front, back]) => (
        <li key={front}>
          <b>{front.replace('___', '…')}</b>{' '}
          <span class="example-back">
            <QuotedLine text={back.replaceAll('\n', ' · ')} />
          </span>
        </li>
      ))}
    </ul>
  )
}
