import { useLocation } from 'preact-iso'
import { type Scope, isWholeDay, scopeOf } from '../../state/scope.ts'
import { Page } from '../../ui/page.tsx'
import { ChosenPart } from './chosen-part.tsx'
import { StudyStates } from './study-states.tsx'
import { StudySubjects } from './study-subjects.tsx'
import './study-page.css'

/** A session over whatever the learner wants; what it would ask and what counts is said before it starts. */
export function StudyPage() {
  const { query } = useLocation()
  const scope: Scope = scopeOf(query)
  const isChosen = !isWholeDay(scope)
  return (
    <Page
      heading="Study what you choose"
      sub="Beside the day’s cards and whatever its limits. What is due counts; nothing else moves unless you say so."
    >
      {isChosen ? <ChosenPart key={JSON.stringify({ ...scope, state: '' })} scope={scope} /> : null}
      <StudySubjects />
      <StudyStates />
    </Page>
  )
}
