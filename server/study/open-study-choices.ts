import type { StudyChoicesReply } from '../../shared/api/study.ts'
import type { PartState } from '../../shared/queue/plan-part.ts'
import type { Learner } from '../learner.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import type { PatternMatcher } from './pattern-matcher.ts'
import { countStates } from './plan-chosen.ts'
import { readSecondsPerCard } from './read-seconds-per-card.ts'

const offered: readonly PartState[] = ['weak', 'leech', 'new', 'ahead', 'learned']

/** What can be studied by how it is known, with what it would ask. */
export async function openStudyChoices(
  learner: Learner,
  matchPattern: PatternMatcher,
): Promise<StudyChoicesReply> {
  const settings = await readSettings(learner.db.reader, learner.id)
  const { today } = todayFor(settings, learner.zone, learner.clock())
  const counts = await countStates({ learner, settings, today, matchPattern }, offered)
  return {
    today,
    secondsPerCard: await readSecondsPerCard(learner.db.reader, learner.id),
    states: [...counts].map(([state, cards]) => ({ state, cards })),
  }
}
