import type { CardId } from '../card/card.ts'
import type { Library } from '../card/read-library.ts'
import type { QuizMaterial } from './quiz-card.ts'
import { toQuizCard } from './to-quiz-card.ts'

/** What a quiz could ask of notes that were only read: every ready card, named by its key. */
export function materialOf({ cards, concepts }: Pick<Library, 'cards' | 'concepts'>): QuizMaterial {
  const facts = new Map(
    concepts.flatMap((concept) => concept.facts.map((fact) => [fact.key, { concept, fact }])),
  )
  return cards.flatMap((card) => {
    const found = facts.get(card.factKey)
    if (card.status !== 'ready' || found === undefined) return []
    const { concept, fact } = found
    return toQuizCard({
      cardId: card.key as string as CardId,
      content: card.content,
      factKind: fact.kind,
      factKey: card.factKey,
      accepted: card.accepted,
      conceptId: card.conceptKey,
      ...(concept.byTopic.has(card.factKey)
        ? { concept: fact.term, conceptAliases: [], subjectId: card.factKey }
        : { concept: concept.term, conceptAliases: concept.aliases }),
      notes: card.sources.map((source) => source.file),
      sources: card.sources,
      topic: fact.topic,
    })
  })
}
