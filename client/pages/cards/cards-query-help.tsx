import { cardStandings } from '../../../shared/card/card-query-fields.ts'

const rules = [
  {
    write: 'cache',
    finds: 'cards that speak of it: part of a word in the question, the answer or the concept is enough',
  },
  { write: '"cold start" -cache', finds: 'this phrase, and not that word; a hyphen turns any term round' },
  { write: 'front:what back:store concept:caching', finds: 'words in one of these' },
  { write: 'note:docker folder:web', finds: 'cards from such notes' },
  { write: 'is:due', finds: `what stands so: ${cardStandings.join(', ')}` },
  { write: 'kind:cloze flag:wrong', finds: 'cards of this form, with this flag' },
  { write: 'lapses>3 interval<=7 ease<2 answers=0', finds: 'numbers of the schedule' },
  { write: 'due<=7 due<2026-12-01', finds: 'days: so many from today, or a day itself' },
  {
    write: 're:"^what (is|are)"',
    finds:
      'a regular expression for the question or the answer, capitals or not; one that takes too long is refused',
  },
]

/** What can be written into the search field. */
export function QueryHelp() {
  return (
    <details class="cards-query-words small">
      <summary>What can be searched</summary>
      <dl>
        {rules.map(({ write, finds }) => (
          <div key={write}>
            <dt>
              <code>{write}</code>
            </dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
      <p>
        What was found can be changed at one go, but not in its words: those are edited card by card, or in
        the note they come from.
      </p>
    </details>
  )
}
