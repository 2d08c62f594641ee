import { useState } from 'preact/hooks'
import type { FitReply } from '../../../shared/api/memory.ts'
import type { SchedulerReply } from '../../../shared/api/scheduler.ts'
import { api } from '../../api-client.ts'
import { sayQuietly } from '../../state/quiet-line.ts'
import { flushBriefly } from '../../state/sync.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import type { SettingsForm } from '../../state/use-settings-form.ts'
import { counted } from '../../words/words.ts'
import { RetentionCost } from './settings-retention.tsx'
import { Group, Row, SwitchRow } from '../../ui/settings-rows.tsx'
import { ScopesRow } from './settings-scopes.tsx'

/** What decides when a card returns. */
export function SettingsScheduler({ form }: { readonly form: SettingsForm }) {
  const { resource, put } = useResource('scheduler', api.scheduler)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const scheduler = resource.kind === 'ready' ? resource.value : null
  const choose = async (kind: 'sm2' | 'fsrs', desiredRetention?: number, says?: string) => {
    if (scheduler === null || busy) return
    setBusy(true)
    try {
      await flushBriefly()
      const body =
        kind === 'sm2'
          ? { scheduler: kind }
          : { scheduler: kind, ...(desiredRetention === undefined ? {} : { desiredRetention }) }
      put(await api.changeScheduler(body))
      setTrouble(null)
      const back = () => void choose(scheduler.scheduler, scheduler.desiredRetention ?? undefined, 'Undone.')
      sayQuietly(
        says ?? `${nameOf(kind)} decides from now on; every due day was counted anew from your answers.`,
        says === 'Undone.' ? null : { name: 'Undo', run: back },
      )
    } catch (reason) {
      setTrouble(`Not changed: ${toApiError(reason).message}`)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Group name="Scheduler">
      <Row
        name="Scheduler"
        says="SM-2 stretches intervals by a factor a card; FSRS models how memory fades and asks when your chance of recall falls to what you want. Your answers stay as they are; changing back loses nothing."
        id="setting-scheduler"
        byDefault="SM-2"
        trouble={resource.kind === 'failed' ? resource.error.message : trouble}
      >
        <select
          id="setting-scheduler"
          class="input"
          disabled={scheduler === null || busy}
          value={scheduler?.scheduler ?? 'sm2'}
          onChange={(event) => void choose(event.currentTarget.value as 'sm2' | 'fsrs')}
        >
          <option value="sm2">SM-2</option>
          <option value="fsrs">FSRS-6</option>
        </select>
      </Row>
      {scheduler?.scheduler === 'fsrs' ? (
        <RetentionCost
          scheduler={scheduler}
          busy={busy}
          onChoose={(retention) =>
            void choose('fsrs', retention, `You want to recall ${Math.round(retention * 100)} %.`)
          }
        />
      ) : null}
      {scheduler?.scheduler === 'fsrs' ? <ScopesRow scheduler={scheduler} onChanged={put} /> : null}
      {scheduler === null ? null : <FitRow scheduler={scheduler} onFitted={put} />}
      <SwitchRow
        name="Spread due days"
        field="fuzz"
        form={form}
        says="Moves longer intervals by a few days, so that cards learned together do not stay together. The keys show the moved day."
      />
    </Group>
  )
}

function nameOf(scheduler: 'sm2' | 'fsrs'): string {
  return scheduler === 'sm2' ? 'SM-2' : 'FSRS'
}

interface FitRowProps {
  readonly scheduler: SchedulerReply
  readonly onFitted: (scheduler: SchedulerReply) => void
}

function FitRow({ scheduler, onFitted }: FitRowProps) {
  const [fit, setFit] = useState<FitReply | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      await flushBriefly()
      const reply = await api.fitScheduler()
      setFit(reply)
      onFitted(reply.scheduler)
      sayQuietly(reply.sentence)
    } catch (reason) {
      setTrouble(`Not fitted: ${toApiError(reason).message}`)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Row
      name="Fit to my answers"
      says={`Learns from ${counted(scheduler.scoredAnswers, 'answer')} after a day or more, all but the latest fifth; what it learned is taken only if it predicts that fifth better by more than chance makes of it (one standard error of the difference).${scheduler.fitted ? ' The parameters in force were fitted.' : ''}`}
      trouble={trouble}
      wide
    >
      <button type="button" class="btn quiet" disabled={busy} onClick={() => void run()}>
        {busy ? 'Fitting …' : 'Fit to my answers'}
      </button>
      {fit === null ? null : (
        <div class="setting-fit">
          <p>{fit.sentence}</p>
          {fit.before === null || fit.after === null ? null : (
            <dl class="nums">
              <div>
                <dt>Error of the predictions (log loss) before</dt>
                <dd>{fit.before.toFixed(4)}</dd>
              </div>
              <div>
                <dt>after</dt>
                <dd>{fit.after.toFixed(4)}</dd>
              </div>
              {fit.margin === null ? null : (
                <div>
                  <dt>had to fall by more than</dt>
                  <dd>{fit.margin.toFixed(4)}</dd>
                </div>
              )}
              <div>
                <dt>learned from</dt>
                <dd>{fit.trainedOn.toLocaleString('en')}</dd>
              </div>
              <div>
                <dt>judged on</dt>
                <dd>{fit.heldOut.toLocaleString('en')}</dd>
              </div>
            </dl>
          )}
        </div>
      )}
    </Row>
  )
}
