import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { currentCard, isFinished, progress } from '../../../shared/session/session.ts'
import { BrokenCard, CardGuard, isWhole } from '../../cards/broken-card.tsx'
import { CardFace } from '../../cards/card-face.tsx'
import { GradeBar } from '../../cards/grade-bar.tsx'
import { keyOf } from '../../keys/review-keys.ts'
import { SittingBar, ThumbRow } from './sitting-bar.tsx'
import { TypedField } from '../../cards/typed-field.tsx'
import { paths } from '../../router.ts'
import { chosenKeys, singleKeys } from '../../state/device.ts'
import { scopeOf } from '../../state/scope.ts'
import { gradesOnOffer } from '../../state/review-sitting.ts'
import { settings } from '../../state/settings-state.ts'
import { Failure, Loading } from '../../ui/states.tsx'
import { laterPart } from '../../ui/later-page.tsx'
import { QuietStrip } from '../../ui/quiet-strip.tsx'
import { Still } from '../../ui/still.tsx'
import { KeyHint } from './key-hint.tsx'
import { ReviewSheets } from './review-sheets.tsx'
import { useReviewActions } from './use-review-actions.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { useSitting } from './use-sitting.ts'
import { useSittingFocus } from './use-sitting-focus.ts'
import { useTicks } from './use-ticks.ts'
import { useTyping } from './use-typing.ts'
import './review-page.css'

const NothingDue = laterPart(() => import('./review-ends.tsx').then((m) => m.NothingDue))
const LeechToTell = laterPart(() => import('../../cards/leech-to-tell.tsx').then((m) => m.LeechToTell))

export function ReviewPage() {
  const { query, route } = useLocation()
  const scope = scopeOf(query)
  const { held, error, open } = useSitting(scope)
  const session = held?.session
  const card = session === undefined ? null : currentCard(session)
  const face = card === null ? undefined : held?.faces.get(card.id)
  const side = session?.position.side ?? 'prompt'
  const ended = session !== undefined && isFinished(session) && session.past.length > 0
  const promptRef = useRef<HTMLDivElement>(null)
  const answerRef = useRef<HTMLDivElement>(null)
  const whole = isWhole(face) ? face : null
  const place = `${card?.id}:${session?.position.answers}`
  const ticks = useTicks(whole, place)
  const typed = useTyping(whole, held?.faces, place)
  const typing = { ...typed, suggested: ticks.suggested ?? typed.suggested }
  const actions = useReviewActions({ held, card, face, side, typing, route })
  useSittingFocus({
    card,
    side,
    steps: session?.past.length,
    isBusy: actions.isEditing,
    promptRef,
    answerRef,
  })
  useReviewKeys({ side, hasCard: card !== null, isBusy: actions.isEditing, typing, actions })
  useEffect(() => {
    if (ended) route(paths.reviewDone, true)
  }, [ended])

  const isEmpty = session !== undefined && card === null && !ended
  const isSound = isWhole(face) && card !== null && card.previews.length > 0
  return (
    <div class="sitting">
      <SittingBar
        held={held}
        hasCard={card !== null}
        isPart={Object.keys(scope).length > 0}
        onLeave={actions.leave}
        onUndo={() => actions.act({ kind: 'undo' }, 'pointer')}
        onMore={() => actions.act({ kind: 'more' }, 'pointer')}
      />
      <main id="main" class="sitting-main">
        {session === undefined || card === null ? null : <ProgressLine share={progress(session)} />}
        <QuietStrip />
        {error === null ? null : <Failure what="Could not load your cards." error={error} onRetry={open} />}
        {error === null && session === undefined ? <Loading /> : null}
        {isEmpty && session.beyond > 0 ? <Loading /> : null}
        {isEmpty && session.beyond === 0 && held !== null ? (
          <NothingDue reply={held.reply} onRead={open} />
        ) : null}
        {card === null || session === undefined || actions.isEditing ? null : !isSound ? (
          <BrokenCard {...actions.mend} />
        ) : (
          <CardGuard cardId={card.id} instead={<BrokenCard {...actions.mend} />}>
            <CardFace
              card={face}
              state={card.state}
              side={side}
              today={session.today}
              promptRef={promptRef}
              answerRef={answerRef}
              onReveal={() => actions.act({ kind: 'reveal' }, 'pointer')}
              below={
                typing.isOffered ? (
                  <TypedField
                    fieldRef={typing.fieldRef}
                    value={typing.text}
                    keyName={singleKeys.value ? keyOf('type', chosenKeys.value) : null}
                    onInput={typing.setText}
                    onCheck={() => actions.check()}
                  />
                ) : null
              }
              above={() =>
                typing.check === null || typing.parts === null ? null : (
                  <typing.parts.TypedResult
                    check={typing.check}
                    onRight={() => actions.act({ kind: 'right' }, 'pointer')}
                  />
                )
              }
              list={
                ticks.TickList === null || ticks.items.length === 0 ? null : (
                  <ticks.TickList items={ticks.items} ticked={ticks.ticked} onTick={ticks.toggle} />
                )
              }
              notice={() =>
                card.state.missedDays >= settings.value.leechLapses ? (
                  <LeechToTell
                    state={card.state}
                    onRewrite={() => actions.act({ kind: 'edit' }, 'pointer')}
                    onSplit={() => actions.act({ kind: 'source' }, 'pointer')}
                    onSuspend={() => actions.act({ kind: 'suspend' }, 'pointer')}
                  />
                ) : null
              }
            />
          </CardGuard>
        )}
        <ReviewSheets actions={actions} card={card} face={face} />
      </main>
      {card === null || session === undefined || actions.isEditing || !isSound ? null : (
        <footer class="sitting-foot">
          <ThumbRow
            canUndo={session.past.length > 0}
            onUndo={() => actions.act({ kind: 'undo' }, 'pointer')}
            onEdit={() => actions.act({ kind: 'edit' }, 'pointer')}
            onMore={() => actions.act({ kind: 'more' }, 'pointer')}
          />
          <button
            type="button"
            class="btn review-show"
            aria-keyshortcuts="Space"
            hidden={side === 'answer'}
            onClick={() => actions.check('pointer')}
          >
            {typing.text.trim() === '' ? 'Show answer' : 'Check answer'}
          </button>
          <div hidden={side === 'prompt'}>
            <Still isShown={side === 'answer'}>
              {() => (
                <GradeBar
                  card={card}
                  grades={gradesOnOffer()}
                  suggested={typing.suggested}
                  undone={session.position.undoneGrade}
                  missed={typing.check?.verdict === 'wrong'}
                  chosenKeys={chosenKeys.value}
                  onGrade={(grade) => actions.act({ kind: 'grade', grade }, 'pointer')}
                />
              )}
            </Still>
          </div>
          <KeyHint
            side={side}
            keys={gradesOnOffer().length}
            answers={session.position.answers}
            canType={typing.isOffered}
          />
        </footer>
      )}
    </div>
  )
}

function ProgressLine({ share }: { readonly share: number }) {
  const percent = Math.round(share * 100)
  return (
    <div
      class="sitting-progress"
      role="progressbar"
      aria-label="Session progress"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${share * 100}%` }} />
    </div>
  )
}
