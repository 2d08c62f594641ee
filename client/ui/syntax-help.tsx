import { notesHelpPath } from '../help-paths.ts'
import { writtenExamples } from '../words/note-syntax.ts'
import './syntax-help.css'

/** What can be written in a note so that it gives a card, whatever its words. */
export function SyntaxHelp() {
  return (
    <div class="syntax-help">
      <dl>
        {writtenExamples.map(({ name, write }) => (
          <div key={name}>
            <dt>
              <code>{write}</code>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <SyntaxLink />
    </div>
  )
}

/** To all that is read out of a note, and all that can be written. It opens beside what is being written. */
export function SyntaxLink() {
  return (
    <a href={notesHelpPath} target="_blank">
      How a note becomes cards<span class="vh"> (opens in a tab of its own)</span>
    </a>
  )
}
