import { fewestAsked } from '../../../shared/quiz/until-sure.ts'
import type { ConceptFinding } from '../../../shared/quiz/quiz-paper.ts'
import { paths } from '../../router.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import './quiz-concepts.css'

/** What the answers say of each concept, before and after. */
export function QuizConcepts({ findings }: { readonly findings: readonly ConceptFinding[] }) {
  const asked = findings.filter((finding) => finding.asked > 0)
  if (asked.length === 0) return null
  return (
    <section class="section" aria-labelledby="quiz-concepts">
      <h2 id="quiz-concepts">Concepts</h2>
      <table class="quiz-concepts">
        <thead>
          <tr>
            <th scope="col">Concept</th>
            <th scope="col">Right</th>
            <th scope="col">Known, before → now</th>
          </tr>
        </thead>
        <tbody>
          {asked.map(({ conceptId, concept, asked: times, right, before, after, ending, sentence }) => (
            <tr key={conceptId} title={sentence}>
              <th scope="row">
                <a href={paths.concept(conceptId)}>
                  <InlineText text={concept} />
                </a>
              </th>
              <td class="nums">
                {right} of {times}
              </td>
              <td class="nums">
                {times < fewestAsked ? (
                  <span class="small">too few to tell</span>
                ) : (
                  `${percent(before)} → ${percent(after)} %${endings[ending ?? 'open']}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked.some((finding) => finding.asked >= fewestAsked) ? (
        <p class="small">
          How likely it is that you know it, by your reviews before and by these answers. Levels follow your
          reviews.
        </p>
      ) : null}
    </section>
  )
}

/** What was found out, behind the numbers. */
const endings = {
  known: ', known',
  not_known: ', not yet',
  six_asked: ', undecided',
  no_more_questions: '',
  open: '',
} as const

const percent = (share: number): number => Math.round(share * 100)
