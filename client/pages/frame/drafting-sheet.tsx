import { useEffect, useRef, useState } from 'preact/hooks'
import { draftRequest } from '../../state/draft-request.ts'
import { goesOn, useDrafting } from '../../state/drafting.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Loading } from '../../ui/states.tsx'
import { DraftingPlanView } from './drafting-plan.tsx'
import { DraftingEnd, DraftingProgress } from './drafting-progress.tsx'
import './drafting-sheet.css'

/** Drafting with the learner's own language model: what would be sent, how far it is, and what came of it. */
export function DraftingSheet({ onClose }: { readonly onClose: () => void }) {
  const request = draftRequest.value
  const now = useDrafting()
  // What is looked at stays in sight when it is over.
  const [follows, setFollows] = useState(false)
  const isGoing = now !== null && goesOn(now)
  useEffect(() => {
    if (isGoing) setFollows(true)
  }, [isGoing])
  const shows = now === null ? 'nothing' : isGoing ? 'progress' : follows ? 'end' : 'plan'
  const part = useRef<HTMLDivElement>(null)
  const before = useRef(shows)
  // What had the focus is gone with the part that it stood in.
  useEffect(() => {
    if (before.current !== shows && before.current !== 'nothing') firstControl(part.current)?.focus()
    before.current = shows
  }, [shows])
  return (
    <Sheet heading="Draft cards" onClose={onClose}>
      <div ref={part} class="drafting">
        {now === null ? <Loading /> : null}
        {now !== null && shows === 'progress' ? <DraftingProgress now={now} /> : null}
        {now !== null && shows === 'end' ? <DraftingEnd now={now} onAgain={() => setFollows(false)} /> : null}
        {shows === 'plan' && request !== null ? (
          <DraftingPlanView request={request} onStarted={() => setFollows(true)} />
        ) : null}
      </div>
    </Sheet>
  )
}

/** The one that is meant to be pressed next; where it cannot be yet, the first one. */
function firstControl(part: HTMLElement | null): HTMLElement | null {
  const enabled = [...(part?.querySelectorAll<HTMLElement>('a, :is(button, input, textarea):enabled') ?? [])]
  return enabled.find((one) => 'first' in one.dataset) ?? enabled[0] ?? null
}
