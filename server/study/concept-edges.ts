import type { ConceptEdge } from '../../shared/api/concepts.ts'
import { normaliseTerm } from '../../shared/basics/text.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import { prerequisiteOf } from '../../shared/concept/prerequisites.ts'
import {
  type NameFinder,
  type Relation,
  type SuggestedPrerequisite,
  codeIn,
  nameFinder,
  relateConcepts,
  suggestDependants,
  suggestPrerequisites,
  weightOf,
} from '../../shared/concept/relate-concepts.ts'
import { type MixUp, countMixUps } from '../../shared/quiz/mix-ups.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { findConceptsOf } from '../db/cards.ts'
import type { ConceptWord, StoredConcept } from '../db/concept-rows.ts'
import { listConceptWords } from '../db/concept-words.ts'
import { findFacts, findFactsSaying, listConcepts } from '../db/concepts.ts'
import { listPastAnswers, mostRemembered } from '../db/quizzes.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'

/** An edge from one concept to another. */
export interface StatedEdge extends Pick<ConceptEdge, 'kind' | 'weight' | 'why' | 'changeId'> {
  readonly otherId: ConceptId
}

/** The same before it is settled; `refused` is what the learner said not to be so. */
interface Edge extends Omit<StatedEdge, 'kind'> {
  readonly kind: ConceptEdge['kind'] | 'refused'
}

const mostRelated = 12
/** So often two are mixed up before it is more than a slip. */
const fewestMixUps = 2

/** What is read once to tell how concepts have to do with each other. */
export interface Connections {
  /** Those that the notes speak of. */
  readonly concepts: ReadonlyMap<ConceptId, StoredConcept>
  readonly find: NameFinder<ConceptId>
  readonly words: readonly ConceptWord[]
  readonly mixUps: readonly MixUp[]
}

/** All that is known of connections before one asks for those of a concept. */
export async function gatherConnections({ id: learnerId, db }: Learner): Promise<Connections> {
  const active = (await listConcepts(db.reader, learnerId)).filter((concept) => concept.active)
  return {
    concepts: new Map(active.map((concept) => [concept.id, concept])),
    find: nameFinder(active),
    words: await listConceptWords(db.reader, learnerId),
    mixUps: await readMixUps(db.reader, learnerId, active),
  }
}

/** The edges of one concept to others that the notes speak of, without what the learner refused. */
export async function edgesOf(
  { id: learnerId, db }: Learner,
  connections: Connections,
  concept: StoredConcept,
): Promise<StatedEdge[]> {
  const edges = [
    ...saidEdges(concept, connections),
    ...(await inferredEdges(db.reader, learnerId, concept, connections)),
    ...mixedUpEdges(concept.id, connections.mixUps),
  ]
  return settled(edges).flatMap(({ kind, ...edge }) =>
    kind === 'refused' || !connections.concepts.has(edge.otherId) ? [] : [{ ...edge, kind }],
  )
}

const saidKinds: ReadonlySet<Edge['kind']> = new Set(['prerequisite', 'dependant', 'refused'])
const suggestedKinds: ReadonlySet<Edge['kind']> = new Set(['suggested', 'suggested_dependant'])

/** What was said goes before what is inferred of the same two: one of them is enough. */
function settled(edges: readonly Edge[]): Edge[] {
  const said = new Set(edges.filter(({ kind }) => saidKinds.has(kind)).map(({ otherId }) => otherId))
  return edges.filter(({ kind, otherId }) => !suggestedKinds.has(kind) || !said.has(otherId))
}

function saidEdges({ key }: StoredConcept, { concepts, words }: Connections): Edge[] {
  const idOf = new Map([...concepts.values()].map((one) => [one.key, one.id]))
  return words
    .filter(({ kind }) => kind === 'needs')
    .flatMap(({ subject, value, changeId }): Edge[] => {
      const { concept, needs } = prerequisiteOf(subject)
      const otherId = idOf.get(concept === key ? needs : concept)
      if (otherId === undefined || (concept !== key && needs !== key)) return []
      const base = { otherId, weight: 1, why: 'You said so.', changeId }
      if (value === 'yes') return [{ ...base, kind: concept === key ? 'prerequisite' : 'dependant' }]
      return [{ ...base, kind: 'refused' }]
    })
}

async function inferredEdges(
  db: Reader,
  learnerId: LearnerId,
  concept: StoredConcept,
  { concepts, find }: Connections,
): Promise<Edge[]> {
  const own = await findFacts(db, learnerId, concept.id)
  const code = [...new Set(own.flatMap(codeIn))].slice(0, mostPhrases)
  const names = [concept.term, ...concept.aliases].filter((name) => name.length > 1)
  const phrases = [...names.slice(0, mostPhrases), ...code.map((span) => `\`${span}\``)]
  const others = await findFactsSaying(db, learnerId, phrases, mostFacts)
  const related = relateConcepts(concept.id, own, others, find).slice(0, mostRelated)
  const suggest =
    (kind: 'suggested' | 'suggested_dependant') =>
    (one: SuggestedPrerequisite<ConceptId>): Edge => {
      const other = concepts.get(one.id)?.term ?? ''
      const [first, whole] = kind === 'suggested' ? [other, concept.term] : [concept.term, other]
      return {
        kind,
        otherId: one.id,
        weight: 1,
        why:
          one.why.kind === 'name'
            ? `“${first}” is part of the name “${whole}”.`
            : `Your notes: “${one.why.sentence.trim()}”`,
        changeId: null,
      }
    }
  const dependants = suggestDependants(concept.id, others, (id) => concepts.get(id), find)
  return [
    ...suggestPrerequisites(concept, own, find).map(suggest('suggested')),
    ...dependants.slice(0, mostRelated).map(suggest('suggested_dependant')),
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

/** Which concepts were taken for each other in quizzes, often enough to be more than a slip. */
async function readMixUps(
  db: Reader,
  learnerId: LearnerId,
  concepts: readonly StoredConcept[],
): Promise<MixUp[]> {
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
  const all = countMixUps(
    past,
    (cardId) => conceptOf.get(cardId),
    (name) => byName.get(normaliseTerm(name)),
  )
  return all.filter(({ times }) => times >= fewestMixUps)
}

/** The concepts that were taken for this one, or this one for them. */
function mixedUpEdges(id: ConceptId, mixUps: readonly MixUp[]): Edge[] {
  return mixUps
    .filter(({ one, other }) => one === id || other === id)
    .sort((a, b) => b.times - a.times)
    .map(({ one, other, times }): Edge => ({
      kind: 'confusable',
      otherId: (one === id ? other : one) as ConceptId,
      weight: times,
      why: `Mixed up ${times} times in quizzes.`,
      changeId: null,
    }))
}
