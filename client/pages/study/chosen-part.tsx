import { useCallback, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Exam } from '../../../shared/api/exams.ts'
import { ExamOf } from '../../cards/exam-of.tsx'
import { reviewAddress, studyAddress } from '../../state/review-address.ts'
import type { Scope } from '../../state/scope.ts'
import { type ChosenSession, useChosenPart } from '../../state/use-chosen-part.ts'
import { Failure, Loading } from '../../ui/states.tsx'
import { aheadWords, effectLines } from '../../words/part-words.ts'
import { aboutMinutes, counted } from '../../words/words.ts'
import { InlineText } from '../../ui/quoted-line.tsx'

/** The session that was chosen: what it asks, what each part of it does, and the way in. */
export function ChosenPart({ scope }: { readonly scope: Scope }) {
  const { resource, reload } = useChosenPart(scope)
  // What was chosen is one key from its start; another word about it leaves the focus where it is.
  const isMet = useRef(false)
  const start = useCallback((link: HTMLAnchorElement | null) => {
    if (link === null || isMet.current) return
    isMet.current = true
    link.focus({ preventScroll: true })
  }, [])
  return (
    <section class="panel section study-chosen" aria-label="Your session" aria-live="polite">
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not look up these cards." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'ready' ? <Looked scope={scope} chosen={resource.value} startRef={start} /> : null}
    </section>
  )
}

interface LookedProps {
  readonly scope: Scope
  readonly chosen: ChosenSession
  readonly startRef: (link: HTMLAnchorElement | null) => void
}

function Looked({ scope, chosen, startRef }: LookedProps) {
  const { reply, scheduler, isFromDevice } = chosen
  const { total } = reply.counts
  const exam = isFromDevice ? null : examScope(scope, reply.part?.name ?? '')
  if (total === 0) return <Nothing chosen={chosen} />
  return (
    <>
      <h2>
        <InlineText text={reply.part?.name ?? 'Your session'} />
      </h2>
      <p class="study-size nums">
        {counted(total, 'card')}, {aboutMinutes(total * reply.secondsPerCard)}
      </p>
      <ul class="study-effects nums">
        {effectLines(reply.counts, scheduler).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isFromDevice ? (
        <p class="hint">The server does not answer: these are the cards on this device.</p>
      ) : null}
      <NotDue scope={scope} chosen={chosen} />
      {exam === null ? null : <ExamOf exam={exam} />}
      <p class="row">
        <a ref={startRef} class="btn" href={reviewAddress(scope)}>
          Start
        </a>
      </p>
    </>
  )
}

/** A tag may have an exam; concepts and notes say so on their own pages. */
function examScope({ tag }: Scope, title: string): Omit<Exam, 'on'> | null {
  return tag === undefined ? null : { kind: 'tag', name: tag.replace(/^#/, '').toLowerCase(), title }
}

/** Cards that are not due are practised, or asked ahead of their day: whoever chooses knows which. */
function NotDue({ scope, chosen }: { readonly scope: Scope; readonly chosen: ChosenSession }) {
  const { route } = useLocation()
  const { ahead = 0, practice = 0 } = chosen.reply.counts
  const isAhead = scope.state === 'ahead'
  const isOffered = isAhead ? hasSubject(scope) && ahead > 0 : scope.state === undefined && practice > 0
  if (!isOffered) return null
  const choose = (state: 'ahead' | undefined) =>
    route(studyAddress({ ...scope, state, practice: true }), true)
  return (
    <fieldset class="study-not-due">
      <legend class="label">Cards that are not due</legend>
      <label>
        <input type="radio" name="not-due" checked={!isAhead} onChange={() => choose(undefined)} />
        <span>Practise them: nothing moves.</span>
      </label>
      <label>
        <input type="radio" name="not-due" checked={isAhead} onChange={() => choose('ahead')} />
        <span>Count them ahead of their day: {aheadWords[chosen.scheduler]}</span>
      </label>
    </fieldset>
  )
}

function hasSubject({ conceptId, noteId, folder, tag, topic, q }: Scope): boolean {
  return [conceptId, noteId, folder, tag, topic, q].some((part) => part !== undefined)
}

/** Nothing to ask: why, and the nearest that has something. */
function Nothing({ chosen: { reply } }: { readonly chosen: ChosenSession }) {
  const { part } = reply
  return (
    <>
      <h2>
        <InlineText text={part?.name ?? 'Your session'} />
      </h2>
      <p class="prose">{part?.missing ?? 'There is nothing to ask here now.'}</p>
      {part == null || part.instead.length === 0 ? null : (
        <>
          <p class="hint">Instead:</p>
          <p class="row">
            {part.instead.map(({ name, cards, scope }) => (
              <a key={name} class="btn quiet nums" href={studyAddress(scope)}>
                <InlineText text={name} /> ({cards})
              </a>
            ))}
          </p>
        </>
      )}
    </>
  )
}
