import { useState } from 'preact/hooks'
import type { StatsReply } from '../../../shared/api/stats.ts'
import type { Day } from '../../../shared/basics/time.ts'
import { lastWeekSentence } from '../../../shared/insight/week-words.ts'
import { weekBeside, weekOf } from '../../../shared/insight/week.ts'
import { isPutOff } from '../../state/not-now.ts'
import { seenWeekKey, seeWeek } from '../../state/seen-week.ts'
import { weekAddress } from '../../state/week-address.ts'

interface LastWeekProps {
  readonly days: StatsReply['days']
  readonly today: string
}

/** The week that is over, once: until it was looked at or sent away, and never where nothing was answered in it. */
export function LastWeek({ days, today }: LastWeekProps) {
  const [isGone, setGone] = useState(false)
  const sentence = lastWeekSentence(days, today as Day)
  if (sentence === null || isGone || isPutOff(seenWeekKey)) return null
  const over = weekBeside(weekOf(today as Day), -1)
  const sendAway = () => {
    setGone(true)
    void seeWeek(today as Day)
  }
  return (
    <p class="section hint">
      {sentence} <a href={weekAddress(over.from)}>What you learnt and what slipped</a>{' '}
      <button type="button" class="link-btn today-week-off" onClick={sendAway}>
        Not now<span class="vh">: last week</span>
      </button>
    </p>
  )
}
