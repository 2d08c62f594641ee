import type { Grade } from '../../shared/schedule/review-event.ts'

/** The keys, four of them as a rule. Their meaning is fixed: Hard is for something recalled, never for a miss. */
export const gradeNames: Record<
  Grade,
  { readonly name: string; readonly css: string; readonly means: string }
> = {
  0: { name: 'Blank', css: 'again', means: 'Nothing came back' },
  1: { name: 'Wrong', css: 'again', means: 'Wrong, and known once you saw it' },
  2: { name: 'Again', css: 'again', means: 'Not recalled' },
  3: { name: 'Hard', css: 'hard', means: 'Recalled, with real effort' },
  4: { name: 'Good', css: 'good', means: 'Recalled' },
  5: { name: 'Easy', css: 'easy', means: 'Recalled at once' },
}

export function gradeName(grade: Grade): string {
  return gradeNames[grade].name
}
