import type { WeekReply } from '../../../shared/api/week.ts'
import { nothingSlipped } from '../../../shared/insight/week-markdown.ts'
import { forgottenSentence, forgottenWords } from '../../../shared/insight/week-words.ts'
import { paths } from '../../router.ts'
import { QuotedLine } from '../../ui/quoted-line.tsx'
import { MovedConcepts } from './week-learnt.tsx'
import './week-slipped.css'

/** What was lost, and what is about to be: levels that fell, concepts that slip, cards that were forgotten. */
export function WeekSlipped({ week }: { readonly week: WeekReply }) {
  const { falls, slipping, forgotten, forgottenTotal, today } = week
  const sentence = forgottenSentence(week)
  return (
    <section class="section" aria-labelledby="week-slipped">
      <h2 id="week-slipped">What slipped</h2>
      {falls.length + slipping.length === 0 && sentence === null ? (
        <p class="hint">{nothingSlipped}</p>
      ) : null}
      {sentence === null ? null : <p class="prose">{sentence}</p>}
      <MovedConcepts moves={falls} today={today} />
      {slipping.length === 0 ? null : (
        <p class="prose week-slipping">
          Slipping now:{' '}
          {slipping.map(({ conceptId, term }, i) => (
            <span key={conceptId}>
              {i === 0 ? '' : ', '}
              <a href={paths.concept(conceptId)}>{term}</a>
            </span>
          ))}
          .
        </p>
      )}
      {forgotten.length === 0 ? null : (
        <ul class="rows week-forgotten">
          {forgotten.map((card) => (
            <li key={card.card}>
              <a href={paths.cards(undefined, card.card)} dir="auto">
                <QuotedLine text={card.front.replace('___', '…')} />
              </a>
              <span class="small nums">{forgottenWords(card)}</span>
            </li>
          ))}
        </ul>
      )}
      {forgottenTotal > forgotten.length ? (
        <p class="small">
          The first {forgotten.length} are listed: those still open, most often forgotten first.
        </p>
      ) : null}
    </section>
  )
}
