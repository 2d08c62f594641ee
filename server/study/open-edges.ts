import type { ConceptEdge, ConceptEdgesReply } from '../../shared/api/concepts.ts'
import { normaliseTerm } from '../../shared/basics/text.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import {
  type Relation,
  type SuggestedPrerequisite,
  codeIn,
  nameFinder,
  relateConcepts,
  suggestPrerequisites,
  weightOf,
} from '../../shared/concept/relate-concepts.ts'
import { countMixUps } from '../../shared/quiz/mix-ups.ts'
import { prerequisiteOf } from '../../shared/concept/prerequisites.ts'
import type { ConceptWord, StoredConcept } from '../db/concept-rows.ts'
import { listConceptWords } from '../db/concept-words.ts'
import { findConceptsOf } from '../db/cards.ts'
import { findFacts, findFactsSaying, listConcepts } from '../db/concepts.ts'
import { listPastAnswers, mostRemembered } from '../db/quizzes.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { type ConceptDesk, readHeldConcepts } from './held-concepts.ts'
import { conceptOf } from './open-concept.ts'

/** What a concept has to do with others, and why: what it builds on, what shares with it, what it is mixed up with. */
export async function openConceptEdges(
  learner: Learner,
  desk: ConceptDesk,
  id: ConceptId,
): Promise<ConceptEdgesReply> {
  const { id: learnerId, db } = learner
  const concept = await conceptOf(learner, id)
  const { held } = await readHeldConcepts(learner, desk)
  const levels = new Map(held.map((one) => [one.id, one.mastery]))
  const concepts = (await listConcepts(db.reader, learnerId)).filter(({ active }) => active)
  const edges: Edge[] = [
    ...saidEdges(concept, concepts, await listConceptWords(db.reader, learnerId)),
    ...(await inferredEdges(db.reader, learner, concept, concepts)),
    ...(await mixedUp(db.reader, learner, concept, concepts)),
  ]
  const termOf = new Map(concepts.map((one) => [one.id, one.term]))
  return {
    edges: settled(edges).flatMap(({ otherId, ...edge }): ConceptEdge[] => {
      const [term, mastery] = [termOf.get(otherId), levels.get(otherId)]
      if (term === undefined || mastery === undefined || edge.kind === 'refused') return []
      const { level, thin } = mastery
      return [{ ...edge, kind: edge.kind, conceptId: otherId, term, level, thin }]
    }),
  }
}

/** An edge before its other end is looked up; `refused` is what the learner said not to be so. */
interface Edge extends Pick<ConceptEdge, 'weight' | 'why' | 'changeId'> {
  readonly kind: ConceptEdge['kind'] | 'refused'
  readonly otherId: ConceptId
}

const mostRelated = 12
/** So often two are mixed up before it is more than a slip. */
const fewestMixUps = 2

/** What was said goes before what is inferred of the same two: one of them is enough. */
function settled(edges: readonly Edge[]): Edge[] {
  const isSaid = ({ kind }: Edge) => kind === 'prerequisite' || kind === 'dependant' || kind === 'refused'
  const said = new Set(edges.filter(isSaid).map(({ otherId }) => otherId))
  return edges.filter((edge) => isSaid(edge) || edge.kind !== 'suggested' || !said.has(edge.otherId))
}

function saidEdges(
  { key }: StoredConcept,
  concepts: readonly StoredConcept[],
  words: readonly ConceptWord[],
): Edge[] {
  const idOf = new Map(concepts.map((one) => [one.key, one.id]))
  return words
    .filter(({ kind }) => kind === 'needs')
    .flatMap(({ subject, value, changeId }): Edge[] => {
      const { concept, needs } = prerequisiteOf(subject)
      const otherId = idOf.get(concept === key ? needs : concept)
      if (otherId === undefined || (concept !== key && needs !== key)) return []
      const base = { otherId, weight: 1, why: 'You said so.', changeId }
      if (value === 'yes') return [{ ...base, kind: concept === key ? 'prerequisite' : 'dependant' }]
      return concept === key ? [{ ...base, kind: 'refused' }] : []
    })
}

async function inferredEdges(
  db: Reader,
  { id: learnerId }: Learner,
  concept: StoredConcept,
  concepts: readonly StoredConcept[],
): Promise<Edge[]> {
  const own = await findFacts(db, learnerId, concept.id)
  const code = [...new Set(own.flatMap(codeIn))].slice(0, mostPhrases)
  const names = [concept.term, ...concept.aliases].filter((name) => name.length > 1)
  const phrases = [...names.slice(0, mostPhrases), ...code.map((span) => `\`${span}\``)]
  const others = await findFactsSaying(db, learnerId, phrases, mostFacts)
  const find = nameFinder(concepts)
  const related = relateConcepts(concept.id, own, others, find).slice(0, mostRelated)
  const suggested = suggestPrerequisites(concept, own, find)
  return [
    ...suggested.map((one): Edge => ({
      kind: 'suggested',
      otherId: one.id,
      weight: 1,
      why: reasonOf(one),
      changeId: null,
    })),
    ...related.map((one): Edge => ({
      kind: 'related',
      otherId: one.id,
      weight: weightOf(one),
      why: sharedWords(one),
      changeId: null,
    })),
  ]
}

const mostPhrases = 12
const mostFacts = 2000

function reasonOf({ why }: SuggestedPrerequisite): string {
  return why.kind === 'name' ? 'Its name is part of this one’s.' : `Your notes: “${why.sentence.trim()}”`
}

function sharedWords({ facts, code }: Relation): string {
  const together = facts === 0 ? [] : [`named together in ${facts === 1 ? '1 fact' : `${facts} facts`}`]
  const shared =
    code.length === 0
      ? []
      : [
          `both hold ${code
            .slice(0, 3)
            .map((span) => `\`${span}\``)
            .join(', ')}`,
        ]
  const words = [...together, ...shared].join('; ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** The concepts that were taken for this one in quizzes, or this one for them. */
async function mixedUp(
  db: Reader,
  { id: learnerId }: Learner,
  concept: StoredConcept,
  concepts: readonly StoredConcept[],
): Promise<Edge[]> {
  const past = await listPastAnswers(db, learnerId, mostRemembered)
  const cardIds = past.flatMap(({ mistakenFor, judged }) => [
    ...mistakenFor.flatMap(({ cardId, otherId }) => [cardId, otherId]),
    ...(judged.verdict === 'wrong' ? judged.cards.map(({ cardId }) => cardId) : []),
  ])
  const conceptOf = await findConceptsOf(db, learnerId, cardIds)
  const byName = new Map(
    concepts.flatMap(({ id, term, aliases }) =>
      [term, ...aliases].map((name) => [normaliseTerm(name), id] as const),
    ),
  )
  return countMixUps(
    past,
    (cardId) => conceptOf.get(cardId),
    (name) => byName.get(normaliseTerm(name)),
  )
    .filter(({ one, other, times }) => [one, other].includes(concept.id) && times >= fewestMixUps)
    .sort((a, b) => b.times - a.times)
    .map(({ one, other, times }): Edge => ({
      kind: 'confusable',
      otherId: (one === concept.id ? other : one) as ConceptId,
      weight: times,
      why: `Mixed up ${times} times in quizzes.`,
      changeId: null,
    }))
}
