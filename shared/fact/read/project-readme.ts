import { cleanHeading } from '../../note/clean-text.ts'
import type { Note } from '../../note/note.ts'

const ofProject =
  /\b(?:features?|installation|install|set-?up|getting started|quick ?start|usage|api (?:endpoints?|reference|documentation)|endpoints?|project structure|folder structure|tech(?:nology)? stack|technologies used|deployment|configuration|environment variables|running|run (?:the|locally)|prerequisites|requirements|contributing|license|screenshots|demo|roadmap|testing|database schema|architecture overview|admin)\b/i
const ofLearning =
  /\b(?:learn\w*|takeaways?|concepts?|challenges?|lessons?|notes?|what (?:is|are)|best practices|til)\b/i

/** True for the README of a project: it says what a product does and how to run it, not what was learned. */
export function isProjectReadme(note: Note): boolean {
  const headings = note.blocks.flatMap((block) =>
    block.kind === 'heading' ? [cleanHeading(block.line.text)] : [],
  )
  const project = headings.filter((heading) => ofProject.test(heading)).length
  return (
    project >= 4 && project * 4 >= headings.length && !headings.some((heading) => ofLearning.test(heading))
  )
}
