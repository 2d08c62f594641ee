import type { Grade } from '../../shared/schedule/review-event.ts'
import { KeySheet } from './key-sheet.tsx'
import { gradeNames } from '../words/grade-names.ts'

const mostGrades = 6

/** All keys of a review, with the grades that are on offer by their names. */
export function ReviewKeySheet(props: { readonly grades: readonly Grade[]; readonly onClose: () => void }) {
  const words = Array.from({ length: mostGrades }, (_, i) => [`grade${i + 1}`, wordsOf(props.grades[i])])
  // There is no flag to take away here: undo does it.
  return (
    <KeySheet
      places={['review']}
      words={{ ...Object.fromEntries(words), none: null }}
      onClose={props.onClose}
    />
  )
}

function wordsOf(grade: Grade | undefined): string | null {
  return grade === undefined ? null : `${gradeNames[grade].name}: ${gradeNames[grade].means.toLowerCase()}`
}
