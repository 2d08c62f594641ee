import { useRef } from 'preact/hooks'
import type { QueryProblem } from '../../../shared/card/parse-card-query.ts'
import { parseCardQuery, withoutTerm } from '../../../shared/card/parse-card-query.ts'
import { QueryHelp } from './cards-query-help.tsx'

interface CardsQueryProps {
  readonly text: string
  readonly problems: readonly QueryProblem[]
  /** Something was typed; more may come at once. */
  readonly onType: (text: string) => void
  readonly onChoose: (text: string) => void
}

const examples = [
  'is:due',
  'is:new',
  'is:leech',
  'is:suspended',
  'is:flagged',
  'is:edited',
  'lapses>3',
  'due<=7',
  're:"^what is"',
]

/** The search field: what is not understood is underlined where it stands, and said below. */
export function CardsQuery({ text, problems, onType, onChoose }: CardsQueryProps) {
  const mirror = useRef<HTMLDivElement>(null)
  const [problem] = problems
  const { terms } = parseCardQuery(text)
  const chips = terms.filter(({ condition }) => condition.kind !== 'words')
  const offers = examples.filter((example) => !terms.some((term) => term.text === example))
  const follow = (field: HTMLInputElement) => {
    if (mirror.current !== null) mirror.current.scrollLeft = field.scrollLeft
  }
  return (
    <form
      class="cards-query"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onChoose(text)
      }}
    >
      <div class="cards-query-box">
        <input
          class="input"
          type="search"
          aria-label="Search cards"
          placeholder="Words, or is:due concept:caching lapses>3"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={500}
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? 'query-help' : 'query-problem'}
          onInput={(event) => onType(event.currentTarget.value)}
          onScroll={(event) => follow(event.currentTarget)}
          onKeyUp={(event) => follow(event.currentTarget)}
        />
        <div ref={mirror} class="cards-query-mirror" dir="auto" aria-hidden="true">
          {underlined(text, problems)}
        </div>
      </div>
      {problem === undefined ? null : (
        <p id="query-problem" class="cards-bad-query" role="alert">
          {problem.text}: {problem.sentence} Below is what was found before.
        </p>
      )}
      <div class="cards-query-chips">
        {chips.map((term) => (
          <button
            key={term.text}
            type="button"
            class="cards-chip on"
            aria-label={`Search without ${term.text}`}
            onClick={() => onChoose(withoutTerm(text, term))}
          >
            {term.text} <span aria-hidden="true">×</span>
          </button>
        ))}
        <span id="query-help" class="small">
          {chips.length === 0 ? 'Try' : 'Add'}
        </span>
        {offers.slice(0, chips.length === 0 ? 9 : 4).map((example) => (
          <button
            key={example}
            type="button"
            class="cards-chip"
            onClick={() => onChoose(`${text} ${example}`.trim())}
          >
            {example}
          </button>
        ))}
      </div>
      <QueryHelp />
    </form>
  )
}

/** The text again, unseen, with a line under what is not understood: a field cannot mark a part of itself. */
function underlined(text: string, problems: readonly QueryProblem[]) {
  let at = 0
  const parts = problems.flatMap(({ from, to }) => {
    const before = text.slice(at, from)
    at = to
    return [before, <u key={from}>{text.slice(from, to)}</u>]
  })
  return [...parts, text.slice(at)]
}
