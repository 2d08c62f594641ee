import { useState } from 'preact/hooks'
import type { QueueReply } from '../../../shared/api/queue.ts'
import type { SettingsPatch } from '../../../shared/api/settings.ts'
import { api } from '../../api-client.ts'
import { announce } from '../../state/announcer.ts'
import { takeSettings } from '../../state/settings-state.ts'
import { toApiError } from '../../state/use-resource.ts'
import { counted } from '../../words/words.ts'

const step = 10

/** Ten more new cards for this day alone, as often as wanted; a day that was changed can have its usual limit back. */
export function MoreNew(props: { readonly queue: QueueReply; readonly onChanged: () => void }) {
  const { moreNew, settings, today } = props.queue
  const [trouble, setTrouble] = useState<string | null>(null)
  const todayOnly = settings.todayOnly?.day === today ? settings.todayOnly : null
  if (moreNew == null && todayOnly === null) return null
  const change = async (patch: SettingsPatch, words: string) => {
    try {
      takeSettings(await api.changeSettings(patch))
      setTrouble(null)
      announce(words)
      props.onChanged()
    } catch (reason) {
      setTrouble(`Not changed: ${toApiError(reason).message}`)
    }
  }
  const more = Math.min(step, moreNew?.waiting ?? 0)
  const { reviewsPerDay } = todayOnly ?? settings
  return (
    <>
      {moreNew == null ? null : (
        <button
          type="button"
          class="btn quiet nums"
          onClick={() =>
            void change(
              {
                todayOnly: {
                  day: today as never,
                  newPerDay: Math.min(1000, moreNew.limit + more),
                  reviewsPerDay,
                },
              },
              `${counted(more, 'new card')} more today.`,
            )
          }
        >
          {more} more new today
        </button>
      )}
      {todayOnly === null || todayOnly.newPerDay === settings.newPerDay ? null : (
        <p class="hint nums">
          Today up to {counted(todayOnly.newPerDay, 'new card')} instead of {settings.newPerDay}.{' '}
          <button
            type="button"
            class="link-btn"
            onClick={() => void change({ todayOnly: null }, 'The usual limits hold again.')}
          >
            Take it back
          </button>
        </p>
      )}
      {trouble === null ? null : <p role="alert">{trouble}</p>}
    </>
  )
}
