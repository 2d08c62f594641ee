import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { QuizScopeChoice } from '../../../shared/api/quizzes.ts'
import { api } from '../../api-client.ts'
import { studyAddress } from '../../state/review-address.ts'
import type { Scope } from '../../state/scope.ts'
import { counted } from '../../words/words.ts'
import { InlineText } from '../../ui/quoted-line.tsx'

const findAfterMs = 200
const mostShown = 12

/** What can be studied by what it is about: concepts, topics, folders, notes and tags by name, and any search of cards. */
export function StudySubjects() {
  const { route } = useLocation()
  const [q, setQ] = useState('')
  const wanted = q.trim()
  const { found, isLost } = useSubjects(wanted)
  const search = studyAddress({ q: wanted })
  return (
    <section class="section" aria-labelledby="study-subjects">
      <h2 id="study-subjects">By what it is about</h2>
      <form
        class="field"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = found
          if (wanted !== '') route(first === undefined ? search : studyAddress(first.scope))
        }}
      >
        <label htmlFor="study-search">Find a concept, topic, folder, note or tag, or search the cards</label>
        <input
          id="study-search"
          class="input"
          type="search"
          autocomplete="off"
          value={q}
          onInput={(event) => setQ(event.currentTarget.value)}
        />
      </form>
      {isLost ? (
        <p class="hint">The names of topics and tags are not on this device; a search of its cards works.</p>
      ) : null}
      <ul class="study-subjects">
        {found.slice(0, mostShown).map(({ name, kind, facts, scope }) => (
          <li key={`${kind} ${name}`}>
            <a class="btn quiet study-subject" href={studyAddress(scope)}>
              <span>
                <InlineText text={name} />
              </span>
              <small class="nums">
                {kind}, {counted(facts, 'fact')}
              </small>
            </a>
          </li>
        ))}
        {wanted === '' ? null : (
          <li>
            <a class="btn quiet study-subject" href={search}>
              <span>Cards that fit “{wanted}”</span>
              <small>a search, as on Cards</small>
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

interface Subject {
  readonly name: string
  readonly kind: string
  readonly facts: number
  readonly scope: Partial<Scope>
}

function useSubjects(wanted: string): { readonly found: readonly Subject[]; readonly isLost: boolean } {
  const [state, setState] = useState<{ found: readonly Subject[]; isLost: boolean }>({
    found: [],
    isLost: false,
  })
  useEffect(() => {
    let dropped = false
    // A note mostly has the name of a topic: unasked, one of the two is enough.
    const isOffered = ({ scope }: QuizScopeChoice) => wanted !== '' || scope.kind !== 'note'
    const ask = () =>
      api.quizScopes(wanted).then(
        ({ choices }) =>
          dropped || setState({ found: choices.filter(isOffered).flatMap(toSubject), isLost: false }),
        () => dropped || setState({ found: [], isLost: true }),
      )
    const timer = setTimeout(() => void ask(), wanted === '' ? 0 : findAfterMs)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [wanted])
  return state
}

function toSubject({ scope, name, facts }: QuizScopeChoice): Subject[] {
  const practice = true
  switch (scope.kind) {
    case 'concepts': {
      const [conceptId] = scope.conceptIds
      return conceptId === undefined ? [] : [{ name, kind: 'Concept', facts, scope: { conceptId, practice } }]
    }
    case 'topic':
      return [{ name, kind: 'Topic', facts, scope: { topic: scope.path.join(' › '), practice } }]
    case 'note':
      return scope.path.endsWith('/')
        ? [{ name, kind: 'Folder', facts, scope: { folder: scope.path.replace(/\/+$/, ''), practice } }]
        : [{ name, kind: 'Note', facts, scope: { noteId: scope.path, practice } }]
    case 'tag':
      return [{ name, kind: 'Tag', facts, scope: { tag: scope.tag, practice } }]
    case 'library':
    case 'cards':
      return []
  }
}
