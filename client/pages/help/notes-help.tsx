import { notesHelpPath } from '../../help-paths.ts'
import { paths } from '../../router.ts'
import { ExampleCards } from '../../ui/example-cards.tsx'
import { QuotedLine } from '../../ui/quoted-line.tsx'
import {
  type NoteExample,
  otherSigns,
  readExamples,
  silentExamples,
  writtenExamples,
} from '../../words/note-syntax.ts'
import { HelpPage } from './help-page.tsx'

/** How a note becomes cards: what is read by itself, what can be written for it, and what becomes of the rest. */
export function NotesHelp() {
  return (
    <HelpPage
      here={notesHelpPath}
      heading="How a note becomes cards"
      sub="Write as you would anyway. Every card shows the line it came from, and follows it when you edit the note."
    >
      <section class="section" aria-labelledby="help-read">
        <h2 id="help-read">What is read by itself</h2>
        <p class="hint prose">
          Nothing needs a sign for it. Lines that hold one whole thought give the best cards: a term and what
          it is, a question and its answer, a cause and its effect.
        </p>
        <Examples examples={readExamples} />
      </section>
      <section class="section" aria-labelledby="help-write">
        <h2 id="help-write">What always gives a card</h2>
        <p class="hint prose">
          With one of these signs any words become a card, exactly as you wrote them. They are the signs of
          other flashcard tools and note apps, so notes from there work as they are.
        </p>
        <Examples examples={writtenExamples} />
        <details class="help-more">
          <summary>Further signs of other tools</summary>
          <Examples examples={otherSigns} />
        </details>
      </section>
      <section class="section" aria-labelledby="help-silent">
        <h2 id="help-silent">What gives no card</h2>
        <ul class="rows prose">
          <li>
            What is no matter to learn:
            <ul class="help-silent">
              {silentExamples.map(({ name, write }) => (
                <li key={name}>
                  {name}: <code>{write}</code>
                </li>
              ))}
            </ul>
          </li>
          <li>
            Sentences of a kind that no rule reads yet. The page of a note says so beside each line.{' '}
            <b>Make a card</b> there writes one with the line as its answer; <b>Make this card anyway</b>{' '}
            takes one that was left out.
          </li>
          <li>
            Lines you ruled out: <b>Never</b> in <a href={paths.skim()}>Skim</a>. The page of the note lists
            them, each with a way back.
          </li>
        </ul>
      </section>
      <section class="section" aria-labelledby="help-many">
        <h2 id="help-many">How many cards, and which wait</h2>
        <ul class="rows prose">
          <li>
            <a href={paths.settings}>Settings</a> say how many you get: few (what readers nearly always keep),
            balanced, or all that can be asked. What you wrote with a sign always counts.
          </li>
          <li>
            A doubtful card is proposed and waits in the <a href={paths.inbox()}>Inbox</a> with the reason. It
            is not asked before you keep it.
          </li>
          <li>
            The same fact in several notes is one card with several sources. Where notes say different things,
            you are asked which is right.
          </li>
        </ul>
      </section>
      <section class="section" aria-labelledby="help-edit">
        <h2 id="help-edit">When you edit a note</h2>
        <ul class="rows prose">
          <li>
            A card whose wording changes keeps its history. So does one whose line moves to another note.
          </li>
          <li>
            A card that would ask something else, or whose line is gone, waits in the Inbox for your word and
            is asked as before until then.
          </li>
          <li>
            Every change of the library stands in <a href={paths.changes}>Changes</a> and can be undone for 30
            days. No answer is lost by it.
          </li>
        </ul>
      </section>
    </HelpPage>
  )
}

function Examples({ examples }: { readonly examples: readonly NoteExample[] }) {
  return (
    <ul class="rows help-examples">
      {examples.map(({ name, write, cards, more }) => (
        <li key={name}>
          <div>
            <h3>{name}</h3>
            <pre>{write}</pre>
            {more === undefined ? null : (
              <p class="hint">
                <QuotedLine text={more} />
              </p>
            )}
          </div>
          <ExampleCards cards={cards} />
        </li>
      ))}
    </ul>
  )
}
