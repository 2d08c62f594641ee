import { aheadSentence } from '../../../shared/insight/week-words.ts'
import type { WeekDoingProps } from './week-props.ts'
import './week-to-do.css'

/** What is worth doing now, each a click away, and what comes by itself. Nothing for a week that is long over. */
export function WeekToDo({ week, suggestions }: WeekDoingProps) {
  const ahead = aheadSentence(week)
  if (ahead === null && suggestions.length === 0) return null
  return (
    <section class="section" aria-labelledby="week-to-do">
      <h2 id="week-to-do">What to do</h2>
      {ahead === null ? null : <p class="prose">{ahead}</p>}
      {suggestions.length === 0 ? null : (
        <ol class="rows week-to-do">
          {suggestions.map(({ key, href, name, reason, minutes }) => (
            <li key={key}>
              <span>
                <a href={href}>{name}</a>
                <span class="hint week-to-do-reason">{reason}</span>
              </span>
              <span class="small nums">{minutes} min</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
