import { useRef, useState } from 'preact/hooks'
import type { DraftingBody, DraftingPlan } from '../../../shared/api/drafting.ts'
import { api } from '../../api-client.ts'
import { useActivePlace } from '../../keys/dispatch.ts'
import type { DraftRequest } from '../../state/draft-request.ts'
import { takeDrafting } from '../../state/drafting.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { Failure, Loading } from '../../ui/states.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { limitWords, linesWords, roundly, sizeWords } from '../../words/drafting-words.ts'
import { counted } from '../../words/words.ts'

type Scope = 'lines' | 'silent' | 'note'

interface DraftingPlanViewProps {
  readonly request: DraftRequest
  readonly onStarted: () => void
}

/** What would leave the machine, and where it would go. Nothing has been sent yet. */
export function DraftingPlanView({ request, onStarted }: DraftingPlanViewProps) {
  const scopes = scopesOf(request)
  const [scope, setScope] = useState<Scope>(scopes[0]?.scope ?? 'note')
  const [again, setAgain] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const starts = useRef(false)
  const body = bodyOf(request, scope, again)
  const { resource, reload } = useResource(`drafting ${JSON.stringify(body)}`, () => api.planDrafting(body))
  const plan = resource.kind === 'ready' ? resource.value : null
  const mayStart = plan !== null && plan.sections.length > 0 && plan.leftToday > 0
  const start = async () => {
    if (!mayStart || starts.current) return
    starts.current = true
    setTrouble(null)
    try {
      takeDrafting(await api.startDrafting(body))
      onStarted()
    } catch (reason) {
      setTrouble(toApiError(reason).message)
    } finally {
      starts.current = false
    }
  }
  useActivePlace({
    isEverywhere: true,
    press: ({ key, ctrlKey, metaKey, repeat }) => {
      if (key !== 'Enter' || (!ctrlKey && !metaKey) || repeat) return false
      void start()
      return true
    },
  })
  return (
    <div class="drafting-part">
      <p class="hint">Nothing has been sent yet. This is what would be, and where to.</p>
      {scopes.length < 2 ? null : (
        <fieldset class="drafting-scope">
          <legend class="label">Of what</legend>
          {scopes.map((one) => (
            <label key={one.scope}>
              <input
                type="radio"
                name="drafting-scope"
                checked={scope === one.scope}
                onChange={() => setScope(one.scope)}
              />
              {one.words}
            </label>
          ))}
        </fieldset>
      )}
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Could not see what would be sent." error={resource.error} onRetry={reload} />
      ) : null}
      {plan === null ? null : (
        <>
          <PlanFacts plan={plan} />
          {plan.sentBefore === 0 && !again ? null : (
            <label class="drafting-again">
              <input
                type="checkbox"
                checked={again}
                onChange={(event) => setAgain(event.currentTarget.checked)}
              />
              {again
                ? 'Also what was sent before and has not changed'
                : `Also ${counted(plan.sentBefore, 'section')} that ${plan.sentBefore === 1 ? 'was' : 'were'} sent before and ${plan.sentBefore === 1 ? 'has' : 'have'} not changed`}
            </label>
          )}
          {whyNot(plan) === null ? <SentText plan={plan} /> : <p class="notice">{whyNot(plan)}</p>}
        </>
      )}
      <Trouble>{trouble}</Trouble>
      <p class="row">
        <button
          type="button"
          class="btn"
          data-first
          disabled={!mayStart}
          aria-keyshortcuts="Control+Enter"
          onClick={() => void start()}
        >
          Send and draft
        </button>
        <span class="small drafting-hint">
          Each draft must quote your note, and waits until you keep it.
          <span class="key-hint">
            <kbd>Ctrl Enter</kbd> sends
          </span>
        </span>
      </p>
    </div>
  )
}

function PlanFacts({ plan }: { readonly plan: DraftingPlan }) {
  return (
    <dl class="drafting-facts nums">
      <dt>Goes to</dt>
      <dd>
        <b>{plan.model.name}</b> at <b>{plan.model.host}</b>, and nowhere else
      </dd>
      <dt>Text</dt>
      <dd>
        {sizeWords(plan)}
        {plan.later === 0 ? '' : `; ${counted(plan.later, 'section')} more in another run`}
      </dd>
      <dt>Today</dt>
      <dd>{limitWords(plan)}</dd>
    </dl>
  )
}

/** Exactly what is sent, section by section; what goes before each of them is the same. */
function SentText({ plan }: { readonly plan: DraftingPlan }) {
  const { sections, brief } = plan
  const text = sections.map(
    (section, i) =>
      `── Section ${i + 1} of ${sections.length} · ${linesWords(section.lines)} · about ${roundly(section.tokens)} tokens with the brief ──\n\n${section.text}`,
  )
  return (
    <div class="drafting-sent">
      <label htmlFor="drafting-text">The text, word for word</label>
      <textarea id="drafting-text" class="input" readOnly rows={8} value={text.join('\n\n')} />
      <details>
        <summary>The brief that goes before each section</summary>
        <textarea class="input" aria-label="The brief" readOnly rows={10} value={brief} />
      </details>
    </div>
  )
}

function whyNot({ sections, sentBefore, leftToday }: DraftingPlan): string | null {
  if (leftToday === 0)
    return 'The day’s limit of drafts is reached. Go on tomorrow, or raise “Drafts a day” in Settings › Cards.'
  if (sections.length > 0) return null
  return sentBefore > 0
    ? 'All of it was sent before and has not changed since, so nothing would be sent.'
    : 'There is nothing to draft in these lines.'
}

function scopesOf({ lines, silent }: DraftRequest): readonly { scope: Scope; words: string }[] {
  const chosen = { scope: 'lines', words: `What is selected: ${linesWords(lines ?? [])}` } as const
  const quiet = {
    scope: 'silent',
    words: 'The lines that gave no card',
  } as const
  const note = { scope: 'note', words: 'The whole note' } as const
  return [...(lines === null ? [] : [chosen]), ...(silent === 0 ? [] : [quiet]), note]
}

function bodyOf({ noteId, lines }: DraftRequest, scope: Scope, again: boolean): DraftingBody {
  return {
    noteId,
    ...(scope === 'lines' && lines !== null ? { lines: lines.slice(0, mostLines) } : {}),
    ...(scope === 'silent' ? { silentOnly: true } : {}),
    ...(again ? { again } : {}),
  }
}

const mostLines = 5000
