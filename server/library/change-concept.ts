import { v7 as uuidv7 } from 'uuid'
import type { ConceptChangeBody, ConceptChangeReply } from '../../shared/api/changes.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { normaliseTerm } from '../../shared/basics/text.ts'
import type { ConceptId, ConceptKey } from '../../shared/concept/concept.ts'
import { buildsOn, prerequisiteKey } from '../../shared/concept/prerequisites.ts'
import { apartKey } from '../../shared/concept/merge-concepts.ts'
import { pairKey } from '../../shared/concept/suggest-merges.ts'
import type { ConceptWord, StoredConcept } from '../db/concept-rows.ts'
import { emptyBefore, toBeforeColumn } from '../db/before-column.ts'
import { listConceptWords, listSaidPrerequisites, saveConceptWord } from '../db/concept-words.ts'
import { findConcept, findConceptByKey, findFacts, listConflicts } from '../db/concepts.ts'
import { insertLibraryChange } from '../db/library-changes.ts'
import { writing } from '../db/open-database.ts'
import type { Learner } from '../learner.ts'
import { undoableSince } from './apply-plan.ts'
import { planChange, storeChange } from './change-library.ts'

/** Takes what the learner says about concepts: it holds for this reading and every later one. */
export function changeConcept(learner: Learner, body: ConceptChangeBody): Promise<ConceptChangeReply> {
  const { id, db, library } = learner
  return library.alone(async () => {
    const changeId = uuidv7()
    const { word, landsOn } = await toWord(learner, body, changeId)
    if (word.kind === 'needs') {
      await storeNeedsWord(learner, word)
      return { changeId, conceptId: body.kind === 'prerequisite' ? body.conceptId : null }
    }
    const plan = await planChange(learner, { kind: 'concept', from: 'stored', words: [word] })
    await storeChange(learner, plan, { id: changeId, sentence: word.sentence })
    const concept = await findConceptByKey(db.reader, id, landsOn)
    return { changeId, conceptId: concept?.id ?? null }
  })
}

interface Said {
  readonly word: ConceptWord
  /** The key of the concept to show after it. */
  readonly landsOn: ConceptKey
}

async function toWord(learner: Learner, body: ConceptChangeBody, changeId: string): Promise<Said> {
  if (body.kind === 'side') return sideWord(learner, body, changeId)
  const concept = await conceptOf(learner, body.conceptId as ConceptId)
  const { key } = concept
  if (body.kind === 'rename') {
    const term = body.term.trim()
    if (term === '') throw new Refusal('invalid_request', 'A concept needs a name. Write one.')
    const sentence = `Called “${term}” by you; the notes say “${concept.term}”.`
    return {
      word: { kind: 'called', subject: key, value: term, sentence, conceptKey: key, changeId },
      landsOn: key,
    }
  }
  if (body.kind === 'merge') {
    const into = await conceptOf(learner, body.intoId as ConceptId)
    if (into.id === concept.id)
      throw new Refusal('invalid_request', 'A concept cannot be merged into itself. Choose another one.')
    const sentence = `“${concept.term}” was merged into “${into.term}” by you.`
    return {
      word: {
        kind: 'joined',
        subject: key,
        value: into.key,
        sentence,
        conceptKey: into.key,
        changeId,
      },
      landsOn: into.key,
    }
  }
  if (body.kind === 'two')
    return twoWord(concept, await conceptOf(learner, body.otherId as ConceptId), changeId)
  if (body.kind === 'prerequisite')
    return needsWord(
      learner,
      concept,
      await conceptOf(learner, body.otherId as ConceptId),
      body.holds,
      changeId,
    )
  return splitWord(learner, concept, body.term, changeId)
}

function twoWord(concept: StoredConcept, other: StoredConcept, changeId: string): Said {
  if (other.id === concept.id)
    throw new Refusal('invalid_request', 'These are one concept already. Choose another one.')
  const sentence = `You said that “${concept.term}” and “${other.term}” are two concepts.`
  const subject = pairKey(concept.key, other.key)
  return {
    word: { kind: 'two', subject, value: null, sentence, conceptKey: concept.key, changeId },
    landsOn: concept.key,
  }
}

async function needsWord(
  { db, id }: Learner,
  concept: StoredConcept,
  other: StoredConcept,
  holds: boolean,
  changeId: string,
): Promise<Said> {
  if (other.id === concept.id)
    throw new Refusal('invalid_request', 'A concept cannot build on itself. Choose another one.')
  const said = await listSaidPrerequisites(db.reader, id)
  if (holds && buildsOn(other.key, concept.key, said)) {
    throw new Refusal(
      'invalid_request',
      `“${other.term}” builds on “${concept.term}” already, so it cannot be the other way round as well. Take that back first.`,
    )
  }
  const subject = prerequisiteKey(concept.key, other.key)
  const sentence = holds
    ? `You said that “${concept.term}” builds on “${other.term}”.`
    : `You said that “${concept.term}” does not build on “${other.term}”.`
  const value = holds ? 'yes' : 'no'
  return {
    word: { kind: 'needs', subject, value, sentence, conceptKey: concept.key, changeId },
    landsOn: concept.key,
  }
}

/** No card depends on what builds on what, so nothing is read again for it. */
async function storeNeedsWord({ db, id, clock }: Learner, word: ConceptWord): Promise<void> {
  const { kind, subject, sentence, changeId } = word
  const now = clock()
  await writing(db, async (trx) => {
    const known = (await listConceptWords(trx, id)).find(
      (one) => one.kind === kind && one.subject === subject,
    )
    const before = { ...emptyBefore, words: [{ kind, subject, was: known ?? null }] }
    const record = { id: changeId, kind: 'concept' as const, at: now, sentence }
    await saveConceptWord(trx, id, word)
    await insertLibraryChange(trx, id, { ...record, before: toBeforeColumn(id, before) }, undoableSince(now))
  })
}

async function splitWord(
  learner: Learner,
  concept: StoredConcept,
  term: string,
  changeId: string,
): Promise<Said> {
  const terms = new Set(
    (await findFacts(learner.db.reader, learner.id, concept.id)).map((fact) => normaliseTerm(fact.term)),
  )
  const subject = normaliseTerm(term)
  if (!terms.has(subject) || terms.size < 2) {
    throw new Refusal(
      'invalid_request',
      `“${term}” is not one of several terms of “${concept.term}”, so it cannot be split off.`,
    )
  }
  const own = apartKey(term)
  const sentence = `“${term}” was split off “${concept.term}” by you.`
  return {
    word: { kind: 'apart', subject, value: null, sentence, conceptKey: own, changeId },
    landsOn: own,
  }
}

async function sideWord(
  learner: Learner,
  { factKey, statement }: Extract<ConceptChangeBody, { kind: 'side' }>,
  changeId: string,
): Promise<Said> {
  const conflicts = await listConflicts(learner.db.reader, learner.id)
  const conflict = conflicts.find((one) => one.factKey === factKey)
  if (conflict === undefined)
    throw new Refusal('not_found', 'This disagreement is settled already. Load the page again.')
  const concept = await conceptOf(learner, conflict.conceptId)
  const sentence =
    statement === null
      ? `You said that all sides are right. ${conflict.sentence}`
      : `You said that “${statement}” is right. ${conflict.sentence}`
  return {
    word: {
      kind: 'side',
      subject: factKey,
      value: statement,
      sentence,
      conceptKey: concept.key,
      changeId,
    },
    landsOn: concept.key,
  }
}

async function conceptOf({ db, id: learnerId }: Learner, id: ConceptId): Promise<StoredConcept> {
  const concept = await findConcept(db.reader, learnerId, id)
  if (concept === undefined) throw new Refusal('not_found', `There is no concept ${id}.`)
  return concept
}
