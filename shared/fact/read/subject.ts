import { remembering } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { sectionKind } from '../../note/section-words.ts'
import { isOnlyRelation } from '../../english/relations.ts'
import { isDeedOrSentence } from './how-to.ts'

/** Words of texts about a course, a project or the document itself, not about what was learned. */
const aboutTheDocument =
  /\b(?:programs?|programmes?|projects?|repositor(?:y|ies)|repos?|courses?|bootcamps?|curriculum|curricula|documents?|documentation hub|knowledge hub|readme|hub|journey|guide|tutorial|handbook|sections?|chapters?|article|blog|posts?|modules?|cohort|workshop|certification|internship|capstone|portfolio|learners?|participants?|students?|notes|curriculum|learnings?)\b/i

/** True when a text speaks of the course, the project or the document instead of the matter. */
export const isAboutTheDocument = remembering((text): boolean => {
  return aboutTheDocument.test(text)
})

/** The concept that the headings name: the innermost one that is a subject, read without "What is …?". */
export function subjectOf(path: readonly string[]): string {
  for (let i = path.length - 1; i >= 0; i--) {
    const heading = cleanHeading(path[i] ?? '')
    if (sectionKind(heading) !== 'subject' || /,/.test(heading) || (i > 0 && isOnlyRelation(heading)))
      continue
    if (i === 0 && isAboutTheDocument(heading)) return ''
    if (isDeedOrSentence(heading)) return ''
    return termOfHeading(heading)
  }
  return ''
}

/** "Caching" from "What is caching?", "Intro to caching", "Caching: an overview" or "Learning about caching". */
export function termOfHeading(heading: string): string {
  const asked = /^what (?:is|are)\s+(?:an?\s+|the\s+)?(.+?)\??$/i.exec(heading)?.[1]
  const bare = (asked ?? heading)
    .replace(/^(?:an? )?(?:introduction|intro|guide|overview) (?:to|of)\s+/i, '')
    .replace(/\s*[:–—-]+\s*(?:an? )?(?:overview|introduction|basics|notes|summary|cheat ?sheet)$/i, '')
    .replace(/\s+(?:overview|basics|notes|summary|cheat ?sheet|explained|fundamentals)$/i, '')
    .replace(/\s*\((?:[A-Z][\p{L}/&.\s-]*|[A-Z0-9/]{2,8})\)$/u, '')
    .trim()
  return /^(?:how|why|when|where|which|who|what|should|can|do|does|is|are)\b/i.test(bare) ? '' : bare
}

/** "… for the travel app": where it happened is no part of the trouble. */
export function withoutProject(text: string): string {
  return text.replace(
    /\s+(?:for|in|on|of|within)\s+(?:the|my|our|an?)\s+(?:[\p{L}\d-]+\s+){0,3}(?:projects?|[Aa]pp|application|capstone|clone|website)$/u,
    '',
  )
}
