import { useState } from 'preact/hooks'
import type { ConceptRow } from '../../../shared/api/concepts.ts'
import { type Topic, itemsIn } from '../../../shared/concept/topic-tree.ts'
import { counted } from '../../words/words.ts'
import { ConceptRows } from './concept-rows.tsx'
import './topic-groups.css'

interface TopicGroupsProps {
  readonly tree: Topic<ConceptRow>
  /** The order of concepts, in which topics stand by their first one. */
  readonly compare: (a: ConceptRow, b: ConceptRow) => number
}

const openAtOnce = 60

/** The topics of all notes, each with how well it is held; open where there are few concepts in all. */
export function TopicGroups({ tree, compare }: TopicGroupsProps) {
  const topics = tree.topics
    .map((topic) => ({ topic, concepts: itemsIn(topic).toSorted(compare) }))
    .sort((a, b) => compareFirst(a.concepts, b.concepts, compare))
  const areFew = itemsIn(tree).length <= openAtOnce
  return (
    <>
      {topics.map(({ topic, concepts }) => (
        <TopicGroup key={topic.name} topic={topic} concepts={concepts} isOpen={areFew} />
      ))}
      {tree.items.length === 0 ? null : (
        <TopicGroup
          topic={{ name: 'Other topics', items: tree.items, topics: [] }}
          concepts={tree.items}
          isOpen={areFew}
        />
      )}
    </>
  )
}

interface TopicGroupProps {
  readonly topic: Topic<ConceptRow>
  /** All that stand in it. */
  readonly concepts: readonly ConceptRow[]
  readonly isOpen: boolean
}

/** What is closed is not drawn: thousands of rows stand in as many lines as there are topics. */
function TopicGroup({ topic, concepts, isOpen }: TopicGroupProps) {
  const [open, setOpen] = useState(isOpen)
  return (
    <details class="fold topic" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2 class="topic-name">{topic.name}</h2>
        <span class="topic-sum small nums">{sumWords(concepts)}</span>
        <span class="topic-due nums">{dueWords(concepts)}</span>
      </summary>
      {open ? (
        <>
          <ConceptRows concepts={topic.items} />
          {topic.topics.map((inner) => (
            <section key={inner.name} class="topic-inner">
              <h3>{inner.name}</h3>
              <ConceptRows concepts={inner.items} />
            </section>
          ))}
        </>
      ) : null}
    </details>
  )
}

const compareFirst = (
  [a]: readonly ConceptRow[],
  [b]: readonly ConceptRow[],
  compare: TopicGroupsProps['compare'],
): number => (a === undefined || b === undefined ? 0 : compare(a, b))

/** `12 concepts · about 9 of 30 facts today`. */
function sumWords(concepts: readonly ConceptRow[]): string {
  const facts = sum(concepts, ({ mastery }) => mastery.facts)
  const answered = sum(concepts, ({ mastery }) => mastery.answered)
  const recalled = Math.round(sum(concepts, ({ mastery }) => mastery.recallNow))
  const held =
    answered === 0
      ? `${counted(facts, 'fact')}, none asked yet`
      : `about ${recalled} of ${counted(facts, 'fact')} today`
  return `${counted(concepts.length, 'concept')} · ${held}`
}

function dueWords(concepts: readonly ConceptRow[]): string {
  const due = sum(concepts, (concept) => concept.due)
  return due === 0 ? '' : `${due} due`
}

const sum = (concepts: readonly ConceptRow[], valueOf: (concept: ConceptRow) => number): number =>
  concepts.reduce((total, concept) => total + valueOf(concept), 0)
