import type { Grade } from '../../shared/schedule/review-event.ts'

/** The four keys. Their meaning is fixed: Hard is for something recalled, never for a miss. */
export const gradeNames: Partial<
  Record<Grade, { readonly name: string; readonly css: string; readonly means: string }>
> = {
  2: { name: 'Again', css: 'again', means: 'Not recalled' },
  3: { name: 'Hard', css: 'hard', means: 'Recalled, with real effort' },
  4: { name: 'Good', css: 'good', means: 'Recalled' },
  5: { name: 'Easy', css: 'easy', means: 'Recalled at once' },
}

export function gradeName(grade: Grade): string {
  return gradeNames[grade]?.name ?? `Grade ${grade}`
}
