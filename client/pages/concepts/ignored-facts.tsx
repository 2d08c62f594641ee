import { useEffect, useRef } from 'preact/hooks'
import type { ConceptReply } from '../../../shared/api/concepts.ts'
import { BlockText } from '../../ui/block-text.tsx'
import { SourceList } from '../../ui/source-list.tsx'
import { plainLine } from '../../words/inline-parts.ts'
import type { Ignoring } from './use-ignoring.ts'

type ConceptFact = ConceptReply['facts'][number]

interface IgnoredProps {
  readonly fact: ConceptFact
  readonly ignoring: Ignoring
}

/** What was ignored before, folded away: it counts for nothing and can be taken back. */
export function IgnoredFacts({
  facts,
  ignoring,
}: {
  readonly facts: readonly ConceptFact[]
  readonly ignoring: Ignoring
}) {
  if (facts.length === 0) return null
  return (
    <details class="fold concept-ignored">
      <summary>
        <span>Ignored ({facts.length})</span>
      </summary>
      <p class="hint">Nothing asks about these, and they count for no level.</p>
      <ul class="rows">
        {facts.map((fact) => (
          <li key={fact.key} class="concept-fact">
            <div>
              <p class="concept-statement" dir="auto">
                <BlockText text={fact.statement} />
              </p>
              <TakeBack fact={fact} ignoring={ignoring} />
            </div>
            <div class="concept-fact-source">
              <SourceList sources={fact.sources} answer={fact.statement} shown={1} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A fact that was ignored just now, where it stood: what came of it, and the way back. */
export function IgnoredLately({ fact, ignoring }: IgnoredProps) {
  const row = useRef<HTMLLIElement>(null)
  // The button that was pressed is gone: whoever goes by keys goes on from here.
  useEffect(() => row.current?.focus({ preventScroll: true }), [])
  return (
    <li ref={row} tabIndex={-1} class="concept-ignored-lately">
      <span>
        <s dir="auto">
          <BlockText text={fact.statement} />
        </s>{' '}
        {ignoring.lately.get(fact.key)}
      </span>
      <TakeBack fact={fact} ignoring={ignoring} />
    </li>
  )
}

/** The one quiet control below a fact that counts. */
export function IgnoreFact({ fact, ignoring }: IgnoredProps) {
  const button = useRef<HTMLButtonElement>(null)
  const { said, ignore } = ignoring
  const wasTakenBack = said?.key === fact.key && !said.isFailure
  useEffect(() => {
    if (wasTakenBack) button.current?.focus()
  }, [wasTakenBack])
  return (
    <p class="concept-ignore small">
      <button ref={button} type="button" class="link-btn" onClick={() => void ignore(fact.key)}>
        Ignore this fact<span class="vh">: {plainLine(fact.statement)}</span>
      </button>
      <Trouble of={fact.key} ignoring={ignoring} />
    </p>
  )
}

function TakeBack({ fact, ignoring }: IgnoredProps) {
  return (
    <span class="concept-ignore small">
      <button type="button" class="link-btn" onClick={() => void ignoring.takeBack(fact.key)}>
        Take back<span class="vh">: {plainLine(fact.statement)}</span>
      </button>
      <Trouble of={fact.key} ignoring={ignoring} />
    </span>
  )
}

function Trouble({ of, ignoring: { said } }: { readonly of: string; readonly ignoring: Ignoring }) {
  if (said === null || said.key !== of || !said.isFailure) return null
  return <span role="alert">{said.sentence}</span>
}
