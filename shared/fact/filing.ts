import { isFunctionWord, remembering } from '../basics/text.ts'
import { namesConcept, namesDefined, namesTopic } from '../english/names-concept.ts'
import type { Draft, Filing } from './fact.ts'

/** Reads off a proposal, and the nearest topic above it, how it can be filed. */
export function filingOf(draft: Draft, topic: string | null): Filing {
  const { term } = draft
  return {
    isName: isHowTo(draft) ? isShort(term) && namesConcept(term) : namesConcept(term),
    defines: defines(draft) && namesDefined(term),
    subject: draft.kind === 'question' || draft.kind === 'choice' ? askedSubject(draft.question) : null,
    topic,
  }
}

/** The innermost of these topics that names something; the innermost of all where none does. */
export function nearestTopic(topics: readonly string[]): string | null {
  return topics.map(topicName).findLast((name) => name !== null) ?? topics.at(-1) ?? null
}

function defines(draft: Draft): boolean {
  if (draft.kind === 'question') return draft.sides.kind !== 'forward'
  return draft.kind === 'definition' || draft.kind === 'expansion'
}

/** The title of a piece of code says what to do with it. */
const isHowTo = (draft: Draft): boolean => draft.kind === 'code' && draft.told !== 'meaning'
const isShort = (term: string): boolean => term.split(' ').length <= 2

/** A heading, or what stands before its colon or dash; null when neither names anything. */
const topicName = remembering((heading): string | null => {
  const head = heading.split(/:\s|\s[–—-]\s/)[0] ?? heading
  return [heading, head].find(namesTopic) ?? null
}, 1024)

const subjectAsked: readonly RegExp[] = [
  /^What (?:is|are) (?:an? |the )?([^?,]+)\??$/i,
  /^Who (?:is|was|were) (?:the )?([^?,]+)\??$/i,
  /^(?:What|How) do(?:es)? (?:an? |the )?([^?,]+?) (?:mean|stand for|do|work|consist of)\??$/i,
]

/** "What is a deadlock?" asks about a deadlock. A longer phrase is rather a description than a name. */
function askedSubject(question: string): string | null {
  if (question.length > longestQuestion) return null
  const subject = subjectAsked
    .map((pattern) => pattern.exec(question.trim())?.[1])
    .find((found) => found !== undefined)
  if (subject === undefined || subject.split(' ').some((word, i) => i > 0 && isFunctionWord(word)))
    return null
  return namesConcept(subject) ? subject : null
}

const longestQuestion = 120
