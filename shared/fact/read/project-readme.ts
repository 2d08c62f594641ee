import { cleanHeading } from '../../note/clean-text.ts'
import type { Note } from '../../note/note.ts'

/** Names of sections that tell what a product does and how to run it, as a heading has them to itself. */
const section =
  '(?:features?|installation|install|set-?up|getting started|quick ?start|usage|api|documentation|reference|endpoints?|(?:project|folder|directory) structure|tech(?:nology)? stack|technologies used|deployment|configuration|environment variables|prerequisites|requirements|contributing|licen[cs]e|screenshots|demo|roadmap|testing|tests|database schema|architecture overview|admin|authors?|contact|acknowledge?ments?)'

/** "Key Features", "Installation & Setup", "API Endpoints", "Local development setup (Docker)"; not "Language features". */
const ofProject = new RegExp(
  `^(?:(?:key|main|core|basic|project|local|development|docker|database|environment|live|the|our) )*${section}(?:(?:,| and| &| \\/)? ${section})*(?: and tools)?(?: (?:guide|steps|instructions|examples?|overview))?(?: \\([^()]{1,40}\\)| \\S+\\/)?$|^run(?:ning)? (?:it|locally|tests?|(?:the|all) (?:app|application|migrations?|project|server|tests?))\\b`,
  'i',
)
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
