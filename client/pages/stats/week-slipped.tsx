import type { WeekReply } from '../../../shared/api/week.ts'
import { nothingSlipped } from '../../../shared/insight/week-markdown.ts'
import { forgottenSentence, forgottenWords } from '../../../shared/insight/week-words.ts'
import { slipSentence } from '../../../shared/mastery/level-words.ts'
import { LevelMark } from '../../charts/level-mark.tsx'
import { paths } from '../../router.ts'
import { InlineText, QuotedLine } from '../../ui/quoted-line.tsx'
import { plainLine } from '../../words/inline-parts.ts'
import { counted } from '../../words/words.ts'
import { ConceptNames, mostRows } from './concept-names.tsx'
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
      <SlippingConcepts slipping={slipping} today={today} />
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

/** Concepts that are losing their level: since when and why, and a quiz that shows what is still there. */
function SlippingConcepts({ slipping, today }: Pick<WeekReply, 'slipping' | 'today'>) {
  if (slipping.length === 0) return null
  const rest = slipping.slice(mostRows)
  return (
    <>
      <ul class="rows week-slipping">
        {slipping.slice(0, mostRows).map((concept) => (
          <li key={concept.conceptId}>
            <a href={paths.concept(concept.conceptId)} dir="auto">
              <InlineText text={concept.term} />
            </a>
            <LevelMark level={concept.level} thin={false} />
            <span class="hint">{slipSentence(concept, today)}</span>
            <a class="link-btn" href={paths.quiz(concept.conceptId)}>
              Quiz<span class="vh"> on {plainLine(concept.term)}</span>
            </a>
          </li>
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <p class="prose week-slipping-more">
          {counted(rest.length, 'more concept')} slipping: <ConceptNames concepts={rest} />.
        </p>
      )}
    </>
  )
}
