import { counted } from '../words/words.ts'

export interface LeechActs {
  readonly onRewrite: () => void
  readonly onSplit: () => void
  readonly onSuspend: () => void
}

/** A card that keeps being forgotten is at fault, not the learner: what can be done about it, on the spot. */
export function LeechNotice(props: LeechActs & { readonly missedDays: number }) {
  return (
    <div class="notice card-leech" role="group" aria-label="This card keeps being forgotten">
      <p>Forgotten at first try on {counted(props.missedDays, 'day')}. The card may be at fault, not you.</p>
      <p class="row">
        <button type="button" class="btn quiet" onClick={props.onRewrite}>
          Rewrite it
        </button>
        <button type="button" class="btn quiet" onClick={props.onSplit}>
          Split it in its note
        </button>
        <button type="button" class="btn quiet" onClick={props.onSuspend}>
          Suspend it
        </button>
      </p>
    </div>
  )
}
