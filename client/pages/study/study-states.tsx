import type { StudyChoicesReply } from '../../../shared/api/study.ts'
import type { PartState } from '../../../shared/queue/plan-part.ts'
import { api } from '../../api-client.ts'
import { studyAddress } from '../../state/review-address.ts'
import { zoneInForce } from '../../state/settings-state.ts'
import { useResource } from '../../state/use-resource.ts'
import { Failure, Loading } from '../../ui/states.tsx'
import { aboutMinutes, counted } from '../../words/words.ts'

const states: readonly { readonly state: PartState; readonly name: string; readonly says: string }[] = [
  { state: 'weak', name: 'The weakest', says: 'What you would hardly recall a week from now.' },
  { state: 'leech', name: 'Cards you keep forgetting', says: 'Cards whose first try failed on many days.' },
  { state: 'new', name: 'Never seen', says: 'New cards, a few at a time, beyond today’s limit.' },
  { state: 'ahead', name: 'Ahead of time', says: 'What falls due on the coming days, soonest first.' },
  { state: 'learned', name: 'Everything you have seen', says: 'What is not due is practice.' },
]

/** What can be studied by how it is known. */
export function StudyStates() {
  const { resource, reload } = useResource('study choices', () => api.studyChoices(zoneInForce()))
  return (
    <section class="section" aria-labelledby="study-states">
      <h2 id="study-states">By how you know it</h2>
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not count your cards." error={resource.error} onRetry={reload} />
      ) : null}
      <ul class="rows">
        {states.map((one) => (
          <StateRow key={one.state} {...one} reply={resource.kind === 'ready' ? resource.value : null} />
        ))}
      </ul>
    </section>
  )
}

function StateRow(props: (typeof states)[number] & { readonly reply: StudyChoicesReply | null }) {
  const { state, name, says, reply } = props
  const cards = reply?.states.find((one) => one.state === state)?.cards
  return (
    <li class="study-row">
      <div id={`study-${state}`}>
        {name}
        <p class="hint">{says}</p>
      </div>
      {cards === 0 ? (
        <span class="hint">none now</span>
      ) : (
        <a class="btn quiet nums" href={studyAddress({ state })} aria-describedby={`study-${state}`}>
          {cards === undefined || reply === null
            ? 'Look'
            : `${counted(cards, 'card')}, ${aboutMinutes(cards * reply.secondsPerCard)}`}
        </a>
      )}
    </li>
  )
}
