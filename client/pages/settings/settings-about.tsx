import { useEffect, useState } from 'preact/hooks'
import { version } from '../../../package.json'
import { basePath } from '../../api/base-path.ts'
import { readShelf } from '../../state/shelf.ts'
import { outbox } from '../../state/sync.ts'
import { canStartOffline } from '../../state/update-ready.ts'
import { saveAnswers } from '../../state/save-answers.ts'
import { counted } from '../../words/words.ts'
import { Group, Row } from '../../ui/settings-rows.tsx'

/** What runs here, what it can do without its server, and what it still owes it. */
export function SettingsAbout() {
  const offline = useOffline()
  const waiting = outbox.waiting.value
  return (
    <Group name="About">
      <Row name="Version" says={`Recollect ${version}`} />
      <Row name="Without a network" says={offline} />
      <Row
        name="Unsent answers"
        says={
          waiting === 0
            ? 'None. The server has every answer given here.'
            : `${counted(waiting, 'answer')} kept on this device, sent as soon as the server can be reached. If it never can, a file of them is the last resort.`
        }
      >
        {waiting === 0 ? null : (
          <button type="button" class="btn quiet" onClick={() => void saveAnswers(outbox.events())}>
            Export answers
          </button>
        )}
      </Row>
    </Group>
  )
}

/** Whether the app opens here without its server, and how many cards it would find. */
function useOffline(): string {
  const [words, setWords] = useState('')
  useEffect(() => void offlineWords().then(setWords), [])
  return words
}

async function offlineWords(): Promise<string> {
  const cards = (await readShelf())?.cards.size ?? 0
  const kept = `${counted(cards, 'card')} of today and the next days ${cards === 1 ? 'is' : 'are'} kept on this device`
  if (!canStartOffline())
    return `Offline start and install need HTTPS or localhost. ${kept}, for reviews that have begun; so is every answer.`
  const registration = await navigator.serviceWorker.getRegistration(`${basePath}/`)
  // Above this path there may be another app with a worker of its own.
  const isOwn = registration?.scope.endsWith(`${location.host}${basePath}/`) === true
  return !isOwn || registration.active === null
    ? 'The app is not kept on this device yet. That happens by itself, a moment after its page is loaded.'
    : `The app opens here without its server. ${kept}.`
}
