/** How far a quiz came: answered of answered and still to come. */
export function QuizProgress({ answered, left }: { readonly answered: number; readonly left: number }) {
  const all = Math.max(1, answered + left)
  return (
    <div
      class="sitting-progress"
      role="progressbar"
      aria-label="Quiz progress"
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={answered}
    >
      <i style={{ width: `${(answered / all) * 100}%` }} />
    </div>
  )
}
