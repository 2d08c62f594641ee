import { assertNever } from '../basics/brand.ts'
import { normaliseText } from '../basics/text.ts'
import type { QuizCard } from './quiz-card.ts'
import type { QuizScope } from './quiz-request.ts'

/** Whether a card belongs to what a quiz is about. */
export function scopeOf(scope: QuizScope): (card: QuizCard) => boolean {
  switch (scope.kind) {
    case 'library':
      return () => true
    case 'concepts': {
      const ids = new Set(scope.conceptIds)
      return ({ conceptId }) => ids.has(conceptId)
    }
    case 'topic': {
      const path = scope.path.map(levelled)
      return ({ topic }) => path.every((name, i) => name === levelled(topic[i] ?? ''))
    }
    case 'note':
      return scope.path.endsWith('/')
        ? ({ notes }) => notes.some((note) => note.startsWith(scope.path))
        : ({ notes }) => notes.includes(scope.path)
    case 'tag': {
      const tag = levelled(scope.tag.replace(/^#/, ''))
      return ({ tags }) => tags.some((own) => levelled(own) === tag || levelled(own).startsWith(`${tag}/`))
    }
    case 'cards': {
      const ids = new Set<string>(scope.cardIds)
      return ({ cardId }) => ids.has(cardId)
    }
    default:
      return assertNever(scope)
  }
}

/** "what", for sentences: "about this concept". */
export function nameOfScope(scope: QuizScope): string {
  switch (scope.kind) {
    case 'library':
      return 'in your library'
    case 'concepts':
      return scope.conceptIds.length === 1 ? 'about this concept' : 'about these concepts'
    case 'topic':
      return `in “${scope.path.at(-1) ?? ''}”`
    case 'note':
      return scope.path.endsWith('/') ? 'in this folder' : 'in this note'
    case 'tag':
      return `with the tag ${scope.tag}`
    case 'cards':
      return 'among these cards'
    default:
      return assertNever(scope)
  }
}

const levelled = (name: string): string => normaliseText(name).replace(/[\s_-]+/g, ' ')
