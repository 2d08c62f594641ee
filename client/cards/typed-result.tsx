import type { TypedCheck } from './check-typed.ts'

const verdictWords = { right: 'Right', near: 'Right, with a slip', wrong: 'Not right' } as const

/** What was typed beside what was expected. Marks and words carry the difference, colour only helps. */
export function TypedResult(props: {
  readonly check: TypedCheck
  /** Takes the learner's word that it was right after all. */
  readonly onRight: () => void
}) {
  const { check, onRight } = props
  return (
    <div class="card-typed-result">
      <p class={`card-verdict ${check.verdict}`}>{verdictWords[check.verdict]}</p>
      {check.verdict === 'right' ? null : (
        <p class="card-diff" dir="auto">
          <span class="vh">Your answer compared: </span>
          {check.parts.map((part, i) => {
            if (part.kind === 'same') return part.text
            const Tag = part.kind === 'extra' ? 'del' : 'ins'
            return (
              <Tag key={i}>
                <span class="vh">{part.kind} </span>
                {part.text}
                <span class="vh"> </span>
              </Tag>
            )
          })}
        </p>
      )}
      {check.verdict === 'right' ? null : (
        <p class="small">
          <del>struck out</del> is extra, <ins>underlined</ins> is missing
          {check.verdict === 'wrong' ? (
            <>
              {' · '}
              <button type="button" class="link-btn" onClick={onRight}>
                I was right
              </button>
            </>
          ) : null}
        </p>
      )}
    </div>
  )
}

/** The verdict for the ear. */
export function verdictSentence({ verdict, given, expected }: TypedCheck): string {
  return verdict === 'wrong'
    ? `${verdictWords.wrong}: you wrote ${given.trim()}, answer ${expected}.`
    : `${verdictWords[verdict]}.`
}
