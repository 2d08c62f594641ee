import { useEffect, useState } from 'preact/hooks'
import { api } from '../../api-client.ts'
import { dataHelpPath } from '../../help-paths.ts'
import { paths } from '../../router.ts'
import { useDrafting } from '../../state/drafting.ts'
import { readShelf } from '../../state/shelf.ts'
import { outbox } from '../../state/sync.ts'
import { useResource } from '../../state/use-resource.ts'
import { counted } from '../../words/words.ts'
import { HelpPage } from './help-page.tsx'

/** Where notes, cards and answers lie, how they are backed up today, and what leaves the machine. */
export function DataHelp() {
  return (
    <HelpPage
      here={dataHelpPath}
      heading="Where your data lies"
      sub="In two folders on the machine that runs Recollect, and what you need for the next days in this browser."
    >
      <section class="section" aria-labelledby="data-folders">
        <h2 id="data-folders">On the server</h2>
        <ul class="rows prose">
          <li>
            <b>Your notes</b>: <NotesFolder />. They are plain Markdown and stay yours: they are only read,
            except where you save in the editor or keep a draft.
          </li>
          <li>
            <b>Everything else</b>: the folder named by <code>DATA_DIR</code>, which is <code>data</code>{' '}
            beside the program if you named none. In it lies the database (cards, every answer you ever gave,
            schedules, settings) and the notes you brought in on the page.
          </li>
          <li>
            Schedules and levels are worked out from the log of your answers, which is only ever added to.
            They can be made anew from it: <code>npm run doctor -- --repair</code>.
          </li>
        </ul>
      </section>
      <section class="section" aria-labelledby="data-device">
        <h2 id="data-device">On this device</h2>
        <ul class="rows prose">
          <DeviceLine />
          <li>
            Drafts of notes you have not saved, your keys, and whether single keys act: kept in this browser,
            not on other devices.
          </li>
        </ul>
      </section>
      <section class="section" aria-labelledby="data-backup">
        <h2 id="data-backup">Backup</h2>
        <ul class="rows prose">
          <li>
            While something changes, the server makes a backup every half hour, and keeps two days of them,
            then one a day, a week and a month. Each is one file, opened and checked before it counts; they
            lie in <code>backups</code> in the data folder. <a href={paths.settings}>Settings</a> › Data lists
            them.
          </li>
          <li>
            A disk can fail: <code>npm run backup -- FOLDER</code> puts one somewhere else, and{' '}
            <code>npm run restore FILE</code> goes back to one. Your own folder of notes is yours to copy.
          </li>
          <li>
            After an older copy was put back, devices send again the answers it does not know, as far as they
            still keep them.
          </li>
          <li>
            What changed the library by mistake needs no backup: <a href={paths.changes}>Changes</a> can be
            undone for 30 days.
          </li>
        </ul>
      </section>
      <section class="section" aria-labelledby="data-leaves">
        <h2 id="data-leaves">What leaves the machine</h2>
        <ul class="rows prose">
          <LeavesLine />
          <li>No other server is asked for anything: no fonts, no statistics, no account.</li>
          <li>
            An assistant that you connect yourself sees the cards and notes that you let it read. It can draft
            cards and record answers, and decides on nothing.
          </li>
        </ul>
      </section>
    </HelpPage>
  )
}

function NotesFolder() {
  const { resource } = useResource('notes', api.notes)
  if (resource.kind !== 'ready')
    return (
      <>
        the folder named by <code>LEARNINGS_DIR</code> or behind <code>npm start --</code>
      </>
    )
  return <code>{resource.value.folder}</code>
}

function DeviceLine() {
  const [cards, setCards] = useState<number | null>(null)
  useEffect(() => void readShelf().then((shelf) => setCards(shelf?.cards.size ?? 0)), [])
  const waiting = outbox.waiting.value
  return (
    <li class="nums">
      The cards of today and the next days
      {cards === null || cards === 0 ? '' : ` (now ${cards.toLocaleString('en')})`}, so that reviews go on
      without the server; and every answer until the server has it.{' '}
      {waiting === 0
        ? 'The server has every answer given here.'
        : `${counted(waiting, 'answer')} ${waiting === 1 ? 'waits' : 'wait'} to be sent.`}
    </li>
  )
}

/** Said of this very server: whether a model is named, and where it is. */
function LeavesLine() {
  const known = useDrafting()
  if (known === null) return <li>Only what you yourself send to a language model, where you named one.</li>
  if (known.model === null)
    return <li>Nothing. No language model is named, so not one byte is sent anywhere.</li>
  return (
    <li>
      Only what you send to your language model, {known.model.name} at <code>{known.model.host}</code>, when
      you ask it to draft: you see the text before it is sent.
    </li>
  )
}
