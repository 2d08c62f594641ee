import { useState } from 'preact/hooks'
import type { TopicView } from '../../../shared/api/concepts.ts'
import type { ConceptSort } from '../../../shared/mastery/list-concepts.ts'
import { api } from '../../api-client.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { StrataBar } from '../../charts/strata-bar.tsx'
import { zoneInForce } from '../../state/settings-state.ts'
import { useResource } from '../../state/use-resource.ts'
import { type TopicPages, useTopicPages } from '../../state/use-topic-pages.ts'
import { Failure, Loading } from '../../ui/states.tsx'
import { counted } from '../../words/words.ts'
import { ConceptRows, recallWords } from './concept-rows.tsx'
import { addressOf } from './shown-concepts.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import './topic-groups.css'

interface TopicGroupsProps {
  readonly pages: TopicPages
  readonly sort: ConceptSort
  /** How many concepts there are in all topics. */
  readonly concepts: number
}

const openAtOnce = 60
const conceptsShown = 25

/** The topics of all notes, each with how well it is held; open where there are few concepts in all. */
export function TopicGroups({ pages, sort, concepts }: TopicGroupsProps) {
  const { topics, total, error, more, reload } = pages
  if (total === null) {
    return error === null ? (
      <Loading />
    ) : (
      <Failure what="Could not load the topics." error={error} onRetry={reload} />
    )
  }
  return (
    <>
      {topics.map((topic) => (
        <TopicGroup key={topic.key} topic={topic} sort={sort} isOpen={concepts <= openAtOnce} />
      ))}
      {more === null ? null : (
        <p class="section">
          <button type="button" class="btn quiet" onClick={more}>
            {counted(total - topics.length, 'more topic')}
          </button>
        </p>
      )}
    </>
  )
}

interface TopicGroupProps {
  readonly topic: TopicView
  readonly sort: ConceptSort
  readonly isOpen: boolean
}

/** What is closed is neither drawn nor asked for: thousands of concepts stand in as many lines as there are topics. */
function TopicGroup({ topic, sort, isOpen }: TopicGroupProps) {
  const [open, setOpen] = useState(isOpen)
  const { name, concepts, due, mastery } = topic
  return (
    <details class="fold topic" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2 class="topic-name">
          <InlineText text={name} />
        </h2>
        <LevelMark level={mastery.level} thin={mastery.thin} />
        <span class="topic-sum small nums">
          {counted(concepts, 'concept')} · {recallWords({ mastery })}
        </span>
        <span class="topic-due nums">{due === 0 ? '' : `${due} due`}</span>
      </summary>
      {open ? <TopicInside topic={topic} sort={sort} /> : null}
    </details>
  )
}

function TopicInside({ topic, sort }: Pick<TopicGroupProps, 'topic' | 'sort'>) {
  const { key, name, mastery, levels, inside, concepts } = topic
  const inner = useTopicPages(inside.length === 0 ? null : sort, key)
  const { resource, reload } = useResource(`topic ${key} ${sort}`, () =>
    api.concepts({ topic: key, sort, own: true, limit: conceptsShown, zone: zoneInForce() }),
  )
  return (
    <div class="topic-inside">
      <p class="hint">
        {proofOf(mastery)} {mastery.nextNeeds}
      </p>
      <StrataBar counts={levels} />
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not load its concepts." error={resource.error} onRetry={reload} />
      ) : null}
      {resource.kind === 'ready' ? <ConceptRows concepts={resource.value.concepts} /> : null}
      {inner.topics.map((one) => (
        <TopicGroup key={one.key} topic={one} sort={sort} isOpen={false} />
      ))}
      {concepts > conceptsShown ? (
        <p class="topic-all">
          <a href={addressOf({ sort, topic: key, view: 'list' })}>
            All {concepts} concepts of {name}
          </a>
        </p>
      ) : null}
    </div>
  )
}

/** What was proven of a topic, and how much of it is asked about. */
function proofOf({ covered, facts, durabilityDays, recallIn30Days, answered }: TopicView['mastery']): string {
  const asked = `${covered} of ${counted(facts, 'fact')} ${covered === 1 ? 'has' : 'have'} a card.`
  if (answered === 0) return asked
  const days = Math.round(durabilityDays)
  const bridged = days === 0 ? '' : ` Gap bridged, typically: ${counted(days, 'day')}.`
  return `${asked}${bridged} If you stopped now: about ${Math.round(recallIn30Days)} in 30 days.`
}
