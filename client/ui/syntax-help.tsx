import './syntax-help.css'

const ways: readonly { readonly write: string; readonly gives: string }[] = [
  { write: '- **Term**: what it is', gives: 'a definition' },
  { write: 'Question :: Answer', gives: 'a card' },
  { write: 'Word ::: Wort', gives: 'a card each way' },
  { write: 'A sentence with a ==gap==', gives: 'the sentence with a gap' },
  { write: 'Q: Question\nA: Answer', gives: 'a card whose answer may have several lines' },
  { write: 'Question\n?\nAnswer', gives: 'the same, with the sign of a card plugin' },
]

/** What can be written in a note so that it gives a card, whatever its words. */
export function SyntaxHelp() {
  return (
    <dl class="syntax-help">
      {ways.map(({ write, gives }) => (
        <div key={write}>
          <dt>
            <code>{write}</code>
          </dt>
          <dd>{gives}</dd>
        </div>
      ))}
    </dl>
  )
}
