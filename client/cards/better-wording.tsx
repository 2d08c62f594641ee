import { useEffect, useRef, useState } from 'preact/hooks'
import type { CardEdited } from '../../shared/api/cards.ts'
import type { WordingReply } from '../../shared/api/drafting.ts'
import { api } from '../api-client.ts'
import { toApiError, useResource } from '../state/use-resource.ts'
import { RefusedDrafts } from '../ui/refused-drafts.tsx'
import { Failure, Loading } from '../ui/states.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { limitWords, roundly } from '../words/drafting-words.ts'
import { plainLine } from '../words/inline-parts.ts'
import './better-wording.css'

interface Words {
  readonly front: string
  readonly back: string
}

interface BetterWordingProps {
  readonly cardId: string
  /** What it asks now. */
  readonly words: Words
  /** Whether these words stand right above already. */
  readonly isBelowThem?: boolean
  /** Whether taking a wording takes a doubtful card into the queue. */
  readonly accepts?: boolean
  readonly onSaved: (card: CardEdited) => void
  readonly onCancel: () => void
}

/** Better words for a card from the learner’s own model: what would be sent, then what is suggested beside what it says. */
export function BetterWording(props: BetterWordingProps) {
  const { cardId, words, accepts = false, isBelowThem = false, onSaved, onCancel } = props
  const plan = useResource(`wording ${cardId}`, () => api.suggestWording(cardId, true))
  const [reply, setReply] = useState<WordingReply | null>(null)
  const [asks, setAsks] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const box = useRef<HTMLElement>(null)
  const done = useRef(false)
  useEffect(
    () => () => {
      done.current = true
    },
    [],
  )
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [reply, plan.resource.kind])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    }
    box.current?.addEventListener('keydown', press)
    return () => box.current?.removeEventListener('keydown', press)
  }, [])
  const ask = async () => {
    setAsks(true)
    setTrouble(null)
    try {
      const said = await api.suggestWording(cardId, false)
      if (!done.current) setReply(said)
    } catch (reason) {
      setTrouble(toApiError(reason).message)
    }
    setAsks(false)
  }
  const take = async (wording: Words) => {
    try {
      onSaved(await api.patchCard(cardId, accepts ? { ...wording, accept: true } : wording))
    } catch (reason) {
      setTrouble(`Not saved. ${toApiError(reason).message}`)
    }
  }
  const { resource } = plan
  return (
    <section ref={box} tabIndex={-1} class="better-wording" aria-label="A better wording">
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <Failure what="Nothing can be suggested." error={resource.error} onRetry={plan.reload} />
      ) : null}
      {resource.kind === 'ready' && reply === null ? <SentWords plan={resource.value} asks={asks} /> : null}
      {reply === null ? null : (
        <Suggestions words={words} hasWords={!isBelowThem} reply={reply} onTake={(one) => void take(one)} />
      )}
      <Trouble>{trouble}</Trouble>
      <p class="row">
        {resource.kind === 'ready' && reply === null ? (
          <button
            type="button"
            class="btn quiet"
            disabled={asks || resource.value.leftToday === 0}
            onClick={() => void ask()}
          >
            {asks ? 'Asking…' : trouble === null ? 'Send and ask' : 'Try again'}
          </button>
        ) : null}
        <button type="button" class="btn quiet" aria-keyshortcuts="Escape" onClick={onCancel}>
          {reply === null ? 'Cancel' : 'Leave it as it is'}
        </button>
      </p>
    </section>
  )
}

/** What is sent, and where to. */
function SentWords({ plan, asks }: { readonly plan: WordingReply; readonly asks: boolean }) {
  const { model, text, tokens, brief } = plan
  return (
    <>
      <p class="hint nums" role="status">
        {asks
          ? `${model.name} is asked. That may take a minute.`
          : `Nothing has been sent yet. This would go to ${model.name} at ${model.host}, and nowhere else: about ${roundly(tokens).toLocaleString('en')} tokens. ${limitWords(plan)}; this counts as one.`}
      </p>
      <label class="better-sent">
        <span>The text, word for word</span>
        <textarea class="input" readOnly rows={6} value={text} />
      </label>
      <details class="better-sent">
        <summary>The brief that goes before it</summary>
        <textarea class="input" aria-label="The brief" readOnly rows={6} value={brief} />
      </details>
    </>
  )
}

/** The old wording, and each new one with what changed in it. */
function Suggestions(props: {
  readonly words: Words
  readonly hasWords: boolean
  readonly reply: WordingReply
  readonly onTake: (wording: Words) => void
}) {
  const { words, hasWords, reply, onTake } = props
  const { wordings, refused, model } = reply
  return (
    <>
      {hasWords ? (
        <div>
          <p class="better-label">As it is</p>
          <p class="better-front" dir="auto">
            {bare(words.front)}
          </p>
          <p class="better-back" dir="auto">
            {bare(words.back)}
          </p>
        </div>
      ) : null}
      {wordings.length === 0 ? null : <p class="better-label">Suggested by {model.name}</p>}
      {wordings.length === 0 ? (
        <p class="hint" role="status">
          {model.name} suggested nothing that our rules let through.
        </p>
      ) : (
        <ol class="rows" aria-label="Suggested">
          {wordings.map((wording, i) => (
            <li key={i} class="better-row">
              <p class="better-front" dir="auto">
                <WordDiff before={bare(words.front)} after={bare(wording.front)} />
              </p>
              <p class="better-back" dir="auto">
                <WordDiff before={bare(words.back)} after={bare(wording.back)} />
              </p>
              <button type="button" class="btn quiet" onClick={() => onTake(wording)}>
                Take this wording<span class="vh">: {bare(wording.front)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <RefusedDrafts drafts={refused} noun="suggestion" isOpen={wordings.length === 0} />
    </>
  )
}

/** Words as they are read, one line a side. */
function bare(text: string): string {
  return plainLine(text.replaceAll('___', '…')).replaceAll('\n', ' · ')
}
